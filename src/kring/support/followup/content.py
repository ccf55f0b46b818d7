"""What is confidential in keeping a dossier carried: what is told at a handover, and where somebody goes alone."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class Told(StrEnum):
    """Whether the client knows that somebody else comes (SEC-02)."""

    YES = "yes"
    NOT_YET = "not_yet"
    CANNOT = "cannot"


@dataclass(frozen=True, slots=True)
class HandoverContent:
    """What one colleague tells the next. words: of the client. together: the first time with both.

    Until the keys move it lies under a lock of its own, which giver, receiver and both deputies hold; afterwards under
    the part `journal` of the dossier.
    """

    label: str
    matters: str
    reason: str
    told: Told
    told_how: str = ""
    words: str = ""
    promises: tuple[str, ...] = ()
    watch: tuple[str, ...] = ()
    together: str = ""
    leaves_on: date | None = None


@dataclass(frozen=True, slots=True)
class WhereToGo:
    """Where somebody goes alone in the evening, in the letterbox of one chosen colleague until he is back."""

    where: str
    reach: str = ""
