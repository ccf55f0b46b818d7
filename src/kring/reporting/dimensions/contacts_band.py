"""How many contacts were noted in a dossier in the period, in bands: dossiers are counted, never contacts."""

from django.utils.translation import gettext_lazy as _

from kring.figures.asked import How, Times, band_names
from kring.reporting.dimensions.dimension import Dimension, Look
from kring.reporting.subjects import CASE, CONTACT

BANDS = (1, 2, 6, 11, 26)
NAMES = {"0-0": _("no contact noted"), "1-1": _("1 contact")}


def _how(look: Look) -> How | None:
    return Times(CONTACT.on, look.span.start, look.span.end, BANDS) if look.subject is CASE else None


def _groups(look: Look) -> tuple[str, ...]:
    """Every band."""
    return band_names(BANDS) if look.subject is CASE else ()


def _label(code: str) -> str:
    """A band of contacts."""
    return str(NAMES.get(code) or _("%(band)s contacts") % {"band": code})


DIMENSION = Dimension(
    code="contacts_band",
    says=_("contacts noted in a dossier in the period, in bands"),
    how=_how,
    groups=_groups,
    label=_label,
)
