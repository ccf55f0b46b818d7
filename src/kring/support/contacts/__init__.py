"""Contacts: the street round, a word for a colleague, and what is attached to a dossier.

What is kept of a contact lies in the part `journal` of its dossier; what belongs to nobody's dossier lies in the
circle's own part `street`. What does not live here: the plan (plan), and what a dossier is (dossier).
"""
