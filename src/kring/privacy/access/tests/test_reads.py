"""While writing, one sees what the client would read: the same rules as the copy, for each who may ask (MIN-07)."""

from collections.abc import Iterator
from typing import Any

import pytest
from django.urls import reverse
from django.utils.html import strip_tags
from django.utils.translation import override

from kring.privacy.access.testing import MARKED, a_file, said
from kring.support.dossier.actions import add_co_worker
from kring.support.testing import ON
from kring.team.testing import Persona, Town
from kring.vault.acts import acting


@pytest.fixture(autouse=True)
def _on_the_day(settings: Any) -> Iterator[None]:
    settings.KRING_TODAY = ON
    with override("nl"):
        yield


def page(who: Persona, dossier: str, role: str = "") -> str:
    answer = who.client.get(reverse("privacy:reads", args=[dossier]) + (f"?role={role}" if role else ""))
    return " ".join(strip_tags(answer.content.decode()).split()) if answer.status_code == 200 else ""


@pytest.mark.parametrize(
    ("role", "born_on", "reads"),
    [
        ("client", "", {"open", "around"}),
        ("trusted", "2005-01-01", {"open", "around", "agogic"}),
        ("representative", "2012-01-01", {"open", "agogic"}),
    ],
)
def test_min_07_what_each_would_read(town: Town, role: str, born_on: str, reads: set[str]) -> None:
    made = a_file(town, born_on).dossier.id
    shown = page(town.noor, made, role)
    assert {mark for mark in MARKED if said(mark) in shown} == reads
    assert "geen kopie zegt dat het er is" in shown


def test_a_role_that_may_not_ask_is_not_offered(town: Town) -> None:
    made = a_file(town, "2005-01-01").dossier.id
    assert "een ouder of voogd" not in page(town.noor, made)
    assert said("agogic") not in page(town.noor, made, "representative")


def test_who_works_along_sees_it_of_what_he_may_open_and_nobody_else_does(town: Town) -> None:
    made = a_file(town)
    with acting("test.along", by=town.noor.principal) as act:
        add_co_worker(act, made.keys, made.dossier, town.fatma.principal, from_on=ON)
    assert "Slaapt slecht" in page(town.noor, made.dossier.id)
    shown = page(town.fatma, made.dossier.id)
    assert "Robin" in shown
    assert "Slaapt slecht" not in shown
    for who in (town.samir, town.greet, town.hilde, town.ann):
        assert page(who, made.dossier.id) == ""


@pytest.mark.parametrize("name", ["plan:plan", "desk:log_one", "desk:sensitive"])
def test_one_comes_there_from_where_one_writes(town: Town, name: str) -> None:
    made = a_file(town).dossier.id
    there = town.noor.client.get(reverse(name, args=[made])).content.decode()
    assert reverse("privacy:reads", args=[made]) in there
