"""The tables of contacts, gathered from its folders."""

from kring.support.contacts.log.models import ContactRecord, SharedContact
from kring.support.contacts.rounds.models import StreetRecord

__all__ = ["ContactRecord", "SharedContact", "StreetRecord"]
