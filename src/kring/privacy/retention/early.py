"""Erasing one closed dossier before its term, because the person asked for it (ARC-06, GDPR art. 17).

The holder grants it with a reason; the same two offices approve it as any batch, and whatever holds a dossier back does
so here too. Only by the town's published rule, applied early. The request stays open until the dossier is gone, and its
refusal takes it out of the batch again.
"""

from dataclasses import replace

from django.db import IntegrityError
from django.utils.translation import gettext_lazy as _

from kring.privacy.requests import actions
from kring.privacy.requests.models import PersonRequest
from kring.privacy.requests.queries import Known
from kring.privacy.retention.batches import OPEN, NotNow, batched, contents_of, next_name, rule_to_destroy_by
from kring.privacy.retention.models import Batch, BatchItem
from kring.support.dossier.models import Dossier
from kring.support.dossier.opening import Opened
from kring.team.clock import today
from kring.team.retention import Series
from kring.vault.acts import acting
from kring.vault.primitives import digest
from kring.vault.refusals import Conflict

ERASING = "erasing"


def grant(opened: Opened, known: Known, *, why: str, once: str) -> None:
    """Propose the dossier for erasure now, with the reason as the person may read it. Raises `NotNow`, `Conflict`."""
    dossier, day, by = opened.dossier, today(), opened.keys.actor
    rule = rule_to_destroy_by(Series.DOSSIER, day)
    if rule.keeps:
        raise NotNow(_("The rule says to keep for good: nothing may be destroyed."))
    if dossier.state != Dossier.State.CLOSED:
        raise NotNow(_("Close the dossier first: what is still being worked with cannot be erased."))
    batch = Batch(series=Series.DOSSIER, rule=rule.row, made_by=by, made_on=day, request=known.row.number)
    told = replace(known.content, outcome=ERASING, answer=why, answered_by=by, answered_on=day)
    try:
        with acting("privacy.erase_early", by=by, on=[dossier.id, known.row.id, batch.id]) as act:
            key = f"erase {once} {digest(why.encode()).hex()}"
            if act.once(key, lock=dossier.id, outcome=known.row.id) is not None:
                return
            if known.row.done_on is not None:
                raise Conflict
            if dossier.id in batched():
                raise NotNow(_("It is in a batch already: two persons of two offices decide about it."))
            actions.rewrite(act, opened, known, told)
            batch.name, batch.contents = next_name(day), contents_of([dossier.id])
            act.add(batch)
            act.add(BatchItem(batch=batch, subject=dossier.id, number=dossier.number, over_on=day))
    except IntegrityError:  # two took the same name in one moment
        raise Conflict from None


def asked_for(batch: Batch, item: BatchItem) -> bool:
    """Whether the person still asks for the erasing of this dossier."""
    row = PersonRequest.objects.filter(number=batch.request, done_on=None, dossier=item.subject).first()
    return row is not None and row.verified().kind == PersonRequest.Kind.ERASURE


def standing(number: str) -> str:
    """How far the erasing that was asked for is: the state of its batch, or "" while there is none."""
    row = Batch.objects.filter(request=number).order_by("-made_on", "-name").first()
    return row.verified().get_state_display() if row is not None else ""


def waits(number: str) -> bool:
    """Whether the two offices have still to decide or to destroy."""
    return Batch.objects.filter(request=number, state__in=OPEN).exists()
