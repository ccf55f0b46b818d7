"""What a programme is: its code, its name in the town, its register and circle, and since when it exists."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Programme:
    """A way of working. started_on: None when nobody knows any more. counted: whether its dossiers stand in the figure.

    circle: code of the circle that carries its dossiers, "" when it carries none here. functions: who works in it.
    """

    code: str
    name: str
    register: str
    circle: str = ""
    started_on: date | None = None
    counted: bool = False
    functions: tuple[str, ...] = ()
    reason: str = ""
    """Why it is not counted, in a sentence (translated where it is shown)."""
