"""What leaves with a copy is what was decided: who was told, masks that mask, marks set later (GDP-07, GDP-14)."""

import json
from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest
from django.utils.translation import override

from kring.privacy.access.items import open_file
from kring.privacy.access.rules import Role
from kring.privacy.access.testing import MARKED, a_file, asked, contacted
from kring.privacy.access.tests.steps import filled, handed, looked_at, sheet_of, texts, url
from kring.privacy.requests.models import PersonRequest
from kring.support.contacts.log.actions import correct
from kring.support.contacts.log.content import Contact
from kring.support.disclosure.testing import filled as told
from kring.support.disclosure.testing import hurry, tell
from kring.support.testing import ON, a_dossier
from kring.team.testing import Town
from kring.vault.primitives import new_id


@pytest.fixture(autouse=True)
def _on_the_day(settings: Any) -> Iterator[None]:
    settings.KRING_TODAY = ON
    with override("nl"):
        yield


def the_contact(town: Town, dossier: str) -> tuple[str, Contact]:
    pieces = open_file(town.noor.session, dossier, act="test.contact").pieces
    [found] = [(one.id, one.content) for one in pieces if isinstance(one.content, Contact)]
    return found


def test_gdp_07_who_was_told_leaves_as_it_was_decided(town: Town) -> None:
    made = a_file(town).dossier.id
    tell(town.noor, made, told(recipient="Karim Benali", organisation="CAW Benali"))
    tell(town.noor, made, told(recipient="Wijkagent Peeters", typed="Iets anders."))
    tell(town.noor, made, told(recipient="Meester Claes", decline="decline"))
    hurry(town.noor, made)
    request = asked(town.noor, made)
    mask = {"choice": "mask", "found": [], "more": "karim  BENALI\nBenali"}
    browser = looked_at(town, made, request, Karim=mask, Wijkagent={"choice": "keep", "ground": "others"})
    copy = json.loads(handed(browser, made, request).content)
    assert {one["who"] for one in copy["recipients"]} == {
        "[weggelakt], CAW [weggelakt]",
        "112: ambulance, brandweer of politie",
    }
    for name in ("Karim", "Benali", "Peeters"):
        assert name not in json.dumps(copy)
    assert handed(browser, made, request, "pdf").content.startswith(b"%PDF")


@pytest.mark.parametrize(("role", "born_on"), [(Role.REPRESENTATIVE, "2009-03-08"), (Role.TRUSTED, "2003-03-08")])
def test_min_04_a_birthday_between_asking_and_giving_counts(
    town: Town, settings: Any, role: Role, born_on: str
) -> None:
    """At twelve a young person decides, at eighteen nobody stands in any more: the copy stays here."""
    made = a_file(town, born_on).dossier.id
    request = asked(town.noor, made, role)
    browser = looked_at(town, made, request)
    settings.KRING_TODAY = ON + timedelta(days=9)
    answer = handed(browser, made, request)
    assert answer.status_code == 422
    assert PersonRequest.objects.get().done_on is None
    settings.KRING_TODAY = ON
    assert handed(browser, made, request).status_code == 200


def test_a_mask_that_masks_nothing_is_refused(town: Town) -> None:
    made = a_file(town).dossier.id
    contacted(town.noor, made, "Karim  Benali was er, en Karim\nBenali bleef.")
    request = asked(town.noor, made)
    work = sheet_of(town.noor, made, request)
    fields = filled(work, 1, Karim={"choice": "mask", "more": "Karim Benaly"})
    answer = town.noor.client.post(url("worksheet", made, request, "1"), fields)
    assert answer.status_code == 422
    assert "Karim Benaly" in answer.content.decode()
    browser = looked_at(town, made, request, Karim={"choice": "mask", "more": "karim Benali"})
    assert "[weggelakt] was er, en [weggelakt] bleef." in texts(json.loads(handed(browser, made, request).content))


@pytest.mark.parametrize("mark", [mark for mark in MARKED if mark not in ("open", "around")])
def test_min_01_a_mark_set_by_a_correction_closes_what_was_written_before_too(town: Town, mark: str) -> None:
    made = a_dossier(town).dossier.id
    contacted(town.noor, made, "Zo stond het er eerst.")
    first, contact = the_contact(town, made)
    later = replace(contact, sentence="En zo daarna.", marks=MARKED[mark])
    correct(town.noor.session, made, first, later, once=new_id())
    sheet = sheet_of(town.noor, made, asked(town.noor, made)).sheet
    assert [one.piece.part for one in sheet.going] == ["summary"]
    assert sum(sheet.kept.values()) == (0 if mark == "police" else 2)


def test_gdp_14_words_without_what_came_from_police_do_not_bring_that_along(town: Town) -> None:
    made = a_dossier(town).dossier.id
    contacted(town.noor, made, "Van de politie.", MARKED["police"])
    first, contact = the_contact(town, made)
    later = replace(contact, sentence="Sliep slecht.", marks=MARKED["open"])
    correct(town.noor.session, made, first, later, once=new_id())
    lines = [
        text for one in sheet_of(town.noor, made, asked(town.noor, made)).sheet.going for _label, text in one.lines
    ]
    assert "Sliep slecht." in lines
    assert "Van de politie." not in lines


def test_gdp_14_what_has_no_mark_stays_out_by_hand_and_is_not_counted_either(town: Town) -> None:
    """A referral, a file or minutes carry no marks; they may come from police all the same."""
    made = a_file(town).dossier.id
    request = asked(town.noor, made)
    before = sheet_of(town.noor, made, request).sheet.kept_back
    browser = looked_at(town, made, request, Komt={"choice": "keep", "ground": "police"})
    copy = json.loads(handed(browser, made, request).content)
    assert "Komt niet meer" not in texts(copy)
    assert sum(one["pieces"] for one in copy["kept_back"]) == sum(before.values()) + 1, "the own note, and no more"
    assert "politie" not in json.dumps(copy)
