"""Contacts divided by the persons they were with."""

from django.utils.translation import gettext_lazy as _

from kring.reporting.measures.measure import Measure, Ratio, Unit

MEASURE = Measure(
    code="contacts_per_person",
    unit=Unit.RATIO,
    says=_("contacts divided by the persons with at least one"),
    how=Ratio("contacts", "contacted"),
    traps=(_("a mean: one person can carry most of it"),),
)
