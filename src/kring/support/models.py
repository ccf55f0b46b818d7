"""The tables of this register, gathered from its steps, so that Django finds them; nothing is defined here.

A step that has no `models.py` (yet) is passed over.
"""

from importlib import import_module
from importlib.util import find_spec

STEPS = (
    "dossier",
    "intake",
    "clarification",
    "contacts",
    "network",
    "consultation",
    "plan",
    "followup",
    "closing",
    "disclosure",
)

for _step in STEPS:
    if find_spec(f"kring.support.{_step}") and find_spec(f"kring.support.{_step}.models"):
        import_module(f"kring.support.{_step}.models")
