"""What is confidential about an ending: why and how it ended, goal by goal, the client's verdict, how it goes since.

Sealed under the part `plan` (holder, deputy, co-workers, client); the verdict under `statements` (without co-workers).
"""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class Reason(StrEnum):
    """How it ended. Source: domain.md 7.4b."""

    TOGETHER = "together"
    NETWORK = "network"
    HANDED_OVER = "handed_over"
    STOPPED = "stopped"
    LOST = "lost"
    MOVED = "moved"
    DETAINED = "detained"
    ADMITTED = "admitted"
    DECEASED = "deceased"
    OUTSIDE = "outside"
    ELSEWHERE = "elsewhere"
    OTHER = "other"


class Held(StrEnum):
    """Whether what we went along to is still running after three months; not knowing is an answer."""

    YES = "yes"
    NO = "no"
    UNKNOWN = "unknown"


class Reached(StrEnum):
    """Where one goal stands at the end, beside what was agreed; never added up."""

    BELOW = "below"
    AGREED = "agreed"
    ABOVE = "above"
    NOT_SAID = "not_said"


@dataclass(frozen=True, slots=True)
class GoalAtEnd:
    """One goal of the plan when the role ended. goal: the life domain; agreed: the step that was agreed."""

    goal: str
    agreed: str
    reached: Reached


@dataclass(frozen=True, slots=True)
class ClosingContent:
    """How a role ended. talk_on: the day of the closing talk, or `why_no_talk`. to: the service that goes on."""

    reason: Reason
    on: date
    by: str
    talk_on: date | None = None
    why_no_talk: str = ""
    note: str = ""
    to: str = ""
    may_come_back: bool = True
    goals: tuple[GoalAtEnd, ...] = ()


@dataclass(frozen=True, slots=True)
class Verdict:
    """What the client thinks of it, in their own words."""

    words: str
    on: date


@dataclass(frozen=True, slots=True)
class Aftercare:
    """What was heard three or six months after. held: only where somebody was handed over."""

    task: str
    on: date
    by: str
    words: str = ""
    held: Held | None = None


@dataclass(frozen=True, slots=True)
class Reopening:
    """Why the role was taken up again."""

    on: date
    by: str
    why: str
