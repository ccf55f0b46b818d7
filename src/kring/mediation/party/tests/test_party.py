"""The page of one party: its own side and nothing of the other, whichever of the two it is (SAN-09)."""

import re
from dataclasses import replace
from datetime import date, timedelta

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from kring.mediation.files import ending
from kring.mediation.files.codelists import NotStarted, Side, Willing
from kring.mediation.files.content import SideContent
from kring.mediation.party import links
from kring.mediation.party.models import PartyLink
from kring.mediation.testing import CALL, NADIA, Street
from kring.vault import gate, outbox, sharing, slots
from kring.vault.models import Extract, Letter, Letterbox, Slot
from kring.vault.primitives import new_id
from kring.vault.refusals import Refused

WORDS = {Side.A: "lantern", Side.B: "bicycle"}
OF_A = ("Nadia", "0400 00 00 01", "Every night music", "Sleep before eleven", "Thursday at half past six")
OF_B = ("Piet", "0400 00 00 02", "They knock before", "somebody rings first", "Friday at noon")
PIET = SideContent("Piet", "0400 00 00 02", "They knock before they speak.", "That somebody rings first.")
MEETS = {Side.A: "Thursday at half past six", Side.B: "Friday at noon"}


@pytest.fixture
def tokens(street: Street) -> dict[Side, str]:
    """Both parties were heard, and each has a page."""
    street.write(Side.A, replace(NADIA, intake_on=date(2026, 3, 5)))
    street.write(Side.B, replace(PIET, intake_on=date(2026, 3, 6)))
    for side in Side:
        given = {"to": f"{side.value}@neighbours.example", "word": WORDS[side], "when": MEETS[side], "language": "nl"}
        links.give_page(street.open(), side, **given, once=new_id())
    sent = {mail.to[0]: mail.words["token"] for mail in outbox.waiting() if mail.template == "neighbours"}
    return {side: sent[side.value] for side in Side}


def opened(token: str, word: str) -> str:
    answer = Client(headers={"accept-language": "nl"}).post(reverse("mediation:own", args=[token]), {"word": word})
    assert answer.status_code == 200
    return answer.content.decode()


@pytest.mark.parametrize(("side", "mine", "theirs"), [(Side.A, OF_A, OF_B), (Side.B, OF_B, OF_A)])
def test_san_09_a_party_sees_its_own_side_and_nothing_of_the_other(
    street: Street, tokens: dict[Side, str], side: Side, mine: tuple[str, ...], theirs: tuple[str, ...]
) -> None:
    page = opened(tokens[side], WORDS[side])
    assert mine[3] in page
    assert mine[4] in page
    assert f"<b>partij {side.value.upper()}</b>" in page
    assert [words for words in (*theirs, CALL.label) if words in page] == []
    title = re.search(r"<title>(.*?)</title>", page, re.DOTALL)
    assert title
    assert "Nadia" not in title[1]


def test_san_09_a_link_opens_its_copy_and_no_part_of_the_file(street: Street, tokens: dict[Side, str]) -> None:
    for side in Side:
        session = slots.open_link(tokens[side], WORDS[side]).session()
        for part in ("file", "side_a", "side_b"):
            with pytest.raises(Refused):
                gate.entering(session, act="test", of=[street.file], parts=[part])
        other = PartyLink.objects.get(file=street.file, side=side.other)
        with pytest.raises(Refused):
            gate.entering(session, act="test", of=[other.bundle], parts=[sharing.EXTRACT])


def test_the_word_of_the_other_party_opens_nothing_and_says_nothing(tokens: dict[Side, str]) -> None:
    said = set()
    for token, word in ((tokens[Side.A], WORDS[Side.B]), (tokens[Side.B], ""), ("no-such-link", "lantern")):
        answer = Client().post(reverse("mediation:own", args=[token]), {"word": word})
        said.add((answer.status_code, re.sub(r'value="[^"]*"', "", answer.content.decode()).replace(token, "")))
    assert len(said) == 1
    assert next(iter(said))[0] == 404


