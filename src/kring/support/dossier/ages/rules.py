"""Which age comes next, and what one looks at then: pure functions and a table."""

from datetime import date, timedelta

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from kring.support.dossier.content import Milestone

AGES = (12, 13, 14, 16, 18)
OF_AGE = AGES[-1]
AHEAD = timedelta(days=14)
"""How long before the day it shows."""
SENTENCES: dict[int, Promise] = {
    12: _("From about twelve a child is taken to decide about the own file. Judge it yourself, together."),
    13: _("From thirteen somebody may say yes to online services without a parent. Look at how you reach each other."),
    14: _("From fourteen a municipal sanction is possible. Look at what does and does not belong here."),
    16: _("From sixteen somebody decides more alone. Look again at who may know what, and who gets a word."),
    18: _("Of age: parents do not decide any more. Look at what was kept about them; remove what is not needed."),
}


def first(born_on: date, on: date) -> Milestone | None:
    """What is looked at first: the age that was reached already, today, or the one that comes; None when of age."""
    reached = [age for age in AGES if birthday(born_on, age) <= on]
    if OF_AGE in reached:
        return None
    return Milestone(reached[-1], on) if reached else after(born_on, 0)


def after(born_on: date, age: int) -> Milestone | None:
    """The next age; None after eighteen."""
    coming = next((one for one in AGES if one > age), None)
    return Milestone(coming, birthday(born_on, coming)) if coming else None


def birthday(born_on: date, age: int) -> date:
    """The day somebody turns so many years; who was born on 29 February does on 1 March."""
    try:
        return born_on.replace(year=born_on.year + age)
    except ValueError:
        return date(born_on.year + age, 3, 1)


def is_due(milestone: Milestone | None, today: date) -> bool:
    """Whether it shows already."""
    return milestone is not None and milestone.on - AHEAD <= today
