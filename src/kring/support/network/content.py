"""What is confidential about a network: ties with their history, when it was drawn together, loss and bond factors.

Plain frozen dataclasses under the part `network`. A row holds one `NetworkEntry`, so that the database does not tell
what kind of thing a row is.
"""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any, ClassVar

from kring.support.dossier.marks.content import About, Marks

AROUND = Marks(About.CONTEXT)
"""In a network all is about the surroundings unless said otherwise (MIN-01)."""


class Ring(StrEnum):
    """How close the client feels: a place on the drawing, no figure."""

    CLOSE = "close"
    REGULAR = "regular"
    FAR = "far"


class Relation(StrEnum):
    """How good the tie is, as the client says it."""

    SUPPORT = "support"
    NEUTRAL = "neutral"
    THIN = "thin"
    TENSE = "tense"
    BROKEN = "broken"


class TieKind(StrEnum):
    """Whom one is tied to."""

    PERSON = "person"
    PROFESSIONAL = "professional"
    ORGANISATION = "organisation"


class Kin(StrEnum):
    """A place in the family, for the genogram."""

    NONE = ""
    GRANDPARENT = "grandparent"
    PARENT = "parent"
    STEP_PARENT = "step_parent"
    AUNT_UNCLE = "aunt_uncle"
    PARTNER = "partner"
    FORMER_PARTNER = "former_partner"
    SIBLING = "sibling"
    COUSIN = "cousin"
    CHILD = "child"
    GRANDCHILD = "grandchild"


class Side(StrEnum):
    """Through which parent somebody is family."""

    NONE = ""
    MOTHER = "mother"
    FATHER = "father"


@dataclass(frozen=True, slots=True)
class TieState:
    """How it was from a day on. words: what changed then, may stay empty."""

    from_on: date
    ring: Ring
    relation: Relation
    words: str = ""


@dataclass(frozen=True, slots=True)
class Tie:
    """One person or organisation around the client. name: a nickname, first name or role. role: a few words beside it.

    states: at least one, in order of date. until_on: the first day it is no longer on the map. domain: a life domain.
    """

    name: str
    kind: TieKind
    domain: str
    states: tuple[TieState, ...]
    role: str = ""
    trusted: bool = False
    until_on: date | None = None
    kin: Kin = Kin.NONE
    side: Side = Side.NONE
    died: bool = False
    marks: Marks = AROUND


@dataclass(frozen=True, slots=True)
class Drawing:
    """A day on which client and worker drew or looked together; words: what the client said then."""

    on: date
    words: str = ""


class Pull(StrEnum):
    """Whether something loosens the tie between person and surroundings, or holds it."""

    LOSS = "loss"
    BOND = "bond"


class Still(StrEnum):
    """What a review found."""

    SAME = "same"
    CHANGED = "changed"
    OVER = "over"


@dataclass(frozen=True, slots=True)
class FactorReview:
    """What became of a factor by a day."""

    on: date
    still: Still
    words: str = ""


@dataclass(frozen=True, slots=True)
class Factor:
    """A loss or bond factor: a fact about the bond of person and surroundings that can change (domain.md 7.6).

    Tied to a life domain and to what is done about it (`action`). Never counted or added up; the client reads it.
    """

    pull: Pull
    domain: str
    words: str
    action: str
    noted_on: date
    reviews: tuple[FactorReview, ...] = ()


@dataclass(frozen=True, slots=True)
class NetworkEntry:
    """What one row holds: exactly one of these."""

    version: ClassVar[int] = 2

    tie: Tie | None = None
    drawing: Drawing | None = None
    factor: Factor | None = None

    @classmethod
    def upgrade(cls, old: dict[str, Any], _version: int) -> dict[str, Any]:
        """Until version 2 a tie wrote its exception and the day to look again beside its other marks."""
        marks = (old["tie"] or {}).get("marks", {})
        reason, again = marks.pop("exception", ""), marks.pop("review_on", None)
        if reason:
            marks["agogic"] = {"reason": reason, "review_on": again or date.max.isoformat()}
        return old
