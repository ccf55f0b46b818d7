"""From cases to what the template shows: plain dictionaries of words, nothing left to format.

Dictionaries, because a template finds a key of those first; forty rows of attributes cost a millisecond more.
"""

from collections.abc import Iterable
from datetime import date
from typing import TypedDict

from django.urls import reverse
from django.utils.safestring import SafeString
from django.utils.translation import gettext

from kring.support.desk.rules import Case, Group, days_quiet, grouped
from kring.support.dossier import words
from kring.support.dossier.content import Phase
from kring.team.names import initials


class Line(TypedDict):
    """One row of the list, ready to show."""

    url: str
    initials: str
    label: str
    number: str
    mine: bool
    phase: str
    track: SafeString
    quiet: bool
    ago: str
    small: str
    tried: str
    step: str
    when: str
    when_short: str


class Shown(TypedDict):
    """One group of the list with its heading."""

    icon: str
    title: str
    short: str
    count: int
    lines: list[Line]


TRACKS = {
    phase: SafeString('<i class="d"></i>' * at + '<i class="n"></i>' + "<i></i>" * (len(Phase) - at - 1))
    for at, phase in enumerate(Phase)
}
"""The small five-step track of a phase; the phase itself always stands beside it in words."""
ICONS = {Group.QUIET: "moon", Group.THIS_WEEK: "cal", Group.OTHERS: "check"}


def show(cases: Iterable[Case], today: date) -> list[Shown]:
    """The groups that have rows, in order."""
    return [_group(group, listed, today) for group, listed in grouped(cases, today).items()]


def _group(group: Group, cases: list[Case], today: date) -> Shown:
    title, short = _titles()[group]
    base = reverse("desk:dossier", args=["-"])[:-1]
    lines = [_line(case, today, base, quiet=group is Group.QUIET) for case in cases]
    return {"icon": ICONS[group], "title": title, "short": short, "count": len(lines), "lines": lines}


def _titles() -> dict[Group, tuple[str, str]]:
    week, others = gettext("A step this week"), gettext("The others, as agreed")
    return {
        Group.QUIET: (gettext("Grown quiet: longer than the agreed rhythm"), gettext("Grown quiet")),
        Group.THIS_WEEK: (week, week),
        Group.OTHERS: (others, others),
    }


def _line(case: Case, today: date, base: str, *, quiet: bool) -> Line:
    summary = case.summary
    rhythm, tried = words.rhythm(summary.rhythm_days), words.tried(summary.attempts_since) if quiet else ""
    return {
        "url": base + case.dossier,
        "initials": initials(summary.label),
        "label": summary.label,
        "number": case.number,
        "mine": case.mine,
        "phase": words.phase(summary.phase),
        "track": TRACKS[summary.phase],
        "quiet": quiet,
        "ago": words.ago(days_quiet(case, today)) if summary.last_contact_on else gettext("no contact yet"),
        "small": f"{tried} · {rhythm}" if quiet else rhythm,
        "tried": tried,
        "step": summary.next_step,
        "when": words.by_when(summary.next_step_on, today),
        "when_short": words.by_when_short(summary.next_step_on, today),
    }
