"""Links of an invitation: used, expired, taken back and guessed are one answer; guessing is slowed down."""

from datetime import timedelta
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone

from kring.team.enrolment.testing import NEW_PASSWORD, ZOE, choose_password, dutch, newest_link
from kring.team.models import Colleague, Invitation
from kring.team.testing import Town
from kring.vault.acts import acting
from kring.vault.primitives import new_id
from tests.stories.browsing import without_token

pytestmark = pytest.mark.django_db


@pytest.fixture
def invited(town: Town) -> str:
    town.ann.client.post("/team/manage/new", ZOE)
    return newest_link()


def face(answer: Any, path: str) -> tuple[int, str]:
    """All that the answer shows, without the path that was asked for."""
    return answer.status_code, without_token(answer.content.decode()).replace(path, "")


def over(invited: str, how: str, town: Town) -> str:
    """The path, after something became of the link."""
    if how == "used":
        choose_password(invited)
    if how == "expired":
        with acting("test.expire", by="system") as act:
            act.change(Invitation.objects.get(), expires_at=timezone.now() - timedelta(seconds=1))
    if how == "taken back":
        town.ann.client.post(f"/team/manage/invited/{Invitation.objects.get().id}/take-back")
    if how == "sent again":
        town.ann.client.post(f"/team/manage/invited/{Invitation.objects.get().id}/again")
    return f"/team/invited/{new_id()}" if how == "guessed" else invited


@pytest.mark.parametrize("how", ["used", "expired", "taken back", "sent again", "guessed"])
@pytest.mark.parametrize("method", ["GET", "POST"])
def test_whatever_is_over_looks_alike(town: Town, invited: str, how: str, method: str) -> None:
    path, guessed = over(invited, how, town), f"/team/invited/{new_id()}"
    given = {"password": NEW_PASSWORD, "again": NEW_PASSWORD, "once": "again"}
    asked = [dutch().generic("GET", one) if method == "GET" else dutch().post(one, given) for one in (path, guessed)]
    assert face(asked[0], path) == face(asked[1], guessed)
    assert asked[0].status_code == 404
    assert "Deze link werkt niet" in asked[0].content.decode()


def test_the_newest_link_works_after_sending_again(town: Town, invited: str) -> None:
    over(invited, "sent again", town)
    assert choose_password(newest_link())[1]["Location"] == "/waiting"


def test_ten_thousand_guesses_get_nowhere(town: Town, invited: str) -> None:
    """After twenty tries a minute an address is slowed down, whether the link is good or not."""
    answers = [dutch().get(f"/team/invited/{new_id()}").status_code for _ in range(30)]
    assert answers == [404] * 20 + [429] * 10
    assert dutch().get(invited).status_code == 429
    elsewhere = Client(REMOTE_ADDR="10.1.2.3", headers={"accept-language": "nl"})
    assert elsewhere.get(invited).status_code == 200, "nobody else is kept out"


@pytest.mark.parametrize(
    ("password", "again", "said"),
    [
        ("kort", "kort", "minstens 14 tekens"),
        ("aaaaaaaaaaaaaaaaaa", "aaaaaaaaaaaaaaaaaa", "Veel mensen kiezen dit"),
        (NEW_PASSWORD, "iets heel anders dan dat", "niet gelijk"),
        ("", "", "minstens 14 tekens"),
    ],
)
def test_a_password_that_will_not_do_leaves_the_link_as_it_was(
    town: Town, invited: str, password: str, again: str, said: str
) -> None:
    _, answer = choose_password(invited, password, again=again)
    assert answer.status_code == 200
    assert said in answer.content.decode()
    assert not Colleague.objects.filter(sign_in="zoe@kring.example").exists()
    assert choose_password(invited)[1]["Location"] == "/waiting"


def test_sending_the_password_twice_makes_one_colleague(town: Town, invited: str) -> None:
    first, second = (choose_password(invited, once="the same")[1] for _ in range(2))
    assert first["Location"] == "/waiting"
    assert second["Location"] == "/sign-in"
    assert Colleague.objects.filter(sign_in="zoe@kring.example").count() == 1


def test_who_was_signed_in_as_somebody_else_is_signed_out(town: Town, invited: str) -> None:
    browser = town.ann.client
    given = {"password": NEW_PASSWORD, "again": NEW_PASSWORD, "once": "in the browser of ann"}
    before = browser.cookies["__Host-kring"].value
    browser.post(invited, given)
    old = Client()
    old.cookies["__Host-kring"] = before
    assert old.get("/team").status_code == 302
    assert "Zoë" in browser.get("/waiting").content.decode() or browser.get("/waiting").status_code == 200
