"""Persons known in more than one programme or organisation: not held, on purpose (SEC-02)."""

from django.utils.translation import gettext_lazy as _

from kring.reporting.measures.measure import Measure, NotHeld, Unit

MEASURE = Measure(
    code="persons_overlap",
    unit=Unit.PERSON,
    says=_("persons known in more than one programme or organisation"),
    how=NotHeld(
        reason=_("One circle does not know of the other, so nobody can see who stands in both."),
        ask=_("nobody: this is not kept anywhere by us"),
    ),
)
