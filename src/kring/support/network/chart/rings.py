"""Rings and sectors as an ellipse: how much room each needs, and the drawing that gives it.

Inside the ellipse a place is (`out`, `turn`): 0 is the middle and 1 the rim, turn in radians clockwise from the top.
Rings and sectors keep their plain places as long as everybody fits; then they grow with what stands in them.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from math import cos, hypot, pi, sin, sqrt

PLAIN = (0.37, 0.69, 1.0)
"""Where the rings end."""
LEAST_TURN = 2 * pi / 11
"""So much of the turn every sector keeps, for its title."""
FULL = 2 * pi
Cells = Sequence[Sequence[float]]
"""The area that stands in each [sector][ring]."""


@dataclass(frozen=True, slots=True)
class Rings:
    """An ellipse around (0, 0): half axes, where the middle ends, where each ring ends, where each sector begins."""

    across: float
    down: float
    middle: float
    ends: tuple[float, ...]
    turns: tuple[float, ...]

    def point(self, out: float, turn: float) -> tuple[float, float]:
        """A place in the drawing's units."""
        return self.across * out * sin(turn), -self.down * out * cos(turn)

    def band(self, ring: int) -> tuple[float, float]:
        """From where to where a ring goes."""
        return (self.ends[ring - 1] if ring else self.middle), self.ends[ring]

    def along(self, turn: float, distance: float) -> float:
        """The turn that lies so far along the rim, about."""
        return turn + distance / hypot(self.across * cos(turn), self.down * sin(turn))

    def holds(self, left: float, top: float, right: float, bottom: float) -> bool:
        """Whether a box lies inside the rim."""
        x, y = max(abs(left), abs(right)) / self.across, max(abs(top), abs(bottom)) / self.down
        return x * x + y * y <= 1


def plain(radius: float, middle: float, sectors: int) -> Rings:
    """Rings and sectors as they are when everybody fits."""
    turns = tuple(FULL * number / sectors for number in range(sectors + 1))
    return Rings(radius, radius, middle / radius, PLAIN, turns)


def fits(rings: Rings, cells: Cells, slack: float) -> bool:
    """Whether every cell has `slack` times the area that stands in it."""
    area = _ring_areas(rings)
    share = [(after - before) / FULL for before, after in zip(rings.turns, rings.turns[1:], strict=False)]
    return all(
        need * slack <= area[ring] * share[sector]
        for sector, row in enumerate(cells)
        for ring, need in enumerate(row)
        if need
    )


def grown(cells: Cells, slack: float, *, start: float, reach: float, middle: float) -> Rings:
    """Rings and sectors with room for everybody; wider up to `reach`, then longer."""
    shares = _shares(cells)
    needs = [
        slack * max(row[ring] / share for row, share in zip(cells, shares, strict=True)) for ring in range(len(PLAIN))
    ]
    least = pi * start * start
    inner = pi * middle * middle
    spare = max(0.0, least - inner - sum(needs))
    plain_share = [after**2 - before**2 for before, after in zip((0.0, *PLAIN), PLAIN, strict=False)]
    areas = [need + max(spare, 0.12 * least) * part for need, part in zip(needs, plain_share, strict=True)]
    total = inner + sum(areas)
    across = min(reach, sqrt(total / pi))
    ends, so_far = [], inner
    for area in areas:
        so_far += area
        ends.append(sqrt(so_far / total))
    turns = [0.0]
    for share in shares:
        turns.append(turns[-1] + share * FULL)
    return Rings(across, total / pi / across, sqrt(inner / total), tuple(ends), tuple(turns))


def _shares(cells: Cells) -> list[float]:
    total = sum(map(sum, cells)) or 1.0
    least = LEAST_TURN / FULL
    free = 1 - least * len(cells)
    return [least + free * sum(row) / total for row in cells]


def _ring_areas(rings: Rings) -> list[float]:
    whole = pi * rings.across * rings.down
    before = (rings.middle, *rings.ends)
    return [whole * (end**2 - begin**2) for begin, end in zip(before, rings.ends, strict=False)]
