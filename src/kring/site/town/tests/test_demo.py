"""The demo as it stands in the database: the figure against an independent count, keys in order, nothing twice."""

import json
import stat
from collections import Counter
from io import StringIO
from typing import Any

import pytest
from django.core.exceptions import ImproperlyConfigured
from django.core.management import CommandError, call_command

from kring.site.town.caseload import DAY
from kring.site.town.tests.conftest import FoundedDemo
from kring.support.dossier.models import Dossier
from kring.support.intake.models import Referral
from kring.team import clock, queries
from kring.team.models import Demo
from kring.vault import checkpoints, gate, sharing, slots
from kring.vault.acts import acting
from kring.vault.gate import Session
from kring.vault.keycheck import keycheck
from kring.vault.models import Grant, JournalEntry
from kring.vault.sweeping import sweep

pytestmark = pytest.mark.django_db


def session_of(demo: FoundedDemo, sign_in: str) -> Session:
    """Sign in with the password that the demo wrote down."""
    [persona] = [one for one in personas(demo) if one["sign_in"] == sign_in]
    colleague = queries.colleague_by_sign_in(sign_in)
    assert colleague is not None
    return slots.open_password(colleague.principal, persona["password"]).session()


def personas(demo: FoundedDemo) -> list[dict[str, str]]:
    listed: list[dict[str, str]] = json.loads((demo.folder / "personas.json").read_text())
    return listed


def answer(audience: str) -> dict[str, Any]:
    said = StringIO()
    call_command("council_answer", on=DAY, format="json", audience=audience, stdout=said)
    found: dict[str, Any] = json.loads(said.getvalue())
    return found


def count_by_hand(demo: FoundedDemo) -> tuple[int, dict[str, int], int, int]:
    """The figure straight from the recipe: no key, no fact, no query. Total, by programme, outreachers, team."""
    standing = [case for case in demo.recipe.cases if case.opened_on <= DAY and not (case.closed_on or None)]
    team_functions = {"head_of_service", "coach", "street_therapist", "street_worker", "early_worker"}
    team_functions |= {"case_director", "neighbour_mediator", "sanction_mediator"}
    team = [one for one in demo.recipe.house.people if {post.function.value for post in one.posts} & team_functions]
    programmes = Counter(case.summary.programme for case in standing)
    return len(standing), dict(programmes), len({case.holder for case in standing}), len(team)


def test_the_answer_equals_a_count_over_the_recipe(demo: FoundedDemo) -> None:
    total, programmes, outreachers, team = count_by_hand(demo)
    inside = answer("internal")
    told = {line["code"]: line["cases"] for line in inside["programmes"]}
    assert (inside["total"], inside["outreachers"], inside["team"]) == (total, outreachers, team) == (276, 7, 11)
    assert told == {**programmes, "youth_reconnect": 0}


def test_the_public_answer_hides_small_teams_and_shows_zero(demo: FoundedDemo) -> None:
    public = answer("public")
    told = {line["code"]: line["cases"] for line in public["programmes"]}
    assert public["total"] == 276
    assert told["youth_reconnect"] == 0
    assert told["street_work"] == 126
    assert told["street_therapy"] is None
    assert len(public["excluded"]) == 2


def test_every_lock_has_its_holders_and_every_row_is_ours(demo: FoundedDemo) -> None:
    assert not any(keycheck().values()), keycheck()
    assert sweep() == []
    assert checkpoints.verify() == []


def test_the_personas_are_for_the_owner_alone(demo: FoundedDemo) -> None:
    path = demo.folder / "personas.json"
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert len(personas(demo)) == 18
    assert all(set(one) == {"name", "role", "sign_in", "password"} for one in personas(demo))
    assert all(len(one["password"]) >= 14 for one in personas(demo))


def test_no_password_is_said_aloud(demo: FoundedDemo) -> None:
    assert not [one["sign_in"] for one in personas(demo) if one["password"] in demo.said]


