"""Who has the code sees where a referral stands, and nothing of what was told; who guesses learns nothing and waits."""

import re
from contextlib import suppress
from datetime import datetime, timedelta

import pytest
from django.test import Client
from django.utils import timezone
from django.utils.html import strip_tags

from kring.support.intake.actions import Received, open_referral, receive_referral
from kring.support.intake.codelists import Channel
from kring.support.intake.content import ReferralContent, Referrer
from kring.support.intake.models import Referral, TalkMoment
from kring.support.intake.moments.actions import confirm, publish
from kring.support.intake.status import guesses
from kring.support.intake.status.guesses import TooMany
from kring.support.intake.status.show import Stand, stand
from kring.team.testing import Town
from kring.vault.acts import acting
from kring.vault.primitives import new_id

Lane, Outcome = Referral.Lane, Referral.Outcome
TOKEN = re.compile(r'name="csrfmiddlewaretoken" value="[^"]*"')
SOON = timezone.now().replace(minute=0, second=0, microsecond=0) + timedelta(days=4)
WHERE = "Huis van de Wijk, zaal Linde"
WORDS = ("bushokje", "Mia", "Stevens", "school.example", "Regenboog")
CONTENT = ReferralContent(
    Referrer("Mia Stevens", "De Regenboog", "mia@school.example"), concern="Hij slaapt in het bushokje."
)


def referred(moment: datetime | None = None) -> Received:
    return receive_referral(CONTENT, submission=new_id(), channel=Channel.FORM, moment=moment)


def asked(code: str, client: Client | None = None) -> tuple[int, str]:
    answer = (client or Client(headers={"accept-language": "nl"})).post("/aanmelden/stand", {"code": code})
    return answer.status_code, TOKEN.sub("", answer.content.decode())


def change(referral: str, **values: object) -> None:
    with acting("test.change", by="system") as act:
        act.change(Referral.objects.get(id=referral), **values)


def test_received_and_not_read_yet(town: Town) -> None:
    status, text = asked(referred().code)
    assert status == 200
    assert "We hebben je aanmelding" in text
    assert "Gelezen door het onthaal" in text
    assert not [word for word in WORDS if word in text]


def test_the_code_is_read_as_it_is_meant(town: Town) -> None:
    code = referred().code
    assert asked(code.lower().replace("-", " "))[0] == 200


def test_asked_for_then_confirmed_and_only_then_the_place(town: Town) -> None:
    publish(town.noor.session, [SOON], where=WHERE)
    received = referred(SOON)
    text = asked(received.code)[1]
    assert "Je gesprek is aangevraagd" in text
    assert WHERE not in text
    with acting("test.plan", by=town.noor.principal) as act:
        confirm(act, received.referral, SOON)
        act.change(Referral.objects.get(id=received.referral), lane=Lane.TALK_PLANNED, talk_at=SOON)
    text = asked(received.code)[1]
    assert "Je gesprek is bevestigd" in text
    assert WHERE in text
    assert "Noor" not in strip_tags(text)


@pytest.mark.parametrize(
    ("about", "heading"),
    [
        ({"lane": Lane.DECIDING}, "We spraken elkaar"),
        ({"lane": Lane.WAITING, "proposed": Outcome.NO_ROLE}, "We wachten op jou"),
        ({"lane": Lane.WAITING, "confirmed_at": timezone.now()}, "Jij bent akkoord"),
        ({"lane": Lane.DECIDED, "outcome": Outcome.ROLE}, "We nemen het op"),
        ({"lane": Lane.DECIDED, "outcome": Outcome.NO_ROLE}, "We nemen het niet op"),
        ({"lane": Lane.DECIDED, "outcome": Outcome.TALK_ENOUGH}, "Het gesprek was genoeg"),
        ({"lane": Lane.DECIDED, "outcome": Outcome.BETTER_PLACED}, "Iemand anders neemt het op"),
        ({"lane": Lane.DECIDED, "outcome": Outcome.WITHDRAWN}, "Je trok de aanmelding in"),
    ],
)
def test_each_state_has_its_heading(town: Town, about: dict[str, object], heading: str) -> None:
    received = referred()
    change(received.referral, **about)
    assert f"<h1>{heading}</h1>" in asked(received.code)[1]


def test_every_lane_and_outcome_says_something() -> None:
    for lane in Lane.values:
        for outcome in Outcome.values if lane == Lane.DECIDED else [Outcome.NONE]:
            row = Referral(lane=lane, outcome=outcome, arrived_at=timezone.now())
            shown: Stand = stand(row, None)
            assert shown.heading
            assert len(shown.steps) >= 2


def test_wrong_unknown_and_empty_codes_have_one_face(town: Town) -> None:
    code = referred().code
    last = "0" if code[-1] != "0" else "1"
    faces = {asked(typed) for typed in (code[:-1] + last, "ZZZZ-ZZZZ-ZZZZ-ZZZZ", "", "x" * 500, "' OR 1=1")}
    [(status, text)] = faces
    assert status == 404
    assert "kennen we niet" in text


def test_a_forged_row_is_refused_like_a_wrong_code(town: Town) -> None:
    from kring.vault.rows import unguarded

    received = referred()
    unguarded(Referral).update(lane=Lane.DECIDED, outcome=Outcome.ROLE)
    assert asked(received.code) == asked("ZZZZ-ZZZZ-ZZZZ-ZZZZ")


def test_looking_asks_for_the_code_and_changes_nothing(town: Town) -> None:
    received = referred()
    before = bytes(Referral.objects.get().mac)
    client = Client(headers={"accept-language": "nl"})
    assert client.get("/aanmelden/stand").status_code == 200
    assert "bedankt" not in client.get(f"/aanmelden/stand?code={received.code}").content.decode()
    asked(received.code)
    assert bytes(Referral.objects.get().mac) == before
    assert TalkMoment.objects.count() == 0


def test_who_guesses_waits_also_with_the_right_code(town: Town, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(guesses, "MOST", 3)
    code = referred().code
    statuses = [asked(f"AAAA-AAAA-AAAA-AAA{number}")[0] for number in range(5)]
    assert statuses == [404, 404, 404, 429, 429]
    status, text = asked(code)
    assert status == 429
    assert "We hebben je aanmelding" not in text


def test_of_ten_thousand_guesses_from_one_place_thirty_are_looked_up(town: Town) -> None:
    looked_up = 0
    for _ in range(10_000):
        with suppress(TooMany):
            guesses.check("192.0.2.1")
            looked_up += 1
    assert looked_up == guesses.MOST == 30
    guesses.check("192.0.2.2")


def test_the_intake_has_read_it(town: Town) -> None:
    received = referred()
    open_referral(town.noor.session, received.referral)
    assert asked(received.code)[1].count('class="dot b"') == 2


@pytest.mark.parametrize(("language", "words"), [("fr", "Nous l’avons reçu"), ("en", "We have received it")])
def test_in_the_language_of_who_reads(town: Town, language: str, words: str) -> None:
    assert words in asked(referred().code, Client(headers={"accept-language": language}))[1]
