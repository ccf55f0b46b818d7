"""Gender with x and unknown; as the person says it."""

from django.utils.translation import gettext_lazy as _

from kring.figures.asked import Field, How, Plain
from kring.reporting.dimensions.dimension import Dimension, Look
from kring.reporting.labels import of_list
from kring.support.dossier.codelists import Gender
from kring.support.dossier.figures_source import PERSON


def _how(look: Look) -> How | None:
    return Plain(Field(PERSON, "gender")) if look.subject.of_case else None


def _groups(_look: Look) -> tuple[str, ...]:
    """Women, men, x."""
    return tuple(code for code in Gender.values if code)


DIMENSION = Dimension(
    code="gender",
    says=_("gender: f, m, x or not known"),
    how=_how,
    groups=_groups,
    label=of_list(Gender),
)
