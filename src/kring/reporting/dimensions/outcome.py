"""How something ended: a case, a decision on a referral, a consultation."""

from django.utils.translation import gettext_lazy as _

from kring.figures.asked import Field, How, Plain
from kring.reporting.dimensions.dimension import Dimension, Look
from kring.reporting.labels import outcome_name
from kring.reporting.subjects import CLOSING, DECISION, MEETING
from kring.support.closing.content import Reason
from kring.support.dossier.figures_source import CLOSED


def _how(look: Look) -> How | None:
    if look.subject is DECISION:
        return Plain(Field(DECISION.kind, "outcome"))
    if look.subject is MEETING:
        return Plain(Field(MEETING.kind, "result"))
    return Plain(Field(CLOSED, "reason")) if look.subject is CLOSING else None


def _groups(look: Look) -> tuple[str, ...]:
    """Every outcome of a case; of the others those that are found."""
    return tuple(Reason) if look.subject is CLOSING else ()


DIMENSION = Dimension(
    code="outcome",
    says=_("how it ended"),
    how=_how,
    groups=_groups,
    label=outcome_name,
)
