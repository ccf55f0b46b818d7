"""Knock, don't search: who is named, what is never said, and what a token says to nobody else (SEC-03, SEC-09)."""

from datetime import date, timedelta

import pytest
from django.utils import timezone

from kring.support.dossier import actions
from kring.support.dossier.content import Identity
from kring.support.dossier.knock import tokens
from kring.support.dossier.knock.asking import A_DAY, AN_HOUR, Heard, Kind, knock
from kring.support.dossier.knock.registry import entered
from kring.support.dossier.likeness.verdict import Likeness
from kring.support.dossier.models import BlindToken
from kring.support.testing import a_dossier
from kring.team import queries
from kring.team.testing import Persona, Town
from kring.vault import gate, sharing, throttle
from kring.vault.acts import acting
from kring.vault.keycheck import keycheck
from kring.vault.models import JournalEntry, Lock
from kring.vault.primitives import new_id

pytestmark = pytest.mark.django_db

ROBIN = Identity(name="Robin Van den Broeck", born_on=date(2006, 3, 14))
SAME_ROBIN = Identity(name="VANDENBROECK Robin", born_on=date(2006, 3, 14))
TWIN = Identity(name="Lotte Van den Broeck", born_on=date(2006, 3, 14))


def knocks(town: Town, who: Persona, identity: Identity = SAME_ROBIN, circle: str = "welfare") -> Heard:
    return knock(who.session, circle=town.groups[circle], who=identity, at=new_id())


def test_a_colleague_of_the_circle_is_named_and_nothing_else(town: Town) -> None:
    a_dossier(town, identity=ROBIN, registered=True, label="Robbe of the bus shelter")
    heard = knocks(town, town.fatma)
    assert heard == Heard(Kind.ASK, (), ("Noor Claes",))
    assert "bus shelter" not in repr(heard)


@pytest.mark.parametrize(
    "other",
    [
        TWIN,
        Identity(name="Robin Van den Broeck", born_on=date(1976, 3, 14)),
        Identity(name="Robin Van den Broeck", born_on=date(1999, 8, 2)),
        Identity(name="Robin", born_on=date(2006, 3, 14)),
        Identity(name="Robin Van den Broeck"),
        Identity(nickname="Robbe"),
    ],
)
def test_who_is_not_exactly_alike_is_not_found_across_the_circle(town: Town, other: Identity) -> None:
    a_dossier(town, identity=ROBIN, registered=True)
    assert knocks(town, town.fatma, other).kind is Kind.NOTHING


def test_without_a_whole_name_and_a_date_the_answer_says_that_the_circle_was_not_asked(town: Town) -> None:
    assert knocks(town, town.fatma, Identity(name="Robin Van den Broeck")).whole is False
    assert knocks(town, town.fatma).whole is True


def test_ones_own_dossier_is_the_same_by_likeness_also_where_the_token_differs(town: Town) -> None:
    opened = a_dossier(town, identity=ROBIN, registered=True)
    slip = Identity(name="Robin Van den Breock", born_on=date(2006, 3, 14))
    heard = knocks(town, town.noor, slip)
    assert heard.kind is Kind.SAME
    assert [(one.dossier, one.number, one.likeness) for one in heard.own] == [
        (opened.dossier.id, opened.dossier.number, Likeness.SAME)
    ]
    assert heard.colleagues == ()
    assert knocks(town, town.fatma, slip).kind is Kind.NOTHING, "fuzzy is for one's own alone"


def test_a_twin_in_ones_own_dossiers_is_somebody_else(town: Town) -> None:
    a_dossier(town, identity=ROBIN, registered=True)
    assert knocks(town, town.noor, TWIN).kind is Kind.NOTHING


def test_what_cannot_be_decided_is_asked(town: Town) -> None:
    a_dossier(town, label="Robin V.")
    heard = knocks(town, town.joris)
    assert (heard.kind, [one.likeness for one in heard.own]) == (Kind.ASK, [Likeness.ASK])


