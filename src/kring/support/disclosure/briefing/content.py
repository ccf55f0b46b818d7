"""What is confidential about a letter upward. Plain dataclasses; one lock for each letter."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class BriefingAnswer:
    """A word back. by: who (principal)."""

    words: str
    by: str
    on: date


@dataclass(frozen=True, slots=True)
class BriefingContent:
    """One letter. items: lines copied from the dossier. by, to: principals. until: the last day it opens for `to`.

    passed_on: the day on which a letter of its own went further up. dossier, above: what the row says in the clear of
    where it belongs; a row that says otherwise is not ours.
    """

    question: str
    options: tuple[str, ...]
    needed: str
    items: tuple[str, ...]
    by: str
    to: str
    on: date
    until: date
    answers: tuple[BriefingAnswer, ...] = ()
    passed_on: date | None = None
    dossier: str = ""
    above: str = ""
