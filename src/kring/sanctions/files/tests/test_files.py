"""From the offer to the decision with real keys: who opens what when, and what reaches whom (SAN-04 to SAN-08)."""

import dataclasses
from dataclasses import replace

import pytest

from kring.sanctions import access
from kring.sanctions.files import beginning, deciding, offering, reporting
from kring.sanctions.files.codelists import Outcome, Phase, Sanction, Service
from kring.sanctions.files.content import DecisionContent, PersonContent, ResultContent
from kring.sanctions.files.models import ResultRecord, SanctionFile
from kring.sanctions.files.opening import open_file, open_files
from kring.sanctions.files.rules import NotYet
from kring.sanctions.testing import Bench, a_minor, an_adult
from kring.team.clock import months_after, today
from kring.vault import checkpoints, gate
from kring.vault.keycheck import keycheck
from kring.vault.primitives import new_id
from kring.vault.refusals import Conflict, Refused
from kring.vault.rows import unguarded
from kring.vault.sweeping import sweep

STRANGERS = ("greet", "hilde", "saar", "ann", "marc")


def test_from_the_offer_to_a_decision(bench: Bench) -> None:
    assert bench.open().phase == Phase.OPENED
    bench.offer()
    assert bench.open().phase == Phase.ASKED
    bench.report(Outcome.FAILED)
    assert bench.open(bench.koen).phase == Phase.REPORTED
    bench.serve(12)
    assert bench.open().phase == Phase.SERVICE
    bench.serve(12, Service.NOT_DONE)
    bench.decide(amount=80)
    opened = bench.open()
    assert (opened.phase, opened.decision.amount) == (Phase.DECIDED, 80)
    assert opened.row.expires_on == months_after(today(), 60)
    deciding.make_final(opened, today(), seen=opened.row.decision.revision, once=new_id())
    assert bench.open().decision.final_on == today()
    assert (checkpoints.verify(), sweep()) == ([], [])


def test_san_04_the_register_holds_the_fields_of_article_44_and_the_days_its_terms_run_from() -> None:
    """Somebody who adds a field reads the article first: nothing of a conversation, no background, no earlier file."""
    named = {kind: {one.name for one in dataclasses.fields(kind)} for kind in (PersonContent, DecisionContent)}
    assert named[PersonContent] == {
        *("name", "born_on", "residence", "parents", "nature", "happened_on"),
        *("established_on", "lawyer_told_on", "offered_on"),
    }
    assert named[DecisionContent] == {
        *("prosecutor", "sanction", "amount", "decided_on", "final_on"),
        *("service_offered_on", "service_hours", "service"),
    }
    assert {one.name for one in dataclasses.fields(ResultContent)} == {"outcome", "agreement", "reported_on", "by"}


def test_san_04_nobody_below_fourteen_gets_a_file(bench: Bench) -> None:
    with pytest.raises(NotYet):
        bench.begin(a_minor(years=13))
    assert SanctionFile.objects.count() == 1


@pytest.mark.parametrize("who", ["ines", "lars", *STRANGERS])
def test_before_the_offer_officers_alone_open_a_file_and_begin_one(bench: Bench, who: str) -> None:
    person = getattr(bench, who)
    for parts in (access.NEED_TO_KNOW, access.OF_MEDIATORS, ("person",)):
        with pytest.raises(Refused):
            open_file(person.session, bench.file, act="test", parts=parts)
    with pytest.raises(Refused):
        beginning.begin(person.session, a_minor(), prosecutor="not_asked", once=new_id())


@pytest.mark.parametrize("who", STRANGERS)
def test_nor_does_the_offer_open_it_for_anybody_else(bench: Bench, who: str) -> None:
    bench.offer()
    person = getattr(bench, who)
    with pytest.raises(Refused):
        bench.asked(person)
    for key in (access.OFFICE, access.CIRCLE):
        of = {"office": bench.town.groups[key]} if key == access.OFFICE else {"circle": bench.town.groups[key]}
        assert open_files(person.session, act="test", **of) == []


def test_san_05_a_mediator_holds_who_and_what_from_the_offer_until_he_reported(bench: Bench) -> None:
    bench.offer()
    asked = bench.asked()
    assert asked.person.name == "Jef Peeters"
    assert asked.decision == DecisionContent()
    with pytest.raises(Refused):
        gate.entering(bench.ines.session, act="test", of=[bench.file], parts=["decision"])
    circle = bench.town.groups[access.CIRCLE]
    assert [one.row.id for one in open_files(bench.lars.session, act="test", circle=circle)] == [bench.file]

    bench.report(Outcome.SUCCEEDED)

    for who in (bench.ines, bench.lars):
        assert open_files(who.session, act="test", circle=circle) == []
        for part in access.NEED_TO_KNOW:
            with pytest.raises(Refused):
                gate.entering(who.session, act="test", of=[bench.file], parts=[part])
    bench.decide(Sanction.NONE, 0)
    with pytest.raises(Refused):
        bench.asked()


