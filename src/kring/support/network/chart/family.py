"""The family tree: a row a generation, mother's side to the left, father's side to the right, the client in the middle.

Everybody has the same shape; who somebody is to the client is a word below the name. A line is drawn only where what
was written tells it: between grandparents and the parents of that side, parents and their children, two partners.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from kring.support.network.chart import lettering
from kring.support.network.chart.placing import LINE
from kring.support.network.chart.strokes import cross

SLOT, RADIUS, NAME, WORD = 108.0, 20.0, 14.0, 12.5
ROW = 2 * RADIUS + 2 * LINE * NAME + LINE * WORD + 46
EDGE, BAR, GAP = 12.0, 22.0, 5.0
"""Air at the edges; how far above a row its bar lies; half the gap a partner line keeps from a node."""
MOTHER, FATHER = "mother", "father"
ROWS: tuple[tuple[tuple[str, str | None], ...], ...] = (
    (("grandparent", MOTHER), ("grandparent", ""), ("grandparent", FATHER)),
    (
        ("aunt_uncle", MOTHER),
        ("aunt_uncle", ""),
        ("step_parent", MOTHER),
        ("parent", MOTHER),
        ("parent", ""),
        ("parent", FATHER),
        ("step_parent", FATHER),
        ("step_parent", ""),
        ("aunt_uncle", FATHER),
    ),
    (
        ("cousin", MOTHER),
        ("sibling", None),
        ("me", None),
        ("partner", None),
        ("former_partner", None),
        ("cousin", ""),
        ("cousin", FATHER),
    ),
    (("child", None),),
    (("grandchild", None),),
)
"""The generations and who stands where in each; None: of whichever side."""


@dataclass(frozen=True, slots=True)
class Relative:
    """Somebody of the family. word: who it is to the client; me: the client."""

    name: str
    kin: str
    side: str
    word: str
    died: bool = False
    me: bool = False


@dataclass(frozen=True, slots=True)
class Leaf:
    """Where somebody stands: the middle of the shape, and the lines below it with their heights."""

    relative: Relative
    row: int
    x: float
    y: float
    name: list[tuple[float, str]]
    word_y: float
    cross: str

    @property
    def of(self) -> tuple[str, str]:
        """Kin and side."""
        return self.relative.kin, self.relative.side


@dataclass(frozen=True, slots=True)
class Tree:
    """The drawing. dashed: the lines that are no more."""

    width: float
    height: float
    radius: float
    leaves: list[Leaf]
    lines: list[str] = field(default_factory=list)
    dashed: list[str] = field(default_factory=list)


def tree(me: str, relatives: Sequence[Relative]) -> Tree:
    """Everybody in a row of the own generation; rows that are empty are left out."""
    rows = [row for row in (_row(number, me, relatives) for number in range(len(ROWS))) if row[1]]
    widest = max(len(row) for _, row in rows)
    width = 2 * EDGE + widest * SLOT
    leaves = [
        _leaf(each, number, width / 2 + (place - (len(row) - 1) / 2) * SLOT, EDGE + 8 + at * ROW + RADIUS)
        for at, (number, row) in enumerate(rows)
        for place, each in enumerate(row)
    ]
    drawn = Tree(width, 2 * EDGE + len(rows) * ROW - 26, RADIUS, leaves)
    _join(drawn)
    return drawn


def _row(number: int, me: str, relatives: Sequence[Relative]) -> tuple[int, list[Relative]]:
    found: list[Relative] = []
    for kin, side in ROWS[number]:
        if kin == "me":
            found.append(Relative(me, "me", "", "", me=True))
        found += [one for one in relatives if one.kin == kin and side in (None, one.side)]
    return number, found


def _leaf(relative: Relative, row: int, x: float, y: float) -> Leaf:
    lines = lettering.lines(relative.name, NAME, SLOT - 12, 2)
    first = y + RADIUS + NAME + 2
    name = [(first + number * LINE * NAME, text) for number, text in enumerate(lines)]
    crossed = cross(x, y, RADIUS * 0.68) if relative.died else ""
    return Leaf(relative, row, x, y, name, name[-1][0] + LINE * WORD, crossed)


def _join(drawn: Tree) -> None:
    leaves = drawn.leaves
    parents = [leaf for leaf in leaves if leaf.of[0] == "parent"]
    me = next(leaf for leaf in leaves if leaf.relative.me)
    for side in (MOTHER, "", FATHER):
        older = [leaf for leaf in leaves if leaf.of == ("grandparent", side)]
        younger = [leaf for leaf in leaves if leaf.of in (("parent", side), ("aunt_uncle", side))]
        _descend(drawn, older, younger)
    _descend(drawn, parents, [leaf for leaf in leaves if leaf.of[0] in ("sibling", "me")])
    partners = [leaf for leaf in leaves if leaf.of[0] in ("partner", "former_partner")]
    for leaf in partners:
        _beside(drawn.lines if leaf.of[0] == "partner" else drawn.dashed, me, leaf)
    children = [leaf for leaf in leaves if leaf.of[0] == "child"]
    _descend(drawn, [me], children)
    _descend(drawn, children, [leaf for leaf in leaves if leaf.of[0] == "grandchild"], together=False)


def _beside(lines: list[str], one: Leaf, other: Leaf) -> None:
    """A bow above what stands in between."""
    left, right = sorted((one.x, other.x))
    top = one.y - RADIUS
    if right - left <= SLOT:
        lines.append(f"M{left + RADIUS + GAP:.1f} {one.y:.1f}H{right - RADIUS - GAP:.1f}")
    else:
        lines.append(f"M{left + GAP:.1f} {top:.1f}V{top - GAP:.1f}H{right - GAP:.1f}V{top:.1f}")


def _descend(drawn: Tree, older: Sequence[Leaf], younger: Sequence[Leaf], *, together: bool = True) -> None:
    """From the older to a bar above the younger; `together`: the older are a pair with a line between them."""
    if not older or not younger:
        return
    bar = younger[0].y - RADIUS - BAR / 2
    if together:
        for one, other in pairwise(older):
            _beside(drawn.lines, one, other)
    low = max(leaf.word_y for leaf in older) + GAP
    start = sum(leaf.x for leaf in older) / len(older) if together else older[0].x
    begin = older[0].y if together and len(older) % 2 == 0 and _free_below(older, start) else low
    drawn.lines.append(f"M{start:.1f} {begin:.1f}V{bar:.1f}")
    ends = [start, *(leaf.x for leaf in younger)]
    drawn.lines.append(f"M{min(ends):.1f} {bar:.1f}H{max(ends):.1f}")
    drawn.lines.extend(f"M{leaf.x:.1f} {bar:.1f}V{leaf.y - RADIUS:.1f}" for leaf in younger)


def _free_below(older: Sequence[Leaf], x: float) -> bool:
    """Whether a line down from between a pair meets no name."""
    return all(abs(leaf.x - x) >= SLOT / 2 for leaf in older)
