"""The fact of each contact: in which dossier, on which day, how, how long, by whom; never a word of it, nor the hour.

The row of the contact carries it, so that noting one costs no statement more (decision 0104). A correction carries it
anew, in the place of the one before; a contact that should not have been written leaves none. What does not live here:
counting (reporting).
"""

from collections.abc import Iterable, Iterator, Sequence

from kring.support.contacts.log.content import Contact, ContactNoted
from kring.support.contacts.log.models import ContactRecord
from kring.support.contacts.log.reading import contacts_in
from kring.support.dossier import figures_source
from kring.support.dossier.content import SummaryContent
from kring.vault import facts
from kring.vault.acts import Act
from kring.vault.facts import Entry
from kring.vault.gate import Keys, Session
from kring.vault.primitives import Key

NOTED = "contact_noted"
Form = ContactRecord.Form
HEADS = (Form.CONTACT, Form.SHARED)


def fact_of(keys: Keys, summary: SummaryContent, head: ContactRecord, contact: Contact, *, by: str) -> Entry | None:
    """The fact of a contact as it stands; None to who holds no key that facts of this dossier are named with.

    head: the row it was noted in. by: who noted it, whoever corrected it. The holder tells it again (`told_again`).
    """
    dossier = str(head.dossier_id)
    if not facts.can_name(keys, bundle=dossier, part="summary"):
        return None
    said = ContactNoted(head.on, contact.kind, contact.made, contact.minutes, facts.worker(by))
    first = facts.row_key(keys, bundle=dossier, part="summary")
    return Entry(NOTED, first, _event(head.id), said, figures_source.on_day(keys, dossier, summary, head.on))


def carry(session: Session, row: ContactRecord, entry: Entry | None, *, struck: bool = False) -> None:
    """Let the row that is about to be written carry it."""
    if entry is not None:
        facts.carry(session, row, entry, happened=not struck)


def unload(act: Act, head: ContactRecord) -> None:
    """What was carried of this contact so far is out of date."""
    rows = ContactRecord.objects.filter(id=head.id) | ContactRecord.objects.filter(of=head)
    act.unload(ContactRecord, rows.filter(told__isnull=False).values_list("id", flat=True))


def told_again(keys: Keys, summary: SummaryContent, rows: Sequence[ContactRecord]) -> Iterator[Entry]:
    """The facts of all contacts among these rows of one dossier, as they stand after their corrections."""
    heads = [row for row in rows if row.form in HEADS]
    corrections = [row for row in rows if row.form == Form.CORRECTION]
    opened = contacts_in(keys, [*heads, *corrections])
    last = {row.of_id: opened[row.id] for row in sorted(corrections, key=lambda row: opened[row.id].noted_at)}
    for head in heads:
        stands = last.get(head.id, opened[head.id])
        entry = fact_of(keys, summary, head, stands, by=opened[head.id].by)
        if entry is not None and not stands.struck:
            yield entry


def names(first: Key, rows: Iterable[ContactRecord]) -> list[str]:
    """The ids of the facts of these contacts, for who erases them without a key."""
    return [facts.fact_id(first, _event(row.id)) for row in rows if row.form in HEADS]


def _event(record: str) -> str:
    return f"contact {record}"
