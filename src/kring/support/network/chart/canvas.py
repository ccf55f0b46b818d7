"""The two drawings of one network: at a desk and on paper, and on a phone. Sizes in the drawing's own units.

On a phone a unit is a pixel, so names stay readable there; a crowded drawing grows downwards, never smaller.
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Letters:
    """Sizes of one density. radius: of a node. label: the widest a name may be, on two lines."""

    radius: float
    mark: float
    name: float
    role: float
    label: float


@dataclass(frozen=True, slots=True)
class Canvas:
    """One drawing. reach: half the width the rings may take. roomy: up to `few` ties; dense: more."""

    width: float
    reach: float
    start: float
    me: float
    title: float
    few: int
    roomy: Letters
    dense: Letters

    def letters(self, count: int) -> Letters:
        """The sizes for so many ties."""
        return self.roomy if count <= self.few else self.dense


WIDE = Canvas(1000, 470, 390, 38, 17, 18, Letters(22, 14, 15.5, 13.5, 128), Letters(17, 12, 14.5, 0, 104))
NARROW = Canvas(340, 148, 148, 21, 11.5, 10, Letters(12, 10, 11.5, 0, 78), Letters(10.5, 9, 11, 0, 66))
