"""The link of a referrer through HTTP: code first, looking changes nothing, one face for whatever does not open."""

import re
from datetime import timedelta
from html import unescape
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.utils import timezone
from django.utils.html import strip_tags

from kring.support.clarification import answers, links
from kring.support.clarification.content import Answer, ReferrerAnswer, Shown
from kring.support.clarification.testing import brought_to, opened_by, posted_token
from kring.support.clarification.tests.asking import asked
from kring.support.intake.models import Referral
from kring.team.testing import Town
from kring.vault.acts import acting
from kring.vault.models import Letter, Slot
from kring.vault.refusals import Refused
from kring.vault.slots import LINK_TRIES

Lane, Outcome = Referral.Lane, Referral.Outcome


def sent(town: Town, lane: str = Lane.WAITING, **about: Any) -> tuple[str, str, str]:
    """A referral, the address in the mail, and the referrer's code."""
    referral = brought_to(town, lane, to="mia@school.example", **about)
    return referral, f"/c/{posted_token()}", opened_by(town.noor, referral).content.code


def stored() -> dict[str, list[Any]]:
    """Every row of every table."""
    with connection.cursor() as cursor:
        tables = connection.introspection.table_names(cursor)
        found = {}
        for table in tables:
            cursor.execute(f'SELECT * FROM "{table}"')
            found[table] = sorted(map(repr, cursor.fetchall()))
    return found


def opened(browser: Client, path: str, code: str) -> tuple[str, dict[str, str]]:
    """The page behind a link and the hidden fields of its answer."""
    text = browser.post(path, {"code": code}).content.decode()
    return unescape(text), dict(re.findall(r'<input type="hidden" name="(code|once)" value="([^"]*)"', text))


def test_a_scanner_that_follows_every_link_changes_nothing(town: Town) -> None:
    _, path, _ = sent(town)
    browser = Client()
    before = stored()
    pages = [browser.get(path).content for _ in range(LINK_TRIES + 2)] + [browser.head(path).content]
    assert stored() == before
    assert all(b"bus shelter" not in page and b"Monday" not in page for page in pages)


def test_looking_is_the_same_for_a_link_that_is_and_one_that_is_not(town: Town) -> None:
    _, path, _ = sent(town)
    there, guessed = asked(Client(), path), asked(Client(), "/c/AAAAAAAAAAAAAAAAAAAAAA")
    assert there == guessed
    assert there[2] == 0


def test_the_code_shows_what_both_agreed(town: Town) -> None:
    _, path, code = sent(town)
    text, _ = opened(Client(), path, code.lower().replace("-", " "))
    for words in ("Klopt dit voor jou?", "Het gesprek was genoeg.", "speaks with the parents on Monday", code):
        assert words in text
    assert "Ja, dit klopt" in text
    assert "Mia" not in strip_tags(text)
    assert "Noor" not in strip_tags(text)


def test_yes_to_a_talk_that_was_enough_counts_and_forgets(town: Town) -> None:
    referral, path, code = sent(town)
    browser = Client()
    _, fields = opened(browser, path, code)
    answer = browser.post(path, {**fields, "answer": "yes"})
    assert "We weten dat het klopt voor jou." in answer.content.decode()
    row = Referral.objects.get(id=referral)
    assert (row.lane, row.outcome) == (Lane.DECIDED, Outcome.TALK_ENOUGH)
    assert not Letter.objects.filter(about=referral).exists()


def test_a_double_tap_is_one_answer(town: Town) -> None:
    referral, path, code = sent(town, outcome=Outcome.NO_ROLE)
    browser = Client()
    _, fields = opened(browser, path, code)
    given = {**fields, "answer": "almost", "words": "Ring me."}
    first, second = asked(browser, path, given)[:2], asked(browser, path, given)[:2]
    assert first == second
    assert first[0] == 200
    [(_, said)] = answers.answers_of(opened_by(town.noor, referral))
    assert (said.words, said.about) == ("Ring me.", "proposal")


def test_an_invitation_asks_whether_the_moment_suits(town: Town) -> None:
    referral, path, code = sent(town, Lane.TALK_PLANNED)
    browser = Client()
    text, fields = opened(browser, path, code)
    assert "Kom je praten?" in text
    assert "11 maart, 13.00" in text
    browser.post(path, {**fields, "answer": "no"})
    assert Referral.objects.get(id=referral).lane == Lane.NEW
    [(_, said)] = answers.answers_of(opened_by(town.noor, referral))
    assert said.about == "invitation"


