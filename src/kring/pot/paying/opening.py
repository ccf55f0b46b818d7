"""The lines of a run with the accounts: opened through the gate each time a file is asked for.

A run is whole or refused: half a payment file would be carried out as if it were all.
"""

from collections.abc import Iterable

from django.utils.translation import gettext

from kring.pot.access import INITIATORS, PROJECT
from kring.pot.applying.content import InitiatorsContent, ProjectContent
from kring.pot.applying.models import ApplicationRecord
from kring.pot.paying import queries
from kring.pot.paying.lines import Payer, PaymentLine, RunContent
from kring.vault import gate
from kring.vault.gate import Session


def content_of(session: Session, run: str, *, act: str) -> RunContent:
    """A run as it goes to finance. Raises `Refused`."""
    row, payments = queries.run_of(run)
    ids = [payment.application_id for payment in payments]
    keys = gate.entering(session, act=act, of=ids, parts=[PROJECT, INITIATORS])
    found = ApplicationRecord.objects.filter(application__in=ids, kind__in=[PROJECT, INITIATORS])
    records = {(record.application_id, record.kind): record for record in found}
    lines = []
    for place, payment in enumerate(payments, 1):
        project = keys.open(records[payment.application_id, PROJECT], ProjectContent)
        people = keys.open(records[payment.application_id, INITIATORS], InitiatorsContent)
        kind = payment.get_kind_display()
        words = f"{gettext('Project pot')}: {kind}, {project.title}"
        lines.append(
            PaymentLine(
                reference=f"POT-{row.number}-{place}",
                kind=kind,
                holder=people.holder,
                iban=people.iban,
                cents=abs(payment.cents),
                words=words,
                comes_back=payment.cents < 0,
            )
        )
    return RunContent(row.number, row.made_at, row.pay_on, Payer(row.payer_name, row.payer_iban), tuple(lines))


def projects_of(session: Session, applications: Iterable[str], *, act: str) -> dict[str, ProjectContent]:
    """The projects of these applications, by id: those that open."""
    ids = list(applications)
    keys = gate.entering(session, act=act, of=ids, parts=[PROJECT], strict=False)
    found = ApplicationRecord.objects.filter(application__in=ids, kind=PROJECT)
    return {
        record.application_id: keys.open(record, ProjectContent)
        for record in found
        if keys.holds(record.application_id, PROJECT)
    }
