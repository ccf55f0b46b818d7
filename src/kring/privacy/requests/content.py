"""What is confidential about a request: who asks what, what was decided of each piece, the answer."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class PieceDecision:
    """What a colleague decided of one piece of the file: give it, give it with passages masked, or keep it back.

    digest: of the piece as it stood then; once it changed it is decided anew. ground: why it is kept back.
    """

    piece: str
    digest: str
    choice: str
    masks: tuple[str, ...] = ()
    ground: str = ""


@dataclass(frozen=True, slots=True)
class RequestContent:
    """role: who asks. words: in the person's own words. by: who took it down. part: that is to be frozen.

    beside: the row the own words stand beside. outcome, answer: what came of it, and why; by whom and when. longer_why:
    why it takes two months more; longer_on: when the person was told; longer_by: by whom.
    """

    role: str
    by: str
    words: str = ""
    part: str = ""
    beside: str = ""
    decisions: tuple[PieceDecision, ...] = ()
    outcome: str = ""
    answer: str = ""
    answered_by: str = ""
    answered_on: date | None = None
    longer_why: str = ""
    longer_on: date | None = None
    longer_by: str = ""
