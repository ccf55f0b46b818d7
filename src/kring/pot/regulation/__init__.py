"""The grant regulation as configuration: ceilings, lead time, criteria, payment, evidence, parts of the pot.

A version a day on which it begins; what was published is never rewritten. An application keeps the version it was made
under. Verbs: `actions.publish`; `queries.in_force`.
"""
