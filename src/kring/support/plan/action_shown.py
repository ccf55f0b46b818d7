"""One action as a line: what, who, by when, how far, and what came of asking for it. Pure."""

from dataclasses import dataclass
from datetime import date

from django.utils.functional import Promise
from django.utils.translation import gettext

from kring.support.dossier import words
from kring.support.dossier.words import MODES
from kring.support.plan.content import Action, HowFar, Nudge, Owner, Way
from kring.support.plan.opening import KeptAction
from kring.support.plan.words import HOW_FAR, HOW_FAR_LOOK
from kring.team.names import Names, first_name, initials


@dataclass(frozen=True, slots=True)
class ActionShown:
    """One line: what, who, by when, how far. told: what was said about it before, newest first."""

    id: str
    what: str
    who: str
    at: str
    initials: str
    square: bool
    client: bool
    by_when: str
    tag: str | Promise
    tag_class: str
    tag_icon: str
    words: str
    mode: str | Promise
    arrived: str
    asked: str
    word: str
    can_ask: bool


def of(kept: KeptAction, names: Names, label: str, today: date) -> ActionShown:
    """The line as it is today; label: what the client is called."""
    one = kept.content
    who, by_organisation = owner(one, names, label), one.owner is Owner.ORGANISATION
    done = one.how_far is HowFar.DONE
    late = not done and one.due_on is not None and one.due_on < today
    tag_class, tag_icon = ("sun", "clock") if late and one.how_far is not HowFar.CANNOT else HOW_FAR_LOOK[one.how_far]
    waits = None if done else _waits(one)
    return ActionShown(
        id=kept.record.id,
        what=one.what,
        who=who,
        at=one.name if by_organisation else "",
        initials=initials(one.organisation or who.removeprefix(gettext("Team"))),
        square=by_organisation,
        client=one.owner is Owner.CLIENT,
        by_when=_day(one.due_on, today) if one.due_on else gettext("no date"),
        tag=words.by_when(one.due_on, today) if tag_icon == "clock" else HOW_FAR[one.how_far],
        tag_class=tag_class,
        tag_icon=tag_icon,
        words=one.words,
        mode=MODES[one.mode] if one.mode else "",  # type: ignore[index]  # text of a Mode
        arrived=_arrived(one),
        asked=gettext("asked on %(day)s, no answer yet") % {"day": words.day(waits.at.date())} if waits else "",
        word=waits.word if waits else "",
        can_ask=not done and one.owner in (Owner.ORGANISATION, Owner.NETWORK),
    )


def owner(one: Action, names: Names, label: str) -> str:
    """Who does it, in words."""
    match one.owner:
        case Owner.COLLEAGUE:
            return f"{gettext('Team')} · {first_name(names, one.person)}"
        case Owner.ORGANISATION:
            return one.organisation
        case Owner.CLIENT:
            return label
        case Owner.NETWORK:
            return one.name


def _waits(one: Action) -> Nudge | None:
    """The question that nobody answered yet."""
    last = one.nudges[-1] if one.nudges else None
    return None if last is None or any(told.at > last.at for told in one.told) else last


def _day(on: date, today: date) -> str:
    """A day near by without its year."""
    return words.day_month(on) if abs((on - today).days) < 200 else words.day(on)


def _arrived(one: Action) -> str:
    """What came in by the link last, unless something was said here since."""
    last = one.told[-1] if one.told else None
    if last is None or last.way is Way.PAGE:
        return ""
    said = {"day": words.day(last.at.date())}
    if last.way is Way.UNKNOWN:
        return gettext("answered by the link on %(day)s: does not know of this") % said
    return gettext("answered by the link on %(day)s") % said
