"""What a dossier leaves for the figures in the act itself: no name, no birthday; corrected, and forgotten by name."""

from collections.abc import Sequence
from datetime import date
from typing import Any

import pytest

from kring.support.dossier import figures_source
from kring.support.dossier.actions import change_identity, close_dossier, reopen_dossier, step_done
from kring.support.dossier.content import (
    Begun,
    DossierClosed,
    DossierOpened,
    DossierPerson,
    DossierStep,
    Identity,
    Phase,
)
from kring.support.dossier.knock.registry import entered
from kring.support.dossier.models import Dossier
from kring.support.testing import ON, a_dossier
from kring.team.testing import Town
from kring.vault import facts
from kring.vault.acts import Act, acting
from kring.vault.codec import Content
from kring.vault.facts import Entry

pytestmark = pytest.mark.django_db
ROBIN = Identity(name="Robin Peeters", born_on=date(2004, 5, 6), gender="x", area="north", language_help="yes")
SCHOOL = Begun("school", "form", date(2021, 2, 1), date(2021, 2, 8), ("money", "school"))


@pytest.fixture
def told(monkeypatch: pytest.MonkeyPatch) -> list[Entry]:
    """Every fact that is written, as it is handed to the vault."""
    found: list[Entry] = []
    real = facts.write_all

    def write(act: Act, entries: Sequence[Entry]) -> None:
        found.extend(entries)
        real(act, entries)

    monkeypatch.setattr("kring.vault.facts.write_all", write)
    return found


def contents(told: list[Entry], kind: type[Content]) -> list[Any]:
    return [one.content for one in told if isinstance(one.content, kind)]


def test_opening_tells_how_it_came_and_who_without_a_name_or_a_day_of_birth(town: Town, told: list[Entry]) -> None:
    a_dossier(town, identity=ROBIN, begun=SCHOOL)
    [opened], [person] = contents(told, DossierOpened), contents(told, DossierPerson)
    assert (opened.referrer_kind, opened.channel, opened.domains) == ("school", "form", "money school")
    assert (opened.referred_on, opened.talk_on, opened.known_since) == (date(2021, 2, 1), date(2021, 2, 8), ON)
    assert person == DossierPerson(2004, "x", "north", "yes")
    assert not any(word in str(told) for word in ("Robin", "Peeters", "datetime.date(2004"))


def test_who_it_is_replaces_what_was_told_before(town: Town, told: list[Entry]) -> None:
    robin = a_dossier(town, identity=ROBIN, registered=True)
    registry = entered(town.noor.session, town.groups["welfare"], act="test.who")
    with acting("test.who", by=town.noor.principal) as act:
        change_identity(act, robin.keys, robin.dossier, Identity(born_on=date(2003, 1, 1), gender="f"), registry)
    first, second = (one for one in told if isinstance(one.content, DossierPerson))
    assert facts.fact_id(first.row_key, first.event) == facts.fact_id(second.row_key, second.event)
    assert second.content == DossierPerson(2003, "f", "", "")


def test_each_step_is_told_once(town: Town, told: list[Entry]) -> None:
    robin = a_dossier(town)
    for on in (date(2021, 3, 4), date(2021, 3, 9)):
        with acting("test.step", by=town.noor.principal) as act:
            step_done(act, robin.keys, robin.dossier.id, Phase.NETWORK, on)
    assert contents(told, DossierStep) == [DossierStep(date(2021, 3, 4))]
    assert [one.kind for one in told] == ["dossier_opened", "dossier_network"]


def test_taken_up_again_is_a_case_of_its_own_and_says_so(town: Town, told: list[Entry]) -> None:
    robin = a_dossier(town, identity=ROBIN, begun=SCHOOL)
    with acting("test.close", by=town.noor.principal) as act:
        close_dossier(act, robin.keys, robin.dossier, date(2021, 4, 1), reason="together")
    with acting("test.reopen", by=town.noor.principal) as act:
        reopen_dossier(act, robin.keys, robin.dossier, date(2021, 5, 1))
    first, again = contents(told, DossierOpened)
    assert contents(told, DossierClosed) == [DossierClosed(date(2021, 4, 1), "together")]
    assert (first.returning, again.returning) == (False, True)
    assert (again.opened_on, again.closed_before_on, again.known_since) == (date(2021, 5, 1), date(2021, 4, 1), ON)
    assert again.referred_on is None, "the wait was that of the first time"
    assert len(contents(told, DossierPerson)) == 2, "who it is stands beside each"


def test_every_fact_can_be_forgotten_by_name(town: Town, told: list[Entry]) -> None:
    robin = a_dossier(town, identity=ROBIN)
    for phase in (Phase.NETWORK, Phase.CONSULTATION, Phase.PLAN):
        with acting("test.step", by=town.noor.principal) as act:
            step_done(act, robin.keys, robin.dossier.id, phase, ON)
    with acting("test.close", by=town.noor.principal) as act:
        close_dossier(act, robin.keys, robin.dossier, date(2021, 4, 1))
    known = figures_source.named_by(Dossier.objects.get(id=robin.dossier.id))
    assert known is not None
    assert {facts.fact_id(one.row_key, one.event) for one in told} <= set(figures_source.names(*known))