def test_looking_changes_nothing_since_scanners_of_mail_follow_links(tokens: dict[Side, str]) -> None:
    before = PartyLink.objects.count(), Slot.objects.count()
    answer = Client().get(reverse("mediation:own", args=[tokens[Side.A]]))
    assert (answer.status_code, (PartyLink.objects.count(), Slot.objects.count())) == (200, before)
    assert "Sleep before eleven" not in answer.content.decode()


def test_what_a_party_writes_lands_sealed_on_its_own_sheet_alone(street: Street, tokens: dict[Side, str]) -> None:
    token, word = tokens[Side.B], WORDS[Side.B]
    once = re.search(r'name="once" value="([^"]*)"', opened(token, word))
    assert once
    said = {"word": word, "once": once[1], "wish": "That they ring the bell", "willing": "yes"}
    for _ in range(2):
        page = Client().post(reverse("mediation:own", args=[token]), said)
        assert page.status_code == 200
    assert Letter.objects.filter(kind="party").count() == 1, "sent twice it is one"

    page = street.wout.client.get(reverse("mediation:file", args=[street.file]))

    sides = street.open().sides
    assert "That they ring the bell" in page.content.decode()
    assert (sides[Side.B].wish, sides[Side.B].willing) == ("That they ring the bell", Willing.YES)
    assert [one.wish for one in sides[Side.B].own] == ["That they ring the bell"]
    assert sides[Side.A].own == ()
    assert not Letter.objects.filter(kind="party").exists()


def test_an_empty_answer_is_said_beside_the_field(tokens: dict[Side, str]) -> None:
    said = {"word": WORDS[Side.A], "once": new_id(), "wish": "", "willing": ""}
    page = Client(headers={"accept-language": "nl"}).post(reverse("mediation:own", args=[tokens[Side.A]]), said)
    assert "Schrijf iets, of kies een antwoord." in page.content.decode()


def test_a_page_ends_when_it_is_withdrawn_when_another_is_given_and_with_the_file(
    street: Street, tokens: dict[Side, str]
) -> None:
    browser = street.wout.client
    browser.post(reverse("mediation:page_over", args=[street.file, "a"]))
    answer = Client().post(reverse("mediation:own", args=[tokens[Side.A]]), {"word": WORDS[Side.A]})
    assert answer.status_code == 404
    page = browser.get(reverse("mediation:page", args=[street.file, "b"])).content.decode()
    once = re.search(r'name="once" value="([^"]*)"', page)
    assert once
    again = {"once": once[1], "to": "b@neighbours.example", "word": "cup", "language": "nl"}
    place = reverse("mediation:page", args=[street.file, "b"])
    assert "vier letters" in browser.post(place, again).content.decode()
    assert browser.post(place, {**again, "word": "teacup"}).status_code == 302
    assert Client().post(reverse("mediation:own", args=[tokens[Side.B]]), {"word": WORDS[Side.B]}).status_code == 404
    street.decide(replace(CALL, not_started=NotStarted.SOLVED.value))

    ending.end_file(street.open())

    assert not PartyLink.objects.exists()
    assert not Letterbox.objects.filter(owner__in=[one.lock for one in Extract.objects.all()]).exists()
    assert [mail for mail in outbox.waiting() if mail.template == "neighbours"] == []
    assert not Extract.objects.exists()


def test_a_page_is_over_after_six_weeks(tokens: dict[Side, str], monkeypatch: pytest.MonkeyPatch) -> None:
    late = timezone.now() + timedelta(weeks=6, minutes=1)
    monkeypatch.setattr(timezone, "now", lambda: late)
    with pytest.raises(Refused):
        links.open_page(tokens[Side.A], WORDS[Side.A])


@pytest.mark.parametrize("who", ["greet", "hilde", "dries", "nobody"])
def test_who_cannot_open_the_file_gives_no_page(street: Street, who: str) -> None:
    browser = Client() if who == "nobody" else getattr(street, who).client
    for name in ("mediation:page", "mediation:page_over"):
        assert browser.post(reverse(name, args=[street.file, "a"])).status_code in (404, 302)
    assert not PartyLink.objects.exists()
