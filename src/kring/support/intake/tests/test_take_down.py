"""A colleague writes down what somebody tells, in one page; only members of the intake circle, also while locked."""

import pytest
from django.test import Client

from kring.support.intake.actions import open_referral
from kring.support.intake.codelists import Channel
from kring.support.intake.models import Referral
from kring.support.intake.tests.public_form import CONCERN, STORY, TALK, YOU, Browser
from kring.support.intake.tests.test_public_form import code_in
from kring.team.testing import Town
from kring.vault import doors, sessions

PAGE = "/referrals/take-down"
ALL = {**YOU, **STORY, **TALK}


def test_a_colleague_takes_down_a_referral_in_one_page(town: Town) -> None:
    browser = Browser(town.noor.client).open(PAGE)
    assert "Nieuwe aanmelding" in browser.text
    browser.send(ALL)
    [referral] = Referral.objects.all()
    assert (referral.channel, referral.urgency) == (Channel.COLLEAGUE, "this_week")
    assert code_in(browser)
    assert CONCERN not in browser.text
    assert open_referral(town.tom.session, referral.id).content.concern == CONCERN


def test_what_is_wrong_stays_typed(town: Town) -> None:
    browser = Browser(town.noor.client).open(PAGE).send({**ALL, "kind": [], "concern": ""})
    assert "Kies wie je bent." in browser.text
    assert "Vertel het in een paar woorden." in browser.text
    assert browser.fields["email"] == ["els@debrug.example"]
    assert browser.fields["domains"] == ["school", "leisure"]
    assert Referral.objects.count() == 0


def test_a_double_send_is_one_referral(town: Town) -> None:
    browser = Browser(town.noor.client).open(PAGE)
    page = browser.page
    first = code_in(browser.send(ALL))
    browser.page = page
    assert code_in(browser.send(ALL)) == first
    assert Referral.objects.count() == 1


def test_nrn_01_a_register_number_goes_with_one_button(town: Town) -> None:
    browser = Browser(town.noor.client).open(PAGE)
    browser.send({**ALL, "concern": f"{CONCERN} 09.99.99-001.45"}, button="strip")
    assert browser.fields["concern"] == [f"{CONCERN} "]
    assert Referral.objects.count() == 0


def test_what_was_typed_before_the_session_locked_is_not_lost(town: Town) -> None:
    client = town.noor.client
    browser = Browser(client).open(PAGE)
    found = sessions.resume(client.cookies[doors.COOKIE].value)
    assert found
    sessions.lock(found.id)
    assert code_in(browser.send(ALL))
    assert Referral.objects.count() == 1


@pytest.mark.parametrize("who", ["samir", "eline", "tom", "joris", "fatma", "lotte", "nele"])
def test_everybody_of_the_intake_circle_may(town: Town, who: str) -> None:
    assert Browser(town.people[who].client).open(PAGE).page.status_code == 200


@pytest.mark.parametrize("who", ["greet", "bart", "hilde", "saar", "ann", "wout", "ines", "marc"])
def test_nobody_else_may(town: Town, who: str) -> None:
    client = town.people[who].client
    assert Browser(client).open(PAGE).page.status_code == 404
    assert client.post(PAGE, ALL).status_code == 404
    assert Referral.objects.count() == 0


def test_the_public_is_sent_to_the_sign_in(town: Town) -> None:
    assert Browser().open(PAGE).page.headers["location"].startswith("/sign-in")


def test_what_a_colleague_saw_himself_is_a_referral_too(town: Town) -> None:
    browser = Browser(town.noor.client).open(PAGE)
    assert "Ik zag het zelf" in browser.text
    browser.send({**ALL, "kind": "colleague"})
    [referral] = Referral.objects.all()
    assert (referral.referrer_kind, referral.channel) == ("colleague", Channel.COLLEAGUE)


def test_the_public_form_takes_no_own_observation(town: Town) -> None:
    browser = Browser(Client()).open("/aanmelden")
    assert "Ik zag het zelf" not in browser.text
    browser.send({**YOU, "kind": "colleague"})
    assert "Kies wie je bent." in browser.text
    assert not Referral.objects.exists()
