"""A session that idled: it says who it was, keeps the place, opens with the password of that person alone."""

from datetime import timedelta
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone

from kring.team.testing import PASSWORD, Persona, Town
from kring.vault import doors, sessions
from kring.vault.acts import acting
from kring.vault.models import Principal, SessionKey
from kring.vault.rows import unguarded

pytestmark = pytest.mark.django_db


def idle(persona: Persona) -> Client:
    """A browser of which the session locked."""
    browser = persona.client
    sessions.lock(SessionKey.objects.get(person=persona.principal).id)
    return browser


def unlock(browser: Client, password: str = PASSWORD, place: str = "/team") -> Any:
    return browser.post("/locked", {"password": password, "next": place})


def let_pass(session: SessionKey, **columns: Any) -> None:
    """Time goes by for a session (a genuine row, as the vault would have written it)."""
    sessions._stamp(session, **columns)


def test_a_quarter_of_an_hour_without_a_page_locks(town: Town) -> None:
    browser = town.noor.client
    assert browser.get("/team").status_code == 200
    let_pass(SessionKey.objects.get(), seen_at=timezone.now() - sessions.IDLE)
    answer = browser.get("/team")
    assert answer["Location"] == "/locked?next=%2Fteam"
    assert SessionKey.objects.get().blob is None, "the key is gone"


def test_the_page_says_who_and_keeps_the_place(town: Town) -> None:
    page = idle(town.noor).get("/locked?next=/team").content.decode()
    assert "Je bent vergrendeld" in page
    assert "Ben je niet Noor Claes?" in page
    assert 'name="next" value="/team"' in page
    assert 'action="/sign-out"' in page


def test_the_password_leads_back_under_a_fresh_cookie(town: Town) -> None:
    browser = idle(town.noor)
    before = browser.cookies[doors.COOKIE].value
    answer = unlock(browser)
    assert answer["Location"] == "/team"
    assert browser.get("/team").status_code == 200
    old = Client()
    old.cookies[doors.COOKIE] = before
    assert old.get("/team").status_code == 302
    assert SessionKey.objects.count() == 1


@pytest.mark.parametrize("password", ["", "wrong", PASSWORD.upper()])
def test_a_wrong_password_opens_nothing(town: Town, password: str) -> None:
    browser = idle(town.noor)
    answer = unlock(browser, password)
    assert answer.status_code == 200
    assert "Dat lukte niet." in answer.content.decode()
    assert 'name="next" value="/team"' in answer.content.decode()
    assert SessionKey.objects.get().blob is None


def test_a_busy_or_slow_door_says_so_here_too(town: Town) -> None:
    browser = idle(town.noor)
    answers = [unlock(browser, "wrong") for _ in range(6)]
    assert answers[-1].status_code == 429
    assert "Wacht een minuut" in answers[-1].content.decode()


def test_a_disabled_colleague_is_out(town: Town) -> None:
    browser = idle(town.noor)
    with acting("test.disable", by="system") as act:
        act.change(Principal.objects.get(id=town.noor.principal), state=Principal.State.DISABLED)
    assert unlock(browser)["Location"] == "/sign-in?next=%2Fteam"
    assert browser.get("/team")["Location"].startswith("/sign-in")


def test_after_ten_hours_one_signs_in_anew_and_keeps_the_place(town: Town) -> None:
    browser = idle(town.noor)
    let_pass(SessionKey.objects.get(), ends_at=timezone.now() - timedelta(seconds=1))
    assert browser.get("/locked?next=/team")["Location"] == "/sign-in?next=%2Fteam"
    assert unlock(browser)["Location"] == "/sign-in?next=%2Fteam"


def test_somebody_else_signs_out_first_or_signs_in_over_it(town: Town) -> None:
    browser = idle(town.noor)
    assert browser.get("/sign-in").status_code == 200
    browser.post("/sign-in", {"sign_in": "joris@kring.example", "password": PASSWORD})
    assert SessionKey.objects.get().person_id == town.joris.principal
    browser = idle(town.samir)
    browser.post("/sign-out")
    assert not SessionKey.objects.filter(person=town.samir.principal).exists()


def test_an_open_session_passes_by_the_lock(town: Town) -> None:
    assert town.noor.client.get("/locked?next=/team")["Location"] == "/team"


def test_a_session_row_of_somebody_else_opens_nothing(town: Town) -> None:
    browser = idle(town.noor)
    unguarded(SessionKey).update(person=town.joris.principal)
    assert unlock(browser)["Location"].startswith("/sign-in"), "the row is not as we wrote it"