def test_sec_09_nothing_passes_from_one_circle_to_another(town: Town) -> None:
    a_dossier(town, identity=ROBIN, registered=True, holder=town.nele, deputy=town.eline, circle="samen")
    assert knocks(town, town.fatma).kind is Kind.NOTHING
    assert knocks(town, town.eline).kind is Kind.NOTHING, "in both circles, asking in the other one"
    assert knocks(town, town.fatma, circle="samen").kind is Kind.NOTHING, "no member of it"
    assert knocks(town, town.eline, circle="samen").kind is Kind.SAME


def test_another_circle_has_another_token_for_the_same_person(town: Town) -> None:
    a_dossier(town, identity=ROBIN, registered=True)
    a_dossier(town, identity=ROBIN, registered=True, holder=town.nele, deputy=town.eline, circle="samen")
    found = list(BlindToken.objects.values_list("token", flat=True))
    assert len(set(found)) == 2
    assert all(token < 2**24 for token in found)


@pytest.mark.parametrize("name", ["ann", "greet", "hilde", "bart", "nele"])
def test_who_is_not_in_the_circle_hears_nothing_and_makes_no_key(town: Town, name: str) -> None:
    who: Persona = getattr(town, name)
    registry = entered(who.session, town.groups["welfare"], act="test")
    assert not registry.holds(town.groups["welfare"], "registry")
    a_dossier(town, identity=ROBIN, registered=True)
    assert knocks(town, who) == Heard(Kind.NOTHING)
    registry = entered(who.session, town.groups["welfare"], act="test")
    assert not registry.holds(town.groups["welfare"], "registry")
    assert tokens.tokens_of(registry, town.groups["welfare"], ROBIN) == {}


def test_the_registry_has_one_key_that_members_and_trustees_can_open(town: Town) -> None:
    circle, before = town.groups["welfare"], keycheck()
    for who in (town.noor, town.fatma, town.lotte):
        assert entered(who.session, circle, act="test").holds(circle, "registry")
    assert Lock.objects.filter(bundle=circle, part="registry").count() == 1
    assert keycheck() == before


def test_a_changed_identity_has_a_new_token_and_the_old_name_finds_nobody(town: Town) -> None:
    opened = a_dossier(town, identity=ROBIN, registered=True)
    new = Identity(name="Robin Peeters", born_on=date(2006, 3, 14))
    registry = entered(town.noor.session, town.groups["welfare"], act="test")
    with acting("test.identity", by=town.noor.principal) as act:
        actions.change_identity(act, opened.keys, opened.dossier, new, registry)
    assert knocks(town, town.fatma).kind is Kind.NOTHING
    assert knocks(town, town.fatma, new).colleagues == ("Noor Claes",)
    assert BlindToken.objects.count() == 1


def test_an_identity_written_later_is_found_from_then_on(town: Town) -> None:
    opened = a_dossier(town)
    registry = entered(town.noor.session, town.groups["welfare"], act="test")
    with acting("test.identity", by=town.noor.principal) as act:
        actions.change_identity(act, opened.keys, opened.dossier, ROBIN, registry)
    assert knocks(town, town.fatma).colleagues == ("Noor Claes",)
    keys = gate.entering(town.joris.session, act="test", of=[opened.dossier.id], parts=["identity"])
    assert keys.holds(opened.dossier.id, "identity")


def test_after_a_new_version_of_the_registry_old_tokens_still_answer(town: Town) -> None:
    a_dossier(town, identity=ROBIN, registered=True)
    with acting("test.rotate", by="system") as act:
        sharing.rotate(act, Lock.objects.get(bundle=town.groups["welfare"], part="registry"))
    assert knocks(town, town.fatma).colleagues == ("Noor Claes",)
    a_dossier(town, identity=ROBIN, registered=True, holder=town.tom, deputy=town.lotte)
    assert knocks(town, town.fatma).colleagues == ("Noor Claes", "Tom Wauters")
    assert set(BlindToken.objects.values_list("lock_version", flat=True)) == {1, 2}


