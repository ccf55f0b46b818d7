"""From a call to an end: two equal sides under locks of their own, and nothing left afterwards (SAN-09)."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from kring.mediation.files import actions, ending, volunteers
from kring.mediation.files.codelists import Form, Holds, NotStarted, Phase, Result, Side, Willing
from kring.mediation.files.content import SideContent
from kring.mediation.files.models import FileRecord, Helper, MediationFile, SideRecord
from kring.mediation.files.opening import open_files
from kring.mediation.files.rules import NotYet
from kring.mediation.testing import CALL, NADIA, Street
from kring.team import clock
from kring.team.clock import today
from kring.vault import checkpoints, gate, ledger
from kring.vault.keycheck import keycheck
from kring.vault.ledger import What
from kring.vault.models import Grant, Lock
from kring.vault.primitives import new_id
from kring.vault.refusals import Conflict, Refused
from kring.vault.rows import unguarded
from kring.vault.sweeping import sweep

PIET = SideContent("Piet", "0400 00 00 02", "They knock before they speak.", "That somebody rings first.")
A_TALK = date(2026, 3, 5)


def talked_with_both(street: Street) -> None:
    for side, sheet in ((Side.A, NADIA), (Side.B, PIET)):
        street.write(side, replace(sheet, intake_on=A_TALK, willing=Willing.YES.value))


def results(street: Street) -> None:
    opened = street.open()
    for side in Side:
        street.write(side, replace(opened.sides[side], result=Result.AGREED.value))


def test_a_file_goes_from_call_to_follow_up_and_then_nothing_of_it_is_left(street: Street) -> None:
    assert street.open().phase == Phase.CALL
    talked_with_both(street)
    assert street.open().phase == Phase.INTAKE
    street.decide(replace(CALL, form=Form.SHUTTLE.value, met_on=today()))
    assert street.open().phase == Phase.TALK
    results(street)
    opened = street.open()
    assert opened.phase == Phase.FOLLOW_UP
    assert opened.row.follow_up_on == today() + timedelta(weeks=6)
    for side in Side:
        street.write(side, replace(street.open().sides[side], holds=Holds.BETTER.value))
    opened = street.open()
    assert (opened.phase, opened.row.follow_up_on) == (Phase.OVER, None)
    locks = set(Lock.objects.filter(bundle=street.file).values_list("id", flat=True))

    ending.end_file(opened)

    assert len(locks) == 3
    assert not Grant.objects.filter(lock__in=locks).exists()
    assert [table.objects.count() for table in (MediationFile, FileRecord, SideRecord, Helper)] == [0, 0, 0, 0]
    assert {one.state for one in Lock.objects.filter(id__in=locks)} == {Lock.State.SHREDDED}
    said = [one for taken in ledger.read().taken.values() for one in taken]
    taken = [one for one in said if one.what == What.SHREDDED]
    assert locks <= {one.id for one in taken}, "a back-up that is put back loses them again"
    with pytest.raises(Refused):
        street.open()
    assert (checkpoints.verify(), sweep()) == ([], [])


def test_san_09_both_parties_have_the_same_sheet_and_every_rule_treats_them_alike(street: Street) -> None:
    """What A may not yet, B may not yet: tried with the sides changed about."""
    for first, second in ((Side.A, Side.B), (Side.B, Side.A)):
        street.write(first, replace(NADIA, intake_on=A_TALK, willing=Willing.YES.value))
        street.write(second, replace(PIET, intake_on=A_TALK, willing=Willing.DOUBTS.value))
        with pytest.raises(NotYet) as not_both:
            street.decide(replace(CALL, form=Form.DIRECT.value))
        with pytest.raises(NotYet) as no_talk:
            street.write(first, replace(NADIA, result=Result.AGREED.value))
        assert (not_both.value.field, no_talk.value.field) == ("form", "result")


def test_san_09_no_lock_holds_the_words_of_both(street: Street) -> None:
    """With the key of one side alone nothing of the other opens, whoever holds it."""
    talked_with_both(street)
    for side in Side:
        keys = gate.entering(street.wout.session, act="test", of=[street.file], parts=[side.part])
        rows = {Side(one.side): one for one in SideRecord.objects.filter(file=street.file)}
        assert keys.open(rows[side], SideContent).name in ("Nadia", "Piet")
        with pytest.raises(Refused):
            keys.open(rows[side.other], SideContent)


def test_a_sheet_cannot_be_laid_on_the_other_side(street: Street) -> None:
    """Somebody who writes in the database swaps the two blobs."""
    talked_with_both(street)
    a, b = SideRecord.objects.filter(file=street.file).order_by("side")
    unguarded(SideRecord).filter(id=a.id).update(blob=b.blob, revision=b.revision)
    with pytest.raises(Refused):
        street.open()


@pytest.mark.parametrize("who", ["greet", "hilde", "saar", "ann", "dries", "lien"])
def test_who_is_no_mediator_of_the_circle_opens_no_file_and_begins_none(street: Street, who: str) -> None:
    person = getattr(street, who)
    with pytest.raises(Refused):
        street.open(person)
    with pytest.raises(Refused):
        actions.register_call(person.session, CALL, NADIA, once=new_id())
    for circle in ("", street.town.groups["mediation"]):
        assert open_files(person.session, circle=circle, act="test") == []


def test_the_circle_opens_all_of_it(street: Street) -> None:
    assert street.open(street.mira).sides[Side.A] == NADIA
    circle = street.town.groups["mediation"]
    assert [one.row.id for one in open_files(street.mira.session, circle=circle, act="test")] == [street.file]


def test_a_volunteer_has_one_file_until_a_day_and_then_no_more(street: Street) -> None:
    other = actions.register_call(street.wout.session, CALL, NADIA, once=new_id())
    volunteers.let_help(street.open(), street.dries.principal, until=today() + timedelta(days=30), once=new_id())

    assert [one.row.id for one in open_files(street.dries.session, circle="", act="test")] == [street.file]
    assert street.open(street.dries).sides[Side.A] == NADIA
    with pytest.raises(Refused):
        gate.entering(street.dries.session, act="test", of=[other], parts=["file"])
    with clock.on_day(today() + timedelta(days=30)):
        assert volunteers.end_due() == 0, "the last day is a day of help"
    with clock.on_day(today() + timedelta(days=31)):
        assert volunteers.end_due() == 1
    with pytest.raises(Refused):
        street.open(street.dries)
    street.write(Side.B, PIET)
    assert street.open(street.mira).sides[Side.B] == PIET, "the circle reads on under the new version"


def test_a_volunteer_passes_on_nothing_and_ends_no_file(street: Street) -> None:
    volunteers.let_help(street.open(), street.dries.principal, until=today(), once=new_id())
    street.decide(replace(CALL, not_started=NotStarted.SOLVED.value))
    his = street.open(street.dries)
    with pytest.raises(Refused):
        volunteers.let_help(his, street.lien.principal, until=today(), once=new_id())
    with pytest.raises(Refused):
        ending.end_file(his)


def test_no_volunteer_without_secrecy_nor_for_longer_than_half_a_year(street: Street) -> None:
    assert [one.name for one in volunteers.volunteers(street.town.groups["mediation"])] == ["Dries Aerts"]
    with pytest.raises(Refused):
        volunteers.let_help(street.open(), street.lien.principal, until=today(), once=new_id())
    for day in (today() - timedelta(days=1), today() + timedelta(days=184)):
        with pytest.raises(NotYet):
            volunteers.let_help(street.open(), street.dries.principal, until=day, once=new_id())


def test_the_same_call_twice_is_one_file_and_a_write_on_top_of_another_is_refused(street: Street) -> None:
    once = new_id()
    first = actions.register_call(street.wout.session, CALL, NADIA, once=once)
    assert actions.register_call(street.wout.session, CALL, NADIA, once=once) == first
    opened = street.open()
    street.write(Side.A, replace(NADIA, wish="Quiet."))
    with pytest.raises(Conflict):
        actions.write_side(opened, Side.A, NADIA, seen=opened.records[Side.A].revision, once=new_id())
    assert street.open().sides[Side.A].wish == "Quiet."


def test_it_ends_only_when_nothing_is_left_to_do(street: Street) -> None:
    with pytest.raises(NotYet):
        ending.end_file(street.open())
    street.decide(replace(CALL, not_started=NotStarted.B_STOPS.value))
    read = street.open()
    street.write(Side.B, PIET)
    with pytest.raises(Conflict):
        ending.end_file(read)
    ending.end_file(street.open())
    assert not MediationFile.objects.exists()


def test_every_lock_has_two_mediators_and_can_be_recovered(street: Street) -> None:
    counts = keycheck()
    assert (counts["too_few_holders"], counts["without_recovery"], counts["undeclared_parts"]) == (0, 0, 0)
