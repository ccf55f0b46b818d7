"""The tables of this register, gathered from its steps, so that Django finds them; nothing is defined here."""

from kring.sanctions.expiry.models import ExpiryDeclaration
from kring.sanctions.files.models import DecisionRecord, PersonRecord, ResultRecord, SanctionFile

__all__ = ["DecisionRecord", "ExpiryDeclaration", "PersonRecord", "ResultRecord", "SanctionFile"]
