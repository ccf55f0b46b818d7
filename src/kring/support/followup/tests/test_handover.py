"""A dossier changes hands: offered with what matters, accepted, and only then the keys move: SEC-01, SEC-02, SEC-10."""

from typing import Any

import pytest
from django.utils.html import strip_tags

from kring.support.dossier.actions import OpenedDossier, add_co_worker
from kring.support.dossier.content import Identity
from kring.support.dossier.models import CoWorker, Dossier, Task
from kring.support.followup.handover import moving
from kring.support.followup.models import Handover, HandoverNote
from kring.support.followup.tests.test_keys import opened
from kring.support.plan.content import Action
from kring.support.plan.testing import an_action, plan_of
from kring.support.testing import a_dossier
from kring.team.clock import today
from kring.team.testing import Persona, Town
from kring.vault import outbox
from kring.vault.acts import acting
from kring.vault.keycheck import keycheck
from kring.vault.models import Lock
from kring.vault.primitives import new_id
from kring.vault.refusals import Refused
from kring.vault.sweeping import sweep

pytestmark = pytest.mark.django_db
WATCH = "Bel nooit naar huis na 18 uur."
TOLD = {
    "matters": "Stage start op 23 maart.",
    "promises": "Mee naar de eerste stagedag\nElke vrijdag een kort bericht",
    "watch": WATCH,
    "words": "Niet weer bij nul beginnen.",
    "reason": "Ik ga in april naar een andere ploeg.",
    "told": "yes",
    "told_how": "op 4 maart, aan de keukentafel",
}


@pytest.fixture
def robin(town: Town) -> OpenedDossier:
    """Noor's dossier, Joris deputy."""
    return a_dossier(town, identity=Identity(name="Robin"))


def offer(by: Persona, robin: OpenedDossier, to: Persona, deputy: Persona | None = None, **given: str) -> Any:
    sent = {**TOLD, "once": new_id(), "receiver": to.principal, "deputy": deputy.principal if deputy else "", **given}
    return by.client.post(f"/dossiers/{robin.dossier.id}/handover", sent)


def offered(robin: OpenedDossier) -> Handover:
    return Handover.objects.filter(dossier=robin.dossier).latest("offered_on").verified()


def answer(by: Persona, row: Handover, said: str = "yes") -> Any:
    return by.client.post(f"/handovers/{row.id}", {"said": said})


def move(by: Persona) -> str:
    return str(by.client.post("/handovers/move")["Location"])


def carried(robin: OpenedDossier) -> tuple[str, str]:
    row = Dossier.objects.get(id=robin.dossier.id).verified()
    return row.holder, row.deputy


def test_until_the_yes_nothing_moves_and_then_the_old_keys_close(town: Town, robin: OpenedDossier) -> None:
    assert offer(town.noor, robin, town.fatma)["Location"] == "/handovers?done=offered"
    row = offered(robin)
    page = strip_tags(town.fatma.client.get(f"/handovers/{row.id}").content.decode())
    for told in (WATCH, "Mee naar de eerste stagedag", "Niet weer bij nul beginnen.", "Stage start op 23 maart."):
        assert told in page
    assert opened(town.fatma.session, robin) == set(), "reading the offer gives no key"
    assert "done=moved" in move(town.noor)
    assert carried(robin) == (town.noor.principal, town.joris.principal), "there was no yes"
    versions = dict(Lock.objects.filter(bundle=robin.dossier.id).values_list("part", "version"))
    assert answer(town.fatma, row)["Location"] == "/handovers?done=answered"
    assert opened(town.fatma.session, robin) == set()
    assert "Wissel de sleutels" in town.noor.client.get("/handovers").content.decode()
    assert "done=moved" in move(town.noor)
    assert carried(robin) == (town.fatma.principal, town.joris.principal)
    assert opened(town.fatma.session, robin) == {"summary", "identity"}
    assert opened(town.noor.session, robin) == set()
    after = dict(Lock.objects.filter(bundle=robin.dossier.id).values_list("part", "version"))
    assert all(after[part] == version + 1 for part, version in versions.items()), "SEC-10: every lock moved on"
    assert town.noor.client.get(f"/dossiers/{robin.dossier.id}/handover").status_code == 404
    assert sweep() == []


