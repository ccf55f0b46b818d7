"""Whoever is inside can leave from wherever he stands: pages have signing out on them (ASVS 5.0, 7.4.4)."""

import pytest
from django.urls import reverse

from kring.team.testing import Town
from tests.stories.probing import addresses

ONE_OF_EACH = ("noor", "greet", "hilde", "ann", "karel")
"""Street work, head of service, privacy officer, administrator, trustee."""
PUBLIC = {"intake:start", "intake:status", "plan:away", "pot:call", "pot:stand"}
ONE_FORM = {"desk:log", "write_locked"}
"""Whole screens of one form, made for one hand: signing out is on the page they close to."""
PASSING = {"city_back"}
"""Leads on by itself; a form on it would replace the token of every other open page."""


@pytest.mark.parametrize("who", ONE_OF_EACH)
def test_signing_out_stands_on_every_page_but_those_of_one_form(town: Town, who: str) -> None:
    browser, leave = town.people[who].client, f'action="{reverse("signout")}"'
    shown = {}
    for address in addresses():
        answer = browser.get(address.path()) if not address.parameters else None
        if answer and answer.status_code == 200 and answer["Content-Type"].startswith("text/html"):
            shown[address.name] = leave in answer.content.decode()
    assert sum(shown.values()) > 5
    assert {name for name, there in shown.items() if not there} == PUBLIC | ONE_FORM | PASSING
