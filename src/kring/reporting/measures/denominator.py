"""What the other figures rest on: how many records, and of how many it is not known."""

from django.utils.translation import gettext_lazy as _

from kring.reporting.measures.measure import Measure, OfOthers, Unit

MEASURE = Measure(
    code="denominator",
    unit=Unit.RECORD,
    says=_("on how many records each figure rests, and of how many it is not known"),
    how=OfOthers(),
)
