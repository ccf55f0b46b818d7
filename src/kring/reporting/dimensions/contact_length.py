"""How long a contact took, in the bands of the contact form; it may stay unsaid."""

from django.utils.translation import gettext_lazy as _

from kring.figures.asked import Field, How, Plain
from kring.figures.tables import UNKNOWN
from kring.reporting.dimensions.dimension import Dimension, Look
from kring.reporting.labels import not_known
from kring.reporting.subjects import CONTACT
from kring.support.contacts.log.codelists import Minutes


def _how(look: Look) -> How | None:
    return Plain(Field(CONTACT.kind, "minutes")) if look.subject is CONTACT else None


def _groups(look: Look) -> tuple[str, ...]:
    """Every band."""
    return tuple(Minutes.values) if look.subject is CONTACT else ()


def _label(code: str) -> str:
    """A band of minutes."""
    if code == UNKNOWN or code not in Minutes.values:
        return not_known()
    return _("%(band)s minutes") % {"band": Minutes(code).label}


DIMENSION = Dimension(
    code="contact_length",
    says=_("how long the contact took"),
    how=_how,
    groups=_groups,
    label=_label,
)
