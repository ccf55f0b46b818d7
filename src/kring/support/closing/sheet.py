"""From an opened dossier to what the page of its ending shows."""

from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext

from kring.support.closing import keys, rules, words
from kring.support.closing.content import Aftercare, ClosingContent, Reason
from kring.support.closing.goals import at_end, domain
from kring.support.closing.queries import written
from kring.support.dossier import words as said
from kring.support.dossier.content import Identity
from kring.support.dossier.models import Dossier, Task
from kring.support.dossier.opening import Opened
from kring.support.intake.content import ReferralContent
from kring.team import retention
from kring.team.names import Names, name_of
from kring.team.retention import NoRule, Series

Fact = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Asked:
    """A question how it goes that is still to be asked. due: its day in words; linkage: whether it asks about that."""

    task: Task
    title: str
    due: str
    linkage: bool


@dataclass(frozen=True, slots=True)
class Goal:
    """One goal, its domain and its step; look: class and icon of its tag."""

    domain: str
    agreed: str
    reached: str
    look: tuple[str, str]


@dataclass(frozen=True, slots=True)
class Sheet:
    """What the page shows. call: who is best called by ourselves, after a death.

    answer: the question whose form is shown; later: those that come after it.
    """

    ended: list[Fact]
    verdicts: list[Fact]
    heard: list[Fact]
    answer: Asked | None
    later: list[Asked]
    shuts: list[Fact]
    call: list[Fact]
    goals: list[Goal]
    deceased: bool
    can_tell: bool


def of(opened: Opened, names: Names, today: date, born: date | None, answering: Task | None = None) -> Sheet:
    """What was written at its endings, and what is still to come.

    born: the birthday, where it is known. answering: the question that is answered now; else the first one.
    """
    dossier = opened.dossier
    kept = written(opened.keys, dossier)
    found, referral = kept.endings, kept.referral
    last = found.last
    closed = dossier.state == Dossier.State.CLOSED
    goals, open_actions = (last.goals, 0) if closed and last else (at_end(opened), kept.open_actions)
    asked = _asked(dossier, last, kept.tasks)
    answer = _question(answering, last) if answering else next(iter(asked), None)
    deceased = last is not None and last.reason is Reason.DECEASED and closed
    return Sheet(
        ended=_ended(last, names) if last else [],
        verdicts=[(one.words, said.day(one.on)) for one in found.verdicts],
        heard=[_heard(one, names) for one in found.aftercare],
        answer=answer,
        later=[one for one in asked if answer and one.task.id != answer.task.id],
        shuts=_shuts(dossier, names, today, born, open_actions, asked),
        call=_call(dossier, names, referral) if deceased else [],
        goals=[
            Goal(domain(one), one.agreed, str(words.REACHED[one.reached]), words.REACHED_LOOK[one.reached])
            for one in goals
        ],
        deceased=deceased,
        can_tell=bool(referral and referral.code) and not dossier.silent,
    )


def born_on(opened: Opened) -> date | None:
    """The birthday, where it was recorded and opened."""
    row = getattr(opened.dossier, "identity", None) if opened.holds("identity") else None
    return opened.keys.open(row, Identity).born_on if row else None


def _ended(last: ClosingContent, names: Names) -> list[Fact]:
    talk = said.day(last.talk_on) if last.talk_on else last.why_no_talk
    rows = [
        (gettext("How it ended"), str(words.REASONS[last.reason])),
        (gettext("Closing talk"), talk),
        (gettext("Goes on with it"), last.to),
        (gettext("To know"), last.note),
        (gettext("May call again"), gettext("yes, always") if last.may_come_back else gettext("not without a talk")),
        (gettext("Closed by"), name_of(names, last.by)),
    ]
    return [(name, told) for name, told in rows if told]


def _heard(one: Aftercare, names: Names) -> Fact:
    held = str(words.HELD[one.held]) if one.held else ""
    told = " · ".join(filter(None, [one.words, held])) or gettext("asked, nothing written down")
    return told, f"{said.day(one.on)} · {name_of(names, one.by)}"


def _asked(dossier: Dossier, last: ClosingContent | None, tasks: list[Task]) -> list[Asked]:
    if dossier.silent or dossier.state == Dossier.State.OPEN:
        return []
    return [_question(task, last) for task in tasks if task.kind in rules.AFTERCARE]


def _question(task: Task, last: ClosingContent | None) -> Asked:
    linked = last is not None and last.reason is Reason.HANDED_OVER
    return Asked(task, task.get_kind_display(), said.day(task.due_on), linked)


def _shuts(
    dossier: Dossier, names: Names, today: date, born: date | None, open_actions: int, asked: list[Asked]
) -> list[Fact]:
    actions = [(gettext("Open actions"), str(open_actions))] if open_actions else []
    return [
        (gettext("Keys"), _keys(dossier, names, today, asked)),
        (gettext("Extracts and links"), gettext("end at once, nothing opens any more")),
        *actions,
        (gettext("Retention"), _kept(dossier, dossier.closed_on or today, born)),
    ]


def _kept(dossier: Dossier, closed_on: date, born: date | None) -> str:
    """Until when, by the rule of the day it was closed on."""
    try:
        rule = retention.rule_on(Series.DOSSIER, closed_on)
    except NoRule:
        return gettext("no rule holds now, so nothing is destroyed")
    year = dossier.retention_year or retention.over_in(rule, closed_on, born)
    return gettext("rule %(rule)s: until the end of %(year)s") % {"rule": rule.code, "year": year - 1}


def _keys(dossier: Dossier, names: Names, today: date, asked: list[Asked]) -> str:
    """Who holds them, and until when who works along."""
    told = {"holder": name_of(names, dossier.holder), "deputy": name_of(names, dossier.deputy)}
    if not dossier.closed_on:
        sentence = gettext(
            "%(holder)s and %(deputy)s; who works along until thirty days after the last question how it goes"
        )
        return sentence % told
    until = keys.stay_until(dossier.closed_on, (one.task.due_on for one in asked))
    if until < today:
        return gettext("%(holder)s and %(deputy)s") % told
    return gettext("%(holder)s and %(deputy)s; who works along until %(day)s") % {**told, "day": said.day(until)}


def _call(dossier: Dossier, names: Names, referral: ReferralContent | None) -> list[Fact]:
    people = [(gettext("Colleague"), name_of(names, one)) for one in (dossier.holder, dossier.deputy)]
    if referral is not None:
        who = referral.referrer
        told = ", ".join(filter(None, [who.name, who.organisation, who.phone]))
        people += [(gettext("Who referred"), told)] if told else []
    return people
