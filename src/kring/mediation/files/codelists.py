"""The codes of a file: the dimensions in which a mediation service reports (domain.md 2.5). Values are for ever."""

from enum import StrEnum


class Side(StrEnum):
    """The two parties; A called, B did not. Nothing else tells them apart."""

    A = "a"
    B = "b"

    @property
    def part(self) -> str:
        """The part of the file that holds the words of this side."""
        return f"side_{self.value}"

    @property
    def other(self) -> "Side":
        """The neighbour."""
        return Side.B if self is Side.A else Side.A


class Way(StrEnum):
    """How somebody applied."""

    PHONE = "phone"
    MAIL = "mail"
    FORM = "form"
    DESK = "desk"
    LETTER = "letter"


class Referrer(StrEnum):
    """Who pointed to us."""

    SELF = "self"
    POLICE = "police"
    TOWN = "town"
    HOUSING = "housing"
    WELFARE = "welfare"
    COURT = "court"
    NEIGHBOUR = "neighbour"
    OTHER = "other"


class Nature(StrEnum):
    """What the conflict is about."""

    NOISE = "noise"
    PETS = "pets"
    GREEN = "green"
    BOUNDARY = "boundary"
    WASTE = "waste"
    PARKING = "parking"
    CHILDREN = "children"
    SHARED_PLACES = "shared_places"
    MANNERS = "manners"
    OTHER = "other"


class NotStarted(StrEnum):
    """Why there was no mediation: as much a result as an agreement."""

    ADVICE_WAS_ENOUGH = "advice_was_enough"
    SOLVED = "solved"
    A_STOPS = "a_stops"
    B_STOPS = "b_stops"
    NOT_REACHED = "not_reached"
    IN_COURT = "in_court"
    NOT_OURS = "not_ours"
    UNSAFE = "unsafe"


class Form(StrEnum):
    """How the neighbours talk: at one table, or through the mediator who goes to and fro."""

    DIRECT = "direct"
    SHUTTLE = "shuttle"


class Willing(StrEnum):
    """Does this party take part?"""

    YES = "yes"
    DOUBTS = "doubts"
    NO = "no"


class Result(StrEnum):
    """What came of it, as this party sees it."""

    AGREED = "agreed"
    PARTLY = "partly"
    UNDERSTOOD = "understood"
    NOTHING = "nothing"


class Holds(StrEnum):
    """How it is some weeks later, as this party sees it."""

    BETTER = "better"
    SAME = "same"
    WORSE = "worse"
    NOT_REACHED = "not_reached"


class Phase(StrEnum):
    """Where a file is; read from what it holds, kept nowhere."""

    CALL = "call"
    INTAKE = "intake"
    TALK = "talk"
    FOLLOW_UP = "follow_up"
    OVER = "over"
