"""Who may get which lines, and when they end: SEC-01, SEC-03, SEC-04, SEC-05, from both sides."""

from datetime import timedelta
from typing import Any

import pytest
from django.utils import timezone

from kring.support.consultation import actions, guests, invitations
from kring.support.consultation.guest_link import code_of
from kring.support.consultation.guests import open_seat
from kring.support.consultation.models import TableInvitation
from kring.support.consultation.rules import NotNow
from kring.support.consultation.testing import BOUND, ROOM, Table, a_table, grounded
from kring.support.dossier.actions import close_dossier
from kring.support.dossier.disclosing import actions as disclosing
from kring.support.dossier.disclosing.content import Disclosed
from kring.support.dossier.disclosing.grounds import NEVER_SHARED, Ground
from kring.support.dossier.disclosing.queries import bundles as disclosures_of
from kring.support.dossier.disclosing.queries import disclosures
from kring.support.dossier.disclosing.rules import MayNotShare
from kring.support.dossier.models import AgreementToShare, Disclosure
from kring.support.testing import ON
from kring.team.testing import Town
from kring.vault import gate, outbox
from kring.vault.acts import acting
from kring.vault.models import Envelope, Slot
from kring.vault.primitives import new_id
from kring.vault.refusals import Refused
from kring.vault.rows import unguarded

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _on_the_day(settings: Any) -> None:
    settings.KRING_TODAY = ON


@pytest.fixture
def table(town: Town) -> Table:
    return a_table(town)


def token(path: str) -> str:
    return path.rpartition("/")[2]


def test_sec_01_a_teacher_gets_named_lines_by_agreement_and_never_a_key(table: Table) -> None:
    lens = table.seat()
    path = table.invite(lens)
    table.give(lens)
    shown = open_seat(token(path), code_of(lens.id)).shown
    assert (shown.lines, shown.until) == ((ROOM,), ON + timedelta(days=21))
    assert not Envelope.objects.filter(bundle=table.dossier, holder__kind="link").exists()


@pytest.mark.parametrize("ground", [Ground.SHARED, Ground.JOINT])
def test_sec_01_secrecy_is_shared_only_with_who_is_bound(table: Table, ground: str) -> None:
    teacher, carer = table.seat(), table.seat(**BOUND)
    with pytest.raises(MayNotShare):
        table.give(teacher, ground=ground)
    table.give(carer, ground=ground)
    assert Disclosure.objects.count() == 1


def test_gdp_13_secrecy_is_shared_at_the_table_under_a_protocol_alone(table: Table) -> None:
    carer = table.seat(**BOUND)
    browser, here = table.town.noor.client, f"/dossiers/{table.dossier}/consultations/{table.id}/seats/{carer.id}"
    assert 'name="protocol"' not in browser.get(here).content.decode()
    assert "Op deze dag geldt geen protocol" in browser.get(f"{here}?ground=shared_secrecy").content.decode()
    with pytest.raises(MayNotShare) as refused:
        table.give(carer, ground=Ground.SHARED, protocol="")
    assert refused.value.field == "protocol"
    table.give(carer, ground=Ground.SHARED)
    [(_row, told)] = disclosures(table.town.noor.session, table.dossier)
    assert told
    assert told.protocol


@pytest.mark.parametrize("kind", sorted(NEVER_SHARED))
def test_sec_05_never_shared_secrecy_with_who_may_never_be_told(table: Table, kind: str) -> None:
    point = table.point()
    guest = table.seat(**{**BOUND, "kind": kind, "wished": True, "only": point})
    for ground in (Ground.SHARED, Ground.JOINT):
        with pytest.raises(MayNotShare):
            table.give(guest, ground=ground)
    assert Disclosure.objects.count() == 0


def test_sec_05_police_comes_at_the_wish_of_the_client_for_one_point_and_gets_no_extract(table: Table) -> None:
    point, other = table.point("The evening at the station"), table.point("School")
    officer: dict[str, Any] = {"name": "Inspector Wils", "kind": "police", "email": "wils@politie.example"}
    for refused in ({}, {"wished": True}, {"only": point}, {"wished": True, "only": new_id()}):
        with pytest.raises(NotNow):
            table.seat(**{**officer, **refused})
    wils = table.seat(**officer, wished=True, only=point)
    path = table.invite(wils)
    assert open_seat(token(path), code_of(wils.id)).shown.agenda == ("The evening at the station",)
    for ground in (Ground.AGREEMENT, Ground.SHARED, Ground.NECESSITY):
        with pytest.raises(MayNotShare):
            table.give(wils, ground=ground)
    assert other in {item.id for item in table.opened().meeting.agenda}


