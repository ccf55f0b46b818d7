"""An agreed version is read again as it stood, dated, and nothing can be written in it."""

from dataclasses import replace

import pytest

from kring.support.plan import actions
from kring.support.plan.testing import FOOTBALL, ROOM, a_row, an_action, plan_of
from kring.support.plan.tests.test_pages import at, words
from kring.support.testing import ON, a_dossier
from kring.team.testing import Town
from kring.vault.primitives import new_id

pytestmark = pytest.mark.django_db
LATER = "Ik wil eerst gaan kijken."


def test_an_earlier_version_stands_as_it_was_agreed_and_cannot_be_changed(town: Town) -> None:
    robin = a_dossier(town).dossier
    row = a_row(town.noor, robin)
    an_action(town.noor, robin, replace(ROOM, row=row))
    actions.agree(plan_of(town.noor, robin), on=ON, how="aan tafel", others=[], once=new_id())
    kept = plan_of(town.noor, robin).row(row)
    changed = replace(FOOTBALL, wish=LATER)
    actions.write_row(plan_of(town.noor, robin), changed, level=-1, on=kept, seen=kept.record.revision, once=new_id())
    browser = town.noor.client
    today, then = browser.get(at(robin)), browser.get(at(robin, "version", "1"))
    assert LATER in words(today)
    assert f'href="{at(robin, "version", "1")}"' in today.content.decode()
    assert FOOTBALL.wish in words(then)
    assert "Een rustig lokaal" in words(then)
    assert LATER not in words(then)
    assert "Versie 1, zoals afgesproken op 1 maart 2021" in words(then)
    assert f"{at(robin)}/row" not in then.content.decode()
    assert f"{at(robin)}/agree" not in then.content.decode()
    assert browser.post(at(robin, "version", "1")).status_code == 405


def test_a_version_that_is_not_there_and_one_without_a_key_are_refused_alike(town: Town) -> None:
    robin = a_dossier(town).dossier
    a_row(town.noor, robin)
    actions.agree(plan_of(town.noor, robin), on=ON, how="aan tafel", others=[], once=new_id())
    assert town.noor.client.get(at(robin, "version", "2")).status_code == 404
    assert town.samir.client.get(at(robin, "version", "1")).status_code == 404
    assert town.joris.client.get(at(robin, "version", "1")).status_code == 200
