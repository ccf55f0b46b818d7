"""Destroying an approved batch, an item an act: killed half-way it goes on, and nothing is half destroyed (ARC-03).

Each act looks again whether the item is held, still over, approved by two, and with an archive if the rule keeps; it
shreds, erases, looks whether anything is left, and writes the declaration. Needs no key.
"""

import logging
from contextlib import suppress

from kring.privacy.preserving.models import Preserved
from kring.privacy.preserving.queries import enough
from kring.privacy.preserving.sample import keeps
from kring.privacy.retention import early
from kring.privacy.retention.batches import NotNow, State, check_approved, check_rule, end, locked
from kring.privacy.retention.beside import open_requests, rows_of
from kring.privacy.retention.due import dossier_over_on
from kring.privacy.retention.holds import held
from kring.privacy.retention.models import Approval, Batch, BatchItem, DestructionDeclaration, Hold
from kring.support.clarification import answers
from kring.support.closing.erasing import Erased, erase_dossier
from kring.support.dossier.models import Dossier
from kring.support.intake.models import Referral, ReferralRecord
from kring.team.clock import today
from kring.team.retention import Series
from kring.team.retention.queries import by_row
from kring.vault import ties
from kring.vault.acts import Act, acting
from kring.vault.journal import Verb
from kring.vault.models import Letter
from kring.vault.primitives import encode, mac
from kring.vault.refusals import Conflict, Refused
from kring.vault.server_keys import server_keys
from kring.vault.written import written

BY = "system"
TRIES = 3
SLICE = 10
"""Items of one turn of the schedule, or of one request."""
Item = BatchItem.State
log = logging.getLogger("kring.retention")


def go_on(*, most: int = SLICE) -> int:
    """Destroy the next items of every batch that may be; how many. For a schedule and a page alike.

    One that fails holds up nobody: it waits behind the others.
    """
    done = 0
    for batch in Batch.objects.filter(state=State.DESTROYING).order_by("name"):
        items = BatchItem.objects.filter(batch=batch, state=Item.PROPOSED).order_by("tries", "over_on", "id")
        for item in items.values_list("id", flat=True):
            if done == most:
                break
            done += _next(batch.id, item)
        _finish(batch.id)
    return done


def pseudonym(number: str) -> str:
    """What stands for a number in a declaration: found from the number with the key file, never the other way."""
    return written(mac(server_keys().of("declaration", 0), encode(server_keys().instance, number)), 3)


def declared(number: str) -> DestructionDeclaration | None:
    """The declaration of a number somebody brings, or None."""
    found = DestructionDeclaration.objects.filter(pseudonym=pseudonym(number)).first()
    return found.verified() if found is not None else None


def _next(batch: str, item: str) -> bool:
    try:
        with acting("retention.destroy", by=BY, verb=Verb.SHREDDED, on=[batch]) as act:
            row = locked(batch)
            found = BatchItem.objects.select_for_update().filter(id=item, state=Item.PROPOSED).first()
            if row.state != State.DESTROYING or found is None:
                raise Conflict
            return _destroy(act, row, found.verified())
    except Exception as error:  # noqa: BLE001  the others go on, whatever is wrong with one; a class name holds no content
        log.warning("retention: an item of batch %s stays: %s", batch, type(error).__name__)
        if not isinstance(error, NotNow):  # then nothing of the batch may go for now
            _pass_by(batch, item)
        return False


def _pass_by(batch: str, item: str) -> None:
    """Try it after the others next time; the third time it stays behind, and the page of the batch says so.

    One that is not as we wrote it cannot be changed: it is passed by each time, and the sweep finds it.
    """
    with suppress(Conflict, Refused), acting("retention.pass_by", by=BY, on=[batch]) as act:
        found = BatchItem.objects.select_for_update().filter(id=item, state=Item.PROPOSED).first()
        if found is not None:
            tries = found.verified().tries + 1
            act.change(found, tries=tries, state=Item.STUCK if tries >= TRIES else Item.PROPOSED)


