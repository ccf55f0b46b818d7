"""The board through HTTP: five lanes, no names, no word of content, few queries, nobody outside the intake circle."""

from datetime import date

import pytest
from django.test import Client

from kring.support.clarification import actions, answers
from kring.support.clarification.content import Answer, ReferrerAnswer
from kring.support.clarification.links import open_link
from kring.support.clarification.testing import WORRY, a_referral, brought_to, opened_by, posted_token
from kring.support.clarification.tests.asking import asked
from kring.support.clarification.words import days_of_month
from kring.support.intake.codelists import Urgency
from kring.support.intake.content import Message, ReferralContent, Referrer
from kring.support.intake.models import Referral
from kring.team.testing import Town
from kring.vault.primitives import new_id

Lane, Outcome = Referral.Lane, Referral.Outcome
MOST_QUERIES = 8


def card(referral: str) -> str:
    return Referral.objects.get(id=referral).card


def lane(text: str, title: str) -> str:
    return text.split(f"<h2>{title}", 1)[1].split("</section>", 1)[0]


def test_an_empty_board_reassures(town: Town) -> None:
    status, text, _ = asked(town.noor.client, "/board")
    assert status == 200
    assert "Niets nieuws. Dat is goed." in text
    assert "Geen namen op dit bord" in text


def test_every_referral_stands_in_its_lane_by_its_code(town: Town) -> None:
    lanes = {
        "Nieuw": Lane.NEW,
        "Gesprek gepland": Lane.TALK_PLANNED,
        "Samen beslissen": Lane.DECIDING,
        "Wacht op aanmelder": Lane.WAITING,
    }
    cards = {title: card(brought_to(town, where)) for title, where in lanes.items()}
    brought_to(town, Lane.DECIDED)
    brought_to(town, Lane.DECIDED)
    brought_to(town, Lane.DECIDED, outcome=Outcome.NO_ROLE)
    _, text, _ = asked(town.samir.client, "/board")
    for title, code in cards.items():
        assert code in lane(text, title)
    decided = lane(text, "Beslist in")
    assert "2 × het gesprek was genoeg" in decided
    assert "1 × geen rol" in decided
    assert "<span>3</span>" in decided
    assert "wij stelden voor: het gesprek was genoeg" in lane(text, "Wacht op aanmelder").lower()


def test_no_word_of_content_and_no_name_of_a_referrer(town: Town) -> None:
    brought_to(town, Lane.WAITING, to="mia@school.example")
    _, text, _ = asked(town.noor.client, "/board")
    assert not [word for word in (WORRY.concern, "Mia", "Regenboog", "school.example", "bus shelter") if word in text]


def test_what_a_machine_sent_stands_apart_and_what_was_not_read_is_marked(town: Town) -> None:
    machine = a_referral(ReferralContent(Referrer(), message=Message("x", "a@b.example", "", "y", machine="auto")))
    unread = a_referral(ReferralContent(Referrer(), message=Message("", "", "", "", readable=False)))
    _, text, _ = asked(town.noor.client, "/board")
    assert card(machine) not in lane(text, "Nieuw")
    assert card(machine) in text.split("Apart gezet")[1]
    assert card(unread) in lane(text, "Nieuw")
    assert "te bekijken" in lane(text, "Nieuw")


def test_who_was_asked_sees_it_first(town: Town) -> None:
    referral = a_referral()
    actions.ask_colleague(town.noor.session, opened_by(town.noor, referral), person=town.samir.principal)
    assert "gevraagd aan jou" in asked(town.samir.client, "/board")[1]
    assert "gevraagd aan Samir" in asked(town.noor.client, "/board")[1]


def test_a_role_that_is_agreed_waits_for_who_was_asked(town: Town) -> None:
    referral = brought_to(town, Lane.WAITING, outcome=Outcome.ROLE)
    answers.confirm_by_word(town.noor.session, opened_by(town.noor, referral), ReferrerAnswer(Answer.YES, way="word"))
    assert "akkoord · wacht op Fatma" in asked(town.noor.client, "/board")[1]
    assert "Neem de rol op" in asked(town.fatma.client, "/board")[1]
    assert "Neem de rol op" not in asked(town.noor.client, "/board")[1]


def test_an_answer_by_link_is_seen(town: Town) -> None:
    referral = brought_to(town, Lane.TALK_PLANNED, to="mia@school.example")
    code = opened_by(town.noor, referral).content.code
    answers.answer_by_link(open_link(posted_token(), code), ReferrerAnswer(Answer.NO))
    assert "de aanmelder antwoordde" in lane(asked(town.noor.client, "/board")[1], "Nieuw")


def test_what_was_put_off_comes_back_on_its_day(town: Town, settings: object) -> None:
    referral = brought_to(town, Lane.DECIDED, outcome=Outcome.LATER)
    assert card(referral) not in asked(town.noor.client, "/board")[1]
    settings.KRING_TODAY = date(2031, 4, 1)  # type: ignore[attr-defined]
    assert card(referral) in lane(asked(town.noor.client, "/board")[1], "Nieuw")


def test_today_comes_first(town: Town) -> None:
    first, urgent = a_referral(), a_referral(urgency=Urgency.TODAY)
    new = lane(asked(town.noor.client, "/board")[1], "Nieuw")
    assert new.index(card(urgent)) < new.index(card(first))


def test_a_forged_row_is_no_card(town: Town) -> None:
    from django.db import connection

    referral = a_referral()
    with connection.cursor() as cursor:
        cursor.execute("UPDATE support_referral SET urgency = 'today' WHERE id = %s", [referral])
    assert card(referral) not in asked(town.noor.client, "/board")[1]


def test_few_queries_whatever_the_number_of_cards(town: Town) -> None:
    browser = town.noor.client
    asked(browser, "/board")
    few = asked(browser, "/board")[2]
    for where in (Lane.NEW, Lane.TALK_PLANNED, Lane.DECIDING, Lane.WAITING, Lane.DECIDED):
        for _ in range(3):
            brought_to(town, where, to="mia@school.example")
    assert few <= MOST_QUERIES
    assert asked(browser, "/board")[2] <= MOST_QUERIES


@pytest.mark.parametrize("path", ["/board", "/referrals/{there}", "/referrals/{absent}", "/referrals/{there}/original"])
@pytest.mark.parametrize("who", ["greet", "ann", "wout", "hilde", "bart", "saar"])
def test_outside_the_circle_everything_is_as_if_absent(town: Town, who: str, path: str) -> None:
    there, absent = a_referral(), new_id()
    browser = getattr(town, who).client
    status, text, queries = asked(browser, path.format(there=there, absent=absent))
    assert status == 404
    assert card(there) not in text
    if "{there}" in path:
        other = asked(browser, path.replace("{there}", "{absent}").format(absent=absent))
        assert other == (status, text, queries)


def test_without_a_session_one_goes_to_the_door(town: Town) -> None:
    assert asked(Client(), "/board")[0] == 302
    assert asked(Client(), f"/referrals/{a_referral()}")[0] == 302


def test_days_of_a_month_in_one_line() -> None:
    march = [date(2021, 3, day) for day in (5, 2, 4, 4)]
    assert days_of_month(march) == "2, 4 en 5 maart"
    assert days_of_month(march[:1]) == "5 maart"
    assert days_of_month([date(2021, 3, day) for day in range(2, 29)]) == "2 tot 28 maart"
