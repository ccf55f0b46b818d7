"""What a programme is: its code, its name in the town, its register and circle, and since when it exists."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Programme:
    """A way of working.

    name: what the town calls it, the same in every language. register: the legal file its cases stand in, "" for none.
    circle: code of the circle that carries its dossiers, "" when it carries none here.
    started_on: 1 January when only the year is known, None when not even that.
    counted: whether its dossiers stand in the figure. functions: who works in it.
    journey: the steps of a dossier that exist for it; talks: how many it has at least and at most, when that is fixed.
    """

    code: str
    name: str
    register: str
    circle: str = ""
    started_on: date | None = None
    counted: bool = False
    functions: tuple[str, ...] = ()
    journey: tuple[str, ...] = ("network", "consultation", "plan", "followup", "closing")
    talks: tuple[int, int] | None = None
    reason: str = ""
    """Why it is not counted, in a few words; translated where it is shown. Empty when it is counted."""
