"""Opening and closing a dossier with real keys: what is sealed, for whom, and what is left in the clear."""

from dataclasses import replace
from datetime import date

import pytest

from kring.support.access import AT_OPENING, NEED_TO_KNOW, Who
from kring.support.dossier import actions, numbers
from kring.support.dossier.actions import Kept, Opening
from kring.support.dossier.content import Identity, Mode, Phase, SummaryContent
from kring.support.dossier.models import CoWorker, Dossier, IdentityRecord, ReferralCopy, Summary, Task
from kring.support.dossier.rules import MayNotCarry
from kring.support.testing import ON, ROBIN, a_dossier, carried
from kring.team.testing import Persona, Town
from kring.vault import gate
from kring.vault.acts import acting
from kring.vault.gate import Keys
from kring.vault.keycheck import keycheck
from kring.vault.models import Envelope, Fact, Grant, JournalEntry, Lock
from kring.vault.refusals import Refused

WHO = Identity(name="Robin Vervloet", nickname="Bobby", born_on=date(2005, 4, 2), contact="only by phone")
STORY = Kept("referral", SummaryContent("what the school told", "", Mode.HANDS_ON))


def enter(who: Persona, dossier: str, *parts: str) -> Keys:
    return gate.entering(who.session, act="test.enter", of=[dossier], parts=parts)


def opens(who: Persona, dossier: str, part: str) -> bool:
    try:
        return enter(who, dossier, part).holds(dossier, part)
    except Refused:
        return False


def test_holder_and_deputy_read_what_was_sealed(town: Town) -> None:
    made = a_dossier(town, identity=WHO, referral=[STORY]).dossier
    for who in (town.noor, town.joris):
        keys = enter(who, made.id, *AT_OPENING)
        assert keys.open(Summary.objects.get(dossier=made), SummaryContent) == ROBIN
        assert keys.open(IdentityRecord.objects.get(dossier=made), Identity) == WHO
        assert keys.open(ReferralCopy.objects.get(dossier=made), SummaryContent) == STORY.content


@pytest.mark.parametrize("part", AT_OPENING)
def test_the_table_from_both_sides(town: Town, part: str) -> None:
    """Everybody in the row opens; everybody else of the town does not."""
    opened = a_dossier(town, identity=WHO, referral=[STORY])
    with acting("test.along", by=town.noor.principal) as act:
        actions.add_co_worker(act, opened.keys, opened.dossier, town.tom.principal, from_on=ON)
    row = NEED_TO_KNOW[part].by_default
    may = {
        town.noor.principal: Who.HOLDER in row,
        town.joris.principal: Who.DEPUTY in row,
        town.tom.principal: Who.CO_WORKER in row,
    }
    for name, somebody in town.everybody().items():
        assert opens(somebody, opened.dossier.id, part) is may.get(somebody.principal, False), name


@pytest.mark.parametrize("part", AT_OPENING)
def test_glass_and_recovery_stand_as_the_table_says(town: Town, part: str) -> None:
    made = a_dossier(town, identity=WHO, referral=[STORY]).dossier
    grants = Grant.objects.filter(lock__bundle=made.id, lock__part=part)
    held = set(grants.values_list("envelope__holder", "envelope__kind"))
    row = NEED_TO_KNOW[part].by_default
    assert ((town.groups["welfare"], Envelope.Kind.GLASS) in held) is (Who.CIRCLE_BEHIND_GLASS in row)
    assert ((town.groups["recovery"], Envelope.Kind.RECOVERY) in held) is (Who.RECOVERY in row)


def test_keycheck_is_content_with_a_fresh_dossier(town: Town) -> None:
    before = keycheck()
    a_dossier(town, identity=WHO, referral=[STORY])
    assert keycheck() == before


def test_gdp03_nothing_is_mandatory(town: Town) -> None:
    made = a_dossier(town, label="Bobby").dossier
    assert not IdentityRecord.objects.exists()
    assert not Task.objects.exists()
    assert set(Lock.objects.filter(bundle=made.id).values_list("part", flat=True)) == {"summary"}


@pytest.mark.parametrize(("told_by_client", "tasks"), [(False, 1), (True, 0)])
def test_gdp06_identity_from_somebody_else_starts_the_task(town: Town, told_by_client: bool, tasks: int) -> None:
    a_dossier(town, identity=WHO, told_by_client=told_by_client)
    found = list(Task.objects.values_list("kind", "person", "due_on", "done_on"))
    assert found == [("tell_at_first_talk", town.noor.principal, date(2021, 4, 1), None)] * tasks


def test_nrn02_numbers_are_random(town: Town) -> None:
    drawn = numbers.fresh(200)
    assert len(set(drawn)) == 200
    assert {len(number) for number in drawn} <= {6, 7}
    assert not set("".join(drawn)) & set("01ILOUE")


def test_a_number_in_use_makes_the_next_one_longer(town: Town, monkeypatch: pytest.MonkeyPatch) -> None:
    taken = a_dossier(town).dossier.number
    monkeypatch.setattr(numbers, "_draw", lambda length: taken if length == 4 else "K-7Q4M2")
    assert numbers.fresh() == ["K-7Q4M2"]


