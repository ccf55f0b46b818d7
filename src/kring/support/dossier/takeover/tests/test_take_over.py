"""The first day: lines become dossiers with their old start date, sealed at once, opened once and counted."""

from collections.abc import Iterator
from datetime import date
from typing import Any

import pytest
from django.utils import translation

from kring.support.dossier.content import Mode, SummaryContent
from kring.support.dossier.models import Dossier, Summary
from kring.support.dossier.takeover import actions, queries, reading
from kring.support.dossier.takeover.actions import Round
from kring.support.testing import ON, a_dossier
from kring.team.testing import Persona, Town
from kring.vault import gate
from kring.vault.primitives import new_id

GOOD = "Robin V.;1/5/2019;straathoekwerk;outreach;elke 2 weken;Joris"


@pytest.fixture(autouse=True)
def _on_the_day(settings: Any) -> None:
    settings.KRING_TODAY = ON


@pytest.fixture(autouse=True)
def _in_english() -> Iterator[None]:
    with translation.override("en"):
        yield


def taken(who: Persona, text: str, *, once: str = "") -> Round:
    around = queries.around(who.session)
    return actions.take_over(who.session, reading.read(text).rows, around, once=once or new_id())


def counted(done: Round) -> tuple[int, int, int, int]:
    return done.count.pasted, done.count.opened, done.count.there, done.count.refused


def said(who: Persona, line: str) -> str:
    around = queries.around(who.session)
    [line_] = actions.look(who.session, reading.read(line).rows, around)
    return " ".join(str(one.sentence) for one in line_.wrong)


def test_a_line_becomes_a_dossier_with_its_old_start_date(town: Town) -> None:
    assert counted(taken(town.noor, GOOD)) == (1, 1, 0, 0)
    dossier = Dossier.objects.get()
    assert (dossier.holder, dossier.deputy) == (town.noor.principal, town.joris.principal)
    assert dossier.opened_on == date(2019, 5, 1)
    keys = gate.entering(town.joris.session, act="test", of=[dossier.id], parts=["summary"])
    opened = keys.open(Summary.objects.get(dossier=dossier), SummaryContent)
    assert (opened.label, opened.programme, opened.mode) == ("Robin V.", "street_work", Mode.HANDS_ON)
    assert opened.rhythm_days == 14


def test_the_same_paste_again_opens_nothing(town: Town) -> None:
    taken(town.noor, GOOD)
    assert counted(taken(town.noor, "robin v. ; 2019-05-01 ; SHW ; hybride ;; Fatma")) == (1, 0, 1, 0)
    assert Dossier.objects.count() == 1


def test_the_same_form_sent_twice_is_one_round(town: Town) -> None:
    first = taken(town.noor, GOOD, once="the form")
    assert taken(town.noor, GOOD, once="the form").count == first.count
    assert queries.proof(town.noor.principal).pasted == 1


def test_two_windows_at_once_open_nothing_twice(town: Town, monkeypatch: pytest.MonkeyPatch) -> None:
    """The other window opens the same case between our look and our act."""
    real, calls = queries.carried, []

    def slow(session: Any) -> Any:
        seen = real(session)
        calls.append(1)
        if len(calls) == 1:
            taken(town.noor, GOOD)
        return seen

    monkeypatch.setattr(queries, "carried", slow)
    assert counted(taken(town.noor, GOOD)) == (1, 0, 1, 0)
    assert Dossier.objects.count() == 1


def test_a_case_of_a_colleague_is_no_case_of_mine(town: Town) -> None:
    a_dossier(town, holder=town.joris, deputy=town.noor, label="Robin V.", opened_on=date(2019, 5, 1))
    assert counted(taken(town.noor, GOOD)) == (1, 1, 0, 0)


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        (";1/5/2019;straathoekwerk;outreach;;Joris", "A first name with an initial"),
        ("Robin;30/2/2019;straathoekwerk;outreach;;Joris", "does not exist"),
        ("Robin;1/5/2019;voetbal;outreach;;Joris", "no programme we know"),
        ("Robin;1/5/2019;burenbemiddeling;outreach;;Joris", "a register of their own"),
        ("Robin;1/5/2021;SAMEN;regie;;Joris", "a circle you are not in"),
        ("Robin;1/5/2019;straathoekwerk;soms;;Joris", "no way of working"),
        ("Robin;1/5/2019;straathoekwerk;;;Joris", "How you work is missing"),
        ("Robin;1/5/2019;straathoekwerk;outreach;nu en dan;Joris", "no rhythm"),
        ("Robin;1/5/2019;straathoekwerk;outreach;;", "Who replaces you"),
        ("Robin;1/5/2019;straathoekwerk;outreach;;Noor", "another colleague"),
        ("Robin;1/5/2019;straathoekwerk;outreach;;Greet Aerts", "cannot be deputy here"),
        ("Robin;1/5/2019;straathoekwerk;outreach;;Piet", "no colleague called"),
        ("Robin;1/5/2019;straathoekwerk;outreach;;Joris;1/4/2019", "before the opening"),
        ("Robin;1/5/2019;straathoekwerk;outreach;;Joris;;x", "more cells than columns"),
        ("Robin;1/5/1997;straathoekwerk;outreach;;Joris", "began only on 01/01/1998"),
    ],
)
def test_what_is_wrong_is_said_in_plain_words(town: Town, line: str, expected: str) -> None:
    assert expected in said(town.noor, line)


def test_every_mistake_of_a_line_is_named(town: Town) -> None:
    wrong = said(town.noor, ";gisteren;voetbal;soms;nooit;Piet")
    assert "missing" in wrong
    assert all(f"“{typed}”" in wrong for typed in ("gisteren", "voetbal", "soms", "nooit", "Piet"))


def test_the_same_line_twice_in_one_paste_asks_whether_these_are_two_people(town: Town) -> None:
    done = taken(town.noor, f"{GOOD}\n{GOOD}")
    assert counted(done) == (2, 1, 0, 1)
    assert "the same as line 1" in str(done.lines[1].wrong[0].sentence)


def test_what_is_chosen_holds_where_a_cell_is_empty(town: Town) -> None:
    around = queries.around(town.noor.session, programme="street_work", mode=Mode.HYBRID, deputy=town.fatma.principal)
    done = actions.take_over(town.noor.session, reading.read("Robin\t1/5/2019").rows, around, once=new_id())
    assert counted(done) == (1, 1, 0, 0)
    assert Dossier.objects.get().deputy == town.fatma.principal
