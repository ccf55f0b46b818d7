"""The tables of what leaves the circle beside its records, gathered from the folders; nothing is defined here."""

from kring.support.disclosure.briefing.models import Briefing

__all__ = ["Briefing"]
