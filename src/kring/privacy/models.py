"""The tables of this floor, gathered from its rooms, so that Django finds them; nothing is defined here."""

from importlib import import_module
from importlib.util import find_spec

from kring.privacy import ROOMS

for _room in ROOMS:
    if find_spec(f"kring.privacy.{_room}") and find_spec(f"kring.privacy.{_room}.models"):
        import_module(f"kring.privacy.{_room}.models")
