"""The part of town somebody lives in or is met; never finer."""

from django.utils.translation import gettext_lazy as _

from kring.figures.asked import Field, How, Plain
from kring.figures.tables import UNKNOWN
from kring.reporting.dimensions.dimension import Dimension, Look
from kring.reporting.labels import area_name
from kring.reporting.subjects import STREET
from kring.support.contacts.rounds.figures_source import TALLY
from kring.support.dossier.codelists import Area
from kring.support.dossier.figures_source import PERSON


def _how(look: Look) -> How | None:
    if look.subject is STREET:
        return Plain(Field(TALLY, "area"))
    return Plain(Field(PERSON, "area")) if look.subject.of_case else None


def _groups(_look: Look) -> tuple[str, ...]:
    """Every part of town but the unknown one."""
    return tuple(code for code in Area.values if code != UNKNOWN)


DIMENSION = Dimension(
    code="neighbourhood",
    says=_("part of town, never finer"),
    how=_how,
    groups=_groups,
    label=area_name,
)
