"""The tables of the project pot, gathered from its steps, so that Django finds them; nothing is defined here."""

from kring.pot.applying.models import Application, ApplicationRecord
from kring.pot.deciding.models import Weighing, WeighingRecord
from kring.pot.paying.models import Payment, PaymentRun
from kring.pot.regulation.models import GrantRegulation

__all__ = ["Application", "ApplicationRecord", "GrantRegulation", "Payment", "PaymentRun", "Weighing", "WeighingRecord"]
