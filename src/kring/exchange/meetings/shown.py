"""A meeting as its pages show it: names in the place of ids, days in words."""

from collections.abc import Iterable, Mapping
from typing import Any

from django.utils import timezone
from django.utils.formats import date_format

from kring.exchange.meetings.codelists import ICONS, OF_A_CASE, Kind
from kring.exchange.meetings.content import TeamAgreement, TopicContent
from kring.exchange.meetings.opening import Line, OpenMeeting
from kring.team.models import Colleague

Names = Mapping[str, Colleague]


def line(opened: OpenMeeting) -> dict[str, Any]:
    """One meeting in the list."""
    frame = opened.frame.content
    return {
        "id": opened.id,
        "day": date_format(opened.row.on, "l j F Y"),
        "at": frame.at,
        "place": frame.place,
        "circle": opened.row.circle,
        "over": opened.over,
    }


def topic(one: Line[TopicContent], names: Names) -> dict[str, Any]:
    """A line of the agenda with what was brought in."""
    content = one.content
    return {
        "id": one.id,
        "kind": Kind(content.kind).label,
        "icon": ICONS[Kind(content.kind)],
        "of_a_case": content.kind in OF_A_CASE,
        "title": content.title,
        "words": content.words,
        "question": content.question,
        "by": _name(names, content.by),
        "brought": [
            {"by": _name(names, said.by), "at": _moment(said.at), "words": said.words} for said in content.brought
        ],
    }


def deals(lines: Iterable[Line[TeamAgreement]], names: Names, *, me: str) -> list[dict[str, Any]]:
    """What was agreed; `mine`: the reader may say that it was done."""
    return [
        {
            "id": one.id,
            "what": one.content.what,
            "owner": _name(names, one.content.owner),
            "due": date_format(one.content.due_on, "j F Y") if one.content.due_on else "",
            "done": date_format(one.content.done_on, "j F Y") if one.content.done_on else "",
            "mine": one.content.owner == me and one.content.done_on is None,
        }
        for one in lines
    ]


def people_in(opened: OpenMeeting) -> set[str]:
    """Whose names its page shows."""
    found = {one.content.owner for one in opened.deals}
    for one in opened.topics:
        found |= {one.content.by, *(said.by for said in one.content.brought)}
    return found


def _name(names: Names, person: str) -> str:
    return names[person].name if person in names else ""


def _moment(at: Any) -> str:
    return date_format(timezone.localtime(at), "j F, H:i")
