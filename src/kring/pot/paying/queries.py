"""Which grants are owed something now, and the runs that went to finance."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.db.models import BigIntegerField, Count, F, Q, QuerySet, Sum
from django.db.models.functions import Cast, Coalesce

from kring.pot.applying.codelists import State
from kring.pot.applying.models import Application
from kring.pot.paying.models import Payment, PaymentRun
from kring.pot.paying.rules import Owed, owed
from kring.vault.refusals import Refused

MOST, RUNS = 50, 24


@dataclass(frozen=True, slots=True)
class Due:
    """A grant that is owed something."""

    application: Application
    owed: Owed

    @property
    def choice(self) -> str:
        """The grant with the amount that was seen, as the form sends it back."""
        return f"{self.application.id} {self.owed.cents}"


def due() -> list[Due]:
    """What is to be paid, the longest granted first; `MOST` at a time."""
    whole = Cast(F("granted_euro"), BigIntegerField()) * 100
    open_now = Q(state=State.GRANTED, paid=0, granted_euro__gt=0, regulation__advance_percent__gt=0) | (
        Q(state=State.DONE) & ~Q(paid=whole)
    )
    return _owed(_counted().filter(open_now).order_by("decided_on", "id")[:MOST])


def due_of(ids: Sequence[str]) -> list[Due]:
    """What these grants are owed, every payment of them verified: for the action that pays."""
    for payment in Payment.objects.filter(application__in=ids):
        payment.verified()
    return _owed(_counted().filter(id__in=ids).order_by("decided_on", "id"))


def runs() -> list[PaymentRun]:
    """The last runs, with how many payments and euros went in each (`payments_in`, `cents_in`, `out`)."""
    found = PaymentRun.objects.annotate(
        payments_in=Count("payments"),
        cents_in=Coalesce(Sum("payments__cents"), 0),
        out=Count("payments", filter=Q(payments__cents__gt=0)),
    )
    return [run.verified() for run in found.order_by("-number")[:RUNS]]


def run_of(run: str) -> tuple[PaymentRun, list[Payment]]:
    """A run with its payments in the order they were written. Raises `Refused`."""
    row = PaymentRun.objects.filter(id=run).first()
    if row is None:
        raise Refused
    payments = Payment.objects.filter(run=row).order_by("application__decided_on", "application_id")
    return row.verified(), [payment.verified() for payment in payments]


def _counted() -> "QuerySet[Application]":
    return Application.objects.select_related("regulation").annotate(paid=Coalesce(Sum("payments__cents"), 0))


def _owed(rows: "QuerySet[Application]") -> list[Due]:
    found = []
    for row in rows:
        row.verified()
        percent, paid = row.regulation.verified().advance_percent, getattr(row, "paid", 0)
        now = owed(row.state, granted_euro=row.granted_euro, advance_percent=percent, paid_cents=paid)
        if now is not None:
            found.append(Due(row, now))
    return found
