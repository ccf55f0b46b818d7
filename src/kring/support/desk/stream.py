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

from kring.support.contacts.log import rules
from kring.support.contacts.log.codelists import About, Direction, Kind
from kring.support.contacts.log.content import Contact, Marks, OwnNote, Pin
from kring.support.contacts.log.models import ContactRecord
from kring.support.contacts.log.queries import HEADS
from kring.support.contacts.log.reading import contacts_in
from kring.support.dossier import words
from kring.support.dossier.content import SummaryContent
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
FILTERS = {ALL: HEADS, CONTACTS: HEADS[:2], EVENTS: ("-",), OWN: (Form.OWN,), CLIENT: HEADS[:2]}
"""Which rows a filter shows. CLIENT: as the client will read it (MIN-07)."""


@dataclass
class Opened:
    """A page of the stream, opened: contacts by row, what is beside them, and who has to be named."""

    rows: list[ContactRecord]
    contacts: Mapping[str, Contact]
    own: Mapping[str, OwnNote]
    pinned: set[str]
    corrections: dict[str, list[Contact]] = field(default_factory=dict)

    @property
    def authors(self) -> set[str]:
        """Principals that are named on the page."""
        return {one.by for one in self.contacts.values()}


def opened(keys: Keys, rows: Iterable[ContactRecord]) -> Opened:
    """Open what this colleague may; own notes of others leave no trace. Raises `Refused` when a row was moved."""
    held = {part.lock for part in keys.all_parts.values()}
    mine = [row for row in rows if row.lock in held]
    shut = [row for row in rows if row.form == Form.SENSITIVE]
    contacts = contacts_in(keys, mine)
    pins: dict[str, Pin] = {}
    corrections: dict[str, list[Contact]] = {}
    for row in mine:
        if row.form == Form.PIN and row.of_id:
            one = keys.open(row, Pin)
            if row.of_id not in pins or pins[row.of_id].at <= one.at:
                pins[row.of_id] = one
        elif row.form == Form.CORRECTION and row.of_id:
            corrections.setdefault(row.of_id, []).append(contacts[row.id])
    for told in corrections.values():
        told.sort(key=lambda one: one.noted_at)
    own = {row.id: keys.open(row, OwnNote) for row in mine if row.form == Form.OWN}
    heads = [row for row in mine if row.form in HEADS] + shut
    return Opened(heads, contacts, own, {row for row, one in pins.items() if one.pinned}, corrections)


def lines(
    page: Opened,
    names: Mapping[str, Any],
    holders: Mapping[str, list[str]],
    *,
    show: str = ALL,
    dossier: str = "",
) -> list[dict[str, Any]]:
    """The entries of the stream, the newest first and what is pinned before all. holders: of sensitive notes."""
    base = reverse("desk:contact", args=[dossier, "-"])[:-1]
    told = []
    for row in page.rows:
        if row.form not in FILTERS[show]:
            continue
        if row.form == Form.SENSITIVE:
            line = _sensitive(row, holders.get(row.id, []), dossier)
        elif row.form == Form.OWN:
            line = _own(row, page.own[row.id])
        else:
            line = _contact(row, page, names, base)
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


def _contact(row: ContactRecord, page: Opened, names: Mapping[str, Any], base: str) -> dict[str, Any]:
    first, later = page.contacts[row.id], page.corrections.get(row.id, [])
    one = later[-1] if later else first
    at = timezone.localtime(one.at)
    by = _name(names, one.by)
    kind = Kind(one.kind)
    title = str(kind.label) if one.made else gettext("%(how)s, not reached") % {"how": kind.label}
    line = _line(title, ICONS[kind], "b", one.at, f"{words.day_and_year(at.date(), today())}, {at:%H.%M} · {by}")
    noted = timezone.localtime(one.noted_at).date()
    line |= {
        "text": one.sentence,
        "voice": one.client_words,
        "small": " · ".join(filter(None, [_place(one), _direction(one), *_domains(one)])),
        "next": ", ".join(filter(None, [one.next_step, words.by_when(one.next_step_on, today())])),
        "noted": words.day(noted) if not later and noted != at.date() else "",
        "corrected": [_stood(told, names, said.noted_at) for told, said in zip([first, *later], later, strict=False)],
        "struck": one.struck,
        "shared": max(len(one.dossiers) - 1, 0),
        "marks": marks_in_words(one.marks),
        "pinned": row.id in page.pinned,
        "url": base + row.id,
        "client_reads": not one.struck and rules.client_reads(one.marks, today()),
    }
    line["more"] = any(line[name] for name in ("next", "small", "noted", "corrected", "shared", "marks"))
    return line


def _own(row: ContactRecord, note: OwnNote) -> dict[str, Any]:
    at = timezone.localtime(note.at)
    when = f"{words.day_and_year(at.date(), today())}, {at:%H.%M}"
    return _line(gettext("Own note, for you alone"), "pen", "y", note.at, when) | {"text": note.text}


def _sensitive(row: ContactRecord, holders: list[str], dossier: str) -> dict[str, Any]:
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


def marks_in_words(marks: Marks) -> list[str]:
    """The marks that are set, said (MIN-01)."""
    said = [] if marks.about == About.CLIENT else [str(About(marks.about).label)]
    said += [gettext("in confidence")] if marks.in_confidence else []
    said += [gettext("for a court")] if marks.for_court else []
    if marks.agogic:
        said.append(
            gettext("not for the client now, looked at again on %(day)s") % {"day": words.day(marks.agogic.review_on)}
        )
    return said


def _place(one: Contact) -> str:
    return one.place


def _direction(one: Contact) -> str:
    return "" if one.direction == Direction.WORKER else str(Direction(one.direction).label)


def _domains(one: Contact) -> list[str]:
    return [str(LifeDomain(code).label) for code in one.domains]


def _name(names: Mapping[str, Any], principal: str) -> str:
    return names[principal].name.split()[0] if principal in names else gettext("somebody who left")


def _midnight(on: date) -> datetime:
    return timezone.make_aware(datetime(on.year, on.month, on.day))  # noqa: DTZ001  made aware right here
