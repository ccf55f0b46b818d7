"""The line of every field of the exchange in the field catalogue; written in the steps, gathered here."""

from collections.abc import Mapping

from kring.exchange.lessons.fields import FIELDS as OF_LESSONS
from kring.exchange.meetings.fields import FIELDS as OF_MEETINGS
from kring.vault.catalogue import Field

FIELDS: Mapping[str, Field] = {**OF_MEETINGS, **OF_LESSONS}
