"""Looks at what one dossier still has to tell, and what was written about it before."""

from dataclasses import dataclass

from django.db.models import QuerySet

from kring.support.dossier.models import Task
from kring.support.dossier.opening import Opened
from kring.support.dossier.telling.content import Telling
from kring.support.dossier.telling.models import TellingRecord

PART = "journal"


@dataclass(frozen=True, slots=True)
class Told:
    """Where it stands. task: what is still to tell, None when nothing is. earlier: in order of day."""

    task: Task | None
    earlier: list[Telling]

    @property
    def seen(self) -> int:
        """How much was written: a form says how much its page showed."""
        return len(self.earlier)


def told(opened: Opened) -> Told:
    """Where it stands in an open dossier."""
    rows = TellingRecord.objects.filter(dossier=opened.dossier) if opened.holds(PART) else []
    earlier = [opened.keys.open(row, Telling) for row in rows]
    task = tasks(opened).filter(done_on=None).order_by("due_on", "id").first()
    return Told(task.verified() if task else None, sorted(earlier, key=lambda one: (one.on, one.way is not None)))


def tasks(opened: Opened) -> QuerySet[Task]:
    """What had to be told in this dossier, done or not; nothing once it is silent."""
    found = Task.objects.filter(dossier=opened.dossier, kind=Task.Kind.TELL_AT_FIRST_TALK)
    return found.none() if opened.dossier.silent else found