def test_a_second_time_adds_nothing(demo: FoundedDemo) -> None:
    answer("public")
    before = (Dossier.objects.count(), Referral.objects.count(), (demo.folder / "personas.json").read_bytes())
    said = StringIO()
    call_command("demo_town", stdout=said)
    assert "stands here already" in said.getvalue()
    assert (Dossier.objects.count(), Referral.objects.count()) == before[:2]
    assert (demo.folder / "personas.json").read_bytes() == before[2]
    with pytest.raises(CommandError, match="already"):
        call_command("make_town", dossiers=120)


def test_the_administrator_holds_no_part(demo: FoundedDemo) -> None:
    ann = session_of(demo, "ann.verbeke")
    held = Grant.objects.filter(envelope__holder=ann.person).values_list("lock__part", flat=True)
    assert set(held) == {"own"}
    some = list(Dossier.objects.values_list("id", flat=True)[:40])
    keys = gate.entering(ann, act="test", of=some, parts=["summary", "identity", "referral"], strict=False)
    assert keys.all_parts == {}


def test_noor_opens_hers_and_the_head_of_service_none(demo: FoundedDemo) -> None:
    noor, greet = session_of(demo, "noor.claes"), session_of(demo, "greet.aerts")
    hers = list(Dossier.objects.filter(holder=noor.person, state="open").values_list("id", flat=True))
    assert len(hers) == 40
    assert len(gate.entering(noor, act="test", of=hers, parts=["summary"]).all_parts) == 40
    assert gate.entering(greet, act="test", of=hers, parts=["summary"], strict=False).all_parts == {}


def test_every_lane_of_the_board_has_cards(demo: FoundedDemo) -> None:
    lanes = Counter(Referral.objects.values_list("lane", flat=True))
    assert set(lanes) == set(Referral.Lane.values)
    assert lanes["decided"] == 41


def test_a_talk_that_was_enough_left_no_words(demo: FoundedDemo) -> None:
    enough = Referral.objects.filter(outcome="talk_enough")
    assert enough.count() == 23
    assert not any(referral.records.exists() or referral.filed for referral in enough)
    assert not Grant.objects.filter(lock__bundle__in=[referral.id for referral in enough]).exists()


def test_the_messages_lie_on_the_board(demo: FoundedDemo) -> None:
    assert Referral.objects.filter(channel="mail").count() > 10


def test_it_is_the_first_of_march(demo: FoundedDemo) -> None:
    assert clock.is_demo()
    assert clock.today() == DAY
    clock.refuse_personas_of_no_demo()


def test_personas_beside_a_house_that_is_no_demo_stop_it(demo: FoundedDemo) -> None:
    clock.forget()
    with acting("test", by="system") as act:
        act.remove(Demo.objects.all())
    with pytest.raises(ImproperlyConfigured, match="no demo"):
        clock.refuse_personas_of_no_demo()
    assert clock.today() != DAY
    with pytest.raises(CommandError, match="People work in this Kring"):
        call_command("demo_town")
    with pytest.raises(CommandError, match="nothing was thrown away"):
        call_command("demo_town", fresh=True)


def test_half_a_town_says_so(demo: FoundedDemo) -> None:
    with acting("test", by="system") as act:
        act.change(Demo.objects.get(), founded_at=None)
    with pytest.raises(CommandError, match="begin again with --fresh"):
        call_command("demo_town")


def test_it_was_founded_in_few_acts(demo: FoundedDemo) -> None:
    """Dossiers go in batches: one line in the journal for hundreds."""
    acts = Counter(json.loads(bytes(entry.text or b"{}"))["act"] for entry in JournalEntry.objects.all())
    assert acts["house.found"] == 1
    assert acts["town.open_dossiers"] == 1


def test_the_offices_hold_no_dossier(demo: FoundedDemo) -> None:
    for code in ("head_of_service", "head_of_department", "dpo", "general_director"):
        assert not set(sharing.bundles_of(queries.office(code).principal)) & set(
            Dossier.objects.values_list("id", flat=True)
        )
