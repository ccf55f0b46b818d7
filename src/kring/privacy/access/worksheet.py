"""The worksheet: of every piece that would go, what was decided; of the rest, how many stay out and why.

Pure: an open file, what was decided so far and a day in, the sheet out.
"""

from collections import Counter
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from kring.privacy.access import masking
from kring.privacy.access.items import OpenFile, Piece
from kring.privacy.access.rules import Outcome, Role, decide
from kring.privacy.access.words import POLICE
from kring.privacy.requests.content import PieceDecision, RequestContent
from kring.support.dossier.content import Identity
from kring.support.dossier.disclosing.content import DECLINED, Disclosed

GIVE, MASK, KEEP = "give", "mask", "keep"
PAGE = 20


@dataclass(frozen=True, slots=True)
class Weighed:
    """A piece that would go. decision: None until somebody decided it as it stands now. found: others named in it.

    own_way: it says how a young person wants to be reached, and who asks stands in for him.
    """

    piece: Piece
    lines: list[tuple[str, str]]
    decision: PieceDecision | None
    found: tuple[str, ...]
    own_way: bool = False

    @property
    def given(self) -> list[tuple[str, str]] | None:
        """What goes out of it, masked; None when it does not."""
        if self.decision is None or self.decision.choice == KEEP:
            return None
        return [(label, masking.masked(text, self.masks)) for label, text in self.lines]

    @property
    def masks(self) -> tuple[str, ...]:
        """The passages that are masked in it."""
        return self.decision.masks if self.decision is not None and self.decision.choice == MASK else ()


@dataclass(frozen=True)
class Sheet:
    """Everything of one request. kept: how many pieces the marks keep out, by ground."""

    role: Role
    going: list[Weighed]
    kept: Counter[str]

    @cached_property
    def undecided(self) -> int:
        """How many pieces nobody looked at yet, as they stand now."""
        return sum(one.decision is None for one in self.going)

    @property
    def pages(self) -> int:
        """How many pages it has; one at least."""
        return max(1, -(-len(self.going) // PAGE))

    def page(self, number: int) -> list[Weighed]:
        """One page, counted from 1."""
        return self.going[(number - 1) * PAGE : number * PAGE]

    @property
    def first_undecided(self) -> int:
        """The page to go on with; the last when all is decided."""
        at = next((at for at, one in enumerate(self.going) if one.decision is None), None)
        return self.pages if at is None else at // PAGE + 1

    @property
    def told(self) -> list[tuple[Disclosed, tuple[str, ...]]]:
        """What was passed on, by the records that go out, each with what is masked in it."""
        going = [(one.piece.content, one.masks) for one in self.going if one.given is not None]
        return [(told, masks) for told, masks in going if isinstance(told, Disclosed) and told.way != DECLINED]

    @property
    def kept_back(self) -> Counter[str]:
        """By ground: what the marks keep out, and what was kept back by hand; never what came from police."""
        by_hand = Counter(one.decision.ground for one in self.going if one.decision and one.decision.choice == KEEP)
        by_hand.pop(POLICE, None)
        return self.kept + by_hand


def weigh(file: OpenFile, content: RequestContent, on: date) -> Sheet:
    """The sheet of a request for a copy, as the file stands now."""
    role = Role(content.role)
    decided = {(one.piece, one.digest): one for one in content.decisions}
    others = masking.others_in(file)
    going, kept = [], Counter[str]()
    for piece in file.pieces:
        verdict = decide(piece.marks, role, on)
        if verdict.outcome is Outcome.GOES:
            lines = file.lines(piece)
            found = masking.found_in(lines, others)
            way = role is Role.REPRESENTATIVE and isinstance(piece.content, Identity) and bool(piece.content.contact)
            going.append(Weighed(piece, lines, decided.get((piece.id, piece.digest)), found, way))
        elif verdict.ground is not None:
            kept[verdict.ground.value] += 1
    return Sheet(role, going, kept)
