"""Functions that go with nothing else in one person: who may impose a sanction does nothing but that (SAN-08).

Looked at wherever a function, an invitation or a key of a circle or office is given. Two accounts of one person cannot
be told apart here; who appoints knows his people. Law: act of 24 June 2013, art. 8 (the mediator is never the officer).
"""

from collections.abc import Iterable
from datetime import date

from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from kring.team.enrolment.rules import NotAllowed
from kring.team.models import Appointment, Colleague, Function
from kring.vault.acts import Act

SANCTIONING = "sanctioning"
"""Code of the office of the officers who impose sanctions."""
ALONE = frozenset({Function.SANCTIONING_OFFICER.value})


def check_functions(function: str, others: Iterable[str]) -> None:
    """Raise `NotAllowed` when these functions, at the same time, would meet in one person."""
    there = set(others)
    if there and (function in ALONE or there & ALONE) and there != {function}:
        raise NotAllowed(_("A sanctioning officer has no other function, and nobody becomes one beside another."))


def check_groups(functions: Iterable[str], codes: Iterable[str]) -> None:
    """Raise `NotAllowed` when somebody with these functions would belong to a group that does not go with them."""
    officer, asked = bool(ALONE & set(functions)), set(codes)
    if officer and asked - {SANCTIONING}:
        raise NotAllowed(_("A sanctioning officer belongs to the office of sanctioning officers and to nothing else."))
    if not officer and SANCTIONING in asked:
        raise NotAllowed(_("Only a sanctioning officer gets the key of that office."))


def check_period_alone(act: Act, row: Appointment, *, but: str = "") -> None:
    """The same for a function in a period, against every other appointment that meets it. Raises `NotAllowed`.

    but: the id of the appointment that this one takes the place of. Two at once are two after each other: the row of
    the colleague is held until the act ends.
    """
    Colleague.objects.select_for_update(no_key=True).filter(id=row.colleague_id).first()
    meets = Q(until_on=None) | Q(until_on__gte=row.from_on)
    if row.until_on is not None:
        meets &= Q(from_on__lte=row.until_on)
    rows = Appointment.objects.filter(meets, colleague=row.colleague_id).exclude(id=but)
    check_functions(row.function, [one.verified().function for one in rows])


def functions_to_come(colleague: Colleague, day: date) -> set[str]:
    """What somebody is appointed for on a day or later."""
    rows = Appointment.objects.filter(Q(until_on=None) | Q(until_on__gte=day), colleague=colleague)
    return {row.verified().function for row in rows}
