"""Making a run: what is owed becomes payments that finance carries out. Nothing is paid twice."""

from collections.abc import Sequence
from datetime import date

from django.db import IntegrityError
from django.db.models import Max
from django.utils import timezone

from kring.pot.paying import queries
from kring.pot.paying.lines import Payer
from kring.pot.paying.models import Payment, PaymentRun
from kring.vault.acts import acting
from kring.vault.refusals import Conflict


def make_run(by: str, *, chosen: Sequence[str], payer: Payer, pay_on: date, once: str) -> PaymentRun:
    """Write down what goes to finance. chosen: `Due.choice` of each, as it was seen.

    Raises `Conflict` where a colleague paid one meanwhile, or it is owed another amount by now.
    """
    try:
        return _made(by, chosen, payer, pay_on, once)
    except IntegrityError:
        raise Conflict from None


def _made(by: str, chosen: Sequence[str], payer: Payer, pay_on: date, once: str) -> PaymentRun:
    with acting("pot.pay", by=by) as act:
        run = PaymentRun(made_at=timezone.now(), made_by=by, pay_on=pay_on)
        run.payer_name, run.payer_iban = payer.name, payer.iban
        if (known := act.once(once, lock="pot payments", outcome=run.id)) is not None:
            return PaymentRun.objects.get(id=known).verified()
        found = queries.due_of([one.split(" ")[0] for one in chosen])
        if not chosen or {one.choice for one in found} != set(chosen):
            raise Conflict
        run.number = (PaymentRun.objects.aggregate(last=Max("number"))["last"] or 0) + 1
        act.add(run)
        act.add_all(
            [Payment(run=run, application=one.application, kind=one.owed.kind, cents=one.owed.cents) for one in found]
        )
        act.on += [run.id, *(one.application.id for one in found)]
    return run
