"""The list of mutants stays true: what each takes away still stands in the code, once, and its tests exist.

That the tests notice is a command (`python -m tests.house.mutate`), since it takes minutes.
"""

import ast

import pytest

from tests.house.mutants import MUTANTS, Mutant
from tests.house.mutate import PACKAGE
from tests.house.tree import ROOT


@pytest.mark.parametrize("mutant", MUTANTS, ids=lambda mutant: f"{mutant.file}: {mutant.what}")
def test_what_it_takes_away_stands_there_once(mutant: Mutant) -> None:
    text = (ROOT / PACKAGE / mutant.file).read_text()
    assert text.count(mutant.old) == 1
    ast.parse(text.replace(mutant.old, mutant.new))
    assert all((ROOT / PACKAGE / "vault" / "tests" / name).is_file() for name in mutant.tests)


def test_names_tell_them_apart() -> None:
    assert len({(mutant.file, mutant.what) for mutant in MUTANTS}) == len(MUTANTS) >= 30
