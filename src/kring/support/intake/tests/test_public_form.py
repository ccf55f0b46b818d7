"""Somebody worried refers in public: three steps without script, nothing lost on the way, one code at the end."""

import re

import pytest

from kring.support.intake.actions import open_referral
from kring.support.intake.codelists import Channel
from kring.support.intake.codes import code_hash
from kring.support.intake.models import Referral
from kring.support.intake.tests.public_form import CONCERN, STORY, TALK, YOU, Browser, referred
from kring.team.testing import Town
from kring.vault.models import Letter

NUMBER = "09.99.99-001.45"
"""Of nobody: its month is 99."""


def code_in(browser: Browser) -> str:
    found = re.search(r'<p class="code c4">(.*?)</p>', browser.text)
    assert found
    return found[1].replace("<wbr>", "")


def test_a_referral_in_three_steps_reaches_the_intake_circle_and_nobody_else(town: Town) -> None:
    browser = referred()
    [referral] = Referral.objects.all()
    assert (referral.channel, referral.referrer_kind, referral.urgency) == (Channel.FORM, "school", "this_week")
    assert referral.code_hash == code_hash(code_in(browser))
    content = open_referral(town.noor.session, referral.id).content
    assert content.concern == CONCERN
    assert content.referrer.name == "Els Maas"
    assert content.domains == ("school", "leisure")
    assert (content.informed, content.wishes, content.protect_source) == ("not_yet", "woensdagnamiddag", False)
    assert CONCERN not in browser.text


def test_nothing_but_the_kind_and_a_few_words_is_needed(town: Town) -> None:
    browser = Browser().open().send({"kind": "other"})
    assert "<b>Geef nog geen naam.</b> Beschrijf wat je zag" in browser.text
    browser.send({"concern": "Hij komt niet meer buiten."})
    assert "Hoe bereiken we je?" in browser.text
    browser.send()
    assert code_in(browser)
    assert "Je liet geen telefoon of e-mail achter" in browser.text


def test_a_way_to_be_reached_may_still_be_left_in_the_last_step(town: Town) -> None:
    browser = Browser().open().send({"kind": "other"}).send(STORY)
    browser.send({"email": "sam@buur"})
    assert 'id="id_email-error"' in browser.text
    browser.send({"email": "sam@buur.example"})
    content = open_referral(town.tom.session, Referral.objects.get().id).content
    assert content.referrer.email == "sam@buur.example"


def test_a_double_send_is_one_referral_with_one_code(town: Town) -> None:
    browser = Browser().open().send(YOU).send(STORY)
    talk = browser.page
    first = code_in(browser.send(TALK))
    browser.page = talk
    assert code_in(browser.send(TALK)) == first
    assert Referral.objects.count() == 1


def test_what_was_changed_after_sending_and_sent_again_is_not_lost(town: Town) -> None:
    browser = Browser().open().send(YOU).send(STORY)
    talk = browser.page
    first = code_in(browser.send(TALK))
    browser.page = talk
    assert code_in(browser.send({"wishes": "toch liever vrijdag"})) != first
    assert Referral.objects.count() == 2


@pytest.mark.parametrize("step", ["story", "talk", "thanks"])
def test_a_step_opened_by_its_address_leads_to_the_first(town: Town, step: str) -> None:
    path = {"story": "bezorgdheid", "talk": "gesprek", "thanks": "bedankt"}[step]
    assert Browser().open(f"/aanmelden/{path}").page.headers["location"] == "/aanmelden"


def test_what_is_missing_is_said_beside_the_field_and_everything_typed_stays(town: Town) -> None:
    browser = Browser().open().send({**YOU, "kind": [], "email": "geen adres"})
    assert "Kies wie je bent." in browser.text
    assert "Dit adres is niet volledig." in browser.text
    assert browser.fields["name"] == ["Els Maas"]
    browser.send(YOU).send({"concern": "", "tried": "Twee gesprekken.", "domains": ["housing"]})
    assert "Vertel het in een paar woorden." in browser.text
    assert browser.fields["tried"] == ["Twee gesprekken."]
    assert browser.fields["domains"] == ["housing"]
    assert browser.fields["name"] == ["Els Maas"]


def test_going_back_keeps_everything(town: Town) -> None:
    browser = Browser().open().send(YOU).send(STORY).send({**TALK, "protect_source": "on"}, button="back")
    assert browser.fields["concern"] == [CONCERN]
    assert browser.fields["domains"] == ["school", "leisure"]
    browser.send(button="back")
    assert browser.fields["kind"] == ["school"]
    browser.send().send()
    assert browser.fields["wishes"] == ["woensdagnamiddag"]
    assert browser.fields["protect_source"] == ["on"]


def test_new_lines_count_as_a_browser_counts_them(town: Town) -> None:
    text = "\r\n".join(["regel"] * 100)
    assert len(text.replace("\r\n", "\n")) == 599
    referred_text = Browser().open().send(YOU).send({**STORY, "concern": text}).send()
    assert code_in(referred_text)


def test_gdp_06_the_referrer_hears_beforehand_that_he_is_named_and_may_ask_for_protection(town: Town) -> None:
    browser = Browser().open().send(YOU).send(STORY)
    assert "Later vertellen we de persoon dat jij aanmeldde" in browser.text
    browser.send({"protect_source": "on"})
    assert open_referral(town.noor.session, Referral.objects.get().id).content.protect_source


def test_who_refers_himself_is_not_asked_whether_he_knows(town: Town) -> None:
    browser = Browser().open().send({"kind": "self"})
    assert 'name="informed"' not in browser.text
    browser.send({"concern": "Het lukt niet meer."})
    assert "jezelf" in browser.text
    assert code_in(browser.send())


