"""What one does with a consultation, with a real database and real sealing: start, agree, hold, and who may."""

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest
from django.utils import timezone

from kring.support.consultation import actions, invitations
from kring.support.consultation.actions import HELD_FACT
from kring.support.consultation.content import CLIENT
from kring.support.consultation.opened import open_table
from kring.support.consultation.queries import agreed_actions
from kring.support.consultation.rules import NotNow, Result
from kring.support.consultation.testing import AT, LENS, ROOM, Table, a_table
from kring.support.dossier.actions import add_co_worker
from kring.support.dossier.content import Phase
from kring.support.dossier.models import Disclosure
from kring.support.dossier.opening import opening
from kring.support.testing import ON, a_dossier
from kring.team.testing import Town
from kring.vault import outbox
from kring.vault.acts import acting
from kring.vault.keycheck import keycheck
from kring.vault.models import Fact, JournalEntry
from kring.vault.primitives import new_id
from kring.vault.refusals import Conflict, Refused
from kring.vault.sweeping import sweep

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _on_the_day(settings: Any) -> None:
    settings.KRING_TODAY = ON


@pytest.fixture
def table(town: Town) -> Table:
    return a_table(town)


def held(table: Table, **about: Any) -> None:
    given: dict[str, Any] = {"on": ON, "client_present": True, "why_absent": "", "result": Result.AGREED, **about}
    actions.hold(table.town.noor.session, table.opened(), once=new_id(), **given)


def test_holder_and_deputy_open_the_minutes_and_nobody_else(town: Town, table: Table) -> None:
    for who in (town.noor, town.joris):
        assert table.opened(who).meeting.place == "Huis van de Wijk, zaal Linde"
    for other in (town.fatma, town.samir, town.greet, town.ann, town.hilde):
        with pytest.raises(Refused):
            table.opened(other)


def test_a_co_worker_neither_starts_one_nor_reads_one(town: Town) -> None:
    opened = a_dossier(town)
    with acting("test.along", by=town.noor.principal) as act:
        add_co_worker(act, opened.keys, opened.dossier, town.fatma.principal, from_on=ON)
    along = opening(town.fatma.session, opened.dossier.id, act="test.open", parts=["minutes"])
    with pytest.raises(Refused):
        actions.start(town.fatma.session, along, at=AT, minutes=60, place="", once=new_id())


def test_the_same_form_twice_is_one_consultation(town: Town) -> None:
    opened, once = opening(town.noor.session, a_dossier(town).dossier.id, act="test.open"), new_id()
    first, second = (actions.start(town.noor.session, opened, at=AT, minutes=60, place="", once=once) for _ in range(2))
    assert first == second


def test_another_dossiers_consultation_is_refused_like_one_that_is_not_there(town: Town, table: Table) -> None:
    other = a_dossier(town).dossier
    for consultation in (table.id, new_id()):
        with pytest.raises(Refused):
            open_table(town.noor.session, other.id, consultation, act="test.open")


def test_minutes_become_actions_for_the_plan(town: Town, table: Table) -> None:
    lens = table.seat()
    table.agree(who=(lens.id, CLIENT))
    table.agree("Train on Wednesdays.", by_when=None, domain="leisure")
    keys = table.opened().keys
    first, second = agreed_actions(keys, table.dossier)
    assert (first.what, first.who, first.domain) == (ROOM, ("Katrien Lens", "Robin V."), "school")
    assert (second.by_when, second.who) == (None, ())


def test_what_is_taken_off_the_table_is_kept_and_not_shown(town: Town, table: Table) -> None:
    table.agree()
    [(row, _said)] = table.opened().agreements
    actions.change_agreement(town.noor.session, table.opened(), row.id, seen=1, once=new_id(), dropped=True)
    assert table.opened().agreements == []
    assert len(table.opened().records) == 1


def test_two_who_say_it_otherwise_never_overwrite_each_other(town: Town, table: Table) -> None:
    table.agree()
    [(row, _said)] = table.opened().agreements
    actions.change_agreement(town.noor.session, table.opened(), row.id, seen=1, once=new_id(), what="From Monday.")
    with pytest.raises(Conflict):
        actions.change_agreement(
            town.joris.session, table.opened(town.joris), row.id, seen=1, once=new_id(), what="No."
        )
    assert [said.what for _row, said in table.opened().agreements] == ["From Monday."]


