"""From an open card to what the page of a dossier shows: words only, and nothing of a part that is shut."""

from collections import Counter
from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext, ngettext

from kring.support.desk.card import Card
from kring.support.dossier import words
from kring.support.dossier.content import SummaryContent
from kring.support.dossier.models import Task
from kring.support.dossier.telling.words import by_when
from kring.team.programmes import programme

HASTE = Task.Kind.COMPLETE_DISCLOSURE
Fact = tuple[str, str]
"""A name and what it says."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """The words of one dossier page.

    tasks: what, by when, whether it is to tell somebody that we wrote it down, whether to complete what was told.
    """

    short: list[Fact]
    who: list[Fact]
    tasks: list[tuple[str, str, bool, bool]]


def of(card: Card, today: date) -> Sheet:
    """What the page says of this dossier on this day."""
    return Sheet(
        short=_short(card, today),
        who=words.who(card.identity) if card.identity else [],
        tasks=_tasks(card, today),
    )


def _tasks(card: Card, today: date) -> list[tuple[str, str, bool, bool]]:
    """Each sort once, by the day of the first: what was told in haste twice is completed on one page."""
    times = Counter(task.kind for task in card.tasks)
    firsts = {task.kind: task for task in sorted(card.tasks, key=lambda task: task.due_on, reverse=True)}
    told = []
    for task in sorted(firsts.values(), key=lambda task: task.due_on):
        said, due, tells = _task(task, card.summary, today)
        many = ngettext("%(times)s time", "%(times)s times", times[task.kind]) % {"times": times[task.kind]}
        told.append((f"{said} ({many})" if times[task.kind] > 1 else said, due, tells, task.kind == HASTE))
    return told


def _task(task: Task, summary: SummaryContent, today: date) -> tuple[str, str, bool]:
    tells = task.kind == Task.Kind.TELL_AT_FIRST_TALK
    due = by_when(task, summary.last_contact_on, today) if tells else _due(task.due_on, today)
    return task.get_kind_display(), due, tells


def _short(card: Card, today: date) -> list[Fact]:
    summary = card.summary
    contact = words.ago((today - summary.last_contact_on).days) if summary.last_contact_on else gettext("none yet")
    if summary.attempts_since:
        contact += f" · {words.tried(summary.attempts_since)}"
    step = ", ".join(filter(None, [summary.next_step, words.by_when(summary.next_step_on, today)]))
    return [
        (gettext("Programme"), str(programme(summary.programme).name)),
        (gettext("How we work"), str(words.MODES[summary.mode])),
        (gettext("Rhythm"), words.rhythm(summary.rhythm_days)),
        (gettext("Last contact"), contact),
        (gettext("Next step"), step or gettext("none agreed yet")),
    ]


def _due(on: date, today: date) -> str:
    if on < today:
        return gettext("was due by %(day)s") % {"day": words.day(on)}
    return gettext("at the latest on %(day)s") % {"day": words.day(on)}
