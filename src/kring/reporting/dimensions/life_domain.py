"""Life domains; a case or contact may stand in several."""

from django.utils.translation import gettext_lazy as _

from kring.figures.asked import Field, How, Words
from kring.reporting.dimensions.dimension import Dimension, Look
from kring.reporting.labels import of_list
from kring.support.dossier.figures_source import OPENED
from kring.support.intake.codelists import LifeDomain


def _how(look: Look) -> How | None:
    return Words(Field(OPENED, "domains")) if look.subject.of_case else None


def _groups(_look: Look) -> tuple[str, ...]:
    """Every life domain."""
    return tuple(LifeDomain.values)


DIMENSION = Dimension(
    code="life_domain",
    says=_("life domain; several may be named"),
    how=_how,
    groups=_groups,
    label=of_list(LifeDomain),
)
