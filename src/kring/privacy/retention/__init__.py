"""Retention: which rule says how long, what is over, what is held back, and destroying it for good (ARC-01 to ARC-07).

Erasing is an archival act: a published rule, a look at what is held, two persons of two offices, the keys destroyed, a
declaration. Nobody who does this sees a word of a dossier: counts, days and numbers. Law: Flemish administrative
decree, art. III.79 to III.89; GDPR art. 5(1)(e), 17. What does not live here: the rules themselves (team/retention),
what there is of a dossier (support/closing), keeping it destroyed when a back-up is put back (vault/replay.py).
"""
