"""Why this floor keeps anything, and the line of every field: gathered here, written in the rooms.

Law: GDPR art. 5, 12 to 21, 30, 33 to 35; Flemish administrative decree of 7 December 2018, title III (retention).
"""

from importlib import import_module
from importlib.util import find_spec

from kring.privacy import ROOMS
from kring.vault.catalogue import Field
from kring.vault.keycheck import Demand

AT_LEAST: dict[str, Demand] = {}


def _fields() -> dict[str, Field]:
    gathered: dict[str, Field] = {}
    for room in ROOMS:
        if find_spec(f"kring.privacy.{room}") and find_spec(f"kring.privacy.{room}.fields"):
            gathered |= import_module(f"kring.privacy.{room}.fields").FIELDS
    return gathered


FIELDS = _fields()
