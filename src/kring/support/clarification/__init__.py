"""Clarification (vraagverheldering): the referrer is invited for a talk, and both decide together.

Five outcomes, and the acute procedure beside them. A talk that was enough is a result: it is counted, and nothing of
anybody is kept. Only "we take a role" opens a dossier, when the colleague who was asked says yes. The outcome counts
from the moment the referrer confirms it too, by link or by word. Law: GDPR art. 5 and 25, domain rules GDP-03, GDP-06,
SEC-11.

Public verbs: actions.py (ask, accept, plan, note, propose), answers.py (what the referrer says), decision.py (take the
role). What may follow what: rules.py.
"""
