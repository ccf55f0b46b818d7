"""Counting one's own dossiers, slice by slice, and handing in the sums: the only place here that opens a file.

How far one is lies sealed in one's own letterbox, so that it goes on where it broke off. Sensitive and own notes are
not opened, nor what is frozen, nor what was passed on.
"""

from collections.abc import Iterable, Iterator
from typing import Any

from django.db.models import Q

from kring.privacy.access import sources
from kring.privacy.unused import rules
from kring.privacy.unused.content import FieldCounting, FieldSums
from kring.privacy.unused.models import FieldRound
from kring.privacy.unused.queries import FIELDS, office, sound
from kring.support.contacts.log.content import Contact
from kring.support.contacts.log.models import ContactRecord
from kring.support.contacts.log.reading import ALONE, contacts_in
from kring.support.dossier import rows
from kring.support.dossier.content import Identity, SummaryContent
from kring.support.dossier.models import Dossier
from kring.vault import catalogue, gate, letterbox
from kring.vault.acts import Act, acting
from kring.vault.gate import Keys, Session
from kring.vault.keycheck import OWN
from kring.vault.models import Letter
from kring.vault.refusals import Conflict

PARTS = ("summary", "identity", "referral", "journal", "network", "plan", "minutes", "statements")
"""What is opened to count in."""
FORMS = (*ALONE, ContactRecord.Form.SHARED)
SLICE = 40
"""Dossiers of one request."""


def kinds() -> list[type[Any]]:
    """Every kind of content that is counted, in the order of the tables."""
    beside = (
        kind for source in sources.SOURCES for code, kind in source.contents.items() if source.parts.get(code) in PARTS
    )
    return list(dict.fromkeys((SummaryContent, Identity, Contact, *beside)))


def names() -> list[str]:
    """Every field that is counted."""
    return rules.counted(kinds(), catalogue.lines())


def begin(session: Session, one: FieldRound, *, once: str) -> None:
    """Count again from the first dossier on: what was handed in before stays until this is. Twice is once."""
    me = session.person
    with acting("fields.begin", by=me, on=[me]) as act:
        if act.once(f"fields {once}", lock=me, outcome=one.id) is None and mine(me, one)[0] is None:
            letterbox.drop(act, FieldCounting(), owner=me, kind=FIELDS, about=one.id, author=me)


def mine(person: str, one: FieldRound) -> tuple[Letter | None, Letter | None]:
    """How far somebody is, in the own letterbox, and what was handed in, in that of the office: both sealed."""
    found = Letter.objects.filter(Q(letterbox__owner=person) | Q(author=person), kind=FIELDS, about=one.id)
    letters = sound(found.select_related("letterbox"))
    begun = next((letter for letter in letters if letter.letterbox.owner == person), None)
    return begun, next((letter for letter in letters if letter.author == person and letter is not begun), None)


def so_far(session: Session, letter: Letter) -> FieldCounting:
    """How far one is. Raises `Refused`."""
    keys = gate.entering(session, act="fields.so_far", of=[session.person], parts=[OWN])
    [found] = letterbox.read(keys, [letter], FieldCounting, owner=session.person)
    return found


def go_on(session: Session, one: FieldRound) -> bool:
    """Count the next dossiers; whether the sums were handed in now. Raises `Conflict` when another page went on."""
    letter, _handed = mine(session.person, one)
    if letter is None:
        return True
    before = so_far(session, letter)
    held = _next(session.person, before.past)
    sums = before.sums + count(session, held[:SLICE])
    if len(held) > SLICE:
        with acting("fields.go_on", by=session.person, on=[session.person]) as act:
            after = FieldCounting(held[SLICE - 1].id, sums)
            letterbox.drop_anew(act, letter, after, kind=FIELDS, about=one.id)
        return False
    with acting("fields.hand_in", by=session.person, on=[one.id]) as act:
        _check_open(one)
        _hand_in(act, session.person, one, sums)
        act.change(letter, dropped_at=letter.dropped_at)  # nobody else went on from here
        act.erase([letter])
    return True


def count(session: Session, held: list[Dossier]) -> FieldSums:
    """In how many of these dossiers each field says something; one entry in the journal. Shut ones are not counted."""
    if not held:
        return FieldSums()
    ids = [one.id for one in held]
    keys = gate.entering(session, act="fields.count", of=ids, parts=PARTS, strict=False)
    files: dict[str, list[Any]] = {one.id: [] for one in held if keys.holds(one.id, "summary")}
    for dossier, content in _contents(keys, [one for one in held if one.id in files]):
        files[dossier].append(content)
    return sum((rules.of_one_file(contents) for contents in files.values()), FieldSums())


def _contents(keys: Keys, held: list[Dossier]) -> Iterator[tuple[str, Any]]:
    """What lies in these dossiers, each with its own."""
    ids = [one.id for one in held]
    for one in held:
        yield one.id, rows.summary(keys, one)
        if keys.holds(one.id, "identity"):
            yield one.id, keys.open(one.identity, Identity)
    yield from _contacts(keys, ids)
    for row in sources.rows(ids):
        source = sources.SOURCES[row.at]
        part, kind = source.parts.get(row.kind, ""), source.contents.get(row.kind)
        if part in PARTS and kind is not None and _is_own(keys, row.dossier, part, row.lock):
            [content] = keys.open_all(source.model, [row], kind)
            yield row.dossier, content


def _contacts(keys: Keys, ids: Iterable[str]) -> Iterator[tuple[str, Contact]]:
    found = ContactRecord.objects.filter(dossier__in=ids, form__in=FORMS)
    of = {row.id: row.dossier_id or "" for row in found}
    here = [row for row in found if _is_own(keys, of[row.id], "journal", row.lock)]
    for row_id, contact in contacts_in(keys, here).items():
        yield of[row_id], contact


def _is_own(keys: Keys, dossier: str, part: str, lock: str) -> bool:
    return keys.holds(dossier, part) and keys.part(dossier, part).lock == lock


def _next(person: str, past: str) -> list[Dossier]:
    """The next dossiers somebody holds, and one more to see whether there is."""
    found = rows.where("d.holder = %s AND d.id > %s ORDER BY d.id LIMIT %s", [person, past, SLICE + 1])
    return [row.verified() for row in found]


def _check_open(one: FieldRound) -> None:
    """Raise `Conflict` when the round ended meanwhile."""
    if not FieldRound.objects.select_for_update(no_key=True).filter(id=one.id, state=FieldRound.State.OPEN).exists():
        raise Conflict


def _hand_in(act: Act, person: str, one: FieldRound, sums: FieldSums) -> None:
    """Into the letterbox of the office; what the same colleague handed in before is replaced."""
    if not sums.files:
        return
    to = office()
    wanted = set(names()) | {kind.__name__ for top in kinds() for kind in rules.within(top)}
    told = FieldSums(sums.files, {name: number for name, number in sorted(sums.filled.items()) if name in wanted})
    before = next(
        iter(sound(Letter.objects.filter(letterbox__owner=to, kind=FIELDS, about=one.id, author=person))), None
    )
    if before is None:
        letterbox.drop(act, told, owner=to, kind=FIELDS, about=one.id, author=person)
    else:
        letterbox.drop_anew(act, before, told, kind=FIELDS, about=one.id)
