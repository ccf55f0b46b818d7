"""Composing an answer: a question as it came, figures that are chosen and counted, own words, frozen and then sent.

Who: members of the statistics office alone. Law: domain rules COU-01 to COU-05. Verbs: `actions.begin`,
`actions.change`, `actions.freeze`. A number comes from `answering` alone and is never typed. What does not live here:
the counting.
"""
