"""Reads `mutants.toml`: the protections of the vault, each with a way to take it away.

`python -m tests.house.mutate` takes them away one by one and says whether the tests named beside them noticed. After
every added check run it again: a later check may hide that an earlier one lost its test.
"""

import tomllib
from dataclasses import dataclass
from pathlib import Path
from typing import Any


@dataclass(frozen=True)
class Mutant:
    """One protection taken away: in `file` (below src/kring) the text `old`, which stands there once, is `new`.

    tests: files below src/kring/vault/tests that must notice. explained: why nothing can notice, where that is so.
    """

    what: str
    file: str
    old: str
    new: str
    tests: tuple[str, ...]
    explained: str = ""


def _read(entry: dict[str, Any]) -> Mutant:
    return Mutant(**entry | {"tests": tuple(entry["tests"])})


MUTANTS = [_read(entry) for entry in tomllib.loads(Path(__file__).with_suffix(".toml").read_text())["mutant"]]
