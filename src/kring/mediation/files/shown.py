"""A file as its page shows it: where it stands, and both sheets in the same words."""

from collections.abc import Iterator, Mapping
from typing import Any

from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from kring.mediation.files import words
from kring.mediation.files.codelists import Phase, Side
from kring.mediation.files.content import FileContent, OwnWords, SideContent
from kring.mediation.files.models import Helper
from kring.mediation.files.opening import OpenFile
from kring.mediation.party.models import PartyLink
from kring.team.clock import today

Facts = list[tuple[str, str]]


def line(opened: OpenFile) -> dict[str, Any]:
    """One file in the list: no name of a party in it."""
    due = opened.row.follow_up_on
    return {
        "id": opened.row.id,
        "label": opened.content.label,
        "since": date_format(opened.row.opened_on, "j F Y"),
        "about": natures(opened.content),
        "phase": words.PHASES[opened.phase],
        "ask_on": date_format(due, "j F Y") if due else "",
        "past": bool(due and due < today()),
    }


def natures(content: FileContent) -> str:
    """What it is about, in words."""
    return ", ".join(str(words.NATURES[one]) for one in content.natures)


def phases(opened: OpenFile) -> list[dict[str, Any]]:
    """The journey with where this file stands; one that does not start goes from the call to its end."""
    journey = (Phase.CALL, Phase.OVER) if opened.content.not_started else tuple(Phase)
    at = journey.index(opened.phase)
    states = ["done" if number < at else "now" if number == at else "todo" for number in range(len(journey))]
    return [{"name": words.PHASES[one], "state": state} for one, state in zip(journey, states, strict=True)]


def about(content: FileContent) -> Facts:
    """How it came, and how they talk."""
    found = [
        (_("The call came"), str(words.WAYS[content.way])),
        (_("Pointed to us"), str(words.REFERRERS[content.referrer])),
        (_("It is about"), natures(content)),
        (_("They talk"), str(words.FORMS.get(content.form, ""))),
        (_("On"), date_format(content.met_on, "j F Y") if content.met_on else ""),
        (_("It did not start"), str(words.NOT_STARTED.get(content.not_started, ""))),
    ]
    return [(name, said) for name, said in found if said]


def pages(file: str) -> dict[str, str]:
    """Which side has a page of its own, until when."""
    links = [one.verified() for one in PartyLink.objects.filter(file=file)]
    return {one.side: date_format(timezone.localtime(one.expires_at), "j F Y") for one in links}


def sides(opened: OpenFile, pages: Mapping[str, str]) -> Iterator[dict[str, Any]]:
    """Both sheets, A and B, each with the same lines."""
    for side in Side:
        sheet = opened.sides[side]
        yield {
            "side": side.value,
            "letter": side.value.upper(),
            "title": words.SIDES[side],
            "name": sheet.name,
            "facts": facts(sheet),
            "told": sheet.told,
            "wish": "" if any(one.wish == sheet.wish for one in sheet.own) else sheet.wish,
            "result_words": sheet.result_words,
            "own": [_own(one) for one in sheet.own],
            "page": pages.get(side.value, ""),
        }


def facts(sheet: SideContent) -> Facts:
    """What is known of one party, but for its own words."""
    found = [
        (_("To be reached"), sheet.reach),
        (_("Talked with alone"), date_format(sheet.intake_on, "j F Y") if sheet.intake_on else ""),
        (_("Takes part"), _word(words.WILLING, sheet.willing)),
        (_("What came of it"), _word(words.RESULTS, sheet.result)),
        (_("Some weeks later"), _word(words.HOLDS, sheet.holds)),
    ]
    return [(name, said) for name, said in found if said]


def _own(one: OwnWords) -> dict[str, str]:
    return {
        "wish": one.wish,
        "willing": _word(words.WILLING, one.willing),
        "at": date_format(timezone.localtime(one.at), "j F Y, H:i"),
    }


def helpers(rows: list[Helper], names: Mapping[str, Any], *, me: str, member: bool) -> list[dict[str, Any]]:
    """Who helps, until when, and whether the reader may end it."""
    return [
        {
            "id": row.id,
            "name": names[row.person].name if row.person in names else "",
            "until": date_format(row.until_on, "j F Y"),
            "may_end": member or row.person == me,
        }
        for row in rows
    ]


def _word(said: words.Words, code: str) -> str:
    return str(said.get(code, ""))
