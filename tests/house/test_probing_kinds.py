"""Every id in an address is of a known kind, of which real ones are tried in tests/stories/test_probing_ids.py.

That a real one of each kind lies in the town of the probing is tested there.
"""

import pytest

from tests.stories.planting_left import NOTHING_TYPED
from tests.stories.probing import addresses
from tests.stories.probing_kinds import CHOICES, KINDS, LETTERS, RECORDS, STEPS, kind_of

OURS = [each for each in addresses() if each.parameters and "token" not in each.parameters]


def test_each_parameter_of_each_route_is_a_choice_or_of_a_kind() -> None:
    for each in OURS:
        for parameter in each.parameters:
            assert kind_of(each.name, parameter) in {"", *KINDS}


def test_each_step_of_a_route_is_tried_with_a_real_word() -> None:
    assert {each.name for each in OURS if "step" in each.parameters} == set(STEPS)


def test_each_kind_and_each_choice_stands_in_a_route() -> None:
    found = {kind_of(each.name, one) or one for each in OURS for one in each.parameters}
    assert found == {*KINDS, *CHOICES}
    assert {*RECORDS.values(), *LETTERS.values()} <= found


@pytest.mark.parametrize("parameter", ["goal", "walk"])
def test_a_parameter_without_real_ids_is_noticed(parameter: str) -> None:
    with pytest.raises(KeyError, match=parameter):
        kind_of("plan:goal", parameter)


def test_each_address_at_which_nothing_is_typed_exists_and_says_why() -> None:
    assert set(NOTHING_TYPED) <= {each.name for each in addresses()}
    assert all(NOTHING_TYPED.values())
