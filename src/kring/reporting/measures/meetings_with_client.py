"""Client consultations at which the client sat at the table: what makes them theirs."""

from django.utils.translation import gettext_lazy as _

from kring.figures.asked import Among, Condition, Field, Plain
from kring.reporting.conditions import within
from kring.reporting.measures.measure import Measure, OfFacts, Unit
from kring.reporting.periods import Span
from kring.reporting.subjects import MEETING

WITH = Among(Plain(Field(MEETING.kind, "client_present")), frozenset({"yes"}))


def _with_the_client(span: Span) -> tuple[Condition, ...]:
    return (*within(MEETING.on, span), WITH)


MEASURE = Measure(
    code="meetings_with_client",
    unit=Unit.MEETING,
    says=_("client consultations at which the client was present"),
    how=OfFacts(MEETING, _with_the_client),
    base=_("of all client consultations that were held"),
)