def test_own_notes_are_written_on_what_was_seen(town: Town, table: Table) -> None:
    actions.write_notes(town.noor.session, table.opened(), text="Let Yusuf go at 16.25.", seen=0, once=new_id())
    with pytest.raises(Conflict):
        actions.write_notes(town.joris.session, table.opened(town.joris), text="Other.", seen=0, once=new_id())
    assert table.opened().notes[1] is not None
    assert [row.kind for row in table.opened().records] == ["notes"]


def test_first_and_follow_up_are_told_apart_and_counted(town: Town, table: Table) -> None:
    before = Fact.objects.count()
    held(table)
    opened = opening(town.noor.session, table.dossier, act="test.open", parts=["minutes"])
    again = actions.start(town.noor.session, opened, at=AT, minutes=60, place="", once=new_id())
    follow_up = Table(town, table.dossier, again)
    held(follow_up, client_present=False, why_absent="He was ill.", result=Result.NONE)
    assert (table.opened().meeting.first, follow_up.opened().meeting.first) == (True, False)
    assert follow_up.opened().meeting.why_absent == "He was ill."
    assert Fact.objects.count() == before + 3, "two that were held, and the step that was done once"
    assert HELD_FACT == "consultation_held"


def test_held_is_the_step_of_the_journey(town: Town) -> None:
    table = a_table(town, programme="identity_coaching")
    assert table.opened().opened.summary.phase == Phase.NETWORK
    held(table)
    assert table.opened().opened.summary.phase == Phase.PLAN


@pytest.mark.parametrize(
    ("about", "field"),
    [
        ({"client_present": False}, "why_absent"),
        ({"on": ON + timedelta(days=1)}, "held_on"),
        ({"result": "perhaps"}, "result"),
    ],
)
def test_without_the_client_only_with_a_reason(table: Table, about: dict[str, Any], field: str) -> None:
    with pytest.raises(NotNow) as refusal:
        held(table, **about)
    assert refusal.value.field == field


def test_what_is_over_is_prepared_no_more(town: Town, table: Table) -> None:
    held(table)
    for prepare in (table.point, table.seat, lambda: held(table)):
        with pytest.raises(NotNow):
            prepare()
    table.agree("What we said at the door.")
    assert len(table.opened().agreements) == 1


def test_calling_off_ends_every_link_and_tells_every_calendar(town: Town, table: Table) -> None:
    lens, maas = table.seat(), table.seat(name="Dirk Maas", email="dirk@caw.example")
    invitations.invite_all(town.noor.session, table.opened(), once=new_id())
    actions.call_off(town.noor.session, table.opened(), once=new_id())
    off = [(mail.to, mail.words["method"]) for mail in outbox.waiting() if mail.template == "table_off"]
    assert off == [(lens.email, "CANCEL"), (maas.email, "CANCEL")]
    assert table.opened().invitations == {}
    with pytest.raises(NotNow):
        table.agree()


def test_a_point_somebody_comes_for_stays(town: Town, table: Table) -> None:
    point = table.point()
    table.seat(only=point)
    with pytest.raises(NotNow):
        actions.remove_item(town.noor.session, table.opened(), point, once=new_id())


def test_the_points_go_by_one_at_a_time_and_back(town: Town, table: Table) -> None:
    table.point("One")
    table.point("Two")
    for back in (False, False, False, True):
        actions.next_item(town.noor.session, table.opened(), once=new_id(), back=back)
    assert [item.done for item in table.opened().meeting.agenda] == [True, False]


def test_every_lock_has_its_holders_and_the_journal_knows_every_row(town: Town, table: Table) -> None:
    before, lens = keycheck(), table.seat()
    table.agree(who=(lens.id,))
    table.invite(lens)
    table.give(lens)
    assert keycheck() == before
    assert sweep() == []
    assert Disclosure.objects.get().dossier_id == table.dossier


def test_no_word_of_it_stands_in_the_journal(town: Town, table: Table) -> None:
    table.seat()
    table.agree()
    told = b"".join(bytes(text or b"") for text in JournalEntry.objects.values_list("text", flat=True))
    assert b"Katrien" not in told
    assert ROOM.encode() not in told


def test_somebody_invited_keeps_the_address_the_invitation_went_to(town: Town, table: Table) -> None:
    lens = table.seat()
    table.invite(lens)
    with pytest.raises(NotNow):
        actions.change_seat(town.noor.session, table.opened(), lens, once=new_id(), email="other@debrug.example")
    actions.change_seat(town.noor.session, table.opened(), lens, once=new_id(), function="head teacher")
    assert table.now(lens) == replace(lens, function="head teacher")
    assert timezone.now() < AT
    assert lens.name == LENS["name"]
