"""Whether an interpreter or bridge person is needed; never which language."""

from django.utils.translation import gettext_lazy as _

from kring.figures.asked import Field, How, Plain
from kring.reporting.dimensions.dimension import Dimension, Look
from kring.support.dossier.figures_source import PERSON

NAMES = {"yes": _("needed"), "no": _("not needed")}


def _how(look: Look) -> How | None:
    return Plain(Field(PERSON, "language_help")) if look.subject.of_case else None


def _groups(_look: Look) -> tuple[str, ...]:
    """Both."""
    return tuple(NAMES)


def _label(code: str) -> str:
    """Needed or not, in words."""
    return str(NAMES.get(code, code))


DIMENSION = Dimension(
    code="language_help",
    says=_("interpreter or mediator needed; never which language"),
    how=_how,
    groups=_groups,
    label=_label,
)