def test_no_choice_made_comes_back_with_the_words(town: Town) -> None:
    _, path, code = sent(town)
    browser = Client()
    _, fields = opened(browser, path, code)
    text = browser.post(path, {**fields, "words": "I am not sure."}).content.decode()
    assert "Kies een van de drie." in text
    assert "I am not sure." in text


def test_guessed_wrong_used_and_over_have_one_face(town: Town) -> None:
    browser = Client()
    _, wrong, _ = sent(town)
    _, used, used_code = sent(town, outcome=Outcome.NO_ROLE)
    _, fields = opened(browser, used, used_code)
    browser.post(used, {**fields, "answer": "yes"})
    _, over, over_code = sent(town)
    with pytest.MonkeyPatch.context() as patched:
        later = timezone.now() + timedelta(days=22)
        patched.setattr(timezone, "now", lambda: later)
        faces = {asked(browser, over, {"code": over_code})[:2]}
    faces |= {
        asked(browser, wrong, {"code": "0000-0000-0000-0000"})[:2],
        asked(browser, wrong, {"code": ""})[:2],
        asked(browser, used, {"code": used_code})[:2],
        asked(browser, "/c/AAAAAAAAAAAAAAAAAAAAAA", {"code": used_code})[:2],
    }
    [(status, text)] = faces
    assert status == 404
    assert "Deze code opent deze link niet" in text


def test_signs_that_look_alike_are_read_as_they_are_meant(town: Town) -> None:
    referral = Referral.objects.get(id=brought_to(town, Lane.NEW))
    with acting("test.link", by=town.noor.principal) as act:
        shown = Shown("invitation")
        links.send_link(act, referral, shown, to="mia@school.example", code="0011-2233-4455-6677", language="nl")
    assert links.open_link(posted_token(), "oOlI 2233 4455 6677").shown == shown


def test_outside_the_circle_no_verb_opens_a_referral(town: Town) -> None:
    fresh, filed = brought_to(town, Lane.NEW), brought_to(town, Lane.DECIDING)
    for referral in (fresh, filed):
        for who in (town.greet, town.ann, town.wout):
            with pytest.raises(Refused):
                opened_by(who, referral)


def test_five_wrong_codes_end_a_link(town: Town) -> None:
    _, path, code = sent(town)
    browser = Client()
    for _ in range(LINK_TRIES):
        assert browser.post(path, {"code": "0000-0000-0000-0000"}).status_code == 404
    assert browser.post(path, {"code": code}).status_code == 404


def test_the_code_of_another_referral_opens_nothing(town: Town) -> None:
    _, path, _ = sent(town)
    _, _, other = sent(town)
    assert Client().post(path, {"code": other}).status_code == 404


def test_an_answer_after_the_colleague_wrote_it_down_is_refused_like_any(town: Town) -> None:
    referral, path, code = sent(town, outcome=Outcome.NO_ROLE)
    browser = Client()
    _, fields = opened(browser, path, code)
    yes = ReferrerAnswer(Answer.YES, way="word")
    answers.confirm_by_word(town.noor.session, opened_by(town.noor, referral), yes)
    assert browser.post(path, {**fields, "answer": "no"}).status_code == 404
    assert not Slot.objects.filter(kind=Slot.Kind.LINK).exists()


def test_nothing_is_kept_in_a_cache_and_no_address_is_told(town: Town) -> None:
    _, path, code = sent(town)
    answer = Client().post(path, {"code": code})
    assert answer["Cache-Control"] == "no-store"
    assert answer["Referrer-Policy"] == "no-referrer"


@pytest.mark.parametrize(("language", "words"), [("fr", "Est-ce juste pour vous ?"), ("en", "Is this right for you?")])
def test_in_the_language_of_who_reads(town: Town, language: str, words: str) -> None:
    _, path, code = sent(town)
    assert words in opened(Client(headers={"accept-language": language}), path, code)[0]


def test_the_token_stands_in_no_line_of_the_log(town: Town, caplog: pytest.LogCaptureFixture) -> None:
    _, path, code = sent(town)
    with caplog.at_level("DEBUG"):
        Client().get(path)
        Client().post(path, {"code": code})
    token = path.removeprefix("/c/")
    assert token not in caplog.text
    assert code not in caplog.text
