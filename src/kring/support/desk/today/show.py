"""From what was looked up to the bands of the page, in plain words: now, to do, grown quiet, waiting, new."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext, ngettext

from kring.support.clarification.rules import role_agreed
from kring.support.desk import rules
from kring.support.desk.rules import Case, days_quiet
from kring.support.desk.today import agenda
from kring.support.desk.today.queries import DRAFT, NOTE, WORD, Seen
from kring.support.dossier import words
from kring.support.dossier.models import Task
from kring.support.followup.models import Handover
from kring.support.intake.models import Referral
from kring.support.plan.queries import Waiting

Lane = Referral.Lane
Line = dict[str, Any]
LETTERS = ((WORD, "contacts:words", "speak"), (DRAFT, "unfinished", "pen"), (NOTE, "written", "lock"))
"""What lies in one's own letterbox, where it is read, and its icon."""

DO = "do-"
"""Before the id of what is to do, the place of its line on the page."""

ANSWERED_AT: Mapping[str, str] = {Task.Kind.LINKAGE_RUNS: "followup:linkages"}
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


def shown(seen: Seen, today: date, now: datetime, me: str) -> Shown:
    """The page of one morning."""
    talks = [row for row in seen.referrals if row.lane == Lane.TALK_PLANNED and row.talk_at and row.asked == me]
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
        waiting=[*_owners(seen, me), *_referrers(seen.referrals, me), *_receivers(seen.handovers, me)],
        new=list(_new(seen, me)),
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


def _owners(seen: Seen, me: str) -> Iterable[Line]:
    """Actions of others whose owner lets us wait, as the plan says it."""
    for each in seen.waiting:
        if each.silent and each.content.person != me:
            yield {
                "title": each.content.what,
                "label": seen.labels.get(each.dossier, ""),
                "small": _owner(each),
                "url": reverse("plan:plan", args=[each.dossier]),
                "icon": "clock",
            }


def _owner(each: Waiting) -> str:
    content = each.content
    who = ", ".join(filter(None, [content.name, content.organisation])) or gettext("a colleague")
    return f"{who} · {words.ago(each.waits_days)}"


def _referrers(rows: Iterable[Referral], me: str) -> Iterable[Line]:
    for row in rows:
        if row.lane == Lane.WAITING and row.asked == me and not role_agreed(row):
            yield _card(row, gettext("The referrer has to confirm"), "inbox")


def _receivers(rows: Iterable[Handover], me: str) -> Iterable[Line]:
    """What I offered: until it is answered, and then until the keys moved."""
    for row in rows:
        if row.giver == me and row.state == Handover.State.ACCEPTED:
            yield _handover(row, gettext("The keys of a handover can move"), reverse("followup:handovers"))
        elif row.giver == me:
            of = reverse("followup:handover", args=[row.dossier_id])
            yield _handover(row, gettext("A colleague has to answer your handover"), of)


def _handover(row: Handover, title: str, url: str) -> Line:
    return {"title": title, "small": f"{row.dossier.number} · {row.get_state_display()}", "url": url, "icon": "share"}


def _new(seen: Seen, me: str) -> Iterable[Line]:
    for row in seen.referrals:
        if role_agreed(row) and row.role_asked == me:
            yield _card(row, gettext("You are asked to take a role"), "hand")
        elif row.lane == Lane.NEW and row.asked == me and row.accepted_at is None:
            yield _card(row, gettext("A referral waits for your yes"), "inbox")
    for offer in seen.handovers:
        if offer.receiver == me:
            yield _handover(offer, gettext("A dossier is offered to you"), reverse("followup:offer", args=[offer.id]))
    for kind, route, icon in LETTERS:
        number = seen.letters.get(kind, 0)
        if number:
            yield {"title": _letters(kind, number), "small": "", "url": reverse(route), "icon": icon}


def _letters(kind: str, number: int) -> str:
    if kind == WORD:
        said = ngettext("%(n)s word of a colleague", "%(n)s words of colleagues", number)
    elif kind == DRAFT:
        said = ngettext("%(n)s note is unfinished", "%(n)s notes are unfinished", number)
    else:
        said = ngettext("%(n)s note from while you were locked", "%(n)s notes from while you were locked", number)
    return said % {"n": number}


def _card(row: Referral, title: str, icon: str) -> Line:
    return {"title": title, "small": row.card, "url": reverse("clarification:referral", args=[row.id]), "icon": icon}
