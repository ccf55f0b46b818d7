"""Dossiers that belong together: linked by who holds both, seen by who has both keys: SEC-02, SEC-09."""

import threading
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils.html import strip_tags

from kring.support.contacts.log.models import SharedContact
from kring.support.desk.tests.test_pages import HOUSEKEEPING, MOST_QUERIES, full
from kring.support.dossier.actions import OpenedDossier, add_co_worker
from kring.support.dossier.household import actions
from kring.support.dossier.household.models import HouseholdLink
from kring.support.dossier.household.queries import place
from kring.support.followup.handover import answering, moving
from kring.support.followup.handover.offering import State
from kring.support.followup.models import Handover
from kring.support.testing import ON, a_dossier
from kring.team.testing import Persona, Town
from kring.vault import sharing
from kring.vault.acts import acting
from kring.vault.keycheck import keycheck
from kring.vault.models import Lock
from kring.vault.primitives import new_id
from kring.vault.sweeping import sweep

pytestmark = pytest.mark.django_db


@pytest.fixture
def robin(town: Town) -> OpenedDossier:
    """Noor's, with Joris as deputy."""
    return a_dossier(town)


@pytest.fixture
def sister(town: Town) -> OpenedDossier:
    """Noor's too, with Samir as deputy."""
    return a_dossier(town, label="Yara Vervloet", deputy=town.samir)


def link(by: Persona, one: OpenedDossier, other: OpenedDossier, **given: str) -> Any:
    sent = {"once": new_id(), "other": other.dossier.id, "relation": "siblings", **given}
    return by.client.post(f"/dossiers/{one.dossier.id}/household", sent)


def page(by: Persona, made: OpenedDossier, more: str = "") -> str:
    return strip_tags(by.client.get(f"/dossiers/{made.dossier.id}{more}").content.decode())


def counted(browser: Client, path: str) -> int:
    with CaptureQueriesContext(connection) as captured:
        assert browser.get(path).status_code == 200
    return sum(not any(word in query["sql"] for word in HOUSEKEEPING) for query in captured.captured_queries)


def test_the_holder_of_both_links_them_and_both_pages_say_so(
    town: Town, robin: OpenedDossier, sister: OpenedDossier
) -> None:
    assert link(town.noor, robin, sister).status_code == 302
    for here, there in ((robin, "Yara Vervloet"), (sister, "Robin V.")):
        assert there in page(town.noor, here)
        shown = page(town.noor, here, "/household")
        assert there in shown
        assert "Broer of zus" in shown
    assert sweep() == []
    assert keycheck()["undeclared_parts"] == 0


def test_sec_09_who_has_a_key_to_one_of_them_sees_no_link(
    town: Town, robin: OpenedDossier, sister: OpenedDossier
) -> None:
    before = [page(town.joris, robin), page(town.joris, robin, "/household"), page(town.joris, robin, "/follow-up")]
    link(town.noor, robin, sister)
    after = [page(town.joris, robin), page(town.joris, robin, "/household"), page(town.joris, robin, "/follow-up")]
    assert after == before
    record = HouseholdLink.objects.get().id
    assert town.joris.client.post(f"/dossiers/{robin.dossier.id}/household/{record}/unlink").status_code == 404
    assert HouseholdLink.objects.exists()


def test_who_stands_around_both_sees_it_and_cannot_unlink(town: Town, robin: OpenedDossier) -> None:
    brother = a_dossier(town, label="Ilias Vervloet")
    link(town.noor, robin, brother)
    assert "Ilias Vervloet" in page(town.joris, robin)
    record = HouseholdLink.objects.get().id
    assert town.joris.client.post(f"/dossiers/{robin.dossier.id}/household/{record}/unlink").status_code == 404
    assert "Ilias Vervloet" in page(town.joris, robin)


@pytest.mark.parametrize("who", ["joris", "fatma", "nele", "greet", "hilde", "ann"])
def test_only_who_holds_both_links_them(town: Town, robin: OpenedDossier, sister: OpenedDossier, who: str) -> None:
    assert link(town.people[who], robin, sister).status_code == 404
    assert not HouseholdLink.objects.exists()


def test_a_dossier_of_somebody_else_is_refused_like_one_that_is_not_there(town: Town, robin: OpenedDossier) -> None:
    theirs = a_dossier(town, holder=town.fatma, deputy=town.noor)
    sent = [{"once": new_id(), "relation": "home", "other": one} for one in (theirs.dossier.id, new_id())]
    path = f"/dossiers/{robin.dossier.id}/household"
    assert [town.noor.client.post(path, one).status_code for one in sent] == [422, 422]
    assert not HouseholdLink.objects.exists()


