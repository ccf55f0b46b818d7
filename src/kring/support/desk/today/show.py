"""From what was looked up to the bands of the page, in plain words: now, to do, grown quiet, waiting, new."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext, ngettext

from kring.support.desk import rules
from kring.support.desk.rules import Case, days_quiet
from kring.support.desk.today import agenda, waiting
from kring.support.desk.today.queries import Seen
from kring.support.dossier import words
from kring.support.dossier.models import Task
from kring.support.intake.models import Referral
from kring.support.plan.queries import Waiting

Lane = Referral.Lane
Line = dict[str, Any]
DO = "do-"
"""Before the id of what is to do, the place of its line on the page."""

ANSWERED_AT: Mapping[str, str] = {
    Task.Kind.LINKAGE_RUNS: "followup:linkages",
    Task.Kind.TELL_AT_FIRST_TALK: "dossier:telling",
    Task.Kind.COMPLETE_DISCLOSURE: "disclosure:told",
}
"""Where a reminder is answered; the others are on the page of their dossier."""


@dataclass(frozen=True, slots=True)
class Shown:
    """The bands. due: how much of `todo` is due today, late: how much was expected before.

    todo: what is mine with `tick`, the address that ticks it off at revision `seen`; what was ticked off today is last.
    """

    agenda: list[agenda.Hour]
    todo: list[Line]
    due: int
    late: int
    quiet: list[Line]
    waiting: list[Line]
    new: list[Line]
    frozen: list[Line]


def shown(seen: Seen, today: date, now: datetime, me: str) -> Shown:
    """The page of one morning."""
    talks = [row for row in seen.around.referrals if row.lane == Lane.TALK_PLANNED and row.talk_at and row.asked == me]
    noted = {case.dossier for case in seen.cases if case.summary.last_contact_on == today}
    todays = agenda.hours(seen.met, talks, seen.labels, now, noted)
    todo = sorted(_todo(seen, today, me), key=lambda line: (line["on"], line["what"]))
    done = sorted(_done(seen, today, me), key=lambda line: line["what"])
    return Shown(
        agenda=[one for one in todays if one.day == today],
        todo=[*todo, *done],
        due=sum(line["on"] == today for line in todo),
        late=sum(line["on"] < today for line in todo),
        quiet=[_quiet(case, today) for case in rules.grown_quiet(seen.cases, today)],
        waiting=waiting.others(seen, me),
        new=list(waiting.new(seen, me)),
        frozen=[{"label": seen.labels[one], "url": reverse("plan:plan", args=[one])} for one in seen.frozen],
    )


def _todo(seen: Seen, today: date, me: str) -> Iterable[Line]:
    for case in rules.steps_due(seen.cases, today):
        yield _step(case, case.summary.next_step, case.summary.next_step_on or today, today)
    for case in rules.ages_due(seen.cases, today):
        if case.summary.milestone:
            said = gettext("Look again: %(age)s years old") % {"age": case.summary.milestone.age}
            line = _line(said, case.summary.label, case.dossier, max(case.summary.milestone.on, today), today)
            yield {**line, "url": reverse("dossier:age", args=[case.dossier])}
    for one in seen.reminders:
        line = _line(str(Task.Kind(one.kind).label), one.label, one.dossier, one.due_on, today)
        yield {**line, "url": reverse(ANSWERED_AT.get(one.kind, "desk:dossier"), args=[one.dossier])}
    for each in seen.waiting:
        on = each.content.due_on
        if each.content.person == me and on and on <= today and not each.done:
            yield _action(seen, each, on, today)


def _done(seen: Seen, today: date, me: str) -> Iterable[Line]:
    """What I ticked off today, to take back when it was a slip."""
    for case in rules.steps_done(seen.cases, today):
        done = case.summary.step_done
        if done and not case.summary.next_step and case.summary.next_step_on is None:
            yield {**_step(case, done.what, today, today), "done": True}
    for each in seen.waiting:
        if each.done and each.content.person == me:
            yield {**_action(seen, each, today, today), "done": True}


def _step(case: Case, what: str, on: date, today: date) -> Line:
    line = _line(what or gettext("The next step"), case.summary.label, case.dossier, on, today)
    tick = reverse("desk:tick_step", args=[case.dossier])
    return {**line, "id": f"{DO}{case.dossier}", "tick": tick, "seen": case.revision}


def _action(seen: Seen, one: Waiting, on: date, today: date) -> Line:
    line = _line(one.content.what, seen.labels.get(one.dossier, ""), one.dossier, on, today)
    tick = reverse("desk:tick_action", args=[one.dossier, one.action])
    plan = reverse("plan:plan", args=[one.dossier])
    return {**line, "id": f"{DO}{one.action}", "tick": tick, "seen": one.revision, "url": plan}


def _line(what: str, label: str, dossier: str, on: date, today: date) -> Line:
    url = reverse("desk:dossier", args=[dossier])
    return {"what": what, "label": label, "url": url, "on": on, "when": words.by_when(on, today), "late": on < today}


def _quiet(case: Case, today: date) -> Line:
    days = days_quiet(case, today)
    return {
        "days": days,
        "unit": ngettext("day", "days", days),
        "label": case.summary.label,
        "url": reverse("desk:dossier", args=[case.dossier]),
        "tried": words.tried(case.summary.attempts_since),
        "rhythm": words.rhythm(case.summary.rhythm_days),
        "agree": reverse("desk:rhythm", args=[case.dossier]),
        "none_yet": case.summary.last_contact_on is None,
        "plan": reverse("contacts:appointments", args=[case.dossier]),
    }
