"""The pace at the door: per name and address first, waiting grows and ends, nobody is shut out by somebody else."""

from datetime import datetime, timedelta
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone

from kring.team import doorkeeper
from kring.team.doorkeeper import TooOften
from kring.team.testing import PASSWORD, Town
from kring.vault import slots, throttle
from kring.vault.refusals import Refused

pytestmark = pytest.mark.django_db

NOOR = "noor@kring.example"
HERE, THERE = "192.0.2.1", "192.0.2.7"


class Clock:
    """A clock for the throttle that we move."""

    def __init__(self) -> None:
        self.at = timezone.now()

    def now(self) -> datetime:
        return self.at

    def pass_by(self, **span: float) -> None:
        self.at += timedelta(**span)


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> Clock:
    ours = Clock()
    monkeypatch.setattr(throttle, "timezone", ours)
    return ours


def wrong(times: int, name: str = NOOR, address: str = HERE) -> None:
    for _ in range(times):
        with pytest.raises(Refused):
            doorkeeper.open_door(name, "wrong", address)


def opens(name: str = NOOR, address: str = HERE) -> bool:
    return bool(doorkeeper.open_door(name, PASSWORD, address).person)


def waits(name: str = NOOR, address: str = HERE) -> timedelta:
    with pytest.raises(TooOften) as caught:
        doorkeeper.open_door(name, PASSWORD, address)
    return caught.value.wait


def test_waiting_grows_and_always_ends(town: Town, clock: Clock) -> None:
    wrong(5)
    assert waits() == timedelta(minutes=1)
    clock.pass_by(seconds=61)
    wrong(5)
    clock.pass_by(seconds=61)
    assert waits() == timedelta(minutes=10)
    clock.pass_by(minutes=10)
    assert doorkeeper.open_door(NOOR, PASSWORD, HERE).person == town.noor.principal


def test_after_twenty_wrong_tries_the_wait_is_at_most_an_hour(town: Town, clock: Clock) -> None:
    for _ in range(4):
        wrong(5)
        clock.pass_by(minutes=5, seconds=1)
    assert waits() == timedelta(hours=1)
    clock.pass_by(hours=1)
    assert opens()


def test_hammering_while_one_waits_does_not_make_it_longer(town: Town, clock: Clock) -> None:
    wrong(5)
    for _ in range(30):
        assert waits() == timedelta(minutes=1)
    clock.pass_by(seconds=61)
    assert opens()


def test_who_gets_in_starts_anew(town: Town, clock: Clock) -> None:
    for _ in range(6):
        wrong(4)
        doorkeeper.open_door(NOOR, PASSWORD, HERE)


def test_nobody_shuts_out_a_colleague_elsewhere_nor_a_neighbour(town: Town, clock: Clock) -> None:
    wrong(5)
    for _ in range(100):
        waits()
    assert opens(NOOR, THERE)
    assert opens("samir@kring.example")


def test_many_names_from_one_address_are_slowed_down(town: Town, clock: Clock) -> None:
    tries, window = doorkeeper.ADDRESS_PACE[0]
    for number in range(tries):
        wrong(1, name=f"name{number}")
    assert waits() == window
    assert opens(NOOR, THERE)
    clock.pass_by(seconds=61)
    assert opens()


def test_capitals_and_blanks_are_the_same_name(town: Town, clock: Clock) -> None:
    for name in (NOOR, " Noor@kring.example", "NOOR@KRING.EXAMPLE", NOOR + "\0", NOOR):
        wrong(1, name)
    assert waits()


def test_one_waits_before_a_password_is_stretched(town: Town, clock: Clock, monkeypatch: pytest.MonkeyPatch) -> None:
    wrong(5)

    def never(*_: Any) -> None:
        raise AssertionError

    monkeypatch.setattr(slots, "open_password", never)
    assert waits()


def test_unlocking_has_the_same_pace(town: Town, clock: Clock) -> None:
    person = town.noor.principal
    for _ in range(5):
        with pytest.raises(Refused):
            doorkeeper.open_again(person, "wrong", HERE)
    with pytest.raises(TooOften):
        doorkeeper.open_again(person, PASSWORD, HERE)
    clock.pass_by(seconds=61)
    assert doorkeeper.open_again(person, PASSWORD, HERE).person == person


def test_the_page_says_it_kindly(town: Town) -> None:
    form = {"sign_in": NOOR, "password": "wrong"}
    answers = [Client().post("/sign-in", form) for _ in range(6)]
    assert [answer.status_code for answer in answers] == [200] * 5 + [429]
    assert answers[-1]["Retry-After"] == "60"
    page = answers[-1].content.decode()
    assert "Wacht een minuut en probeer opnieuw. Je bent niet buitengesloten." in page
    assert "Dat lukte niet." not in page


def test_a_name_that_exists_waits_like_one_that_does_not(town: Town) -> None:
    pages = []
    for name in (NOOR, "nobody@kring.example"):
        answers = [Client().post("/sign-in", {"sign_in": name, "password": "wrong"}) for _ in range(6)]
        pages.append((answers[-1].status_code, answers[-1]["Retry-After"]))
    assert pages[0] == pages[1]
