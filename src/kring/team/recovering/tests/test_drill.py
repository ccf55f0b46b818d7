"""A drill of two trustees: from the codes on paper to the opened lock, ticked by the program, and a record stays."""

from datetime import timedelta
from typing import Any

import pytest
from django.utils import timezone

from kring.team.enrolment.testing import mails
from kring.team.models import Installation
from kring.team.recovering import drill, due
from kring.team.recovering.models import DrillReminder, RecoveryDrill
from kring.team.testing import Persona, Town
from kring.vault import gate, paper, recovery
from kring.vault.acts import acting
from kring.vault.keycheck import keycheck
from kring.vault.models import Extract, Lock, Principal, RecoveryRequest
from kring.vault.primitives import new_id
from kring.vault.refusals import Refused
from kring.vault.sweeping import sweep

pytestmark = pytest.mark.django_db
PAGE = "/team/recovery/drill"


@pytest.fixture
def papers(town: Town) -> dict[str, str]:
    """The code in the envelope of each trustee."""
    codes = {}
    with acting("test.paper", by="system") as act:
        for name in ("karel", "hilde", "marc"):
            who = town.people[name]
            codes[name] = paper.code_of(who.principal, new_id())
            paper.add_paper(act, who.enrolled.opened, codes[name])
    return codes


def step(who: Persona, what: str, **given: Any) -> Any:
    return who.client.post(f"{PAGE}/{what}", given)


def goes(who: Persona, what: str, **given: Any) -> None:
    assert step(who, what, **given)["Location"] == f"{PAGE}?done={what}"


def rehearse(town: Town, papers: dict[str, str], *, until: str = "end") -> None:
    """Karel begins, Hilde finishes."""
    walk: list[tuple[Persona, str, dict[str, Any]]] = [
        (town.karel, "begin", {"second": town.hilde.principal}),
        (town.karel, "paper", {"code": papers["karel"]}),
        (town.hilde, "paper", {"code": papers["hilde"]}),
        (town.karel, "half", {}),
        (town.hilde, "finish", {}),
        (town.karel, "open", {}),
        (town.hilde, "end", {"wrong": ["not_sealed"]}),
    ]
    for who, what, given in walk:
        goes(who, what, **given)
        if what == until:
            return


def test_from_the_envelopes_to_the_opened_lock_and_a_record_stays(town: Town, papers: dict[str, str]) -> None:
    rehearse(town, papers)
    [row] = RecoveryDrill.objects.all()
    assert row.opened_at
    assert (row.first, row.second, row.went_wrong) == (town.karel.principal, town.hilde.principal, "not_sealed")
    assert Principal.objects.get(id=town.groups["recovery"]).generation == 2, "and the recovery key turned"
    for who, path in ((town.marc, PAGE), (town.hilde, "/privacy/drills")):
        page = who.client.get(path).content.decode()
        assert "het ging open" in page
        assert "Karel Thys, Hilde Roels · 1 minuut" in page
        assert "een omslag was al open" in page
    told = {mail.to for mail in mails() if mail.template == "drill"}
    assert told == {"karel@kring.example", "hilde@kring.example", "marc@kring.example"}


def test_nothing_of_the_drill_opens_afterwards(town: Town, papers: dict[str, str]) -> None:
    rehearse(town, papers)
    bundle = RecoveryDrill.objects.get().bundle
    assert Lock.objects.get(bundle=bundle).state == Lock.State.SHREDDED
    assert not Extract.objects.filter(bundle=bundle).exists()
    with pytest.raises(Refused):
        gate.entering(town.karel.session, act="test.read", of=[bundle], parts=[recovery.DRILL])
    assert sweep() == []


def test_each_step_is_ticked_by_what_the_program_saw(town: Town, papers: dict[str, str]) -> None:
    ticks = []
    for until in ("begin", "half", "open"):
        rehearse(town, papers, until=until)
        row = drill.under_way()
        assert row
        done = drill.steps(row)
        ticks.append((done.first_paper, done.second_paper, done.half, done.given, done.opened))
        goes(town.karel, "end")
    assert ticks == [(False,) * 5, (True, True, True, False, False), (True,) * 5]


@pytest.mark.parametrize("wrong", ["marc", "nonsense"])
def test_a_code_of_another_envelope_ticks_nothing_and_is_counted(
    town: Town, papers: dict[str, str], wrong: str
) -> None:
    rehearse(town, papers, until="begin")
    answer = step(town.karel, "paper", code=papers.get(wrong, wrong))
    assert "Deze code opent niets" in answer.content.decode()
    row = RecoveryDrill.objects.get()
    assert (row.first_paper_at, row.misses) == (None, 1)
    assert step(town.karel, "half").status_code == 404


