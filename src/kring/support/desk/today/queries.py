"""Everything Today is made of, in few queries and one journal entry, whatever the number of dossiers.

In SQL where it is asked most: the summaries, each with the next thing its dossier reminds of (a kind, never a text).
"""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Any

from kring.support.contacts.appointments import queries as appointments
from kring.support.contacts.appointments.queries import Planned
from kring.support.desk.rules import Case
from kring.support.desk.today import around
from kring.support.desk.today.around import Around
from kring.support.dossier.content import SummaryContent
from kring.support.dossier.models import Dossier, Summary, Task
from kring.support.dossier.rows import CARRIED
from kring.support.dossier.telling import rules as telling
from kring.support.intake.moments.queries import now
from kring.support.plan import queries as plans
from kring.support.plan.queries import Waiting
from kring.team.clock import today
from kring.vault import gate
from kring.vault.gate import Keys, Session
from kring.vault.journal import Verb
from kring.vault.reading import day, within

AHEAD = timedelta(days=7)
"""How long before its day a reminder shows."""


@dataclass(frozen=True, slots=True)
class Reminder:
    """Something a dossier reminds of by a day; kind: a code of `Task.Kind`."""

    dossier: str
    label: str
    kind: str
    due_on: date


@dataclass(frozen=True, slots=True)
class Seen:
    """What Today looked at. frozen: dossiers whose plan is frozen: what is due in it does not show."""

    cases: list[Case]
    labels: dict[str, str]
    met: list[Planned]
    reminders: list[Reminder]
    waiting: list[Waiting]
    around: Around
    frozen: list[str] = field(default_factory=list)


def look(session: Session, first: date, last: date) -> Seen:
    """The dossiers of a colleague, and what lies between two days."""
    me = session.person
    rows: list[Any] = list(Summary.objects.raw(_LISTED, {"me": me, "until": last + AHEAD}))
    planned = appointments.of_person(me, first, last)
    ids = list(dict.fromkeys([*(row.dossier_id for row in rows), *(one.dossier_id for one in planned)]))
    parts = ["summary", "plan", *(["journal"] if planned else [])]
    keys = gate.entering(session, act="desk.today", of=ids, parts=parts, verb=Verb.LISTED, strict=False)
    opened = [(row, _opened(keys, row)) for row in rows]
    known = [(row, summary) for row, summary in opened if summary is not None]
    ended = {row.dossier_id for row in rows if row.state != Dossier.State.OPEN}
    return Seen(
        cases=[
            Case(row.dossier_id, row.number, row.holder == me, row.opened_on, summary, row.revision)
            for row, summary in known
            if row.state == Dossier.State.OPEN
        ],
        labels={row.dossier_id: summary.label for row, summary in known},
        met=appointments.read(keys, planned),
        reminders=[one for row, summary in known for one in _reminders(row, summary, last + AHEAD)],
        waiting=plans.actions_waiting(keys, [one for one in ids if one not in ended], done_today_by=me),
        around=around.of(me, today(), now()),
        frozen=[row.dossier_id for row, _summary in known if (row.dossier_id, "plan") in keys.frozen],
    )


def _reminders(row: Any, summary: SummaryContent, until: date) -> Iterable[Reminder]:
    """What a dossier reminds of until a day: the next of its own days, and telling, which a contact makes due."""
    if row.task:
        yield Reminder(row.dossier_id, summary.label, row.task, day(row.task_on))
    if row.tell_on:
        on = telling.due(day(row.tell_on), day(row.tell_from), summary.last_contact_on)
        if on <= until:
            yield Reminder(row.dossier_id, summary.label, Task.Kind.TELL_AT_FIRST_TALK, on)


def _opened(keys: Keys, row: Any) -> SummaryContent | None:
    """The summary, when its own dossier opened."""
    if not keys.holds(row.dossier_id, "summary") or keys.part(row.dossier_id, "summary").lock != row.lock:
        return None
    return keys.open(row, SummaryContent)


_NEXT = """
    SELECT t.{column} FROM support_task t
    WHERE t.dossier_id = d.id AND t.person = %(me)s AND t.done_on IS NULL AND {which} AND NOT d.silent
    ORDER BY t.due_on, t.id LIMIT 1
"""
_BY_DAY = "t.contact_from IS NULL AND t.due_on <= %(until)s"
_BY_CONTACT = "t.contact_from IS NOT NULL"
"""What a contact makes due is asked whenever it is due: the contacts are read only here."""
_MINE = f"""
    SELECT o.id FROM support_dossier o WHERE o.state = 'open' AND o.id {within(CARRIED)}
    UNION ALL SELECT t.dossier_id FROM support_task t
    WHERE t.person = %(me)s AND t.done_on IS NULL AND ({_BY_CONTACT} OR {_BY_DAY})
"""  # noqa: S608  words of our own
_LISTED = f"""
    SELECT s.id, s.lock, s.lock_version, s.revision, s.blob, s.dossier_id,
        d.number, d.holder, d.opened_on, d.state,
        ({_NEXT.format(column="kind", which=_BY_DAY)}) AS task,
        ({_NEXT.format(column="due_on", which=_BY_DAY)}) AS task_on,
        ({_NEXT.format(column="due_on", which=_BY_CONTACT)}) AS tell_on,
        ({_NEXT.format(column="contact_from", which=_BY_CONTACT)}) AS tell_from
    FROM support_summary s JOIN support_dossier d ON d.id = s.dossier_id
    WHERE d.id {within(_MINE)}
"""  # noqa: S608  column names of our own models