@pytest.mark.parametrize(
    ("holder", "deputy"), [("noor", "greet"), ("greet", "noor"), ("noor", "nele"), ("noor", "noor")]
)
def test_sec01_who_may_not_carry_gets_no_key(town: Town, holder: str, deputy: str) -> None:
    with pytest.raises(MayNotCarry):
        a_dossier(town, holder=town.people[holder], deputy=town.people[deputy])
    assert not Dossier.objects.exists()


def test_a_co_worker_of_another_circle_is_refused(town: Town) -> None:
    opened = a_dossier(town)
    with pytest.raises(MayNotCarry), acting("test.along", by=town.noor.principal) as act:
        actions.add_co_worker(act, opened.keys, opened.dossier, town.nele.principal, from_on=ON)
    assert not CoWorker.objects.exists()


def test_closing_keeps_the_parts_and_leaves_a_fact(town: Town) -> None:
    opened = a_dossier(town)
    facts = Fact.objects.count()
    with acting("test.close", by=town.noor.principal) as act:
        actions.close_dossier(act, opened.keys, opened.dossier, date(2021, 6, 1))
    closed = Dossier.objects.get()
    assert (closed.state, closed.closed_on) == ("closed", date(2021, 6, 1))
    assert Fact.objects.count() == facts + 1
    assert opens(town.noor, closed.id, "summary")


def test_the_summary_changes_and_a_second_writer_is_told(town: Town) -> None:
    opened = a_dossier(town)
    with acting("test.phase", by=town.noor.principal) as act:
        actions.change_summary(act, opened.keys, opened.dossier.id, phase=Phase.PLAN, rhythm_days=7)
    keys = enter(town.joris, opened.dossier.id, "summary")
    assert keys.open(Summary.objects.get(), SummaryContent) == replace(ROBIN, phase=Phase.PLAN, rhythm_days=7)


def test_a_later_part_goes_to_the_holders_in_the_table(town: Town) -> None:
    opened = a_dossier(town)
    with acting("test.part", by=town.noor.principal) as act:
        actions.make_part(act, opened.dossier, "identity")
    assert opens(town.joris, opened.dossier.id, "identity")
    assert not opens(town.fatma, opened.dossier.id, "identity")


def test_many_at_once_are_one_act(town: Town) -> None:
    openings = [Opening(carried(town, town.noor, town.joris), ROBIN, ON, WHO) for _ in range(8)]
    entries = JournalEntry.objects.count()
    with acting("test.many", by=town.noor.principal) as act:
        opened = actions.open_dossiers(act, openings)
    assert JournalEntry.objects.count() == entries + 1
    assert Dossier.objects.count() == Summary.objects.count() == Task.objects.count() == 8
    assert len({one.dossier.number for one in opened}) == 8


def test_nothing_in_the_clear_names_anybody(town: Town) -> None:
    opened = a_dossier(town, label="Markergirl M.", identity=replace(WHO, name="Markergirl Marker"), referral=[STORY])
    tables = (Dossier, Summary, IdentityRecord, ReferralCopy, Task, Fact, JournalEntry)
    stored = b"".join(_bytes(value) for table in tables for row in table.objects.values_list() for value in row)
    assert opened.dossier.number.encode() in stored
    assert b"Marker" not in stored
    assert b"street_work" not in stored


def _bytes(value: object) -> bytes:
    return bytes(value) if isinstance(value, bytes | memoryview) else str(value).encode()


def test_a_part_is_made_at_the_first_word_in_it_and_once(town: Town) -> None:
    opened = a_dossier(town)
    with acting("test.first", by=town.noor.principal) as act:
        first = actions.at_hand(act, opened.keys, opened.dossier, "journal")
        assert actions.at_hand(act, first, opened.dossier, "journal") is first
    assert Lock.objects.filter(bundle=opened.dossier.id, part="journal").count() == 1
    assert opens(town.joris, opened.dossier.id, "journal")


def test_a_part_that_is_there_and_shut_is_not_made_again(town: Town) -> None:
    opened = a_dossier(town)
    with acting("test.first", by=town.noor.principal) as act:
        actions.at_hand(act, opened.keys, opened.dossier, "journal")
    with pytest.raises(Refused), acting("test.second", by=town.noor.principal) as act:
        actions.at_hand(act, opened.keys, opened.dossier, "journal")


def test_a_step_that_was_done_moves_the_phase_and_a_second_time_writes_nothing(town: Town) -> None:
    opened = a_dossier(town, programme="identity_coaching", phase=Phase.NETWORK)
    found = []
    for _ in range(2):
        with acting("test.step", by=town.noor.principal) as act:
            after = actions.step_done(act, opened.keys, opened.dossier.id, Phase.NETWORK, ON)
        found.append((after.phase, Summary.objects.get(dossier=opened.dossier).revision))
    assert found == [(Phase.CONSULTATION, 2), (Phase.CONSULTATION, 2)]
