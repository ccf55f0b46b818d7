"""Contacts: what happened between a colleague and a client, in one sentence, within fifteen seconds.

Who: whoever holds the journal of a dossier. Facts are appended: a correction stands beside what it corrects (GDP-08).
Law: item marks of domain.md 3.4 (MIN-01), special categories under a lock of their own (GDP-04).
"""
