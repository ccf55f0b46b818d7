"""First time, or taken up again after a closing."""

from django.utils.translation import gettext_lazy as _

from kring.figures.asked import Field, How, Plain
from kring.reporting.dimensions.dimension import Dimension, Look
from kring.support.dossier.figures_source import OPENED

NAMES = {"no": _("first time"), "yes": _("taken up again")}


def _how(look: Look) -> How | None:
    return Plain(Field(OPENED, "returning")) if look.subject.of_case else None


def _groups(_look: Look) -> tuple[str, ...]:
    """Both."""
    return tuple(NAMES)


def _label(code: str) -> str:
    """First time or again, in words."""
    return str(NAMES.get(code, code))


DIMENSION = Dimension(
    code="returning",
    says=_("first time or taken up again"),
    how=_how,
    groups=_groups,
    label=_label,
)
