"""An application and the pot of the year as the pages say them: euros as people write them, the bar, the cards."""

from typing import Any

from django.utils.formats import date_format
from django.utils.timezone import localtime
from django.utils.translation import get_language, gettext

from kring.pot.applying.codelists import FACTORS, Applicant, Area, State
from kring.pot.applying.queries import Budget
from kring.pot.desk.opening import OpenApplication

WIDE = 240
"""Of the bar of the pot, in its own units."""
TAGS = {State.ASKED: "sun", State.GRANTED: "brand", State.DONE: "brand", State.DECLINED: ""}


def euro(amount: int) -> str:
    """`€ 12.490`, or `€12,490` in English."""
    grouped = f"{amount:,}"
    return f"€{grouped}" if get_language() == "en" else f"€ {grouped.replace(',', '.')}"


def card(opened: OpenApplication) -> dict[str, Any]:
    """One application in the list."""
    row, project = opened.row, opened.project
    return {
        "id": row.id,
        "state": row.get_state_display(),
        "tag": TAGS[State(row.state)],
        "area": Area(project.area).label,
        "title": project.title,
        "organisation": project.organisation,
        "amount": euro(row.granted_euro or row.asked_euro),
        "on": date_format(localtime(row.arrived_at), "j F"),
        "open": row.state == State.ASKED,
    }


def bar(pot: Budget) -> dict[str, Any]:
    """The pot of the year as a bar with its legend."""
    whole = max(pot.whole, pot.given + pot.asked, 1)
    given = round(WIDE * pot.given / whole, 1)
    asked = round(WIDE * pot.asked / whole, 1)
    said = {"given": euro(pot.given), "asked": euro(pot.asked), "free": euro(pot.free)}
    return {
        "said": gettext("%(given)s granted, %(asked)s asked, %(free)s free") % said,
        "year": pot.year,
        "whole": euro(pot.whole),
        "free": euro(pot.free),
        "given": euro(pot.given),
        "given_count": pot.given_count,
        "asked": euro(pot.asked),
        "asked_count": pot.asked_count,
        "given_wide": f"{given}",
        "asked_from": f"{given + (1 if given else 0)}",
        "asked_wide": f"{max(0.0, min(asked, WIDE - given - 1))}",
    }


def facts(opened: OpenApplication) -> list[tuple[str, str]]:
    """What the project is, in the order of the form."""
    project = opened.project
    loss, bond = FACTORS[project.factor]
    days = (date_format(project.starts_on, "j F Y"), date_format(project.ends_on, "j F Y"))
    return [
        (gettext("Asked"), euro(project.asked_euro)),
        (gettext("Who asks"), f"{project.organisation} ({Applicant(project.applicant).label})"),
        (gettext("Who they are"), project.about),
        (gettext("What they do"), project.plan),
        (gettext("Against"), f"{loss} → {bond}"),
        (gettext("For whom"), project.audience),
        (gettext("Where"), str(Area(project.area).label)),
        (gettext("When"), gettext("from %(begin)s until %(end)s") % {"begin": days[0], "end": days[1]}),
        (gettext("What it costs"), project.budget),
    ]


def people(opened: OpenApplication) -> list[tuple[str, str]]:
    """Who takes the initiative, and the account."""
    if opened.people is None:
        return []
    said = opened.people
    lines = [(gettext("Initiator"), f"{one.name}, {one.address}") for one in said.initiators]
    grouped = " ".join(said.iban[start : start + 4] for start in range(0, len(said.iban), 4))
    return [
        *lines,
        (gettext("E-mail"), said.email),
        *([(gettext("Phone"), said.phone)] if said.phone else []),
        (gettext("Account"), f"{grouped}, {said.holder}"),
    ]
