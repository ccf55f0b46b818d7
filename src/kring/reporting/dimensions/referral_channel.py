"""How a referral came in."""

from django.utils.translation import gettext_lazy as _

from kring.figures.asked import Field, How, Plain
from kring.reporting.dimensions.dimension import Dimension, Look
from kring.reporting.labels import of_list
from kring.reporting.subjects import DECISION, REFERRAL
from kring.support.dossier.figures_source import OPENED
from kring.support.intake.codelists import Channel


def _how(look: Look) -> How | None:
    if look.subject in (REFERRAL, DECISION):
        return Plain(Field(look.subject.kind, "channel"))
    return Plain(Field(OPENED, "channel")) if look.subject.of_case else None


def _groups(_look: Look) -> tuple[str, ...]:
    """Every channel."""
    return tuple(Channel.values)


DIMENSION = Dimension(
    code="referral_channel",
    says=_("how it came in"),
    how=_how,
    groups=_groups,
    label=of_list(Channel),
)
