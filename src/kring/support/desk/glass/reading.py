"""One part in plain words, to read once: headings with facts, and entries of the line of time; nothing to press."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from django.db import connection
from django.utils.functional import Promise
from django.utils.safestring import SafeString
from django.utils.translation import gettext

from kring.support.contacts.log import queries as log
from kring.support.desk import entries, stream
from kring.support.desk.reasons import SENTENCES, Reason
from kring.support.desk.sealed import Row
from kring.support.dossier import words
from kring.support.dossier.content import Identity
from kring.support.dossier.glass.actions import OPENS
from kring.support.dossier.glass.content import Part
from kring.support.dossier.opening import Opened
from kring.support.network import show
from kring.support.network.queries import network_of
from kring.support.plan import shown as plan
from kring.support.plan.opening import read_plan
from kring.team import queries as team
from kring.team.clock import today
from kring.vault.models import Lock
from kring.vault.reading import day


@dataclass(frozen=True, slots=True)
class Piece:
    """A heading with facts (a name, what it says) below it."""

    title: str
    facts: list[tuple[str, Any]] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Read:
    """A part as it is shown: pieces or entries. Both are empty where nothing was written yet. shut: why it stays so."""

    pieces: list[Piece] = field(default_factory=list)
    entries: SafeString | str = ""
    shut: Promise | str = ""


def read(opened: Opened, part: Part) -> Read:
    """The part that opened, in words."""
    shut = _frozen(opened, OPENS[part][-1])
    if part is Part.BASIS:
        return Read(pieces=list(_basis(opened)), shut=shut)
    if not opened.holds(part.value):
        return Read(shut=shut)
    if part is Part.JOURNAL:
        return Read(entries=_journal(opened))
    return Read(pieces=list(_network(opened) if part is Part.NETWORK else _plan(opened)))


def _frozen(opened: Opened, part: str) -> Promise | str:
    """That a part is frozen, where it did not open: nobody is to think that nothing was written in it."""
    if opened.holds(part):
        return ""
    locks = Lock.objects.filter(bundle=opened.dossier.id, part=part, state=Lock.State.FROZEN)
    return SENTENCES[Reason.FROZEN] if locks.exists() else ""


def _basis(opened: Opened) -> Iterator[Piece]:
    summary = opened.summary
    step = ", ".join(filter(None, [summary.next_step, words.by_when(summary.next_step_on, today())]))
    last = words.day(summary.last_contact_on) if summary.last_contact_on else gettext("none yet")
    yield Piece(gettext("In short"), [(gettext("Last contact"), last), (gettext("Next step"), step or "–")])
    if opened.holds("identity") and hasattr(opened.dossier, "identity"):
        who = words.who(opened.keys.open(opened.dossier.identity, Identity))
        yield Piece(gettext("Who it is"), list(who))


def _journal(opened: Opened) -> SafeString:
    """The newest contacts; sensitive and own notes do not even show that they are there."""
    asked = log.stream(opened.dossier.id, heads=stream.FILTERS[stream.CONTACTS])
    with connection.cursor() as cursor:
        cursor.execute(asked.sql, asked.filled)
        rows = [Row._make((*shut, day(on), of)) for *shut, on, of in cursor.fetchall()]
    page = stream.opened(opened.keys, rows)
    told = stream.lines(page, team.colleagues(page.authors), {}, show=stream.CONTACTS, dossier=opened.dossier.id)
    return entries.html({**line, "url": ""} for line in told)


def _network(opened: Opened) -> Iterator[Piece]:
    drawn = show.on_day(network_of(opened), today(), opened.summary.label)
    for group in drawn.groups:
        yield Piece(str(group.title), [(line.name, _tie(line)) for line in group.lines])


def _tie(line: show.Line) -> str:
    return ", ".join(str(said) for said in (line.role, line.ring, line.relation) if said)


def _plan(opened: Opened) -> Iterator[Piece]:
    found = read_plan(opened)
    made = plan.of(found, team.colleagues(plan.people_of(found)), opened.summary.label, today())
    for row in (*made.rows, *made.aside):
        facts: list[tuple[str, Any]] = [(gettext("Now"), row.now), (gettext("Wish of the client"), row.wish)]
        facts += [(one.what, f"{one.who} · {one.by_when} · {one.tag}") for one in row.actions]
        yield Piece(str(row.domain), [(name, said) for name, said in facts if said])
    if made.loose:
        loose = [(one.what, f"{one.who} · {one.by_when} · {one.tag}") for one in made.loose]
        yield Piece(gettext("Actions"), list(loose))
