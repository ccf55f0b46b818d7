"""What somebody is called on a page, also after leaving."""

from types import SimpleNamespace
from typing import Any

import pytest

from kring.team.names import first_name, initials, name_of

HERE: Any = {"p": SimpleNamespace(name="Noor Claes")}


@pytest.mark.parametrize(
    ("name", "two"),
    [("Robin V.", "RV"), ("Bobby", "B"), ("Jean van den Berg", "JB"), ("", ""), ("(?) ", ""), ("Team · Noor", "TN")],
)
def test_initials(name: str, two: str) -> None:
    assert initials(name) == two


def test_a_colleague_is_called_by_name() -> None:
    assert (name_of(HERE, "p"), first_name(HERE, "p")) == ("Noor Claes", "Noor")


def test_who_left_is_called_the_same_everywhere() -> None:
    assert name_of(HERE, "q") == first_name(HERE, "q") == "Iemand die hier niet meer werkt"
