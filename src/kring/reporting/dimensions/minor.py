"""Whether somebody is under 18 at the end of the year that is looked at."""

from django.utils.translation import gettext_lazy as _

from kring.figures.asked import Age, How
from kring.reporting.dimensions.dimension import Dimension, Look
from kring.reporting.subjects import BIRTH_YEAR

NAMES = {"0-17": _("under 18"), "18+": _("18 or older")}


def _how(look: Look) -> How | None:
    return Age(BIRTH_YEAR, look.at, (18,)) if look.subject.of_case else None


def _label(code: str) -> str:
    """Minor or not, in words."""
    return str(NAMES.get(code, code))


DIMENSION = Dimension(
    code="minor",
    says=_("under 18 in that year, at the date of the event"),
    how=_how,
    label=_label,
    also={"yes": "0-17", "no": "18+"},
)
