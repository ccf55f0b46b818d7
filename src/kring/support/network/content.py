"""What is confidential about a network: ties with their history, when it was drawn together, loss and bond factors.

Plain frozen dataclasses under the part `network`. A row holds one `NetworkEntry`, so that the database does not tell
what kind of thing a row is.
"""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


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


class About(StrEnum):
    """Whom a line is about (MIN-01)."""

    CLIENT = "client"
    CONTEXT = "context"
    THIRD_PARTY_ONLY = "third_party_only"


@dataclass(frozen=True, slots=True)
class Marks:
    """What decides later who may read a line (MIN-01, MIN-02); in a network all is context unless said otherwise.

    exception: the reason of the pedagogical exception, "" when there is none; `review_on` says when it is looked at.
    """

    about: About = About.CONTEXT
    in_confidence: bool = False
    for_court: bool = False
    exception: str = ""
    review_on: date | None = None


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
    marks: Marks = Marks()


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

    tie: Tie | None = None
    drawing: Drawing | None = None
    factor: Factor | None = None
