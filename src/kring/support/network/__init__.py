"""The network (netwerk in kaart): the people and organisations around a client, drawn with the client.

How close, in which part of life, how good the tie, since when: never a figure on a person, and no dossier of who stands
on it. Everything is sealed under the part `network`. Law: GDPR art. 5(1)(c); decree of 7 May 2004 (marks, MIN-01).

Public verbs: `add_tie`, `correct_tie`, `move_tie`, `end_tie`, `erase_record`, `draw_together`, `add_factor`,
`review_factor` (actions.py). `chart/` lays out and draws; the list on the page is its equal.
"""
