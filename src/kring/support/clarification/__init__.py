"""Clarification (vraagverheldering): the referrer is invited for a talk, and both decide together.

Five outcomes, and the acute procedure beside them. A talk that was enough is a result: it is counted, and nothing of
anybody is kept. Only "we take a role" opens a dossier, when the colleague who was asked says yes. The outcome counts
from the moment the referrer confirms it too, by link or by word.

Public verbs are in actions.py (assign, plan, propose) and decision.py (confirm, take a role, acute).
"""