def test_san_05_the_officer_reads_a_word_and_an_agreement_and_there_is_no_place_for_more(bench: Bench) -> None:
    bench.offer()
    asked = bench.asked()
    with pytest.raises(NotYet) as talk:
        bench.report(Outcome.FAILED, "He said that he was angry.")
    assert talk.value.field == "agreement"
    with pytest.raises(NotYet):
        bench.report("angry")
    bench.report(Outcome.SUCCEEDED, "Jef paints the wall on Saturday.")
    result = bench.open().result
    assert (result.outcome, result.agreement) == ("succeeded", "Jef paints the wall on Saturday.")
    with pytest.raises(Refused):  # the key that is still in his memory writes nothing any more
        reporting.report(asked, outcome=Outcome.REFUSED, agreement="", seen=asked.row.result.revision, once=new_id())
    assert bench.open().result.outcome == "succeeded"


def test_san_05_after_success_no_fine_and_no_service(bench: Bench) -> None:
    bench.offer()
    bench.report(Outcome.SUCCEEDED)
    with pytest.raises(NotYet):
        bench.decide()
    with pytest.raises(NotYet):
        bench.serve(5)
    bench.decide(Sanction.NONE, 0)


def test_a_minor_is_offered_mediation_before_a_fine(bench: Bench) -> None:
    with pytest.raises(NotYet):
        bench.decide()
    with pytest.raises(NotYet):
        offering.offer(bench.open(), on=today(), told_on=None, fit=True, seen=1, once=new_id())


def test_san_08_a_mediator_writes_nothing_of_an_officer_nor_the_other_way(bench: Bench) -> None:
    bench.offer()
    with pytest.raises(Refused):
        reporting.report(bench.open(), outcome=Outcome.FAILED, agreement="", seen=1, once=new_id())
    his = bench.asked()
    with pytest.raises(Refused):
        deciding.decide(his, sanction=Sanction.NONE, amount=0, on=today(), seen=1, once=new_id())
    assert bench.open().decision.sanction == ""


def test_the_same_sending_twice_is_one_and_a_write_on_top_of_another_is_refused(bench: Bench) -> None:
    once = new_id()
    first = beginning.begin(bench.bea.session, an_adult(), prosecutor="not_asked", once=once)
    assert beginning.begin(bench.bea.session, an_adult(), prosecutor="not_asked", once=once) == first
    read, other = bench.open(), bench.open(bench.koen)
    seen = read.row.person.revision
    beginning.amend(read, replace(read.person, residence="Kerkstraat 1"), seen=seen, once=once)
    with pytest.raises(Conflict):
        beginning.amend(other, replace(other.person, residence="Molenweg 2"), seen=seen, once=new_id())
    assert bench.open().person.residence == "Kerkstraat 1"
    beginning.amend(read, replace(read.person, residence="Never"), seen=seen, once=once)
    assert bench.open().person.residence == "Kerkstraat 1"


def test_the_age_cannot_move_once_mediation_was_offered_by_it(bench: Bench) -> None:
    bench.offer()
    read = bench.open()
    older = replace(an_adult(), name=read.person.name, happened_on=read.person.happened_on)
    with pytest.raises(NotYet):
        beginning.amend(read, older, seen=read.row.person.revision, once=new_id())


def test_a_result_of_one_file_cannot_be_laid_in_another(bench: Bench) -> None:
    """Somebody who writes in the database gives Jef the success of somebody else."""
    jef = bench.file
    bench.offer()
    bench.begin(a_minor("Lies"))
    bench.offer()
    bench.report(Outcome.SUCCEEDED)
    good = ResultRecord.objects.get(file=bench.file)
    unguarded(ResultRecord).filter(file=jef).update(blob=good.blob, revision=good.revision)
    bench.file = jef
    with pytest.raises(Refused):
        bench.open()


def test_a_file_with_mediators_cannot_be_made_so_in_the_database(bench: Bench) -> None:
    """The row is MACed, and a list without a key opens nothing."""
    unguarded(SanctionFile).filter(id=bench.file).update(with_mediators=True)
    assert open_files(bench.ines.session, act="test", circle=bench.town.groups[access.CIRCLE]) == []
    with pytest.raises(Refused):
        bench.open()


def test_every_lock_has_two_officers_and_can_be_recovered(bench: Bench) -> None:
    bench.offer()
    counts = keycheck()
    assert (counts["too_few_holders"], counts["without_recovery"], counts["undeclared_parts"]) == (0, 0, 0)