def test_sec_02_reason_and_what_the_client_knows_stay_with_the_dossier(town: Town, robin: OpenedDossier) -> None:
    offer(town.noor, robin, town.fatma)
    row = offered(robin)
    answer(town.fatma, row)
    move(town.noor)
    note = HandoverNote.objects.get(handover=row)
    assert Lock.objects.get(id=note.lock).bundle == robin.dossier.id
    assert Lock.objects.get(bundle=row.id).state == Lock.State.SHREDDED
    page = strip_tags(town.joris.client.get(f"/dossiers/{robin.dossier.id}/follow-up").content.decode())
    assert "Ik ga in april naar een andere ploeg." in page
    assert "op 4 maart, aan de keukentafel" in page


def test_who_hands_over_may_stay_as_deputy(town: Town, robin: OpenedDossier) -> None:
    offer(town.noor, robin, town.fatma, town.noor)
    answer(town.fatma, offered(robin))
    move(town.noor)
    assert carried(robin) == (town.fatma.principal, town.noor.principal)
    assert opened(town.noor.session, robin) == {"summary", "identity"}
    assert opened(town.joris.session, robin) == set()


def test_a_deputy_who_says_yes_holds_the_keys_already(town: Town, robin: OpenedDossier) -> None:
    assert "Wie is het daarna?" in offer(town.noor, robin, town.joris).content.decode(), "a deputy is another"
    offer(town.noor, robin, town.joris, town.noor)
    assert answer(town.joris, offered(robin))["Location"] == "/handovers?done=moved"
    assert carried(robin) == (town.joris.principal, town.noor.principal)


def test_a_no_leaves_all_as_it_was_and_the_words_come_back(town: Town, robin: OpenedDossier) -> None:
    offer(town.noor, robin, town.fatma)
    row = offered(robin)
    answer(town.fatma, row, "no")
    assert carried(robin) == (town.noor.principal, town.joris.principal)
    assert town.fatma.client.get(f"/handovers/{row.id}").status_code == 404, "who said no reads no more"
    assert WATCH in town.noor.client.get(f"/dossiers/{robin.dossier.id}/handover").content.decode()
    assert offer(town.noor, robin, town.samir).status_code == 302


def test_calling_first_keeps_it_open_and_taking_back_ends_it(town: Town, robin: OpenedDossier) -> None:
    offer(town.noor, robin, town.fatma)
    row = offered(robin)
    answer(town.fatma, row, "call_first")
    assert "wil eerst bellen" in town.noor.client.get("/handovers").content.decode()
    assert town.tom.client.post(f"/handovers/{row.id}/take-back").status_code == 404
    town.noor.client.post(f"/handovers/{row.id}/take-back")
    assert answer(town.fatma, row).status_code == 404
    assert move(town.noor)
    assert carried(robin) == (town.noor.principal, town.joris.principal)


def test_it_is_offered_once_and_what_was_typed_comes_back(town: Town, robin: OpenedDossier) -> None:
    once = new_id()
    assert [offer(town.noor, robin, town.fatma, once=once).status_code for _ in range(2)] == [302, 302]
    assert Handover.objects.count() == 1
    late = offer(town.joris, robin, town.samir)
    assert late.status_code == 200
    assert Handover.objects.count() == 1


@pytest.mark.parametrize("who", ["nele", "greet", "ann"])
def test_sec_01_only_a_colleague_of_the_circle_is_offered_a_dossier(town: Town, robin: OpenedDossier, who: str) -> None:
    assert offer(town.noor, robin, town.people[who]).status_code == 200
    assert not Handover.objects.exists()


