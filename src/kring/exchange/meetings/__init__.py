"""The structural consultation of the team: a meeting with an agenda, what colleagues bring in, notes and agreements.

Who: members of the circle that meets, or of all circles together. What was told of a case without a name is destroyed
after the day of the meeting; what was learned stays. Verbs: `actions.plan_meeting`, `actions.put_topic`,
`actions.bring_in`, `actions.write_notes`, `actions.agree`; `ending.end_meeting`.
"""
