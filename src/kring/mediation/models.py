"""The tables of this register, gathered from its steps, so that Django finds them; nothing is defined here."""

from kring.mediation.files.models import FileRecord, Helper, MediationFile, SideRecord
from kring.mediation.party.models import PartyLink

__all__ = ["FileRecord", "Helper", "MediationFile", "PartyLink", "SideRecord"]
