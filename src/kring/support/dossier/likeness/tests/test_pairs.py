"""Real ways of writing, in labelled pairs beside this checkout (`../shared/data`); skipped where they are not."""

import pytest

from kring.support.dossier.likeness.tests import pairs
from kring.support.dossier.likeness.verdict import Likeness

pytestmark = pytest.mark.skipif(
    not pairs.FILE.exists(), reason="identity-pairs-open.json is not beside this checkout in ../shared/data"
)


def test_what_is_said_is_so_and_most_of_what_is_so_is_said() -> None:
    found = pairs.figures(pairs.judged())
    assert found.same_precision >= 0.99
    assert found.same_recall >= 0.75
    assert found.different_precision >= 0.99


@pytest.mark.parametrize("kind", ["twin", "sibling", "parent", "namesake", "variant_other", "short", "housemate"])
def test_two_people_are_never_the_same(kind: str) -> None:
    of_kind = [one for one in pairs.judged() if one.kind == kind]
    assert len(of_kind) == 45
    assert [one for one in of_kind if one.said is Likeness.SAME] == []


def test_a_token_finds_half_and_never_somebody_else() -> None:
    found = pairs.figures(pairs.judged())
    assert found.token_recall >= 0.5
    assert found.token_false == 0


def test_the_table_has_a_line_for_every_kind() -> None:
    lines = list(pairs.table(pairs.judged()))
    assert len(lines) == 1 + len({(one.label, one.kind) for one in pairs.judged()}) + 5
