"""Nothing lost: forms are cut off in the middle, in every way and at every step, and each word is found again.

The suite cuts every form in every way, after one step each; KRING_ROUNDS=4 goes through every step, 9 makes 216 cuts.
"""

import os
from collections import Counter

import pytest

from tests.stories.cutting import CUTS, STEPS, Phone, row_of, written
from tests.stories.house import House
from tests.stories.rich_town import Places
from tests.stories.windows import Windows

pytestmark = pytest.mark.browser

ROUNDS = int(os.environ.get("KRING_ROUNDS", "1"))
FORMS = ("log", "plan", "minutes", "notes")


@pytest.mark.parametrize("name", FORMS)
def test_no_word_is_lost(rich_house: House, windows: Windows, capsys: pytest.CaptureFixture[str], name: str) -> None:
    phone = Phone(rich_house, windows)
    places = Places.of(rich_house.data)
    phone.take(written(places, row_of(phone.page, rich_house, places.dossiers["quiet"]))[name])
    lost, made = [], Counter[str]()
    for turn in range(ROUNDS):
        for number, cut in enumerate(CUTS):
            step = STEPS[(turn + number + FORMS.index(name)) % len(STEPS)]
            said = f"kringwoord{name}{turn:02d}{number}"
            phone.open()
            phone.page.wait_for_timeout(150)
            step(phone, said)
            cut(phone)
            phone.again()
            made[cut.__name__] += 1
            if said not in phone.everything():
                lost.append(f"{cut.__name__} after {step.__name__}")
    with capsys.disabled():
        print(f"\nnever lose, {name}: {made.total()} cuts, {len(lost)} words lost; {dict(made)}")
    assert lost == []
