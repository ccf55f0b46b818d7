"""What kind of referrer, as coarse as the first tap of the form."""

from django.utils.translation import gettext_lazy as _

from kring.figures.asked import Field, How, Plain
from kring.figures.tables import UNKNOWN
from kring.reporting.dimensions.dimension import Dimension, Look
from kring.reporting.labels import of_list
from kring.reporting.subjects import DECISION, REFERRAL
from kring.support.dossier.figures_source import OPENED
from kring.support.intake.codelists import ReferrerKind


def _how(look: Look) -> How | None:
    if look.subject in (REFERRAL, DECISION):
        return Plain(Field(look.subject.kind, "referrer_kind"))
    return Plain(Field(OPENED, "referrer_kind")) if look.subject.of_case else None


def _groups(_look: Look) -> tuple[str, ...]:
    """Every kind of referrer but the unknown one."""
    return tuple(code for code in ReferrerKind.values if code != UNKNOWN)


DIMENSION = Dimension(
    code="referrer_type",
    says=_("kind of referrer"),
    how=_how,
    groups=_groups,
    label=of_list(ReferrerKind),
)