@pytest.mark.parametrize("who", ["tom", "nele", "greet", "ann", "hilde"])
def test_who_stands_outside_offers_reads_and_answers_nothing(town: Town, robin: OpenedDossier, who: str) -> None:
    outsider = town.people[who]
    assert offer(outsider, robin, town.fatma).status_code == 404
    offer(town.noor, robin, town.fatma)
    row = offered(robin)
    assert outsider.client.get(f"/handovers/{row.id}").status_code == 404
    assert answer(outsider, row).status_code == 404
    answer(town.fatma, row)
    with pytest.raises(Refused):
        moving.move(outsider.session, row.id)


def test_who_left_the_circle_meanwhile_gets_nothing(town: Town, robin: OpenedDossier) -> None:
    offer(town.noor, robin, town.fatma)
    answer(town.fatma, offered(robin))
    town.ann.client.post(f"/team/manage/{town.fatma.principal}/leave")
    assert "done=some" in move(town.noor)
    assert carried(robin) == (town.noor.principal, town.joris.principal)


def test_tasks_and_who_works_along_go_along(town: Town) -> None:
    robin = a_dossier(town, identity=Identity(name="Robin"), told_by_client=False)
    with acting("test.along", by=town.noor.principal) as act:
        for person in (town.fatma, town.samir):
            add_co_worker(act, robin.keys, robin.dossier, person.principal, from_on=today())
    offer(town.noor, robin, town.fatma)
    answer(town.fatma, offered(robin))
    move(town.noor)
    assert [row.person for row in CoWorker.objects.filter(dossier=robin.dossier)] == [town.samir.principal]
    assert {row.person for row in Task.objects.filter(dossier=robin.dossier)} == {town.fatma.principal}
    assert opened(town.samir.session, robin) == {"summary", "identity"}
    assert opened(town.fatma.session, robin) == {"summary", "identity"}


def test_the_mail_tells_nothing(town: Town, robin: OpenedDossier) -> None:
    offer(town.noor, robin, town.fatma)
    [mail] = list(outbox.waiting())
    assert (mail.to, mail.template, mail.words) == ("fatma@kring.example", "asked", {})


def test_many_dossiers_go_at_once_and_again_is_not_twice(town: Town) -> None:
    several = [a_dossier(town, label=f"Kind {number}") for number in range(4)]
    few = keycheck()["too_few_holders"]
    browser, sent = town.noor.client, {**TOLD, "once": new_id(), "receiver": town.fatma.principal}
    sent["dossiers"] = [one.dossier.id for one in several[:3]]  # type: ignore[assignment]  # a list is sent as several
    assert browser.post("/handovers/many", sent)["Location"] == "/handovers?done=offered"
    assert Handover.objects.count() == 3
    for row in Handover.objects.all():
        answer(town.fatma, row)
    assert moving.move_accepted(town.noor.session, most=2) == 1
    assert moving.move_accepted(town.noor.session, most=2) == 0
    holders = [carried(one)[0] for one in several]
    assert holders == [town.fatma.principal] * 3 + [town.noor.principal]
    assert keycheck()["too_few_holders"] == few
    assert sweep() == []


def test_what_the_old_holder_still_owed_in_the_plan_is_owed_by_the_new_one(town: Town, robin: OpenedDossier) -> None:
    mine = Action("Bel de school", person=town.noor.principal)
    action = an_action(town.noor, robin.dossier, mine)
    theirs = an_action(town.noor, robin.dossier)
    offer(town.noor, robin, town.fatma)
    answer(town.fatma, offered(robin))
    move(town.noor)
    plan = plan_of(town.fatma, robin.dossier)
    assert plan.action(action).content.person == town.fatma.principal
    assert plan.action(action).record.person == town.fatma.principal
    assert plan.action(theirs).content.person == ""
    page = strip_tags(town.fatma.client.get(f"/dossiers/{robin.dossier.id}/follow-up").content.decode())
    assert "Bel de school" in page
    assert "Een rustig lokaal vrijhouden" in page
