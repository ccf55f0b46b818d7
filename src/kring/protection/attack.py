"""The attacker: what anybody can compute from everything that was ever published, and what he knows of himself.

Shares no code with the protector: it gets statements, not tables or choices, and solves its own linear programmes over
the counts themselves. Used in tests, and before a release leaves. Limits: linear reasoning, rounded to whole numbers;
who knows how the protector chooses may rule out more (decision 0098).
"""

from collections.abc import Mapping, Sequence
from itertools import chain

from kring.protection.launching import computed
from kring.protection.memory import Known, Named, Weights

SECONDS = 120
Ends = tuple[int, int | None]
"""The least and the most that a sum can be; None: no end."""


def attack(
    said: Sequence[Known],
    asked: Sequence[Weights],
    own: Mapping[Named, int] | None = None,
    *,
    enough: int | None = None,
) -> list[Ends]:
    """For each asked sum, the least and the most that it can be; `own`: what a worker carries of the finest cells.

    enough: how wide open a sum is enough to know; the ends are then at least so far apart, or exact.
    Raises `TooMuch`, also when the statements contradict each other.
    """
    return attacks(said, asked, [own or {}], enough=enough)[0]


def attacks(
    said: Sequence[Known],
    asked: Sequence[Weights],
    owns: Sequence[Mapping[Named, int]],
    *,
    enough: int | None = None,
) -> list[list[Ends]]:
    """The same for several who compute, each by himself."""
    named = chain.from_iterable([*(one.weights for one in said), *asked])
    cells = {name: number for number, name in enumerate(dict.fromkeys(named))}
    answer = computed(
        "attack_child.py",
        {
            "each": [[own.get(name, 0) for name in cells] for own in owns],
            "said": [[_row(one.weights, cells), one.least, one.most] for one in said],
            "asked": [_row(weights, cells) for weights in asked],
            "enough": enough,
        },
        SECONDS,
    )
    return [[(low, high) for low, high in found] for found in answer]


def _row(weights: Weights, cells: Mapping[Named, int]) -> list[tuple[int, int]]:
    return [(cells[name], weight) for name, weight in weights.items()]
