"""For how long somebody may raise concerns, and how long what was said stays afterwards."""

from datetime import date, timedelta
from typing import Any

LONGEST = timedelta(days=366)
KEPT = timedelta(days=183)
"""How long a partner and its concerns stay after the last day; then nothing of them is left."""
PAGE_LIFE = timedelta(days=366)


class NotYet(Exception):
    """It cannot be done like this; `sentence` says why, `field` beside which field."""

    def __init__(self, sentence: Any, field: str) -> None:
        super().__init__(field)
        self.sentence, self.field = sentence, field


def end_of_school_year(on: date) -> date:
    """The last day of June that comes next."""
    this = date(on.year, 6, 30)
    return this if on < this else date(on.year + 1, 6, 30)
