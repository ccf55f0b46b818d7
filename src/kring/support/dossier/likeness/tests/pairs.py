"""Labelled pairs of Belgian records, kept outside the product: what likeness says of each kind.

`python -m kring.support.dossier.likeness.tests.pairs` prints the table. The persons in it are invented; the names
and their ways of writing really occur (Statbel name tables, CC BY 4.0).
"""

import json
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import kring
from kring.support.dossier.likeness.verdict import Likeness, Person, compare, composite, person

FILE = Path(kring.__file__).parents[2].parent / "shared" / "data" / "identity-pairs-open.json"


@dataclass(frozen=True, slots=True)
class Judged:
    """One pair: its label and kind, what was said of it, and whether the composites (for tokens) are the same."""

    label: str
    kind: str
    said: Likeness
    token: bool


@dataclass(frozen=True, slots=True)
class Figures:
    """Precision: how often what was said is so. Recall: how many of those that are so were said to be."""

    same_precision: float
    same_recall: float
    different_precision: float
    token_recall: float
    token_false: int


def judged(file: Path = FILE) -> list[Judged]:
    """Every pair of the file."""
    return [_judge(pair) for pair in json.loads(file.read_text(encoding="utf-8"))["pairs"]]


def figures(pairs: list[Judged]) -> Figures:
    """What the pairs come to."""
    same = [one for one in pairs if one.label == "same"]
    called = [one for one in pairs if one.said is Likeness.SAME]
    apart = [one for one in pairs if one.said is Likeness.DIFFERENT]
    return Figures(
        same_precision=sum(one.label == "same" for one in called) / len(called),
        same_recall=sum(one.said is Likeness.SAME for one in same) / len(same),
        different_precision=sum(one.label == "different" for one in apart) / len(apart),
        token_recall=sum(one.token for one in same) / len(same),
        token_false=sum(one.token for one in pairs if one.label == "different"),
    )


def table(pairs: list[Judged]) -> Iterator[str]:
    """The table, a line a kind."""
    kinds: dict[tuple[str, str], Counter[str]] = defaultdict(Counter)
    for one in pairs:
        kinds[one.label, one.kind].update({one.said.value: 1, "token": one.token})
    yield f"{'label':<10}{'kind':<22}{'same':>6}{'ask':>6}{'different':>11}{'token':>7}"
    for (label, kind), said in sorted(kinds.items()):
        counts = f"{said['same']:>6}{said['ask']:>6}{said['different']:>11}{said['token']:>7}"
        yield f"{label:<10}{kind:<22}{counts}"
    for name in Figures.__slots__:
        yield f"{name.replace('_', ' '):<32}{getattr(figures(pairs), name):.3g}"


def _judge(pair: dict[str, Any]) -> Judged:
    one, other = _read(pair["a"]), _read(pair["b"])
    token = composite(one) is not None and composite(one) == composite(other)
    return Judged(pair["label"], pair["kind"], compare(one, other), token)


def _read(record: dict[str, str]) -> Person:
    born = date.fromisoformat(record["dob"]) if record["dob"] else None
    return person(f"{record['given']} {record['family']}", born)


if __name__ == "__main__":
    print("\n".join(table(judged())))
