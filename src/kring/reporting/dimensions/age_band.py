"""The age somebody reaches in the year that is looked at; only the year of birth is known."""

from django.utils.translation import gettext_lazy as _

from kring.figures.asked import Age, How
from kring.reporting.dimensions.dimension import Dimension, Look
from kring.reporting.subjects import BIRTH_YEAR

BANDS = (12, 14, 16, 18, 21, 26, 36, 50, 65)
"""Thresholds of law and programmes. Source: domain.md 7.9."""


def _how(look: Look) -> How | None:
    return Age(BIRTH_YEAR, look.at, BANDS) if look.subject.of_case else None


DIMENSION = Dimension(
    code="age_band",
    says=_("age reached in that year"),
    how=_how,
)