def test_nrn_01_a_register_number_is_said_and_goes_with_one_button_or_stays(town: Town) -> None:
    story = {**STORY, "concern": f"{CONCERN} Nummer {NUMBER}."}
    browser = Browser().open().send(YOU).send(story)
    assert '<div class="note sun" id="rr" role="status">' in browser.text
    kept = browser.page
    browser.send(TALK, button="strip")
    assert '<div class="note sun" id="rr" role="status" hidden>' in browser.text
    assert browser.fields["wishes"] == ["woensdagnamiddag"]
    browser.send()
    assert open_referral(town.noor.session, Referral.objects.get().id).content.concern == f"{CONCERN} Nummer ."
    browser.page = kept
    assert code_in(browser.send(TALK))


def test_the_summary_says_what_is_sent_and_not_the_words(town: Town) -> None:
    browser = Browser().open().send(YOU).send({**STORY, "age_band": "12_17"})
    seen = re.sub(r"<input[^>]*>", "", browser.text)
    assert "School, je naam, je organisatie en je e-mailadres" in seen
    assert "iemand (12 tot 17), zonder naam" in seen
    assert f"je tekst ({len(CONCERN)} tekens)" in seen
    assert CONCERN not in seen


def test_a_program_that_fills_every_field_is_asked_again_and_nothing_is_kept(town: Town) -> None:
    browser = Browser().open().send(YOU).send(STORY).send({**TALK, "website": "https://spam.example"})
    assert "Stuur het nog eens." in browser.text
    assert Referral.objects.count() == 0
    assert browser.fields["website"] == [""]
    assert code_in(browser.send())


def test_who_sends_very_often_waits_and_loses_nothing(town: Town, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("kring.support.intake.pace.MOST", 1)
    assert code_in(referred())
    browser = referred()
    assert browser.page.status_code == 429
    assert "Er is niets verloren." in browser.text
    assert browser.fields["concern"] == [CONCERN]
    assert Referral.objects.count() == 1


def test_a_forged_or_missing_key_of_the_submission_is_replaced(town: Town) -> None:
    first = code_in(Browser().open().send(YOU).send(STORY).send({**TALK, "submission": "x"}))
    second = code_in(Browser().open().send(YOU).send(STORY).send({**TALK, "submission": "x"}))
    assert first != second


def test_nothing_typed_stays_in_a_cookie_an_address_or_the_log(town: Town, caplog: pytest.LogCaptureFixture) -> None:
    browser = referred()
    cookies = " ".join(morsel.OutputString() for morsel in browser.client.cookies.values())
    for marker in (CONCERN, "Els", "debrug", "woensdag"):
        assert marker not in cookies
        assert marker not in caplog.text
    assert Letter.objects.count() == 1


def test_the_pages_speak_french(town: Town) -> None:
    browser = Browser()
    browser.client.defaults["HTTP_ACCEPT_LANGUAGE"] = "fr"
    browser.open()
    assert "Qui êtes-vous" in browser.text
    browser.send(YOU).send(STORY).send()
    content = open_referral(town.noor.session, Referral.objects.get().id).content
    assert content.referrer.language == "fr"


@pytest.mark.parametrize(
    ("kind", "kept"),
    [
        ("school", ("De Brug", True)),
        ("professional", ("De Brug", True)),
        ("other", ("De Brug", True)),
        ("family", ("", True)),
        ("self", ("", False)),
    ],
)
def test_only_what_fits_who_refers_is_asked_and_kept(town: Town, kind: str, kept: tuple[str, bool]) -> None:
    browser = Browser().open().send({**YOU, "kind": kind})
    assert ('name="informed"' in browser.text) is (kind != "self")
    browser.send(STORY)
    assert ('name="protect_source"' in browser.text) is (kind != "self")
    browser.send({**TALK, "protect_source": "on"})
    content = open_referral(town.noor.session, Referral.objects.get().id).content
    assert (content.referrer.organisation, content.protect_source) == kept


def test_who_comes_for_himself_tells_his_own_story(town: Town) -> None:
    browser = Browser().open().send({"kind": "self"})
    assert "Wat is er aan de hand?" in browser.text
    assert "Geef nog geen naam." not in browser.text


def test_gdp_06_what_happens_with_the_name_is_said_before_sending_and_the_wish_is_shown(town: Town) -> None:
    browser = Browser().open().send(YOU).send(STORY)
    assert "Wat gebeurt er met je naam?" in browser.text
    assert "bij ons eerste gesprek, binnen een maand" in browser.text
    browser.send({"protect_source": "on"})
    page = town.noor.client.get(f"/referrals/{Referral.objects.get().id}").content.decode()
    assert "niet genoemd te worden" in page


def test_a_name_a_phone_number_and_an_address_are_told_and_stop_nobody(town: Town) -> None:
    concern = "De jongen heet Brecht, bel 0470 12 34 56 of mail brecht@thuis.example."
    browser = Browser().open().send(YOU).send({**STORY, "concern": concern})
    for hint in ("name", "phone", "mail"):
        assert f'<p data-hint="{hint}"><b>' in browser.text
    browser.send(TALK)
    assert open_referral(town.noor.session, Referral.objects.get().id).content.concern == concern


def test_a_text_without_them_gets_no_hint(town: Town) -> None:
    browser = Browser().open().send(YOU).send(STORY)
    for hint in ("name", "phone", "mail"):
        assert f'<p data-hint="{hint}" hidden>' in browser.text
