"""Days from the referral to the first contact, in bands."""

from django.utils.translation import gettext_lazy as _

from kring.figures.asked import Apart, Field, How
from kring.reporting.dimensions.dimension import Dimension, Look
from kring.reporting.labels import days
from kring.reporting.subjects import CASE, FIRST_CONTACT_ON, REFERRAL
from kring.support.dossier.figures_source import OPENED

BANDS = (8, 15, 31, 91)
"""Days: a week, two weeks, a month, three months, longer."""


def _how(look: Look) -> How | None:
    if look.subject is CASE:
        return Apart(Field(OPENED, "referred_on"), FIRST_CONTACT_ON, BANDS)
    return Apart(REFERRAL.on, look.span.end, BANDS) if look.subject is REFERRAL and look.stock else None


DIMENSION = Dimension(
    code="wait_band",
    says=_("days from referral to first contact, in bands"),
    how=_how,
    label=days,
)