def test_sec_02_a_dossier_of_another_circle_is_not_offered(town: Town) -> None:
    here = a_dossier(town, holder=town.eline)
    a_dossier(town, label="Kim uit SAMEN", holder=town.eline, deputy=town.nele, circle="samen")
    assert "Kim uit SAMEN" not in page(town.eline, here, "/household")


def test_linked_twice_is_linked_once_and_unlinked_it_is_gone_for_good(
    town: Town, robin: OpenedDossier, sister: OpenedDossier
) -> None:
    once = new_id()
    assert [link(town.noor, robin, sister, once=once).status_code for _ in range(2)] == [302, 302]
    [row] = HouseholdLink.objects.all()
    lock = row.lock
    assert town.noor.client.post(f"/dossiers/{sister.dossier.id}/household/{row.id}/unlink").status_code == 302
    assert not HouseholdLink.objects.exists()
    assert Lock.objects.get(id=lock).state == Lock.State.SHREDDED
    assert "Yara Vervloet" not in page(town.noor, robin)
    assert link(town.noor, robin, sister).status_code == 302
    assert "Yara Vervloet" in page(town.noor, robin)
    assert sweep() == []


def test_linked_from_both_sides_in_the_same_moment_it_is_one_link(
    town: Town, robin: OpenedDossier, sister: OpenedDossier, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Two windows of who holds both: each looked before the other wrote."""
    links = actions.link

    def links_after_the_other_window(*given: Any, **said: Any) -> str:
        with monkeypatch.context() as undone:
            undone.setattr(actions, "link", links)
            assert link(town.noor, sister, robin, relation="home").status_code == 302
        return links(*given, **said)

    monkeypatch.setattr(actions, "link", links_after_the_other_window)
    assert link(town.noor, robin, sister).status_code == 302
    assert HouseholdLink.objects.count() == 1
    for here, there in ((robin, "Yara Vervloet"), (sister, "Robin V.")):
        assert there in page(town.noor, here, "/household")
        assert "Zelfde huis" in page(town.noor, here, "/household"), "the one that was first stays"
    assert sweep() == []


@pytest.mark.django_db(transaction=True)
@pytest.mark.skipif(connection.vendor == "sqlite", reason="on SQLite one writes after the other")
def test_two_that_link_at_once_make_one_link(town: Town, monkeypatch: pytest.MonkeyPatch) -> None:
    robin, sister = a_dossier(town), a_dossier(town, label="Yara Vervloet", deputy=town.samir)
    links, both_looked = actions.link, threading.Barrier(2, timeout=20)

    def links_together(*given: Any, **said: Any) -> str:
        both_looked.wait()
        return links(*given, **said)

    monkeypatch.setattr(actions, "link", links_together)
    windows = [town.noor.client for _ in range(2)]

    def sends(window: Client, one: OpenedDossier, other: OpenedDossier) -> int:
        try:
            sent = {"once": new_id(), "other": other.dossier.id, "relation": "siblings"}
            return window.post(f"/dossiers/{one.dossier.id}/household", sent).status_code
        finally:
            connection.close()

    with ThreadPoolExecutor(2) as at_once:
        answers = list(at_once.map(sends, windows, [robin, sister], [sister, robin]))
    assert answers == [302, 302]
    assert HouseholdLink.objects.count() == 1
    assert sweep() == []


def test_the_database_does_not_tell_between_which_dossiers(
    town: Town, robin: OpenedDossier, sister: OpenedDossier
) -> None:
    link(town.noor, robin, sister)
    [row] = HouseholdLink.objects.all()
    ids = {robin.dossier.id, sister.dossier.id}
    assert {row.one, row.other} == {place(one) for one in ids}
    assert not ids & {row.one, row.other, Lock.objects.get(id=row.lock).bundle}
    assert not any(one.encode() in bytes(row.blob) for one in ids)


@pytest.mark.parametrize("brothers", [0, 1, 10])
def test_few_queries_whatever_the_number_of_links(town: Town, robin: OpenedDossier, brothers: int) -> None:
    for number in range(brothers):
        link(town.noor, robin, a_dossier(town, label=f"Broer {number}"))
    browser = town.noor.client
    path = f"/dossiers/{robin.dossier.id}"
    for there in (path, f"{path}/household"):
        browser.get(there)
    assert counted(browser, path) <= MOST_QUERIES
    assert counted(browser, f"{path}/household") <= MOST_QUERIES


@pytest.mark.parametrize("brothers", [1, 10])
def test_few_queries_for_who_works_along_and_is_told_why_a_part_is_shut(town: Town, brothers: int) -> None:
    robin = full(town)
    beside = [a_dossier(town, label=f"Broer {number}") for number in range(brothers)]
    for one in (robin, *beside):
        with acting("test.along", by=town.noor.principal) as act:
            add_co_worker(act, one.keys, one.dossier, town.fatma.principal, from_on=ON)
    for one in beside:
        link(town.noor, robin, one)
    browser, path = town.fatma.client, f"/dossiers/{robin.dossier.id}"
    shown = page(town.fatma, robin)
    assert "Dit deel hoort niet bij jouw rol in dit dossier." in shown
    assert "Broer 0" in shown
    browser.get(path)
    assert counted(browser, path) <= MOST_QUERIES


def test_a_contact_with_both_is_noted_once(town: Town, robin: OpenedDossier, sister: OpenedDossier) -> None:
    link(town.noor, robin, sister)
    browser, path = town.noor.client, f"/log/{robin.dossier.id}"
    assert "Yara Vervloet" in strip_tags(browser.get(path).content.decode())
    told = {"once": new_id(), "who": [robin.dossier.id, sister.dossier.id], "made": "yes", "follow": ""}
    told |= {"kind": "home", "sentence": "Samen aan tafel.", "day": "", "time": ""}
    assert browser.post(path, told).status_code == 302
    assert SharedContact.objects.count() == 1
    for here in (robin, sister):
        assert "Samen aan tafel." in page(town.noor, here)
        assert "Staat ook in één ander dossier" in page(town.noor, here)


def test_sec_09_a_contact_of_two_dossiers_tells_who_has_one_key_of_no_other(
    town: Town, robin: OpenedDossier, sister: OpenedDossier
) -> None:
    told = {"once": new_id(), "who": [robin.dossier.id, sister.dossier.id], "made": "yes", "follow": ""}
    told |= {"kind": "home", "sentence": "Samen aan tafel.", "day": "", "time": ""}
    assert town.noor.client.post("/log", told).status_code == 302
    assert "Samen aan tafel." in page(town.joris, robin)
    assert "ander dossier" not in page(town.joris, robin)


def handed(town: Town, made: OpenedDossier, to: Persona, deputy: Persona) -> None:
    """Noor hands a dossier over."""
    sent = {"matters": "x", "reason": "x", "told": "yes", "once": new_id()}
    sent |= {"receiver": to.principal, "deputy": deputy.principal}
    assert town.noor.client.post(f"/dossiers/{made.dossier.id}/handover", sent).status_code == 302
    row = Handover.objects.get(dossier=made.dossier, state=State.OFFERED)
    answering.answer(to.session, row.id, "yes")
    if Handover.objects.get(id=row.id).state != State.DONE:
        moving.move(town.noor.session, row.id)


def test_at_a_handover_the_link_goes_along_where_both_keys_are(town: Town, robin: OpenedDossier) -> None:
    brother = a_dossier(town, label="Ilias Vervloet", deputy=town.samir)
    with acting("test.along", by=town.noor.principal) as act:
        add_co_worker(act, brother.keys, brother.dossier, town.fatma.principal, from_on=ON)
    link(town.noor, robin, brother)
    record = HouseholdLink.objects.get().id
    handed(town, robin, town.fatma, town.joris)
    readers = {holder for holder, _ in sharing.holders_of([record])}
    assert town.fatma.principal in readers
    assert town.noor.principal not in readers
    assert "Ilias Vervloet" in page(town.fatma, robin)
    assert "Robin V." not in page(town.noor, brother)
    assert sweep() == []


def test_at_a_handover_to_who_lacks_a_key_the_link_ends(
    town: Town, robin: OpenedDossier, sister: OpenedDossier
) -> None:
    few = keycheck()["too_few_holders"]
    link(town.noor, robin, sister)
    handed(town, robin, town.fatma, town.joris)
    assert not HouseholdLink.objects.exists()
    assert "Yara Vervloet" not in page(town.fatma, robin)
    assert "Robin V." not in page(town.noor, sister)
    assert keycheck()["too_few_holders"] == few
    assert sweep() == []
