"""A document as a page says it: the phone first, then where, when, for whom, and how one comes in. No database."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from kring.team.services.exchange import Document

SENTENCES: tuple[tuple[str, Promise], ...] = (
    ("application_process", _("How one comes in")),
    ("eligibility_description", _("For whom")),
    ("fees_description", _("What it costs")),
    ("wait_time", _("Waiting time")),
    ("interpretation_services", _("Interpreters")),
    ("transportation", _("How one gets there")),
    ("accreditations", _("Recognitions")),
)
WEEK = {
    "MO": _("Monday"),
    "TU": _("Tuesday"),
    "WE": _("Wednesday"),
    "TH": _("Thursday"),
    "FR": _("Friday"),
    "SA": _("Saturday"),
    "SU": _("Sunday"),
}


@dataclass(frozen=True, slots=True)
class Phone:
    """A number as it is said and as it is dialled."""

    number: str
    dial: str
    about: str


@dataclass(frozen=True, slots=True)
class Entry:
    """One document in words. facts: (name, text). inside: services of an organisation, places of a service."""

    name: str
    also: str
    organisation: str
    about: str
    alert: str
    status: str
    phones: list[Phone] = field(default_factory=list)
    email: str = ""
    site: str = ""
    places: list[str] = field(default_factory=list)
    hours: list[str] = field(default_factory=list)
    people: list[str] = field(default_factory=list)
    facts: list[tuple[Promise, str]] = field(default_factory=list)
    inside: list["Entry"] = field(default_factory=list)


def entry(document: Document, *, inside: bool = True) -> Entry:
    """The document in words; fields of another sort than expected are left to the whole file below the page."""
    holders = [document, *_holders(document)]
    site = next(filter(None, (_text(document, name) for name in ("url", "website"))), "")
    return Entry(
        name=called(document),
        also=_text(document, "alternate_name"),
        organisation=_text(_object(document, "organization"), "name"),
        about=_text(document, "description"),
        alert=_text(document, "alert"),
        status=_text(document, "status"),
        phones=list({one.dial: one for one in _phones(holders)}.values()),
        email=_text(document, "email"),
        site=site if site.startswith(("http://", "https://")) else "",
        places=list(dict.fromkeys(_places(holders))),
        hours=list(dict.fromkeys(_hours(holders))),
        people=list(dict.fromkeys(_people(holders))),
        facts=[(name, said) for field_name, name in SENTENCES if (said := _text(document, field_name))],
        inside=[entry(one, inside=False) for one in _many(document, "services")] if inside else [],
    )


def called(document: Document) -> str:
    """The name of a document: its own, or that of the service or place in it."""
    own = [document, _object(document, "service"), _object(document, "location")]
    return next(filter(None, (_text(one, "name") for one in own)), "")


def city(document: Document) -> str:
    """Where it is, in a word."""
    for holder in [document, *_holders(document)]:
        for address in _many(holder, "addresses"):
            if said := _text(address, "city"):
                return said
    return ""


def _holders(document: Document) -> Iterator[Document]:
    """The places in a document that have phones, hours and addresses of their own."""
    for one in _many(document, "service_at_locations"):
        yield one
        yield _object(one, "location")
    yield from _many(document, "locations")
    for name in ("location", "service", "organization"):
        yield _object(document, name)


def _phones(holders: list[Document]) -> Iterator[Phone]:
    for holder in holders:
        people = _many(holder, "contacts")
        for one in [*_many(holder, "phones"), *(phone for person in people for phone in _many(person, "phones"))]:
            number = _text(one, "number").strip('"')
            dial = "".join(sign for sign in number if sign.isdigit() or sign == "+")
            if dial:
                yield Phone(number, dial, _text(one, "description"))


def _places(holders: list[Document]) -> Iterator[str]:
    for holder in holders:
        for one in _many(holder, "addresses"):
            street = ", ".join(filter(None, (_text(one, name) for name in ("address_1", "address_2"))))
            town = " ".join(filter(None, (_text(one, name) for name in ("postal_code", "city"))))
            if street or town:
                yield ", ".join(filter(None, (_text(holder, "name"), street, town)))


def _hours(holders: list[Document]) -> Iterator[str]:
    for holder in holders:
        for one in _many(holder, "schedules"):
            days = ", ".join(str(WEEK[day]) for day in _text(one, "byday").split(",") if day in WEEK)
            hours = "–".join(filter(None, (_text(one, name)[:5] for name in ("opens_at", "closes_at"))))
            said = [" ".join(filter(None, (days, hours))), _text(one, "description"), _text(one, "notes")]
            if any(said):
                yield ". ".join(filter(None, said))


def _people(holders: list[Document]) -> Iterator[str]:
    for holder in holders:
        for one in _many(holder, "contacts"):
            said = [_text(one, name) for name in ("name", "title", "department", "email")]
            if any(said):
                yield ", ".join(filter(None, said))


def _text(document: Document, name: str) -> str:
    value: Any = document.get(name)
    return value.strip() if isinstance(value, str) else ""


def _object(document: Document, name: str) -> Document:
    value = document.get(name)
    return value if isinstance(value, dict) else {}


def _many(document: Document, name: str) -> list[Document]:
    value = document.get(name)
    return [one for one in value if isinstance(one, dict)] if isinstance(value, list) else []
