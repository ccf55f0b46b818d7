"""What is confidential about telling somebody that we wrote them down. Plain frozen dataclasses, sealed; no Django."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class Way(StrEnum):
    """How it was told. Spoken and in steps is fine (GDP-06)."""

    TALK = "talk"
    STEPS = "steps"
    PHONE = "phone"
    MESSAGE = "message"
    LETTER = "letter"


class Waits(StrEnum):
    """Why it is not told now: it is not safe yet, or an exception of GDPR art. 14(5)."""

    NOT_SAFE = "not_safe"
    EFFORT = "effort"
    AIM = "aim"
    SECRECY = "secrecy"


@dataclass(frozen=True, slots=True)
class Telling:
    """Told on a day in a way, or waiting for a reason until it is looked at again. Exactly one of `way` and `waits`.

    on: the day it was told, or was decided to wait. present: who else was there. words: why it waits, in one sentence.
    """

    on: date
    by: str
    way: Way | None = None
    present: str = ""
    waits: Waits | None = None
    again_on: date | None = None
    words: str = ""
