"""Deciding about an application: two colleagues weigh the project on the published criteria, then one decides.

Who: the office of the pot. Who has a tie with the applicant says so and neither weighs nor decides. Nobody reads what
another weighed before he gave his own. Verbs: `actions.weigh`, `actions.declare_tie`, `actions.decide`.
"""
