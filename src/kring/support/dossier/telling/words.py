"""By when it is to be told, in words."""

from datetime import date

from django.utils.translation import gettext as _

from kring.support.dossier import words
from kring.support.dossier.models import Task
from kring.support.dossier.telling import rules


def by_when(task: Task, last_contact_on: date | None, today: date) -> str:
    """One sentence, which says when it was a contact that made it due."""
    on = rules.due(task.due_on, task.contact_from, last_contact_on)
    if on < task.due_on:
        said = _("There was contact on %(day)s: tell it now.")
    else:
        said = _("It was due by %(day)s.") if on < today else _("At the latest on %(day)s.")
    return said % {"day": words.day(on)}