def test_what_is_erased_answers_no_knock(town: Town) -> None:
    opened = a_dossier(town, identity=ROBIN, registered=True)
    with acting("test.erase", by=town.noor.principal) as act:
        tokens.forget(act, [opened.dossier.id])
    assert not BlindToken.objects.exists()
    assert knocks(town, town.fatma).kind is Kind.NOTHING


def test_a_token_that_outlived_its_dossier_answers_no_knock(town: Town) -> None:
    opened = a_dossier(town, identity=ROBIN, registered=True)
    with acting("test.erase", by=town.noor.principal) as act:
        sharing.shred(act, bundle=opened.dossier.id, parts=["identity", "summary"])
    assert knocks(town, town.fatma).kind is Kind.NOTHING
    assert knocks(town, town.noor).kind is Kind.NOTHING


def test_the_holder_left_and_the_deputy_is_named(town: Town, monkeypatch: pytest.MonkeyPatch) -> None:
    a_dossier(town, identity=ROBIN, registered=True)
    here = [one for one in queries.members_of(town.groups["welfare"]) if one.name != "Noor Claes"]
    monkeypatch.setattr(queries, "members_of", lambda circle: here)
    assert knocks(town, town.fatma).colleagues == ("Joris Peeters",)
    monkeypatch.setattr(queries, "members_of", lambda circle: [])
    assert knocks(town, town.fatma).colleagues == ("",)


def test_every_knock_is_in_the_journal_with_what_it_found_and_without_a_name(town: Town) -> None:
    opened = a_dossier(town, identity=ROBIN, registered=True)
    at = new_id()
    knock(town.fatma.session, circle=town.groups["welfare"], who=SAME_ROBIN, at=at)
    knock(town.fatma.session, circle=town.groups["welfare"], who=TWIN, at=at)
    lines = [bytes(row.text or b"").decode() for row in JournalEntry.objects.order_by("id")]
    knocked = [line for line in lines if '"dossier.knock' in line]
    assert [at in line for line in knocked] == [True, False, True]
    assert [opened.dossier.id in line for line in knocked] == [False, True, False]
    assert not any("roeck" in line.lower() for line in lines)


def test_after_six_within_the_hour_one_waits(town: Town, monkeypatch: pytest.MonkeyPatch) -> None:
    at = timezone.now()

    class Clock:
        @staticmethod
        def now() -> object:
            return at

    monkeypatch.setattr(throttle, "timezone", Clock)
    assert [knocks(town, town.fatma).kind for _ in range(AN_HOUR + 1)] == [Kind.NOTHING] * AN_HOUR + [Kind.LATER]
    at += timedelta(minutes=61)
    assert knocks(town, town.fatma).kind is Kind.NOTHING


def test_guessing_names_ends_within_the_hour_and_within_the_day(town: Town, monkeypatch: pytest.MonkeyPatch) -> None:
    a_dossier(town, identity=ROBIN, registered=True)
    at = timezone.now()

    class Clock:
        @staticmethod
        def now() -> object:
            return at

    monkeypatch.setattr(throttle, "timezone", Clock)
    guesses = [Identity(name=f"Robin Peeters{n}", born_on=ROBIN.born_on) for n in range(A_DAY + 10)]
    asked = 0
    for guess in guesses:
        if knocks(town, town.fatma, guess).kind is Kind.LATER:
            at += timedelta(minutes=61)
        else:
            asked += 1
    assert asked <= A_DAY
    assert knocks(town, town.fatma).kind is Kind.LATER, "also the right name, so that it tells nothing"
    assert knocks(town, town.joris).kind is Kind.SAME, "nobody is shut out by somebody else"
    assert AN_HOUR < A_DAY
