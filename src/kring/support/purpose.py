"""Why this register exists, and the line of every field it keeps: gathered here, written in the steps.

Law: decree on local social policy of 9 February 2018; GDPR art. 6(1)(e), 9(2)(h), 14; new Criminal Code art. 352
(professional secrecy). What does not live here: who may read what (access.py).
"""

from importlib import import_module
from importlib.util import find_spec

from kring.vault.catalogue import Field

REGISTER = "individual support"
LEGAL_BASIS = "a task of general interest: local social policy (decree of 9 February 2018; GDPR art. 6(1)(e))"
COUNTED = True
"""Whether its dossiers stand in the council's figure."""

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
    "desk",
)


def _fields() -> dict[str, Field]:
    """Every step's `fields.FIELDS`; a step that has none (yet) is passed over."""
    gathered: dict[str, Field] = {}
    for step in STEPS:
        if find_spec(f"kring.support.{step}") and find_spec(f"kring.support.{step}.fields"):
            gathered |= import_module(f"kring.support.{step}.fields").FIELDS
    return gathered


FIELDS = _fields()
