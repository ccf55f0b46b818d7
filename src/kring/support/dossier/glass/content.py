"""What is confidential about breaking the glass. A plain frozen dataclass, sealed into letterboxes; no Django."""

from dataclasses import dataclass
from enum import StrEnum


class Part(StrEnum):
    """What one can read behind glass: one of these at a time."""

    BASIS = "basis"
    JOURNAL = "journal"
    NETWORK = "network"
    PLAN = "plan"


@dataclass(frozen=True, slots=True)
class GlassReason:
    """Why somebody broke the glass. part: of Part. reason: why now, and why this colleague."""

    part: Part
    reason: str
