"""Years since somebody was first known, in bands."""

from django.utils.translation import gettext_lazy as _

from kring.figures.asked import Apart, Field, How
from kring.reporting.dimensions.dimension import Dimension, Look
from kring.reporting.labels import days
from kring.reporting.subjects import CASE
from kring.support.dossier.figures_source import OPENED

BANDS = (365, 1095, 1825)
"""Days: in the first year, one to three years, three to five, longer."""


def _how(look: Look) -> How | None:
    return Apart(Field(OPENED, "known_since"), look.span.end, BANDS) if look.subject is CASE else None


DIMENSION = Dimension(
    code="seniority_in_care",
    says=_("years since the first role decision, in bands"),
    how=_how,
    label=days,
)
