"""The plan of action (plan van aanpak): one page, a row for each life domain that matters, made with the client.

Each row holds how it is now, the wish in the client's own words, a goal with five described steps (-2 to +2, shown for
that goal alone and never added up) and actions with somebody who does them. Every version stays. Who owns an action
without an account hears of it by a link to that one line. Law: GDPR art. 5, domain rules SEC-01, MIN-06; GAS: domain.md
2.1. Public verbs: actions.py, nudging.py, sheets.py; what others ask: queries.py.
"""