def test_sec_04_giving_lines_is_recorded_with_all_that_was_weighed(town: Town, table: Table) -> None:
    lens = table.seat()
    table.give(lens, informed=False, why_not="We reach him tomorrow.")
    [(row, told)] = disclosures(town.noor.session, table.dossier)
    [agreement] = AgreementToShare.objects.all()
    assert told == Disclosed(
        items=(ROOM,),
        recipient="Katrien Lens",
        organisation="De Brug",
        kind="school",
        ground="agreement",
        checklist=grounded(Ground.AGREEMENT)["checklist"],
        informed=False,
        why_not="We reach him tomorrow.",
        way="link",
        on=ON,
        by=town.noor.principal,
        agreement=agreement.id,
    )
    assert table.now(lens).given is not None
    assert row.dossier_id == table.dossier


@pytest.mark.parametrize("ground", list(Ground))
def test_sec_04_no_disclosure_without_its_whole_checklist(table: Table, ground: str) -> None:
    carer = table.seat(**BOUND)
    conditions = grounded(ground)["checklist"]
    for checklist in ((), conditions[:-1], ("something else",)):
        with pytest.raises(MayNotShare):
            table.give(carer, ground=ground, checklist=checklist)
    assert Disclosure.objects.count() == 0


@pytest.mark.parametrize("about", [{"informed": False, "why_not": " "}, {"ground": "because"}])
def test_sec_04_no_disclosure_without_a_ground_and_a_word_to_the_client(table: Table, about: dict[str, Any]) -> None:
    lens = table.seat()
    with pytest.raises((MayNotShare, KeyError)):
        table.give(lens, **about)
    assert Disclosure.objects.count() == 0


def test_sec_04_a_deputy_told_it_holder_and_author_read_it_and_others_see_that_it_was(town: Town, table: Table) -> None:
    lens = table.seat()
    given: dict[str, Any] = {**grounded(Ground.AGREEMENT), "until": ON + timedelta(days=9), "by_link": True}
    invitations.give(town.joris.session, table.opened(town.joris), lens, lines=(ROOM,), once=new_id(), **given)
    for who, reads in ((town.noor, True), (town.joris, True), (town.fatma, False), (town.greet, False)):
        [(_row, told)] = disclosures(who.session, table.dossier)
        assert (told is not None) is reads


def test_who_takes_the_dossier_over_reads_what_was_told_and_who_left_no_more(town: Town, table: Table) -> None:
    lens = table.seat()
    table.give(lens)
    given: dict[str, Any] = {**grounded(Ground.AGREEMENT), "until": ON + timedelta(days=9), "by_link": True}
    invitations.give(
        town.joris.session, table.opened(town.joris), table.now(lens), lines=("x",), once=new_id(), **given
    )
    bundles = disclosures_of(table.dossier)
    keys = gate.entering(town.noor.session, act="test.move", of=bundles, parts=["disclosures"])
    with acting("test.move", by=town.noor.principal) as act:
        disclosing.pass_on(act, keys, table.dossier, to=town.fatma.principal, left=[town.noor.principal])
    read = {
        who: [told is not None for _row, told in disclosures(town.people[who].session, table.dossier)]
        for who in ("fatma", "noor", "joris", "samir")
    }
    assert [sum(told) for told in read.values()] == [2, 1, 1, 0]


def test_the_same_lines_sent_twice_are_told_once(table: Table) -> None:
    lens, once = table.seat(), new_id()
    for _ in range(2):
        given: dict[str, Any] = {**grounded(Ground.AGREEMENT), "until": ON + timedelta(days=9), "by_link": True}
        invitations.give(table.town.noor.session, table.opened(), lens, lines=(ROOM,), once=once, **given)
    assert Disclosure.objects.count() == 1


@pytest.mark.parametrize("until", [ON, ON - timedelta(days=1), ON + timedelta(days=91)])
def test_every_extract_ends(table: Table, until: Any) -> None:
    with pytest.raises(NotNow):
        table.give(table.seat(), until=until)


def test_an_extract_ends_by_itself_and_the_invitation_with_its_link(table: Table) -> None:
    lens = table.seat()
    path = table.invite(lens)
    table.give(lens)
    row = table.opened().invitations[lens.id]
    over = {"expires_at": timezone.now() - timedelta(seconds=1)}
    with acting("test.expire", by="system") as act:
        act.change(Slot.objects.get(person=row.principal), **over)
    with pytest.raises(Refused):
        open_seat(token(path), code_of(lens.id))


