"""The way of working a case belongs to; one that began a month ago stands there with 0."""

from django.utils.translation import gettext_lazy as _

from kring.figures.asked import Field, How, Plain
from kring.reporting.dimensions.dimension import Dimension, Look
from kring.reporting.labels import began, programme_name
from kring.support.dossier.figures_source import OPENED
from kring.team.programmes import PROGRAMMES


def _how(look: Look) -> How | None:
    return Plain(Field(OPENED, "programme")) if look.subject.of_case else None


def _groups(look: Look) -> tuple[str, ...]:
    """Every programme that is counted and had begun by then."""
    return tuple(one.code for one in PROGRAMMES if one.counted and began(one, look.span.end))


DIMENSION = Dimension(
    code="programme",
    says=_("way of working of the dossier"),
    how=_how,
    groups=_groups,
    label=programme_name,
    staff=1,
)
