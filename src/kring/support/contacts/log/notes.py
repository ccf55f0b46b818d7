"""Notes under a lock of their own: a sensitive note for its author and who is named, own notes for their author.

The lock of own notes is one per colleague and dossier; its bundle is made from both, so it is found without a look.
"""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date

from django.utils import timezone

from kring.support.contacts.log.content import OwnNote, SensitiveNote
from kring.support.contacts.log.models import ContactRecord
from kring.support.contacts.log.when import case_now
from kring.support.dossier.models import Dossier
from kring.support.dossier.queries import carried
from kring.team import queries as team
from kring.vault import gate, sharing
from kring.vault.acts import Act, acting
from kring.vault.gate import Keys, Session
from kring.vault.models import Envelope, Lock
from kring.vault.primitives import digest, encode, id_of, mac
from kring.vault.refusals import Refused
from kring.vault.server_keys import server_keys
from kring.vault.sharing import Holder

SENSITIVE, OWN = "sensitive", "own_notes"
Form = ContactRecord.Form


def own_bundle(dossier: str, person: str) -> str:
    """The bundle of somebody's own notes about a dossier."""
    return id_of(mac(server_keys().of("own notes", 0), encode(dossier, person)))


def may_be_named(dossier: Dossier) -> set[str]:
    """Who may read a sensitive note beside its author: those around the dossier (SEC-03)."""
    return set(carried(dossier).people)


def write_sensitive(session: Session, dossier: str, note: SensitiveNote, *, named: Sequence[str], once: str) -> str:
    """Keep a sensitive note under a lock of its own; the id of its row. Raises `Refused`."""
    gate.entering(session, act="contacts.sensitive", of=[dossier], parts=["summary"])
    row = Dossier.objects.filter(id=dossier).first()
    if row is None or not set(named) <= may_be_named(row.verified()):
        raise Refused
    written = replace(note, by=session.person)
    with acting("contacts.sensitive", by=session.person, on=[dossier]) as act:
        record = ContactRecord(dossier=row, on=_day(), form=Form.SENSITIVE)
        known = act.once(_once(once, written.topic, written.text, repr(written.marks)), lock=dossier, outcome=record.id)
        if known is not None:
            return known
        readers = sharing.holders(dict.fromkeys([session.person, *named]))
        keys = sharing.found(act, bundle=record.id, parts={SENSITIVE: [*readers, *_recovery()]})
        keys.seal(record, written, bundle=record.id, part=SENSITIVE)
        act.add(record)
        return record.id


def read_sensitive(session: Session, dossier: str, record: str) -> SensitiveNote:
    """Open one sensitive note; who stands around the dossier no more opens none. Raises `Refused`."""
    keys = gate.entering(
        session,
        act="contacts.read_sensitive",
        of=[dossier],
        beside=[record],
        parts=["summary", SENSITIVE],
        strict=False,
        needed=["summary"],
    )
    row = ContactRecord.objects.filter(id=record, dossier=dossier, form=Form.SENSITIVE).first()
    if row is None:
        raise Refused
    return keys.open(row, SensitiveNote)


def sensitive_notes(dossier: str) -> list[str]:
    """The bundles of all sensitive notes of a dossier: who moves its keys enters these too."""
    return list(ContactRecord.objects.filter(dossier=dossier, form=Form.SENSITIVE).values_list("id", flat=True))


def leave(act: Act, dossier: Dossier, left: Iterable[str], *, keys: Keys | None = None, to: str = "") -> None:
    """Take the sensitive notes from who stands around a dossier no more, where somebody who stays reads them.

    One that nobody who stays could read goes to the colleague `to` when `keys` open it; else its author keeps the key,
    with which no page opens it, and two trustees can help.
    """
    gone, around = set(left), may_be_named(dossier)
    for note in sensitive_notes(dossier.id):
        present = {holder for holder, _bundle in sharing.holders_of([note])}
        stays = bool(present & around - gone)
        if not stays and keys is not None and keys.holds(note, SENSITIVE):
            sharing.give_parts(act, keys, bundle=note, parts=[SENSITIVE], to=sharing.holders([to]))
            stays = True
        for person in sorted(present & gone) if stays else ():
            sharing.withdraw(act, bundle=note, parts=[SENSITIVE], holder=person)


def write_own(session: Session, dossier: str, text: str, *, once: str) -> str:
    """Keep a note for oneself about a dossier; the id of its row. Raises `Refused`."""
    bundle = own_bundle(dossier, session.person)
    parts = ["summary", OWN]
    keys = gate.entering(
        session, act="contacts.own_note", of=[dossier], beside=[bundle], parts=parts, strict=False, needed=["summary"]
    )
    note = OwnNote(text, case_now(), dossier)
    with acting("contacts.own_note", by=session.person, on=[dossier]) as act:
        record = ContactRecord(dossier_id=dossier, on=_day(), form=Form.OWN)
        known = act.once(_once(once, text), lock=bundle, outcome=record.id)
        if known is not None:
            return known
        keys = _own_at_hand(act, keys, session.person, dossier, bundle)
        keys.seal(record, note, bundle=bundle, part=OWN)
        act.add(record)
        return record.id


def _own_at_hand(act: Act, keys: Keys, person: str, dossier: str, bundle: str) -> Keys:
    """The dossier's row is locked meanwhile: two first notes at once make one lock."""
    if keys.holds(bundle, OWN):
        return keys
    Dossier.objects.select_for_update(no_key=True).get(id=dossier)
    if Lock.objects.filter(bundle=bundle, part=OWN, state=Lock.State.OPEN).exists():
        raise Refused
    return keys.joined(sharing.found(act, bundle=bundle, parts={OWN: [*sharing.holders([person]), *_recovery()]}))


def _recovery() -> list[Holder]:
    recovery = team.recovery()
    return sharing.holders([recovery], Envelope.Kind.RECOVERY) if recovery else []


def _once(once: str, *said: str) -> str:
    return f"note {once} {digest(encode(*said)).hex()}"


def _day() -> date:
    return timezone.localtime(case_now()).date()
