"""How long a case lasts or lasted, in bands of days."""

from django.utils.translation import gettext_lazy as _

from kring.figures.asked import Apart, How
from kring.reporting.dimensions.dimension import Dimension, Look
from kring.reporting.labels import days
from kring.reporting.subjects import CASE, CLOSED_ON, CLOSING, OPENED_ON

BANDS = (90, 365, 1095)
"""Days: under three months, under a year, under three years, longer."""


def _how(look: Look) -> How | None:
    if look.subject is CLOSING:
        return Apart(OPENED_ON, CLOSED_ON, BANDS)
    return Apart(OPENED_ON, look.span.end, BANDS) if look.subject is CASE and look.stock else None


DIMENSION = Dimension(
    code="duration_band",
    says=_("days since the role decision, in bands"),
    how=_how,
    label=days,
)
