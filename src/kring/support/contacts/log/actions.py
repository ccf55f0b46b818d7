"""What one does with contacts: log one in one or more dossiers, correct it, pin it.

Nothing is overwritten: a correction and a pin are rows of their own beside what they are about. The summary of each
dossier is told in the same act, so lists and rhythm are right the moment it is written.
"""

from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import date

from django.utils import timezone

from kring.support.contacts.log import figures, rules
from kring.support.contacts.log.content import Contact, Held, Pin
from kring.support.contacts.log.models import ContactRecord, SharedContact
from kring.support.contacts.log.reading import contact_in, tries_after
from kring.support.contacts.log.when import case_now
from kring.support.dossier import figures_source
from kring.support.dossier.actions import at_hand, write_summary
from kring.support.dossier.content import SummaryContent
from kring.support.dossier.models import Dossier
from kring.support.dossier.rows import of as dossiers_of
from kring.support.dossier.rows import summary
from kring.team.clock import today
from kring.vault import enclosed, facts, gate
from kring.vault.acts import Act, acting
from kring.vault.codec import Content, pack
from kring.vault.gate import Keys, Session
from kring.vault.primitives import digest
from kring.vault.refusals import Conflict, Refused

PART = "journal"
AGAIN = 2
Form = ContactRecord.Form
type Read = tuple[Dossier, SummaryContent]
"""A dossier and what its summary said when it was read."""


class MixedCircles(Exception):
    """One contact cannot stand in dossiers of different circles: that would tell one circle of the other (SEC-02)."""


@dataclass(frozen=True, slots=True)
class Logged:
    """What was written. record: the row in the first dossier; labels: of the dossiers it stands in."""

    record: str
    labels: tuple[str, ...]


def log_contact(session: Session, dossiers: Sequence[str], contact: Contact, *, once: str) -> Logged:
    """Write a contact in each of these dossiers, once, and tell their summaries.

    once: of the form; with the words in it, so that the same is written once and something else is not dropped.
    Raises `Refused`, `NotYet`, `MixedCircles`.
    """
    of = list(dict.fromkeys(dossiers))
    rules.check_past(contact.at, case_now())
    keys = gate.entering(session, act="contacts.log", of=of, parts=["summary", PART], strict=False, needed=["summary"])
    rows = dossiers_of(of)
    if not of or len(rows) != len(of):
        raise Refused
    if len({row.circle for row in rows}) > 1:
        raise MixedCircles
    written = replace(contact, by=session.person, dossiers=tuple(of) if len(of) > 1 else ())
    token = digest(pack(replace(written, noted_at=written.at))).hex()
    _give(session)
    read = _with_summaries(keys, rows)
    record = _log_or_again(session, keys, read, written, f"contact {once} {token}")
    return Logged(record, tuple(said.label for _, said in read))


def correct(session: Session, dossier: str, record: str, contact: Contact, *, once: str) -> str:
    """Append a correction to a contact of this dossier; the id of the correction. Raises `Refused`, `NotYet`."""
    rules.check_past(contact.at, case_now())
    keys = gate.entering(session, act="contacts.correct", of=[dossier], parts=["summary", PART])
    original = _contact_row(dossier, record)
    before = contact_in(keys, original)
    said = replace(contact, by=session.person, dossiers=before.dossiers)
    _give(session)
    fact = figures.fact_of(keys, summary(keys, dossiers_of([dossier])[0]), original, said, by=before.by)
    with acting("contacts.correct", by=session.person, on=[dossier]) as act:
        token = digest(pack(replace(said, noted_at=said.at))).hex()
        row = ContactRecord(dossier_id=dossier, on=original.on, form=Form.CORRECTION, of=original)
        known = act.once(f"correct {once} {token}", lock=dossier, outcome=row.id)
        if known is not None:
            return known
        figures.unload(act, original)
        figures.carry(session, row, fact, struck=said.struck)
        _add(act, keys, row, dossier, said)
        return row.id


def pin(session: Session, dossier: str, record: str, *, pinned: bool = True) -> None:
    """Keep a contact on top of the stream, or no longer. Raises `Refused`."""
    keys = gate.entering(session, act="contacts.pin", of=[dossier], parts=[PART])
    original = _contact_row(dossier, record)
    with acting("contacts.pin", by=session.person, on=[dossier]) as act:
        row = ContactRecord(dossier_id=dossier, on=original.on, form=Form.PIN, of=original)
        _add(act, keys, row, dossier, Pin(session.person, timezone.now(), pinned))


def day_of(contact: Contact) -> date:
    """The day it was, in the town."""
    return timezone.localtime(contact.at).date()


def _with_summaries(keys: Keys, rows: Sequence[Dossier]) -> list[Read]:
    return [(row, summary(keys, row)) for row in rows]


def _log_or_again(session: Session, keys: Keys, read: list[Read], contact: Contact, once: str) -> str:
    """A contact that somebody else logs in the same moment changes the same summary: it is told again, on top."""
    for _ in range(AGAIN):
        with suppress(Conflict):
            return _log(session, keys, read, contact, once)
        read = _with_summaries(keys, dossiers_of([row.id for row, _ in read]))
    return _log(session, keys, read, contact, once)


def _log(session: Session, keys: Keys, read: list[Read], contact: Contact, once: str) -> str:
    on, dossiers = day_of(contact), [row for row, _ in read]
    with acting("contacts.log", by=session.person, on=[row.id for row in dossiers]) as act:
        first = ContactRecord(dossier=dossiers[0], on=on, form=Form.CONTACT)
        known = act.once(once, lock=dossiers[0].id, outcome=first.id)
        if known is not None:
            return known
        for dossier in dossiers:
            keys = at_hand(act, keys, dossier, PART)
        act.look_ahead(part.lock for part in keys.all_parts.values())
        content: Content = contact
        if len(dossiers) > 1:
            shared, first.form = SharedContact(), Form.SHARED
            content = Held(shared.id, enclosed.enclose(act, shared, contact))
        for dossier, before in read:
            row = first if dossier is dossiers[0] else ContactRecord(dossier=dossier, on=on, form=first.form)
            figures.carry(session, row, figures.fact_of(keys, before, row, contact, by=session.person))
            _add(act, keys, row, dossier.id, content)
            _tell(act, keys, dossier, before, contact, on)
        return first.id


def _give(session: Session) -> None:
    """A browser's session gave the key of what rows carry when it began; one of a command has not."""
    if not session.id:
        facts.give_own(session)


def _add(act: Act, keys: Keys, row: ContactRecord, dossier: str, content: Content) -> None:
    keys.seal(row, content, bundle=dossier, part=PART)
    act.add(row)


def _tell(act: Act, keys: Keys, dossier: Dossier, before: SummaryContent, contact: Contact, on: date) -> None:
    after = tries_after(keys, dossier.id, on) if on < today() and rules.starts_anew(contact, on, before) else 0
    new = rules.changes(contact, on, before, after)
    if not new:
        return
    first = before.last_contact_on is None and "last_contact_on" in new
    said = replace(before, **new)
    said = replace(said, first_contact_on=on) if first else said
    write_summary(act, keys, dossier.summary, said)
    if first:
        facts.write_all(act, [figures_source.first_contact(keys, dossier=dossier.id, summary=said, on=on)])


def _contact_row(dossier: str, record: str) -> ContactRecord:
    """Raises `Refused` when it is no contact of this dossier."""
    found = ContactRecord.objects.filter(id=record, dossier=dossier, form__in=(Form.CONTACT, Form.SHARED)).first()
    if found is None:
        raise Refused
    return found