def test_nobody_does_the_step_of_the_other_or_one_too_early(town: Town, papers: dict[str, str]) -> None:
    rehearse(town, papers, until="begin")
    for who, what in ((town.karel, "half"), (town.hilde, "half"), (town.karel, "finish"), (town.hilde, "finish")):
        assert step(who, what).status_code == 404
    goes(town.karel, "paper", code=papers["karel"])
    goes(town.hilde, "paper", code=papers["hilde"])
    assert step(town.hilde, "finish").status_code == 404
    assert step(town.karel, "open").status_code == 404
    for what in ("paper", "half", "finish", "open"):
        assert step(town.marc, what, code=papers["marc"]).status_code == 404


@pytest.mark.parametrize("who", ["ann", "noor", "greet", "bart"])
def test_nobody_else_sees_or_begins_a_drill(town: Town, who: str) -> None:
    assert town.people[who].client.get(PAGE).status_code == 404
    assert step(town.people[who], "begin", second=town.hilde.principal).status_code == 404
    assert not RecoveryDrill.objects.exists()
    if who != "hilde":
        assert town.people[who].client.get("/privacy/drills").status_code == 404


@pytest.mark.parametrize("second", ["karel", "noor"])
def test_a_drill_takes_two_trustees(town: Town, second: str) -> None:
    answer = step(town.karel, "begin", second=town.people[second].principal)
    assert "vraagt twee vertrouwenspersonen" in answer.content.decode()
    assert not RecoveryRequest.objects.exists()


def test_pressed_twice_each_step_is_done_once(town: Town, papers: dict[str, str]) -> None:
    for until in ("begin", "half", "finish", "open", "end"):
        rehearse(town, papers, until=until)
        goes({"finish": town.hilde}.get(until, town.karel), until, second=town.hilde.principal)
        goes(town.karel, "end")
    assert RecoveryDrill.objects.count() == 5
    assert Principal.objects.get(id=town.groups["recovery"]).generation == 4, "finished three times, not six"


def test_broken_off_it_leaves_a_record_and_no_half_that_lies_open(town: Town, papers: dict[str, str]) -> None:
    rehearse(town, papers, until="half")
    goes(town.marc, "end", wrong=["not_there", "made up"])
    row = RecoveryDrill.objects.get()
    assert (row.opened_at, row.went_wrong) == (None, "not_there")
    assert RecoveryRequest.objects.get().released is None
    assert "het ging niet open" in town.hilde.client.get("/privacy/drills").content.decode()
    assert keycheck()["undeclared_parts"] == 0


def test_a_drill_is_no_request_on_the_page_of_requests(town: Town, papers: dict[str, str]) -> None:
    rehearse(town, papers, until="half")
    assert "Niemand vraagt iets" in town.marc.client.get("/team/recovery").content.decode()
    row = RecoveryRequest.objects.get()
    assert town.marc.client.post(f"/team/recovery/{row.id}/call-off").status_code == 404


def months_ago(row: Any, column: str, days: int) -> None:
    with acting("test.ago", by="system") as act:
        act.change(row, **{column: timezone.now() - timedelta(days=days)})


def test_half_a_year_after_the_last_one_that_worked_the_next_is_due(town: Town, papers: dict[str, str]) -> None:
    assert due.is_due()
    rehearse(town, papers)
    assert not due.is_due()
    assert "De volgende moet er zijn tegen" in town.hilde.client.get("/privacy/drills").content.decode()
    months_ago(RecoveryDrill.objects.get(), "opened_at", 184)
    assert due.is_due()
    for path in (PAGE, "/privacy/drills"):
        assert "Het is tijd voor een oefening" in town.hilde.client.get(path).content.decode()


def test_trustees_and_privacy_officer_are_told_once_a_month_until_it_is_done(
    town: Town, papers: dict[str, str]
) -> None:
    assert due.remind() == 1
    assert due.remind() == 0
    told = [mail.to for mail in mails() if mail.template == "drill_due"]
    assert sorted(told) == ["hilde@kring.example", "karel@kring.example", "marc@kring.example"]
    months_ago(DrillReminder.objects.get(), "sent_at", 31)
    assert due.remind() == 1
    rehearse(town, papers)
    months_ago(DrillReminder.objects.latest("sent_at"), "sent_at", 31)
    assert due.remind() == 0


def test_a_new_house_has_half_a_year_for_its_first_drill(town: Town) -> None:
    with acting("test.installed", by="system") as act:
        row = act.add(Installation(town="Waterstede", installed_at=timezone.now()))
    assert due.remind() == 0
    months_ago(row, "installed_at", 184)
    assert due.remind() == 1
