"""What fits together in a plan: pure functions over its content. `check_x` raises with a sentence and a field.

The steps of a goal say how that goal goes, never how a person does: nothing here adds them up or compares them.
"""

from collections.abc import Sequence
from datetime import date, datetime

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from kring.support.plan.content import AGREED, LEVELS, Action, DomainRow, HowFar, Owner

NUDGE_DAYS = 14
"""How long a link to one action opens."""
WORD_LETTERS = 4
"""The least an agreed word must have; five tries a link stand behind it."""


class NotWhole(Exception):
    """Something is missing; `sentence` may be shown beside `field`."""

    def __init__(self, sentence: str | Promise, field: str = "") -> None:
        super().__init__(str(field))
        self.sentence = sentence
        self.field = field


def check_goal(steps: Sequence[str], level: int | None) -> None:
    """A goal needs two steps in words, where it is now and what is agreed; the other three may stay empty."""
    if level is None and not any(steps):
        return
    if level is None:
        raise NotWhole(_("Choose the step where it is now."), "level")
    if not steps[index(AGREED)]:
        raise NotWhole(_("Write in a few words what you agree on."), f"step_{index(AGREED)}")
    if not steps[index(level)]:
        raise NotWhole(_("Write in a few words how it is now: on the step you chose."), f"step_{index(level)}")


def check_row(row: DomainRow) -> None:
    """A row says something: how it is, a wish, or a goal."""
    if not (row.now or row.wish or any(row.steps)):
        raise NotWhole(_("Write one sentence: how it is now, or what the client wants."), "now")


def check_owner(action: Action) -> None:
    """Everything agreed has somebody who does it: a colleague, or a person with a name."""
    if action.owner is Owner.COLLEAGUE and not action.person:
        raise NotWhole(_("Choose which colleague does this."), "person")
    if action.owner is Owner.ORGANISATION and not (action.name and action.organisation):
        raise NotWhole(_("Write the name of the person and of the organisation: somebody does it."), "name")
    if action.owner is Owner.NETWORK and not action.name:
        raise NotWhole(_("Write who does it: a first name or “mama” is enough."), "name")


def index(level: int) -> int:
    """Where a step stands among the five."""
    return LEVELS.index(level)


def is_over(action: Action) -> bool:
    """Whether nobody needs to do anything about it any more."""
    return action.how_far is HowFar.DONE


def is_silent(action: Action, today: date, now: datetime) -> bool:
    """Whether the owner lets us wait: past its date, or asked and not answered, and nothing heard since."""
    if is_over(action) or action.owner is Owner.COLLEAGUE:
        return False
    if action.due_on is not None and action.due_on < today and action.how_far is not HowFar.CANNOT:
        return True
    return asked_without_answer(action, now)


def asked_without_answer(action: Action, now: datetime) -> bool:
    """Whether a question went out that nothing was heard of since, for three days at least."""
    if not action.nudges:
        return False
    asked_at = action.nudges[-1].at
    return (now - asked_at).days >= 3 and not any(told.at > asked_at for told in action.told)