def test_an_expiry_put_off_in_the_database_opens_nothing(table: Table) -> None:
    lens = table.seat()
    path = table.invite(lens)
    table.give(lens)
    row = table.opened().invitations[lens.id]
    later = timezone.now() + timedelta(days=900)
    unguarded(Envelope).filter(bundle=row.bundle).update(expires_at=later)
    with pytest.raises(Refused):
        open_seat(token(path), code_of(lens.id))


def test_what_is_taken_back_opens_no_more_and_the_invitation_stays(table: Table) -> None:
    lens = table.seat()
    path = table.invite(lens)
    table.give(lens)
    bundle = table.opened().invitations[lens.id].bundle
    invitations.take_back(table.town.noor.session, table.opened(), table.now(lens), once=new_id())
    assert open_seat(token(path), code_of(lens.id)).shown.lines == ()
    assert table.now(lens).given is None
    assert not Envelope.objects.filter(bundle=bundle).exists()


def test_a_former_attendee_opens_nothing(table: Table) -> None:
    lens, maas = table.seat(), table.seat(**BOUND)
    path, other = table.invite(lens), table.invite(maas)
    table.give(lens)
    actions.remove_seat(table.town.noor.session, table.opened(), table.now(lens), once=new_id())
    with pytest.raises(Refused):
        open_seat(token(path), code_of(lens.id))
    assert open_seat(token(other), code_of(maas.id)).shown.minutes == 60
    assert [mail.to for mail in outbox.waiting() if mail.template == "table_off"] == [lens.email]


def test_a_row_of_a_former_attendee_that_is_put_back_opens_nothing(table: Table) -> None:
    lens = table.seat()
    path = table.invite(lens)
    row = TableInvitation.objects.get()
    slots = list(Slot.objects.filter(person=row.principal))
    before = {name: getattr(row, name) for name in ("state", "sequence", "mac")}
    actions.remove_seat(table.town.noor.session, table.opened(), table.now(lens), once=new_id())
    unguarded(Slot).bulk_create(slots)
    unguarded(TableInvitation).filter(id=row.id).update(**before)
    with pytest.raises(Refused):
        open_seat(token(path), code_of(lens.id))


def test_a_new_link_ends_the_old_one_and_opens_with_the_same_code(table: Table) -> None:
    lens = table.seat()
    old, new = table.invite(lens), table.invite(lens)
    with pytest.raises(Refused):
        open_seat(token(old), code_of(lens.id))
    assert open_seat(token(new), code_of(lens.id)).invitation.sequence == 1


def test_after_the_table_who_was_never_invited_gets_a_link_of_his_own(town: Town, table: Table) -> None:
    lens = table.seat()
    actions.hold(
        town.noor.session, table.opened(), on=ON, client_present=True, why_absent="", result="agreed", once=new_id()
    )
    table.give(lens)
    mail = list(outbox.waiting())[-1]
    assert (mail.template, "method" in mail.words) == ("table_here", False)
    shown = open_seat(mail.words["token"], code_of(lens.id)).shown
    assert (shown.over, shown.lines) == (True, (ROOM,))


def test_told_by_word_is_recorded_and_lies_behind_no_link(table: Table) -> None:
    mother = table.seat(name="Mama", kind="network", email="", organisation="")
    table.give(mother, by_link=False)
    assert TableInvitation.objects.count() == 0
    assert Disclosure.objects.count() == 1
    with pytest.raises(NotNow):
        table.give(mother, by_link=True)


def test_a_dossier_that_fell_silent_opens_for_no_guest(table: Table) -> None:
    lens = table.seat()
    path = table.invite(lens)
    opened = table.opened()
    with acting("test.close", by=table.town.noor.principal) as act:
        close_dossier(act, opened.keys, opened.opened.dossier, ON, silent=True)
    with pytest.raises(Refused):
        open_seat(token(path), code_of(lens.id))


def test_five_wrong_codes_end_the_guessing(table: Table) -> None:
    lens = table.seat()
    path = table.invite(lens)
    for _ in range(6):
        with pytest.raises(Refused):
            open_seat(token(path), "0000-0000")
    with pytest.raises(Refused):
        open_seat(token(path), code_of(lens.id))


def test_an_answer_lies_in_the_letterbox_of_the_table(table: Table) -> None:
    lens = table.seat()
    opened = open_seat(token(table.invite(lens)), code_of(lens.id))
    from kring.support.consultation.content import TableAnswer

    guests.answer_by_link(opened, TableAnswer("perhaps", "The first half hour."), once=new_id())
    assert table.opened().invitations[lens.id].said == "perhaps"
    assert [one.words for one in guests.answers(table.opened())[lens.id]] == ["The first half hour."]
