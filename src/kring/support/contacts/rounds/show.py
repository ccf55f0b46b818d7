"""A round as the page says it: chips of spots, tallies of the spot one stands at, nicknames with their hour."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext

from kring.support.contacts.rounds import rules
from kring.support.contacts.rounds.codelists import BESIDE, GROUP, GroupSize, TallyKind
from kring.support.contacts.rounds.content import RoundContent, SpotContent, StreetContact
from kring.support.contacts.rounds.opening import Round
from kring.team.names import Names, first_name


@dataclass(frozen=True, slots=True)
class Line:
    """One big counter. `more` and `less` name its buttons."""

    kind: str
    label: str
    beside: str
    number: int
    total: int
    more: str
    less: str


@dataclass(frozen=True, slots=True)
class Met:
    """Somebody or a group without a dossier."""

    id: str
    initials: str
    title: str
    words: str
    known: bool
    when: str
    group: bool


@dataclass(frozen=True, slots=True)
class Over:
    """A round that is over, or goes on without me."""

    id: str
    title: str
    who: str
    counted: str


def tallies(content: RoundContent, spot: str) -> list[Line]:
    """The four counters at one spot."""
    return [
        Line(
            kind.value,
            str(kind.label),
            str(BESIDE[kind]),
            rules.number_of(content, spot, kind),
            rules.total_of(content, kind),
            gettext("One more: %(what)s") % {"what": kind.label},
            gettext("One less: %(what)s") % {"what": kind.label},
        )
        for kind in TallyKind
    ]


def met(contacts: tuple[StreetContact, ...] | list[StreetContact]) -> list[Met]:
    """Who was met, the newest first."""
    return [
        Met(
            one.id,
            (one.nickname.removeprefix("De ").removeprefix("de ") or "·")[:2].upper(),
            one.nickname or _group(one),
            one.words,
            one.known,
            date_format(timezone.localtime(one.at), gettext("G:i")),
            one.kind == GROUP,
        )
        for one in contacts
    ]


def eyebrow(walked: Round, names: Names, me: str) -> str:
    """Day, company and beginning: "Monday 9 March · with Joris · since 15.30"."""
    said = [date_format(walked.day, "l j F")]
    others = [first_name(names, one) for one in (walked.content.by, *walked.content.beside) if one != me]
    if others:
        said.append(gettext("with %(who)s") % {"who": ", ".join(others)})
    begun = timezone.localtime(walked.content.started_at)
    said.append(gettext("since %(time)s") % {"time": date_format(begun, gettext("G:i"))})
    return " · ".join(said)


def over(rounds: list[Round], names: Names) -> list[Over]:
    """Rounds as lines of a list."""
    return [
        Over(
            one.id,
            date_format(one.day, "l j F"),
            ", ".join(first_name(names, who) for who in (one.content.by, *one.content.beside)),
            counted(one.content),
        )
        for one in rounds
    ]


def counted(content: RoundContent) -> str:
    """What was counted on a whole round: "Guests seen: 14 · Chat: 6"."""
    totals = [(kind.label, rules.total_of(content, kind)) for kind in TallyKind]
    return " · ".join(f"{label}: {number}" for label, number in totals if number) or gettext("nothing counted")


def by_spot(content: RoundContent, spots: Mapping[str, SpotContent]) -> list[tuple[str, str]]:
    """Spot -> what was counted there."""
    found = dict.fromkeys(one.spot for one in content.tallies)
    return [
        (
            spots[spot].name if spot in spots else gettext("Another spot"),
            " · ".join(
                f"{kind.label}: {number}" for kind in TallyKind if (number := rules.number_of(content, spot, kind))
            ),
        )
        for spot in found
    ]


def day(on: date) -> str:
    """The day: "Monday 9 March"."""
    return date_format(on, "l j F")


def _group(one: StreetContact) -> str:
    size = dict(GroupSize.choices).get(one.size, "")
    return gettext("A group of %(size)s") % {"size": size} if size else gettext("Somebody")
