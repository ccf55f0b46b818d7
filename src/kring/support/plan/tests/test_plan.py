"""A plan from the first row to the agreed version: what is kept, what stays, what is refused, how far goals went."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from kring.support.dossier.actions import add_co_worker, close_dossier
from kring.support.dossier.content import Phase, Step
from kring.support.plan import actions, queries
from kring.support.plan.content import Action, Consent, DomainRow, Earlier, HowFar, Move, Owner
from kring.support.plan.models import PlanAction, PlanRecord
from kring.support.plan.rules import NotWhole
from kring.support.plan.testing import FOOTBALL, ROOM, a_row, an_action, plan_of
from kring.support.testing import ON, a_dossier
from kring.team.clock import on_day
from kring.team.testing import Town
from kring.vault.acts import acting
from kring.vault.primitives import new_id
from kring.vault.refusals import Conflict, Refused

pytestmark = pytest.mark.django_db
Kind = PlanRecord.Kind


@pytest.fixture(autouse=True)
def _on_the_day(settings: Any) -> None:
    settings.KRING_TODAY = ON


def test_a_first_row_founds_the_part_and_its_holders_read_it(town: Town) -> None:
    robin = a_dossier(town)
    with acting("test.along", by=town.noor.principal) as act:
        add_co_worker(act, robin.keys, robin.dossier, town.tom.principal, from_on=ON)
    a_row(town.noor, robin.dossier)
    for reader in (town.noor, town.joris, town.tom):
        [row] = plan_of(reader, robin.dossier).rows
        assert (row.content.wish, row.content.level) == (FOOTBALL.wish, -1)
    for stranger in (town.fatma, town.greet, town.ann):
        with pytest.raises(Refused):
            plan_of(stranger, robin.dossier)


def test_a_goal_needs_two_steps_in_words_and_no_more(town: Town) -> None:
    robin = a_dossier(town).dossier
    a_row(town.noor, robin, replace(FOOTBALL, steps=("", "ging kijken", "traint wekelijks", "", "")))
    with pytest.raises(NotWhole) as agreed_missing:
        a_row(town.noor, robin, replace(FOOTBALL, steps=("", "ging kijken", "", "", "")))
    assert agreed_missing.value.field == "step_2"
    with pytest.raises(NotWhole) as now_missing:
        a_row(town.noor, robin, replace(FOOTBALL, steps=("", "", "traint wekelijks", "", "")))
    assert now_missing.value.field == "step_1"
    with pytest.raises(NotWhole) as nothing_chosen:
        a_row(town.noor, robin, level=None)
    assert nothing_chosen.value.field == "level"
    a_row(town.noor, robin, DomainRow("work", now="Wil dit later bekijken."), level=None)
    with pytest.raises(NotWhole):
        a_row(town.noor, robin, DomainRow("work"), level=None)


def test_a_goal_tells_how_it_went_day_by_day_and_nothing_is_added_up(town: Town) -> None:
    robin = a_dossier(town).dossier
    row_id = a_row(town.noor, robin, level=-2)
    for day, level in ((date(2021, 4, 1), -1), (date(2021, 4, 2), -1), (date(2021, 5, 1), 0)):
        with on_day(day):
            plan = plan_of(town.joris, robin)
            kept = plan.row(row_id)
            actions.write_row(plan, kept.content, level=level, on=kept, seen=kept.record.revision, once=new_id())
    row = plan_of(town.noor, robin).row(row_id).content
    noor, joris = town.noor.principal, town.joris.principal
    assert row.moves == (Move(-2, ON, noor), Move(-1, date(2021, 4, 1), joris), Move(0, date(2021, 5, 1), joris))
    assert (row.start, row.level) == (-2, 0)
    a_row(town.noor, robin, replace(FOOTBALL, domain="school"), level=-1)
    levels = [(one.record.id, one.content.level) for one in plan_of(town.noor, robin).rows]
    assert sorted(queries.outcomes(levels).values()) == ["at", "below"]


def test_how_it_stood_before_stays(town: Town) -> None:
    robin = a_dossier(town).dossier
    row_id = a_row(town.noor, robin)
    plan = plan_of(town.joris, robin)
    kept = plan.row(row_id)
    changed = replace(kept.content, wish="Ik wil bij de eerste ploeg.")
    actions.write_row(plan, changed, level=-1, on=kept, seen=1, once=new_id())
    [record] = PlanRecord.objects.filter(kind=Kind.EARLIER, of=row_id)
    earlier = plan_of(town.noor, robin).keys.open(record, Earlier)
    assert earlier.row is not None
    assert (earlier.row.wish, earlier.row.by) == (FOOTBALL.wish, town.noor.principal)
    assert plan_of(town.noor, robin).row(row_id).content.by == town.joris.principal


def test_who_was_later_is_told_and_nothing_is_written_over(town: Town) -> None:
    robin = a_dossier(town).dossier
    row_id = a_row(town.noor, robin)
    first, second = plan_of(town.noor, robin), plan_of(town.joris, robin)
    mine = replace(first.row(row_id).content, wish="van Noor")
    actions.write_row(first, mine, level=-1, on=first.row(row_id), seen=1, once=new_id())
    theirs = replace(second.row(row_id).content, wish="van Joris")
    with pytest.raises(Conflict):
        actions.write_row(second, theirs, level=-1, on=second.row(row_id), seen=1, once=new_id())
    assert plan_of(town.noor, robin).row(row_id).content.wish == "van Noor"


def test_sent_twice_is_written_once(town: Town) -> None:
    robin, once = a_dossier(town).dossier, new_id()
    ids = {actions.write_row(plan_of(town.noor, robin), FOOTBALL, level=-1, once=once) for _ in range(2)}
    assert len(ids) == PlanRecord.objects.count() == 1
    for _ in range(2):
        actions.write_action(plan_of(town.noor, robin), ROOM, once=once[::-1])
    assert PlanAction.objects.count() == 1


def test_in_the_clear_stands_whose_it_is_and_that_it_is_done_and_no_more(town: Town) -> None:
    """By when it is agreed stays sealed: a reminder is made up when the holder opens the plan."""
    robin = a_dossier(town).dossier
    noor = town.noor.principal
    mine = an_action(town.noor, robin, Action("Attest bezorgen", person=noor, due_on=date(2021, 3, 8)))
    theirs = an_action(town.noor, robin)
    assert PlanAction.objects.get(id=mine).person == noor
    assert PlanAction.objects.get(id=theirs).person == ""
    clear = {field.name for field in PlanAction._meta.concrete_fields} - {"lock", "lock_version", "revision", "blob"}
    assert clear == {"id", "dossier", "person", "done_on"}
    plan = plan_of(town.noor, robin)
    kept = plan.action(mine)
    done = replace(kept.content, how_far=HowFar.DONE)
    actions.write_action(plan, done, on=kept, seen=kept.record.revision, once=new_id())
    assert PlanAction.objects.get(id=mine).done_on == ON


@pytest.mark.parametrize(
    ("action", "field"),
    [
        (Action("Bellen"), "person"),
        (Action("Bellen", owner=Owner.ORGANISATION, organisation="FC Oever"), "name"),
        (Action("Bellen", owner=Owner.NETWORK), "name"),
    ],
)
def test_everything_agreed_has_somebody_who_does_it(town: Town, action: Action, field: str) -> None:
    with pytest.raises(NotWhole) as missing:
        an_action(town.noor, a_dossier(town).dossier, action)
    assert missing.value.field == field


def test_agreeing_freezes_the_version_and_does_the_step(town: Town) -> None:
    robin = a_dossier(town, programme="identity_coaching").dossier
    row_id = a_row(town.noor, robin)
    an_action(town.noor, robin, replace(ROOM, row=row_id))
    others = [Consent("mama", "aan de telefoon")]
    actions.agree(plan_of(town.noor, robin), on=ON, how="aan tafel", others=others, once=new_id())
    plan = plan_of(town.noor, robin)
    kept = plan.row(row_id)
    later = replace(kept.content, wish="iets anders")
    actions.write_row(plan, later, level=0, on=kept, seen=kept.record.revision, once=new_id())
    [agreed] = plan_of(town.joris, robin).agreements
    assert (agreed.number, agreed.on, agreed.how, agreed.others) == (1, ON, "aan tafel", tuple(others))
    assert (agreed.rows[0].wish, agreed.rows[0].level) == (FOOTBALL.wish, -1)
    assert agreed.actions[0].what == ROOM.what
    summary = plan_of(town.noor, robin).opened.summary
    assert (summary.steps, summary.phase) == ((Step(Phase.PLAN, ON),), Phase.FOLLOWUP)


def test_a_closed_dossier_keeps_its_plan_and_takes_nothing_new(town: Town) -> None:
    robin = a_dossier(town)
    a_row(town.noor, robin.dossier)
    with acting("test.close", by=town.noor.principal) as act:
        close_dossier(act, robin.keys, robin.dossier, ON)
    assert len(plan_of(town.noor, robin.dossier).rows) == 1
    with pytest.raises(Refused):
        a_row(town.noor, robin.dossier)
    with pytest.raises(Refused):
        an_action(town.noor, robin.dossier)


def test_what_was_agreed_at_the_table_is_taken_over_once(town: Town) -> None:
    robin = a_dossier(town).dossier
    agreed = [replace(ROOM, taken_from="minute-1"), replace(ROOM, what="Kansentarief vragen", taken_from="minute-2")]
    assert actions.take_over(plan_of(town.noor, robin), agreed[:1], once=new_id()) == 1
    assert actions.take_over(plan_of(town.noor, robin), agreed, once=new_id()) == 1
    assert actions.take_over(plan_of(town.noor, robin), agreed, once=new_id()) == 0
    assert {one.content.what for one in plan_of(town.noor, robin).actions} == {one.what for one in agreed}
