"""The stream of a dossier: contacts, notes and events in one line of time, opened and put into words.

Corrections stand with what they correct, what is pinned comes first, and what is shut says that it is there. Plain
dictionaries for the template; nothing is left to format there.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext

from kring.support.contacts.log.codelists import Direction, Kind
from kring.support.contacts.log.content import UNMARKED, Contact, OwnNote, Pin
from kring.support.contacts.log.models import ContactRecord
from kring.support.contacts.log.queries import HEADS
from kring.support.contacts.log.reading import StreamRow, contacts_in
from kring.support.dossier import words
from kring.support.dossier.content import SummaryContent
from kring.support.dossier.marks.content import About, Marks
from kring.support.dossier.marks.rules import client_reads
from kring.support.dossier.marks.words import said
from kring.support.dossier.models import Dossier
from kring.support.intake.codelists import LifeDomain
from kring.team.clock import today
from kring.vault.gate import Keys

Form = ContactRecord.Form
ICONS = {
    Kind.SCHOOL: "school", Kind.STREET: "street", Kind.HOME: "house", Kind.OFFICE: "cup", Kind.ALONG: "arrow",
    Kind.PHONE: "phone", Kind.CHAT: "chat", Kind.ONLINE: "net", Kind.GROUP: "team", Kind.CONTEXT: "family",
    Kind.ROUND: "street", Kind.VIDEO: "eye", Kind.LETTER: "mail", Kind.VISIT: "hand", Kind.SERVICE: "work",
    Kind.CHANCE: "street",
}  # fmt: skip
ALL, CONTACTS, EVENTS, OWN, CLIENT = "", "contacts", "events", "own", "client"
HOLDING = (Form.CONTACT, Form.SHARED, Form.CORRECTION)
"""Rows that hold a contact."""
FILTERS = {ALL: HEADS, CONTACTS: HEADS[:2], EVENTS: ("-",), OWN: (Form.OWN,), CLIENT: HEADS[:2]}
"""Which rows a filter shows. CLIENT: as the client will read it (MIN-07)."""


@dataclass
class Opened:
    """A page of the stream, opened: contacts by row, what is beside them, and who has to be named."""

    rows: list[StreamRow]
    contacts: Mapping[str, Contact]
    own: Mapping[str, OwnNote]
    pinned: set[str]
    me: str
    corrections: dict[str, list[Contact]] = field(default_factory=dict)

    @property
    def authors(self) -> set[str]:
        """Principals that are named on the page."""
        return {one.by for one in self.contacts.values()}


def opened(keys: Keys, rows: Iterable[StreamRow]) -> Opened:
    """Open what this colleague may; own notes of others leave no trace. Raises `Refused` when a row was moved."""
    held = {part.lock for part in keys.all_parts.values()}
    by_form: dict[str, list[StreamRow]] = {}
    for row in rows:
        if row.lock in held or row.form == Form.SENSITIVE:
            by_form.setdefault(row.form, []).append(row)
    pins, corrected, notes = (by_form.get(form, []) for form in (Form.PIN, Form.CORRECTION, Form.OWN))
    contacts = contacts_in(keys, [row for form in HOLDING for row in by_form.get(form, [])])
    last: dict[str | None, Pin] = {}
    for row, pin in zip(pins, keys.open_all(ContactRecord, pins, Pin), strict=True):
        if row.of_id not in last or last[row.of_id].at <= pin.at:
            last[row.of_id] = pin
    corrections: dict[str, list[Contact]] = {}
    for row in corrected:
        corrections.setdefault(row.of_id or "", []).append(contacts[row.id])
    for told in corrections.values():
        told.sort(key=lambda one: one.noted_at)
    own = dict(zip((row.id for row in notes), keys.open_all(ContactRecord, notes, OwnNote), strict=True))
    heads = [row for form in HEADS for row in by_form.get(form, [])]
    pinned = {row for row, one in last.items() if row and one.pinned}
    return Opened(heads, contacts, own, pinned, keys.actor, corrections)


def lines(
    page: Opened,
    names: Mapping[str, Any],
    holders: Mapping[str, list[str]],
    *,
    show: str = ALL,
    dossier: str = "",
) -> list[dict[str, Any]]:
    """The entries of the stream, the newest first and what is pinned before all. holders: of sensitive notes."""
    saying = _Saying(page, names, reverse("desk:contact", args=[dossier, "-"])[:-1])
    told = []
    for row in page.rows:
        if row.form not in FILTERS[show]:
            continue
        if row.form == Form.SENSITIVE:
            line = _sensitive(row, holders.get(row.id, []), dossier)
        elif row.form == Form.OWN:
            line = saying.own(page.own[row.id])
        else:
            line = saying.contact(row)
        if show != CLIENT or line["client_reads"]:
            told.append(line)
    told.sort(key=lambda line: (line["pinned"], line["at"]), reverse=True)
    return told


def events(dossier: Dossier, summary: SummaryContent, since: date, before: date | None) -> list[dict[str, Any]]:
    """What happened to the dossier itself, between these days."""
    happened = [(dossier.opened_on, gettext("A role was taken"), "folder")]
    happened += [
        (step.on, gettext("Done: %(step)s") % {"step": words.phase(step.phase)}, "check") for step in summary.steps
    ]
    if dossier.closed_on:
        happened.append((dossier.closed_on, gettext("Closed"), "check"))
    return [
        _line(title, icon, "r", _midnight(on), words.day_and_year(on, today()))
        for on, title, icon in happened
        if on >= since and (before is None or on < before)
    ]


class _Saying:
    """Puts the rows of one page into words; what is the same for all of them is looked up once."""

    def __init__(self, page: Opened, names: Mapping[str, Any], base: str) -> None:
        self.page, self.base = page, base
        self.today, self.zone = today(), timezone.get_current_timezone()
        self.kinds: dict[tuple[str, bool], tuple[str, str]] = {}
        self.say_day, self.say_noted, self.say_next = words.day_and_year.here(), words.day.here(), words.by_when.here()
        self.names = {person: _name(names, person) for person in page.authors}
        self.all_names = names
        self.marked: tuple[Marks, bool, str] | None = None

    def contact(self, row: StreamRow) -> dict[str, Any]:
        page = self.page
        first, later = page.contacts[row.id], page.corrections.get(row.id, ())
        one = later[-1] if later else first
        title, icon = self._kind(one)
        at, noted = one.at.astimezone(self.zone), one.noted_at.astimezone(self.zone).date()
        day = at.date()
        _, reads, marks = self._marked(one.marks)
        return {
            "title": title,
            "icon": icon,
            "dot": "b",
            "at": one.at,
            "when": f"{self.say_day(day, self.today)}, {at.hour:02}.{at.minute:02} · {self.names[one.by]}",
            "pinned": row.id in page.pinned,
            "client_reads": not one.struck and reads,
            "text": one.sentence,
            "voice": one.client_words,
            "small": _small(one),
            "next": self._next(one),
            "noted": self.say_noted(noted) if not later and noted != day else "",
            "corrected": [
                _stood(told, self.all_names, said.noted_at)
                for told, said in zip([first, *later], later, strict=False)
            ] if later else (),
            "struck": one.struck,
            "shared": max(len(one.dossiers) - 1, 0) if first.by == page.me else 0,
            "marks": marks,
            "url": self.base + row.id,
        }  # fmt: skip

    def own(self, note: OwnNote) -> dict[str, Any]:
        at = note.at.astimezone(self.zone)
        when = f"{words.day_and_year(at.date(), self.today)}, {at:%H.%M}"
        return _line(gettext("Own note, for you alone"), "pen", "y", note.at, when) | {"text": note.text}

    def _marked(self, marks: Marks) -> tuple[Marks, bool, str]:
        """Whether the client reads it, and the marks in words. Most of a page have the same, and say nothing."""
        if self.marked is None or self.marked[0] is not marks:
            told = " · ".join(said(marks, usual=About.CLIENT) if marks != UNMARKED else ())
            self.marked = marks, client_reads(marks, self.today), told
        return self.marked

    def _next(self, one: Contact) -> str:
        if not one.next_step and one.next_step_on is None:
            return ""
        return ", ".join(filter(None, [one.next_step, self.say_next(one.next_step_on, self.today)]))

    def _kind(self, one: Contact) -> tuple[str, str]:
        if (one.kind, one.made) not in self.kinds:
            kind = Kind(one.kind)
            title = str(kind.label) if one.made else gettext("%(how)s, not reached") % {"how": kind.label}
            self.kinds[one.kind, one.made] = title, ICONS[kind]
        return self.kinds[one.kind, one.made]


def _sensitive(row: StreamRow, holders: list[str], dossier: str) -> dict[str, Any]:
    line = _line(gettext("A sensitive note"), "lock", "", _midnight(row.on), words.day_and_year(row.on, today()))
    who = ", ".join(holders)
    return line | {"closed": True, "holders": who, "url": reverse("desk:sensitive_note", args=[dossier, row.id])}


def _line(title: str, icon: str, dot: str, at: datetime, when: str) -> dict[str, Any]:
    return {
        "title": title, "icon": icon, "dot": dot, "at": at, "when": when, "pinned": False, "client_reads": False
    }  # fmt: skip


def _stood(one: Contact, names: Mapping[str, Any], corrected_at: datetime) -> dict[str, str]:
    """What stood before a correction, and when it was corrected."""
    at = timezone.localtime(one.at)
    text = " ".join(filter(None, [str(Kind(one.kind).label), f"{words.day(at.date())}, {at:%H.%M}.", one.sentence]))
    return {"text": text, "voice": one.client_words, "by": _name(names, one.by), "on": words.day(corrected_at.date())}


def _small(one: Contact) -> str:
    """Where, who sought whom, and what it was about."""
    if not one.place and not one.domains and one.direction == Direction.WORKER:
        return ""
    direction = "" if one.direction == Direction.WORKER else str(Direction(one.direction).label)
    return " · ".join(filter(None, [one.place, direction, *(str(LifeDomain(code).label) for code in one.domains)]))


def _name(names: Mapping[str, Any], principal: str) -> str:
    return names[principal].name.split()[0] if principal in names else gettext("somebody who left")


def _midnight(on: date) -> datetime:
    return timezone.make_aware(datetime(on.year, on.month, on.day))  # noqa: DTZ001  made aware right here
