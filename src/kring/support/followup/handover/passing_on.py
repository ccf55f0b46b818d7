"""What goes along when somebody else carries a dossier: what lies ahead, and who is counted as carrying it."""

from dataclasses import replace
from typing import Any

from kring.support.contacts.appointments.content import Meeting
from kring.support.contacts.appointments.models import ClientAppointment
from kring.support.contacts.appointments.queries import midnight
from kring.support.dossier import figures_source
from kring.support.dossier.actions import write_summary
from kring.support.dossier.content import Carrying, SummaryContent
from kring.support.dossier.models import Dossier, Task
from kring.support.plan.content import Action
from kring.support.plan.models import PlanAction
from kring.team.clock import today
from kring.vault import facts
from kring.vault.acts import Act
from kring.vault.gate import Keys


def pass_on(act: Act, keys: Keys, dossier: Dossier, left: set[str], to: str) -> None:
    """What lies ahead of who stands there no more is the receiver's: tasks, actions of the plan, appointments."""
    for task in Task.objects.filter(dossier=dossier, person__in=left, done_on=None):
        act.change(task, person=to)
    for row in PlanAction.objects.filter(dossier=dossier, person__in=left, done_on=None):
        keys.seal(row, replace(keys.open(row, Action), person=to), bundle=dossier.id, part="plan")
        act.rewrite(row, person=to)
    for met in ClientAppointment.objects.filter(dossier=dossier, person__in=left, at__gte=midnight(today())):
        keys.seal(met, keys.open(met, Meeting), bundle=dossier.id, part="journal")
        act.rewrite(met, person=to)


def carried_on(act: Act, keys: Keys, dossier: Dossier, before: str) -> None:
    """Write down since when somebody else carries it; before any key moves, for it is written with those of before."""
    if dossier.holder == before:
        return
    summary = keys.open(dossier.summary, SummaryContent)
    told = summary.carried or (Carrying(before, dossier.opened_on),)
    write_summary(act, keys, dossier.summary, replace(summary, carried=(*told, Carrying(dossier.holder, today()))))


def count(act: Act, keys: Keys, dossier: Dossier) -> None:
    """The figures count who carries it since when."""
    summary = keys.open(dossier.summary, SummaryContent)
    since = summary.reopened_on[-1] if summary.reopened_on else dossier.opened_on
    ended = dossier.closed_on if dossier.state == Dossier.State.CLOSED else None
    told: dict[str, Any] = {"dossier": dossier.id, "summary": summary, "known_since": dossier.opened_on}
    facts.write_all(act, [figures_source.opened(keys, **told, opened_on=since, holder=dossier.holder, closed_on=ended)])
