"""A trustee leaves, or lost everything: who may ask for another one, who does it, and what the old shares are worth."""

from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from kring.team import queries
from kring.team.enrolment.testing import choose_password, mails, newest_link
from kring.team.models import Appointment, Function
from kring.team.recovering import actions, places
from kring.team.recovering.tests.test_two_trustees import a_day_later, lost
from kring.team.testing import Persona, Town
from kring.vault import recovery, sharing
from kring.vault.acts import acting
from kring.vault.gate import OWN_KEY
from kring.vault.models import RecoveryRequest, RecoveryShare
from kring.vault.refusals import Refused
from kring.vault.sweeping import sweep
from kring.vault.tests.attacker import put_back

pytestmark = pytest.mark.django_db
PAGE = "/team/recovery/trustees"


def ask(town: Town, *, by: str = "ann", leaves: str = "marc", comes: str = "bart") -> Any:
    given = {"leaves": town.people[leaves].principal, "comes": town.people[comes].principal}
    return town.people[by].client.post(PAGE, given)


def code(who: Client) -> str:
    page = who.get("/team/recovery/place").content.decode()
    return page.partition('class="code mt2">')[2].partition("<")[0]


def step(who: Persona, what: str, newcomer: Client, **given: str) -> Any:
    row = RecoveryRequest.objects.get(finished_at=None)
    given = {"code": code(newcomer), "same_words": "on"} | given
    return who.client.post(f"/team/recovery/{row.id}/{what}", given)


@pytest.fixture
def changed(town: Town) -> list[RecoveryShare]:
    """Bart took the place of Marc; the shares of before."""
    before = list(RecoveryShare.objects.all())
    ask(town)
    a_day_later(RecoveryRequest.objects.get())
    assert step(town.karel, "begin", town.bart.client, second=town.hilde.principal).status_code == 302
    assert step(town.hilde, "finish", town.bart.client)["Location"] == "/team/recovery?done=finish"
    return before


@pytest.mark.parametrize("by", ["ann", "karel", "hilde", "marc"])
def test_an_administrator_and_each_trustee_may_ask_and_everybody_concerned_is_told(town: Town, by: str) -> None:
    assert ask(town, by=by)["Location"] == f"{PAGE}?done=asked"
    told = {mail.to for mail in mails() if mail.template == "trustees"}
    assert told == {f"{name}@kring.example" for name in ("karel", "hilde", "marc", "bart")}
    assert "Bart Leemans neemt een plaats in" in town.people[by].client.get(PAGE).content.decode()
    assert actions.is_trustee(town.marc.principal), "asking changed nothing"


@pytest.mark.parametrize("by", ["noor", "greet", "bart", "saar"])
def test_nobody_else_sees_the_page_or_asks(town: Town, by: str) -> None:
    assert town.people[by].client.get(PAGE).status_code == 404
    assert ask(town, by=by).status_code == 404
    assert town.people[by].client.get("/team/recovery/place").status_code == 404
    assert not RecoveryRequest.objects.exists()


@pytest.mark.parametrize(("leaves", "comes"), [("marc", "noor"), ("marc", "ann"), ("marc", "karel"), ("noor", "bart")])
def test_who_may_come_and_who_may_go(town: Town, leaves: str, comes: str) -> None:
    """Nobody of a circle, no administrator, nobody who sits there already; and only from one of the three places."""
    assert ask(town, leaves=leaves, comes=comes).status_code == 200
    assert not RecoveryRequest.objects.exists()


def test_two_trustees_a_day_apart_with_the_newcomer_at_the_table(town: Town, changed: list[RecoveryShare]) -> None:
    assert {one.name for one in places.places()} == {"Karel Thys", "Hilde Roels", "Bart Leemans"}
    assert not actions.is_trustee(town.marc.principal)
    assert town.marc.client.get("/team/recovery").status_code == 404
    assert not Appointment.objects.filter(colleague=town.marc.colleague, until_on=None).exists()
    assert Appointment.objects.filter(colleague=town.bart.colleague, function=Function.TRUSTEE).exists()
    sheet = town.bart.client.get("/team/recovery/place").content.decode()
    assert "Hilde Roels, Karel Thys" in sheet
    assert 'class="code' not in sheet
    assert sweep() == []


def test_the_newcomer_helps_from_then_on_and_the_leaver_no_more(town: Town, changed: list[RecoveryShare]) -> None:
    put_back(changed)
    assert not actions.is_trustee(town.marc.principal)
    lost(town, town.eline)
    nele = lost(town, town.nele)
    nele.post("/team/recovery/ask")
    row = RecoveryRequest.objects.get(finished_at=None)
    with pytest.raises(Refused):
        recovery.release(town.marc.session, row, town.karel.principal)
    with pytest.raises(Refused):
        recovery.release(town.karel.session, row, town.marc.principal)
    a_day_later(row)
    row = RecoveryRequest.objects.get(id=row.id)
    recovery.release(town.bart.session, row, town.karel.principal)
    recovery.finish(town.karel.session, RecoveryRequest.objects.get(id=row.id))
    assert (town.nele.principal, town.groups["samen"]) in sharing.holders_of([town.groups["samen"]])


