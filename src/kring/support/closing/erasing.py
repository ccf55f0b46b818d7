"""Erasing a dossier after its term: every lock of it shredded, every row of it gone, nothing left that opens.

Needs no key and gives none. One act: whole or not at all. Where a key of something lies only inside what is erased (a
contact of several dossiers, the pieces of an attachment) it is gone with that. What does not live here: whether it may
be erased, and who says so (privacy/retention). Source: ARC-03, security.md 4.14.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from kring.support.consultation.actions import fact_name as consultation_fact
from kring.support.consultation.models import ClientConsultation
from kring.support.contacts.log import figures as contacts
from kring.support.contacts.log.models import ContactRecord
from kring.support.contacts.models import AttachmentPiece, AttachmentPreview
from kring.support.dossier import figures_source
from kring.support.dossier.household import queries as household
from kring.support.dossier.knock import tokens
from kring.support.dossier.models import Dossier
from kring.support.followup.linkage.actions import fact_name as linkage_fact
from kring.support.followup.linkage.models import OnwardReferralRecord
from kring.vault import facts, outbox, sharing, slots, ties, whole
from kring.vault.acts import Act
from kring.vault.models import Extract, Grant, Letter, Letterbox, Lock, Principal, Slot
from kring.vault.refusals import Conflict
from kring.vault.rows import GuardedModel, SealedRow
from kring.vault.whole import in_chunks


class NotGone(Exception):
    """Something of it could still be opened: the act is undone."""


@dataclass(frozen=True, slots=True)
class Erased:
    """How much was destroyed: locks and rows."""

    locks: int
    rows: int


def erase_dossier(act: Act, dossier: str, *, beside: Sequence[GuardedModel] = ()) -> Erased:
    """Destroy a closed dossier with all that is of it. Raises `Conflict` when it is open again, and `NotGone`.

    beside: rows of a higher floor that name it by its id alone; they and what hangs from them go along.

    The household links with other dossiers end: one side alone would still tell who belonged together.
    """
    row = Dossier.objects.select_for_update().filter(id=dossier).first()
    if row is None or row.verified().state != Dossier.State.CLOSED:
        raise Conflict
    roots = [row, *household.of(dossier), *beside]
    rows = whole.hanging(roots)
    ids = {one.id for one in rows}
    locks = _locks(rows)
    _forget_facts(act, row, rows)
    _end_links(act, rows)
    sharing.shred_locks(act, [lock for lock in locks if lock.state != Lock.State.SHREDDED])
    count = _erase_letters(act, ids, locks)
    for others in (in_chunks(AttachmentPreview, "attachment", ids), _extracts(rows), _mails(dossier, ids)):
        act.erase(others)
        count += len(others)
    tokens.forget(act, [dossier])
    count += act.erase_whole(roots)
    drop_pieces(ids)
    _check_gone(dossier, ids, locks)
    return Erased(len(locks), count)


def drop_pieces(attachments: set[str]) -> None:
    """The sealed pieces of these files: their key lay in a record that is gone."""
    wanted = sorted(attachments)
    for at in range(0, len(wanted), whole.AT_ONCE):
        AttachmentPiece.objects.filter(attachment__in=wanted[at : at + whole.AT_ONCE]).delete()


def named(rows: Sequence[GuardedModel], column: str) -> set[str]:
    """What these rows name in a column, those that have it: the bundle of an extract, the principal of a link."""
    return {value for one in rows if (value := getattr(one, column, ""))}


def _locks(rows: Sequence[GuardedModel]) -> list[Lock]:
    """Every lock of these rows: of the dossier, of a note, an extract, an offer; never one of a circle or a person."""
    bundles = {one.id for one in rows} | named(rows, "bundle")
    sealed = {one.lock for one in rows if isinstance(one, SealedRow)}
    found = {lock.id: lock for lock in (*in_chunks(Lock, "bundle", bundles), *in_chunks(Lock, "id", sealed))}
    of_people = {one.id for one in in_chunks(Principal, "id", (lock.bundle for lock in found.values()))}
    return [lock.verified() for lock in found.values() if lock.bundle not in of_people]


def _forget_facts(act: Act, dossier: Dossier, rows: Sequence[GuardedModel]) -> None:
    known = figures_source.named_by(dossier)
    if known is None:
        return
    first, lives = known
    facts.forget(act, [*figures_source.names(first, lives), *_other_facts(first, rows)])


def _other_facts(first: Any, rows: Sequence[GuardedModel]) -> Iterator[str]:
    for one in rows:
        if isinstance(one, OnwardReferralRecord):
            yield linkage_fact(first, one.id)
        elif isinstance(one, ClientConsultation):
            yield consultation_fact(first, one.id)
    yield from contacts.names(first, [one for one in rows if isinstance(one, ContactRecord)])


def _end_links(act: Act, rows: Sequence[GuardedModel]) -> None:
    """Every way in from outside: the principals of links alone, never a colleague who is named."""
    people = in_chunks(Principal, "id", named(rows, "principal"))
    links = [one.id for one in people if one.kind == Principal.Kind.LINK]
    for slot in in_chunks(Slot, "person", links):
        slots.remove_slot(act, slot)


def _erase_letters(act: Act, ids: set[str], locks: Sequence[Lock]) -> int:
    """What was dropped into its letterboxes, and what lies elsewhere about it; the letterboxes too."""
    count = act.erase_whole(in_chunks(Letterbox, "lock", (lock.id for lock in locks)))
    letters = in_chunks(Letter, "about", ids)
    act.erase(letters)
    return count + len(letters)


def _extracts(rows: Sequence[GuardedModel]) -> list[Extract]:
    return in_chunks(Extract, "bundle", named(rows, "bundle"))


def _mails(dossier: str, ids: set[str]) -> list[GuardedModel]:
    return [mail.row for mail in outbox.waiting() if mail.dossier == dossier or mail.about in ids]


def _check_gone(dossier: str, ids: set[str], locks: Sequence[Lock]) -> None:
    """ARC-03: look whether anything could still be opened, before the act is committed."""
    held = [lock.id for lock in locks]
    left = (
        Dossier.objects.filter(id=dossier).exists(),
        any(lock.state != Lock.State.SHREDDED for lock in in_chunks(Lock, "id", held)),
        bool(in_chunks(Grant, "lock", held)),
        bool(in_chunks(Letter, "about", ids) or ties.belonging(ids)),
        bool(in_chunks(AttachmentPreview, "attachment", ids)),
    )
    if any(left):
        raise NotGone
