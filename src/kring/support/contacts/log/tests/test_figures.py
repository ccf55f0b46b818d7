"""What a contact leaves behind for the figures: one fact in each dossier, carried by its own row until it is folded."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

import pytest
from django.test import override_settings

from kring.support.contacts.log.actions import correct, log_contact
from kring.support.contacts.log.codelists import Kind
from kring.support.contacts.log.models import ContactRecord
from kring.support.contacts.log.tests.facts_there import a_contact, in_the_packs, said
from kring.support.testing import a_dossier
from kring.team.testing import Town
from kring.vault import facts, release, sessions
from kring.vault.models import Fact, OwnFactKey
from kring.vault.refusals import Refused
from kring.vault.rows import unguarded
from kring.vault.sweeping import sweep

pytestmark = pytest.mark.django_db
ON = date(2021, 3, 8)


@pytest.fixture(autouse=True)
def _on_a_day() -> Iterator[None]:
    with override_settings(KRING_TODAY=date(2021, 3, 15)):
        yield


def test_each_kind_of_contact_leaves_what_the_figures_may_know_and_no_word(town: Town) -> None:
    robin = a_dossier(town).dossier.id
    for kind in Kind:
        log_contact(town.noor.session, [robin], a_contact(ON, kind, sentence="At his aunt's.", place="Brul"), once=kind)
    noor = facts.worker(town.noor.principal)
    assert said(in_the_packs(town)) == [
        {"kind": kind, "made": True, "minutes": "", "on": "2021-03-08", "worker": noor} for kind in sorted(Kind)
    ]
    assert not ContactRecord.objects.filter(told__isnull=False).exists(), "taken by the office"
    assert sweep() == []


def test_it_is_carried_by_the_row_and_never_a_row_of_its_own(town: Town) -> None:
    robin = a_dossier(town).dossier.id
    log_contact(town.noor.session, [robin], a_contact(ON), once="first")
    before = Fact.objects.count()
    record = log_contact(town.noor.session, [robin], a_contact(ON, "phone", made=False), once="1").record
    assert ContactRecord.objects.get(id=record).told
    assert Fact.objects.count() == before
    assert release.waiting() == before + 2


def test_one_contact_in_two_dossiers_counts_in_each(town: Town) -> None:
    both = [a_dossier(town).dossier.id, a_dossier(town).dossier.id]
    log_contact(town.noor.session, both, a_contact(ON), once="1")
    found = in_the_packs(town)
    assert len(found) == 2
    assert len({link for link, _ in found.values()}) == 2


@pytest.mark.parametrize("folded", [False, True], ids=["before folding", "after folding"])
def test_a_correction_stands_in_its_place_and_the_first_author_stays(town: Town, *, folded: bool) -> None:
    robin = a_dossier(town).dossier.id
    record = log_contact(town.noor.session, [robin], a_contact(ON), once="1").record
    if folded:
        assert said(in_the_packs(town))[0]["kind"] == "home"
    correct(town.joris.session, robin, record, a_contact(ON, "office", minutes="long"), once="2")
    correct(town.joris.session, robin, record, a_contact(ON, "street", minutes="short"), once="3")
    assert ContactRecord.objects.filter(told__isnull=False).count() == 1
    [fact] = said(in_the_packs(town))
    assert (fact["kind"], fact["minutes"]) == ("street", "short")
    assert fact["worker"] == facts.worker(town.noor.principal)


@pytest.mark.parametrize("folded", [False, True], ids=["before folding", "after folding"])
def test_what_should_not_have_been_written_leaves_none_and_comes_back_when_it_should(
    town: Town, *, folded: bool
) -> None:
    robin = a_dossier(town).dossier.id
    record = log_contact(town.noor.session, [robin], a_contact(ON), once="1").record
    if folded:
        assert len(in_the_packs(town)) == 1
    correct(town.noor.session, robin, record, replace(a_contact(ON), struck=True), once="2")
    assert in_the_packs(town) == {}
    correct(town.noor.session, robin, record, a_contact(ON, "office"), once="3")
    assert [fact["kind"] for fact in said(in_the_packs(town))] == ["office"]


def test_what_waits_for_its_key_is_told_at_the_next_signing_in(town: Town) -> None:
    robin = a_dossier(town).dossier.id
    browser = replace(town.noor.session, id="a session that began before there was an office")
    log_contact(browser, [robin], a_contact(ON), once="1")
    assert not OwnFactKey.objects.exists()
    assert in_the_packs(town) == {}
    sessions.start(town.noor.enrolled.opened)
    assert len(in_the_packs(town)) == 1


def test_the_key_is_given_once_and_says_nothing_of_whom(town: Town) -> None:
    for _ in range(2):
        sessions.start(town.noor.enrolled.opened)
    [row] = OwnFactKey.objects.all()
    assert town.noor.principal not in (row.id, row.holder_id)
    with pytest.raises(Refused):
        town.noor.session.private.take(bytes(row.wrapped), facts.key_context(row))


def test_a_fact_that_was_moved_to_another_row_is_refused(town: Town) -> None:
    robin = a_dossier(town).dossier.id
    first, second = (log_contact(town.noor.session, [robin], a_contact(ON), once=once).record for once in "12")
    told = ContactRecord.objects.get(id=first).told
    unguarded(ContactRecord).filter(id=second).update(told=told)
    with pytest.raises(Refused):
        in_the_packs(town)


def test_folding_in_chunks_takes_the_last_word(town: Town, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(release, "CHUNK", 2)
    robin = a_dossier(town).dossier.id
    records = [log_contact(town.noor.session, [robin], a_contact(ON), once=str(one)).record for one in range(5)]
    for record in records[:3]:
        correct(town.noor.session, robin, record, a_contact(ON, "phone"), once=record)
    assert [fact["kind"] for fact in said(in_the_packs(town))] == ["home", "home", "phone", "phone", "phone"]