def test_not_within_a_day_not_the_same_twice_not_the_newcomer(town: Town) -> None:
    ask(town)
    bart = town.bart.client
    assert step(town.karel, "begin", bart, second=town.karel.principal).status_code == 404
    assert step(town.karel, "begin", bart, second=town.bart.principal).status_code == 404
    assert step(town.karel, "begin", bart, second=town.hilde.principal).status_code == 302
    assert "een dag voorbijgaan" in step(town.hilde, "finish", bart).content.decode()
    assert step(town.bart, "finish", bart).status_code == 404
    assert step(town.karel, "finish", bart).status_code == 200
    assert actions.is_trustee(town.marc.principal)


def test_without_the_newcomer_at_the_table_nothing_begins(town: Town) -> None:
    ask(town)
    for given in ({"code": "0000-0000"}, {"same_words": ""}):
        assert step(town.karel, "begin", town.bart.client, second=town.hilde.principal, **given).status_code == 200
    assert RecoveryRequest.objects.get().released_at is None


@pytest.mark.parametrize("by", ["karel", "hilde", "marc"])
def test_each_of_the_three_can_stop_it_also_who_would_leave(town: Town, by: str) -> None:
    ask(town)
    assert step(town.people[by], "call-off", town.bart.client)["Location"] == "/team/recovery?done=call-off"
    assert places.under_way() is None
    assert actions.is_trustee(town.marc.principal)


def test_one_change_at_a_time(town: Town) -> None:
    ask(town)
    assert ask(town, leaves="hilde", comes="greet").status_code == 200
    assert RecoveryRequest.objects.count() == 1


def test_a_trustee_who_lost_everything_gets_a_share_of_the_two_others_and_not_of_a_link(town: Town) -> None:
    browser = lost(town, town.marc)
    assert not actions.is_trustee(town.marc.principal)
    assert browser.get("/team/recovery").status_code == 404
    assert "Heeft geen deel dat opengaat" in town.karel.client.get(PAGE).content.decode()
    assert ask(town, leaves="karel", comes="bart").status_code == 200, "first the place that is empty"
    assert ask(town, leaves="marc", comes="marc").status_code == 302
    a_day_later(RecoveryRequest.objects.get())
    step(town.karel, "begin", browser, second=town.hilde.principal)
    step(town.hilde, "finish", browser)
    assert actions.is_trustee(town.marc.principal)
    assert browser.get("/team/recovery").status_code == 200


def test_a_trustee_does_not_leave_before_another_one_took_the_place(town: Town, changed: list[RecoveryShare]) -> None:
    leaves = f"/team/manage/{town.hilde.principal}/leave"
    assert "drie vertrouwenspersonen" in town.ann.client.post(leaves).content.decode()
    assert town.ann.client.post(f"/team/manage/{town.marc.principal}/leave").status_code == 302
    assert queries.functions_of(town.marc.principal) == []


def test_a_new_archivist_is_invited_as_a_trustee_and_holds_no_share_yet(town: Town) -> None:
    form = {"name": "Els Baert", "email": "els@kring.example", "function": "trustee", "status": "discretion"}
    town.ann.client.post("/team/manage/new", {**form, "document": "D-8", "language": "nl", "once": "els"})
    els, _ = choose_password(newest_link())
    assert els.get("/team/recovery").status_code == 404
    person = next(one.principal for one in queries.everybody() if one.name == "Els Baert")
    given = {"leaves": town.marc.principal, "comes": person}
    assert town.ann.client.post(PAGE, given).status_code == 302
    assert els.get("/team/recovery/place").status_code == 200


def test_fewer_than_two_left_is_said_and_nothing_can_be_asked(town: Town) -> None:
    lost(town, town.marc)
    lost(town, town.hilde)
    assert "Er zijn geen twee vertrouwenspersonen meer" in town.ann.client.get(PAGE).content.decode()
    assert ask(town).status_code == 200
    assert not RecoveryRequest.objects.exists()


def test_broken_off_half_way_nobody_was_told_and_the_places_are_as_before(
    town: Town, monkeypatch: pytest.MonkeyPatch
) -> None:
    ask(town)
    a_day_later(row := RecoveryRequest.objects.get())
    step(town.karel, "begin", town.bart.client, second=town.hilde.principal)
    told = len(mails())

    def killed(*_: object) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as midway:
        midway.setattr(places, "tell", killed)
        with pytest.raises(KeyboardInterrupt):
            step(town.hilde, "finish", town.bart.client)
    assert len(mails()) == told
    assert actions.is_trustee(town.marc.principal)
    assert step(town.hilde, "finish", town.bart.client).status_code == 302
    assert RecoveryRequest.objects.get(id=row.id).finished_at is not None
    assert sweep() == []


def test_each_page_asks_a_fixed_number_of_times(town: Town) -> None:
    ask(town)
    karel, ann, bart = town.karel.client, town.ann.client, town.bart.client
    looks = [(karel, "/team/recovery"), (ann, PAGE), (bart, "/team/recovery/place")]
    few = [questions(*look) for look in looks]
    with acting("test.more", by="system") as act:
        for who in (town.greet, town.saar, town.noor):
            named = [(town.groups["samen"], OWN_KEY)]
            recovery.ask(act, recovery=town.groups["recovery"], receiver=who.principal, parts=named)
    assert [questions(*look) for look in looks] == few
    print(few)
    assert max(few) <= 18


def questions(browser: Client, path: str) -> int:
    with CaptureQueriesContext(connection) as asked:
        assert browser.get(path).status_code == 200
    return len(asked)
