"""The street round (straatronde): spots, a round with a beginning and an end, tallies without anybody, nicknames.

A contact here is nobody's dossier and makes none (domain.md 1.11): a nod counts, a nickname will do. Everything is
sealed under the part `street` of the worker's circle; what leaves it are facts for figures, one a contact.

Public verbs: `street`, `start_round`, `press`, `meet`, `take_back`, `end_round`, and for a contact noted elsewhere
without a dossier `note_contact` (actions.py).
"""
