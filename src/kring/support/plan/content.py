"""What is confidential about a plan: its rows, its actions, what was agreed, the client's version, what a link shows.

Plain frozen dataclasses, sealed under the part `plan` of the dossier. No Django here.
"""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

LEVELS = (-2, -1, 0, 1, 2)
"""The steps of a goal: -2 where it was at worst, 0 what was agreed, +2 the most one hopes for."""
AGREED = 0


class Owner(StrEnum):
    """Who does an action."""

    COLLEAGUE = "colleague"
    ORGANISATION = "organisation"
    CLIENT = "client"
    NETWORK = "network"


class HowFar(StrEnum):
    """How far an action is, in the words of who does it."""

    AGREED = "agreed"
    BUSY = "busy"
    DONE = "done"
    CANNOT = "cannot"


class Way(StrEnum):
    """How we heard how far an action is; unknown: behind the link somebody said that he does not know of it."""

    PAGE = "page"
    LINK = "link"
    UNKNOWN = "unknown"


class Place(StrEnum):
    """Where a piece of the client's version may stand: with who the client trusts, on paper, behind the link."""

    TRUSTED = "trusted"
    PAPER = "paper"
    LINK = "link"


@dataclass(frozen=True, slots=True)
class Move:
    """Where a goal stood on a day; by: who wrote it (principal)."""

    level: int
    on: date
    by: str = ""


@dataclass(frozen=True, slots=True)
class DomainRow:
    """One life domain of the plan. wish: the client's own words. steps: five texts from -2 to +2, some may be empty.

    moves: the goal over time, oldest first; the first is the start. aside: not now, kept. by, at: who wrote it last.
    """

    domain: str
    now: str = ""
    wish: str = ""
    steps: tuple[str, ...] = ("",) * len(LEVELS)
    moves: tuple[Move, ...] = ()
    aside: bool = False
    by: str = ""
    at: datetime | None = None

    @property
    def level(self) -> int | None:
        """Where the goal stands now."""
        return self.moves[-1].level if self.moves else None

    @property
    def start(self) -> int | None:
        """Where it stood at first."""
        return self.moves[0].level if self.moves else None

    @property
    def has_goal(self) -> bool:
        """Whether a goal was written."""
        return bool(self.moves)


@dataclass(frozen=True, slots=True)
class Told:
    """What somebody said about an action: how far, a word with it; by: principal."""

    how_far: HowFar
    at: datetime
    words: str = ""
    way: Way = Way.PAGE
    by: str = ""


@dataclass(frozen=True, slots=True)
class Nudge:
    """A question that went to the owner of an action: where, when, with which agreed word, until when it opens."""

    to: str
    word: str
    at: datetime
    until: datetime
    by: str = ""


@dataclass(frozen=True, slots=True)
class Action:
    """Something agreed: what, by whom, by when, how far.

    row: the row it belongs to. person: principal of a colleague. name: a named person elsewhere. taken_from: the public
    id of what it was agreed in (a consultation), so that it is taken over once.
    """

    what: str
    row: str = ""
    owner: Owner = Owner.COLLEAGUE
    person: str = ""
    name: str = ""
    organisation: str = ""
    due_on: date | None = None
    mode: str = ""
    how_far: HowFar = HowFar.AGREED
    words: str = ""
    told: tuple[Told, ...] = ()
    nudges: tuple[Nudge, ...] = ()
    taken_from: str = ""
    by: str = ""
    at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Consent:
    """Somebody who agreed, and how: at the table, by phone, on paper, in a message."""

    name: str
    how: str


@dataclass(frozen=True, slots=True)
class AgreedVersion:
    """A version of the plan that was agreed: the whole of it as it stood, with whom, how and when. Never changed."""

    number: int
    on: date
    how: str
    words: str = ""
    others: tuple[Consent, ...] = ()
    rows: tuple[DomainRow, ...] = ()
    actions: tuple[Action, ...] = ()
    by: str = ""
    at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Piece:
    """One heading of the client's version: of a row (its id), of an action, or one of the fixed ones.

    closed: a sensitive heading, folded until the client opens it. places: where it may stand; the client chooses.
    """

    of: str
    heading: str = ""
    sentence: str = ""
    closed: bool = False
    places: tuple[Place, ...] = (Place.TRUSTED, Place.PAPER, Place.LINK)


@dataclass(frozen=True, slots=True)
class ClientSheet:
    """The plan in the client's own version: I-sentences in plain words, in the client's language.

    want: what I want. hard: what helps when it does not go well. trusted: how the client calls who may read along.
    """

    name: str = ""
    language: str = "nl"
    want: str = ""
    hard: str = ""
    trusted: str = ""
    pieces: tuple[Piece, ...] = ()
    by: str = ""
    at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Earlier:
    """How a row, an action or the client's version stood before it was changed: one of the three."""

    revision: int
    row: DomainRow | None = None
    action: Action | None = None
    sheet: ClientSheet | None = None


@dataclass(frozen=True, slots=True)
class NudgeShown:
    """The extract behind a link to one action: its own line, when it was agreed, by when. No name, no other line."""

    line: str
    agreed_on: date | None = None
    due_on: date | None = None
    until: datetime | None = None


@dataclass(frozen=True, slots=True)
class NudgeAnswer:
    """What the owner of an action answered behind the link. unknown: says that he does not know of it."""

    how_far: HowFar
    words: str = ""
    unknown: bool = False


@dataclass(frozen=True, slots=True)
class SheetGoal:
    """One heading behind the client's link. road: the five steps as the page draws them."""

    heading: str
    sentence: str
    icon: str = "flag"
    road: tuple[str, ...] = ()
    closed: bool = False


@dataclass(frozen=True, slots=True)
class SheetLine:
    """One line of who does what behind the client's link."""

    what: str
    when: str = ""
    initials: str = ""
    face: str = ""


@dataclass(frozen=True, slots=True)
class SheetCopy:
    """The extract behind the client's own link: what the client chose to stand there, on the day it was sent."""

    name: str
    language: str
    looked: str = ""
    want: tuple[str, ...] = ()
    goals: tuple[SheetGoal, ...] = ()
    does: tuple[SheetLine, ...] = ()
    hard: str = ""


@dataclass(frozen=True, slots=True)
class Statement:
    """The client's own words, said behind the link or told to a colleague; nobody of us changes them (MIN-06).

    beside: what the text is called that they stand beside (GDP-08). taken_by: who took them down, "" by link.
    """

    words: str
    at: datetime | None = None
    beside: str = ""
    taken_by: str = ""
