"""From an opened dossier to what the page of case direction shows."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext

from kring.support.dossier import words
from kring.support.dossier.models import CoWorker
from kring.support.dossier.opening import Opened
from kring.support.followup.content import HandoverContent
from kring.support.followup.direction import along, modes
from kring.support.followup.handover.offering import State
from kring.support.followup.models import HandoverNote
from kring.support.plan.content import HowFar, Owner
from kring.support.plan.queries import Waiting
from kring.support.plan.words import OWNERS
from kring.team.clock import today
from kring.team.names import Names, name_of


@dataclass(frozen=True, slots=True)
class Along:
    """Somebody who works along. mine: it is who looks, who may end it himself."""

    id: str
    name: str
    when: str
    mine: bool


@dataclass(frozen=True, slots=True)
class Handed:
    """A handover that took place: from whom to whom, when, why, and what the client knew (SEC-02)."""

    title: str
    when: str
    why: str
    told: str


@dataclass(frozen=True, slots=True)
class OnBoard:
    """An action that waits. ask: whether its owner can be asked by a link; tag: why it stands here."""

    id: str
    what: str
    who: str
    by_when: str
    tag: str
    silent: bool
    ask: bool


@dataclass(frozen=True, slots=True)
class Sheet:
    """What the page shows."""

    board: list[OnBoard]
    along: list[Along]
    modes: list[tuple[str, str]]
    handed: list[Handed]


def people_of(opened: Opened) -> tuple[list[CoWorker], list[HandoverNote]]:
    """The rows the sheet is made of."""
    notes = HandoverNote.objects.select_related("handover").filter(
        handover__dossier=opened.dossier, handover__state=State.DONE
    )
    return along.of_dossier(opened.dossier), list(notes.order_by("-handover__done_on"))


def of(
    opened: Opened, rows: tuple[list[CoWorker], list[HandoverNote]], waiting: Iterable[Waiting], names: Names, me: str
) -> Sheet:
    """What it says, for who looks. names: also of who does what waits."""
    return Sheet(
        [_on_board(one, names) for one in waiting],
        [_along(one, names, me) for one in rows[0]],
        [
            (str(words.MODES[one.mode]), gettext("since %(day)s") % {"day": words.day(one.from_on)})
            for one in modes.periods(opened.summary, opened.dossier.opened_on)
        ],
        [_handed(opened, note, names) for note in rows[1]] if opened.holds("journal") else [],
    )


def _on_board(one: Waiting, names: Names) -> OnBoard:
    action = one.content
    who = (
        name_of(names, action.person) if action.person else ", ".join(filter(None, [action.name, action.organisation]))
    )
    tag = ""
    if one.stuck:
        tag = gettext("it does not work out")
    elif one.silent:
        tag = gettext("silent for %(days)s") % {"days": words.ago(max(one.waits_days, 2))}
    elif one.content.how_far is HowFar.BUSY:
        tag = gettext("busy")
    when = words.by_when(action.due_on, today())
    ask = action.owner in (Owner.ORGANISATION, Owner.NETWORK)
    return OnBoard(one.action, action.what, who or str(OWNERS[action.owner]), when, tag, one.silent, ask)


def _along(row: CoWorker, names: Names, me: str) -> Along:
    when = gettext("since %(day)s") % {"day": words.day(row.from_on)}
    if row.agreed_until:
        when += " · " + gettext("until %(day)s") % {"day": words.day(row.agreed_until)}
    return Along(row.id, name_of(names, row.person), when, row.person == me)


def _handed(opened: Opened, note: HandoverNote, names: Names) -> Handed:
    content, row = opened.keys.open(note, HandoverContent), note.handover
    title = gettext("%(giver)s to %(receiver)s") % {
        "giver": name_of(names, row.giver),
        "receiver": name_of(names, row.receiver),
    }
    told = {
        "yes": gettext("The client knows"),
        "not_yet": gettext("The client does not know yet"),
        "cannot": gettext("The client cannot be told now"),
    }[content.told]
    return Handed(title, _day(row.done_on), content.reason, " · ".join(filter(None, [told, content.told_how])))


def _day(on: date | None) -> str:
    return words.day(on) if on else ""
