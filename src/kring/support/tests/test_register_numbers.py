"""NRN-01: a register number is seen however it is written, taken away alone, and nothing else is taken for one.

The numbers here belong to nobody: their month is 99.
"""

import pytest
from hypothesis import given
from hypothesis import strategies as some

from kring.support import register_numbers

BORN_LATER = "09.99.99-001.45"
BORN_EARLIER = "85999900189"


@pytest.mark.parametrize(
    "text",
    [
        BORN_LATER,
        BORN_EARLIER,
        "zijn nummer is 09 99 99 001 45, denk ik",
        "09/99/99-001-45",
        "tel 0470 12 34 56 en 09.99.99-001.45",
        f"{BORN_EARLIER}.",
    ],
)
def test_nrn_01_a_number_is_seen_and_taken_away(text: str) -> None:
    assert register_numbers.holds_one(text)
    assert not register_numbers.holds_one(register_numbers.without(text))


@pytest.mark.parametrize(
    "text",
    ["", "geen cijfer", "09.99.99-001.46", "0470 12 34 56", "BE68 5390 0754 7034", "109999900145", "3 keer in 2026"],
)
def test_nrn_01_other_figures_stay(text: str) -> None:
    assert not register_numbers.holds_one(text)
    assert register_numbers.without(text) == text


def test_nrn_01_only_the_number_goes() -> None:
    text = f"Komt niet meer naar de les. Nummer {BORN_LATER}, voor jullie; en {BORN_EARLIER}"
    assert register_numbers.without(text) == "Komt niet meer naar de les. Nummer , voor jullie; en "


@given(some.text(alphabet="0123456789 .-/ab", max_size=60))
def test_nrn_01_taking_away_never_raises_and_never_adds(text: str) -> None:
    left = register_numbers.without(text)
    assert len(left) <= len(text)
