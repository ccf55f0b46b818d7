"""Attachments as the page says them."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext

from kring.support.contacts.attachments.codelists import Sort
from kring.support.contacts.attachments.kinds import KINDS
from kring.support.contacts.attachments.queries import Kept
from kring.team import queries as team
from kring.team.names import name_of


@dataclass(frozen=True, slots=True)
class Line:
    """One attachment."""

    id: str
    title: str
    name: str
    about: str
    icon: str
    preview: bool


def lines(kept: Iterable[Kept]) -> list[Line]:
    """Attachments with who added them, one look at colleagues for all."""
    there = list(kept)
    names = team.colleagues(one.content.by for one in there) if there else {}
    return [_line(one, name_of(names, one.content.by)) for one in there]


def size(length: int) -> str:
    """How large: "340 kB", "2.1 MB"."""
    if length < 1000 * 1000:
        return gettext("%(number)s kB") % {"number": max(1, round(length / 1000))}
    whole, tenth = divmod(round(length / 100_000), 10)
    return gettext("%(whole)s.%(tenth)s MB") % {"whole": whole, "tenth": tenth}


def _line(one: Kept, by: str) -> Line:
    content = one.content
    kind = KINDS[content.kind]
    sort = dict(Sort.choices).get(content.sort, kind.label)
    added = date_format(timezone.localtime(content.at), "j F Y")
    about = [str(kind.label), size(content.length), by, added]
    return Line(one.row.id, content.words or str(sort), content.name, " · ".join(about), kind.icon, content.preview)