def _destroy(act: Act, batch: Batch, item: BatchItem) -> bool:
    first, second = check_approved(batch)
    if item.number in held() or open_requests([item.subject], but=batch.request):
        act.change(item, state=Item.HELD)
        return False
    if _is_there(batch, item) and not (_still_by_rule(batch) and _is_over(batch, item)):
        act.change(item, state=Item.LEFT_OUT)
        return False
    kept = _kept(batch, item)
    if kept is None and _keeps(batch, item) and _is_there(batch, item):
        act.change(item, state=Item.UNKEPT)
        return False
    act.on.append(item.subject)
    erased = _erase(act, batch, item)
    act.erase(BatchItem.objects.filter(subject=item.subject))
    act.erase(Hold.objects.filter(number=item.number))
    act.add(_declaration(batch, item, (first, second), erased, kept))
    return True


def _is_there(batch: Batch, item: BatchItem) -> bool:
    """A back-up that is put back may know the batch while the ledger took the dossier already."""
    return batch.series != Series.DOSSIER or Dossier.objects.filter(id=item.subject).exists()


def _still_by_rule(batch: Batch) -> bool:
    """A rule that was written anew meanwhile decides: what is left waits for a batch of its own (ARC-01)."""
    try:
        check_rule(batch)
    except NotNow:
        return False
    return True


def _is_over(batch: Batch, item: BatchItem) -> bool:
    """Whether it still may go: not taken up again since it was proposed."""
    if batch.series == Series.REFERRAL:
        return Referral.objects.get(id=item.subject).verified().lane == Referral.Lane.DECIDED
    row, rule = Dossier.objects.get(id=item.subject).verified(), by_row(batch.rule)
    if batch.request:
        return row.state == Dossier.State.CLOSED and early.asked_for(batch, item)
    return bool(rule and row.closed_on and dossier_over_on(rule, row, row.closed_on) <= today())


def _keeps(batch: Batch, item: BatchItem) -> bool:
    rule = by_row(batch.rule)
    return rule is None or keeps(rule, item.number)


def _kept(batch: Batch, item: BatchItem) -> Preserved | None:
    """The file an archive got of it under the rule of this batch (ARC-03)."""
    rule, row = by_row(batch.rule), Dossier.objects.filter(id=item.subject).first()
    if rule is None or not rule.keeps or row is None or (closed_on := row.verified().closed_on) is None:
        return None
    return enough(rule, item.subject, dossier_over_on(rule, row, closed_on))


def _erase(act: Act, batch: Batch, item: BatchItem) -> Erased:
    if not _is_there(batch, item):
        return Erased(0, 0)
    if batch.series == Series.DOSSIER:
        return erase_dossier(act, item.subject, beside=rows_of(item.subject))
    return _erase_referral(act, item.subject)


def _erase_referral(act: Act, referral: str) -> Erased:
    """What was written goes, links and appointments too; the clear row stays for the figures and names nobody."""
    row = Referral.objects.select_for_update(no_key=True).get(id=referral).verified()
    drafts = ties.belonging([referral])
    act.erase(drafts)
    rows = ReferralRecord.objects.filter(referral=row).count() + Letter.objects.filter(about=referral).count()
    erased = Erased(int(row.filed), rows + len(drafts))
    answers.forget(act, row)
    if row.filed:
        act.change(row, filed=False)
    return erased


def _declaration(
    batch: Batch, item: BatchItem, by: tuple[Approval, Approval], erased: Erased, kept: Preserved | None
) -> DestructionDeclaration:
    return DestructionDeclaration(
        batch=batch,
        pseudonym=pseudonym(item.number),
        rule=batch.rule,
        first=by[0].person,
        second=by[1].person,
        destroyed_on=today(),
        locks=erased.locks,
        rows=erased.rows,
        kept_on=kept.on if kept else None,
        kept_digest=kept.digest if kept else "",
        kept_to=kept.to if kept else "",
    )


def _finish(batch: str) -> None:
    """Nothing of it waits any more; what was held back waits for the next batch."""
    if BatchItem.objects.filter(batch=batch, state=Item.PROPOSED).exists():
        return
    with acting("retention.finish", by=BY, on=[batch]) as act:
        row = locked(batch)
        if row.state == State.DESTROYING:
            end(act, row, State.DONE)
