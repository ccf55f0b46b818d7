"""The line of a tie: one look for each quality, so that the word beside it is never alone and colour never either."""

from dataclasses import dataclass
from math import hypot

STEP, SWING = 8.0, 5.0
"""A tense line goes to and fro: so long a step, so far to each side."""


@dataclass(frozen=True, slots=True)
class Stroke:
    """A line as SVG path data. cross: the path of the cross on a broken one, or ""."""

    look: str
    path: str
    cross: str = ""


def stroke(look: str, ends: tuple[float, float, float, float], size: float = 1.0) -> Stroke:
    """The line between two points; `size` shrinks what is drawn on it."""
    x0, y0, x1, y1 = ends
    if look == "tense":
        return Stroke(look, _to_and_fro(ends, size))
    straight = f"M{x0:.1f} {y0:.1f}L{x1:.1f} {y1:.1f}"
    if look != "broken":
        return Stroke(look, straight)
    return Stroke(look, straight, cross((x0 + x1) / 2, (y0 + y1) / 2, 6 * size))


def cross(x: float, y: float, arm: float) -> str:
    """A cross around a point, as path data; arm: from its middle outwards, along each axis."""
    return f"M{x - arm:.1f} {y - arm:.1f}l{2 * arm:.1f} {2 * arm:.1f}m0 {-2 * arm:.1f}l{-2 * arm:.1f} {2 * arm:.1f}"


def _to_and_fro(ends: tuple[float, float, float, float], size: float) -> str:
    x0, y0, x1, y1 = ends
    length = hypot(x1 - x0, y1 - y0) or 1.0
    along_x, along_y = (x1 - x0) / length, (y1 - y0) / length
    turns = max(2, int(length / (STEP * size)))
    path = [f"M{x0:.1f} {y0:.1f}"]
    for number in range(1, turns):
        off = SWING * size * (1 if number % 2 else -1)
        at = length * number / turns
        path.append(f"L{x0 + along_x * at - along_y * off:.1f} {y0 + along_y * at + along_x * off:.1f}")
    return "".join([*path, f"L{x1:.1f} {y1:.1f}"])
