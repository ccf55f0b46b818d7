"""Whether somebody was reached: a contact that was made, or one that was only tried."""

from django.utils.translation import gettext_lazy as _

from kring.figures.asked import Field, How, Plain
from kring.reporting.dimensions.dimension import Dimension, Look
from kring.reporting.subjects import CONTACT

NAMES = {"yes": _("reached"), "no": _("tried, nobody reached")}


def _how(look: Look) -> How | None:
    return Plain(Field(CONTACT.kind, "made")) if look.subject is CONTACT else None


def _groups(look: Look) -> tuple[str, ...]:
    """Both."""
    return tuple(NAMES) if look.subject is CONTACT else ()


def _label(code: str) -> str:
    """Reached or tried, in words."""
    return str(NAMES.get(code, code))


DIMENSION = Dimension(code="reached", says=_("reached, or only tried"), how=_how, groups=_groups, label=_label)
