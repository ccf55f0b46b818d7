"""Where everybody stands, so that no name lies over another: a search on the cells of the rings.

Each tie keeps to its ring and sector. A drawing in which somebody finds no place is made larger and tried again, so
that what comes out has no overlaps, however many stand on it.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from math import ceil, cos, hypot, sin

from kring.support.network.chart import lettering, rings
from kring.support.network.chart.canvas import Canvas, Letters
from kring.support.network.chart.rings import Rings

SECTOR_COUNT = 6
AIR = 3.0
"""Between two boxes."""
TITLE_OFF = 6.0
"""From the rim to a title."""
LINE = 1.2
"""Height of a line of text, in its size."""
Box = tuple[float, float, float, float]
"""Left, top, right, bottom."""


@dataclass(frozen=True, slots=True)
class Word:
    """What is to be placed: a name and a few words in a sector and a ring, both counted from 0."""

    name: str
    role: str
    sector: int
    ring: int


@dataclass(frozen=True, slots=True)
class Cut:
    """A word as it will be drawn, measured from the middle of its node."""

    word: Word
    name: tuple[str, ...]
    role: str
    box: Box

    @property
    def area(self) -> float:
        """With air around it."""
        left, top, right, bottom = self.box
        return (right - left + AIR) * (bottom - top + AIR)


@dataclass(frozen=True, slots=True)
class Placed:
    """A word with the middle of its node."""

    cut: Cut
    x: float
    y: float

    @property
    def box(self) -> Box:
        """Node and name together."""
        return _at(self.cut.box, self.x, self.y)


@dataclass(frozen=True, slots=True)
class Plan:
    """The drawing: everybody in the order given, around (0, 0)."""

    rings: Rings
    letters: Letters
    placed: list[Placed]


def plan(words: Sequence[Word], canvas: Canvas, *, ring_names: Sequence[float], titles: Sequence[float]) -> Plan:
    """Place everybody. ring_names, titles: how wide the names of the rings and sectors are."""
    letters = canvas.letters(len(words))
    cuts = [cut(word, letters) for word in words]
    cells = [[0.0] * len(rings.PLAIN) for _ in range(SECTOR_COUNT)]
    for one in cuts:
        cells[one.word.sector][one.word.ring] += one.area
    for room in _larger_and_larger(cells, canvas):
        placed = _placed(cuts, room, canvas, ring_names, titles)
        if placed is not None:
            return Plan(room, letters, placed)
    raise AssertionError("a drawing that grows has room")


def cut(word: Word, letters: Letters) -> Cut:
    """A word on its lines."""
    name = lettering.lines(word.name, letters.name, letters.label, 2)
    role = "".join(lettering.lines(word.role, letters.role, letters.label, 1)) if letters.role and word.role else ""
    wide = max([2 * letters.radius, *(lettering.width(line, letters.name) for line in name)])
    wide = max(wide, lettering.width(role, letters.role)) if role else wide
    high = LINE * (len(name) * letters.name + (letters.role if role else 0))
    return Cut(word, name, role, (-wide / 2, -letters.radius - 1, wide / 2, letters.radius + 5 + high))


def _larger_and_larger(cells: rings.Cells, canvas: Canvas) -> Iterator[Rings]:
    middle = canvas.me + 6
    first = rings.plain(canvas.start, middle, SECTOR_COUNT)
    if rings.fits(first, cells, 1.15):
        yield first
    slack = 1.5
    while True:
        yield rings.grown(cells, slack, start=canvas.start, reach=canvas.reach, middle=middle)
        slack *= 1.25


def _placed(
    cuts: Sequence[Cut], room: Rings, canvas: Canvas, reserved: Sequence[float], titles: Sequence[float]
) -> list[Placed] | None:
    taken: list[Box] = [_middle(canvas.me), *ring_boxes(room, canvas, reserved)]
    outside = title_boxes(room, canvas, titles)
    found: dict[int, Placed] = {}
    by_cell: dict[tuple[int, int], list[int]] = {}
    for number, one in enumerate(cuts):
        by_cell.setdefault((one.word.ring, one.word.sector), []).append(number)
    for (ring, sector), numbers in sorted(by_cell.items(), key=lambda each: (each[0][0], -len(each[1]))):
        points = _points(room, ring, sector, [cuts[number] for number in numbers])
        for place, number in enumerate(numbers):
            ideal = _ideal(room, ring, sector, place, len(numbers))
            spot = _nearest_free(points, ideal, cuts[number].box, taken, _Edge(room, canvas.width / 2 - 2, outside))
            if spot is None:
                return None
            found[number] = Placed(cuts[number], *spot)
            taken.append(_with_air(found[number].box))
    return [found[number] for number in range(len(cuts))]


def ring_boxes(room: Rings, canvas: Canvas, widths: Sequence[float]) -> list[Box]:
    """Where the names of the rings stand: inside the rim of each, at the bottom."""
    high = canvas.roomy.mark * 1.5
    ends = [room.down * end for end in room.ends]
    return [(-wide / 2 - AIR, end - high - 4, wide / 2 + AIR, end - 2) for wide, end in zip(widths, ends, strict=False)]


def title_boxes(room: Rings, canvas: Canvas, widths: Sequence[float]) -> list[Box]:
    """The titles of the sectors lie along the outside of the rim: each as a row of squares."""
    found: list[Box] = []
    size, off = canvas.title, TITLE_OFF + canvas.title / 2
    for sector, wide in enumerate(widths):
        middle = (room.turns[sector] + room.turns[sector + 1]) / 2
        count = max(2, ceil(wide / size))
        for number in range(count + 1):
            turn = room.along(middle, wide * (number / count - 0.5))
            x, y = (room.across + off) * sin(turn), -(room.down + off) * cos(turn)
            found.append((x - size / 2, y - size / 2, x + size / 2, y + size / 2))
    return found


def _points(room: Rings, ring: int, sector: int, cuts: Sequence[Cut]) -> list[tuple[float, float]]:
    """Places in a cell that may be tried: not too near to its edges, not nearer to each other than is useful."""
    begin, end = room.band(ring)
    first, last = room.turns[sector], room.turns[sector + 1]
    low = min(one.box[3] - one.box[1] for one in cuts)
    edge = min(0.28 * (end - begin), 0.5 * low / room.down)
    radial = min(8, max(1, ceil((end - begin - 2 * edge) * room.down / (low / 4))))
    most = 8 + 4 * len(cuts)
    tried = []
    for step in range(radial + 1):
        out = begin + edge + (end - begin - 2 * edge) * step / radial
        along = min(most, max(1, ceil((last - first) * out * max(room.across, room.down) / (low / 3))))
        margin = min(0.12 * (last - first), 0.04)
        turn, span = first + margin, last - first - 2 * margin
        tried += [room.point(out, turn + span * number / along) for number in range(along + 1)]
    return tried


def _ideal(room: Rings, ring: int, sector: int, place: int, count: int) -> tuple[float, float]:
    begin, end = room.band(ring)
    first, last = room.turns[sector], room.turns[sector + 1]
    out = begin + (end - begin) * (0.5 if count < 3 else 0.32 + 0.4 * (place % 2))
    fanned = 0.22 * (ring - 1)  # so that a line to the middle passes beside who stands nearer
    return room.point(out, first + (last - first) * (place + 0.5 + fanned) / count)


def _nearest_free(
    points: Sequence[tuple[float, float]], ideal: tuple[float, float], box: Box, taken: Sequence[Box], edge: "_Edge"
) -> tuple[float, float] | None:
    ideal_x, ideal_y = ideal
    left, top, right, bottom = box
    for x, y in sorted(points, key=lambda point: hypot(point[0] - ideal_x, point[1] - ideal_y)):
        x0, y0, x1, y1 = x + left, y + top, x + right, y + bottom
        if any(x0 < b[2] and b[0] < x1 and y0 < b[3] and b[1] < y1 for b in taken):
            continue
        if edge.holds((x0, y0, x1, y1)):
            return x, y
    return None


@dataclass(frozen=True, slots=True)
class _Edge:
    """The rim, over which a name may hang where there is paper left and no title."""

    room: Rings
    half: float
    titles: Sequence[Box]

    def holds(self, box: Box) -> bool:
        if self.room.holds(*box):
            return True
        x0, y0, x1, y1 = box
        if x0 < -self.half or x1 > self.half or y0 < -self.room.down or y1 > self.room.down:
            return False
        return not any(x0 < b[2] and b[0] < x1 and y0 < b[3] and b[1] < y1 for b in self.titles)


def _at(box: Box, x: float, y: float) -> Box:
    return box[0] + x, box[1] + y, box[2] + x, box[3] + y


def _with_air(box: Box) -> Box:
    return box[0] - AIR, box[1] - AIR, box[2] + AIR, box[3] + AIR


def _middle(radius: float) -> Box:
    return -radius - AIR, -radius - AIR, radius + AIR, radius + AIR
