"""The tables of concerns, gathered from its steps, so that Django finds them; nothing is defined here."""

from kring.concerns.partners.models import Partner, PartnerLink, PartnerRecord
from kring.concerns.threads.models import Concern, ConcernRecord

__all__ = ["Concern", "ConcernRecord", "Partner", "PartnerLink", "PartnerRecord"]
