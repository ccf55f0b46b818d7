"""The reason a case was closed."""

from django.utils.translation import gettext_lazy as _

from kring.figures.asked import Field, How, Plain
from kring.reporting.dimensions.dimension import Dimension, Look
from kring.reporting.labels import outcome_name
from kring.reporting.subjects import CLOSING
from kring.support.closing.content import Reason
from kring.support.dossier.figures_source import CLOSED


def _how(look: Look) -> How | None:
    return Plain(Field(CLOSED, "reason")) if look.subject is CLOSING else None


def _groups(_look: Look) -> tuple[str, ...]:
    """Every reason."""
    return tuple(Reason)


DIMENSION = Dimension(
    code="exit_reason",
    says=_("reason of the closing"),
    how=_how,
    groups=_groups,
    label=outcome_name,
)
