"""From ties to a finished drawing: every coordinate a template needs, and nothing to compute any more."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import hypot, pi

from kring.support.network.chart import lettering
from kring.support.network.chart.canvas import NARROW, Canvas
from kring.support.network.chart.placing import LINE, TITLE_OFF, Placed, Plan, Word, plan
from kring.support.network.chart.strokes import Stroke, stroke


@dataclass(frozen=True, slots=True)
class Figure:
    """Whom to draw. look: of the line. shape: "person", "professional", "organisation". full: name and tie in words."""

    word: Word
    mark: str
    look: str
    shape: str
    full: str
    trusted: bool = False


@dataclass(frozen=True, slots=True)
class Labels:
    """The words of the drawing itself: whose it is, the rings from the inside, the sectors clockwise."""

    me: str
    rings: Sequence[str]
    sectors: Sequence[str]


@dataclass(frozen=True, slots=True)
class Text:
    """A line of text around x."""

    x: str
    y: str
    words: str


@dataclass(frozen=True, slots=True)
class Title:
    """The title of a sector along the rim."""

    path: str
    words: str


@dataclass(frozen=True, slots=True)
class Node:
    """One tie: its shape around (x, y), the sign in it, its name below."""

    figure: Figure
    x: str
    y: str
    radius: str
    left: str
    top: str
    side: str
    corner: str
    mark: Text
    name: list[Text]
    role: Text | None
    star: Text | None
    stroke: Stroke


@dataclass(frozen=True, slots=True)
class Picture:
    """Everything of one SVG. key: tells two drawings on one page apart."""

    key: str
    box: str
    across: list[tuple[str, str, str]]
    spokes: list[str]
    titles: list[Title]
    rings: list[Text]
    nodes: list[Node]
    me: Text
    me_radius: float
    dense: bool


def picture(figures: Sequence[Figure], labels: Labels, canvas: Canvas) -> Picture:
    """Lay out and draw."""
    titles = [lettering.width(words, canvas.title) for words in labels.sectors]
    names = [lettering.width(words, _ring_size(canvas)) for words in labels.rings]
    laid = plan([figure.word for figure in figures], canvas, ring_names=names, titles=titles)
    high = laid.rings.down + canvas.title * 1.9 + 4
    half = canvas.width / 2
    return Picture(
        key="narrow" if canvas is NARROW else "wide",
        box=f"{-half:.0f} {-high:.0f} {canvas.width:.0f} {2 * high:.0f}",
        across=[
            (f"r{number}", _f(laid.rings.across * end), _f(laid.rings.down * end))
            for number, end in reversed(list(enumerate(laid.rings.ends, 1)))
        ],
        spokes=[_spoke(laid, turn) for turn in laid.rings.turns[:-1]],
        titles=[_title(laid, sector, words, canvas) for sector, words in enumerate(labels.sectors)],
        rings=[
            Text("0", _f(laid.rings.down * end - 8), words)
            for end, words in zip(laid.rings.ends, labels.rings, strict=True)
        ],
        nodes=[_node(figure, placed, laid, canvas) for figure, placed in zip(figures, laid.placed, strict=True)],
        me=Text("0", _f(canvas.roomy.mark * 0.36), _short(labels.me, canvas)),
        me_radius=canvas.me,
        dense=laid.letters is canvas.dense,
    )


def _node(figure: Figure, placed: Placed, laid: Plan, canvas: Canvas) -> Node:
    letters, x, y = laid.letters, placed.x, placed.y
    radius = letters.radius
    first = y + radius + 2 + letters.name
    name = [
        Text(_f(x), _f(first + number * LINE * letters.name), words) for number, words in enumerate(placed.cut.name)
    ]
    role = None
    if placed.cut.role:
        at = first + (len(name) - 1) * LINE * letters.name + LINE * letters.role
        role = Text(_f(x), _f(at), placed.cut.role)
    return Node(
        figure,
        _f(x),
        _f(y),
        _f(radius),
        _f(x - radius),
        _f(y - radius),
        _f(2 * radius),
        _f(radius * 0.4),
        Text(_f(x), _f(y + letters.mark * 0.36), figure.mark),
        name,
        role,
        Text(_f(x + radius * 0.85), _f(y - radius * 0.45), "★") if figure.trusted else None,
        stroke(figure.look, _between(x, y, radius, canvas.me), 1 if canvas.width > NARROW.width else 0.6),
    )


def _between(x: float, y: float, radius: float, middle: float) -> tuple[float, float, float, float]:
    """From the rim of the middle to the rim of a node."""
    length = hypot(x, y) or 1.0
    inner, outer = middle / length, 1 - radius / length
    return x * inner, y * inner, x * outer, y * outer


def _spoke(laid: Plan, turn: float) -> str:
    (x0, y0), (x1, y1) = laid.rings.point(laid.rings.middle, turn), laid.rings.point(1, turn)
    return f"M{x0:.1f} {y0:.1f}L{x1:.1f} {y1:.1f}"


def _title(laid: Plan, sector: int, words: str, canvas: Canvas) -> Title:
    """An arc outside the rim; in the lower half it runs the other way, so that nobody reads upside down."""
    begin, end = laid.rings.turns[sector], laid.rings.turns[sector + 1]
    middle = (begin + end) / 2
    below = pi / 2 < middle < 3 * pi / 2
    off = TITLE_OFF + (canvas.title * 0.75 if below else 0)
    across, down = laid.rings.across + off, laid.rings.down + off
    first, last = (end, begin) if below else (begin, end)
    x0, y0 = laid.rings.point(1, first)
    x1, y1 = laid.rings.point(1, last)
    wide, high = across / laid.rings.across, down / laid.rings.down
    large = int(end - begin > pi)
    start, stop = f"{x0 * wide:.1f} {y0 * high:.1f}", f"{x1 * wide:.1f} {y1 * high:.1f}"
    path = f"M{start}A{across:.1f} {down:.1f} 0 {large} {int(not below)} {stop}"
    return Title(path, words)


def _ring_size(canvas: Canvas) -> float:
    return canvas.roomy.mark


def _short(name: str, canvas: Canvas) -> str:
    return "".join(lettering.lines(name, canvas.roomy.mark * 1.15, canvas.me * 1.75, 1))


def _f(value: float) -> str:
    return f"{value:.1f}"
