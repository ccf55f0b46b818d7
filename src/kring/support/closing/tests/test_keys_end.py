"""What ends with a role: extracts and links at once, keys thirty days later; GDPR art. 5(1)(c)."""

from datetime import date, timedelta
from typing import Any

import pytest
from django.test import Client

from kring.support.closing import keys
from kring.support.closing.tests.test_closing import close, row, seen
from kring.support.consultation.guest_link import code_of
from kring.support.consultation.guests import open_seat
from kring.support.consultation.models import TableInvitation
from kring.support.consultation.testing import a_table, newest_path
from kring.support.contacts.log import notes
from kring.support.contacts.log.content import SensitiveNote
from kring.support.contacts.log.when import case_now
from kring.support.dossier.actions import OpenedDossier, add_co_worker
from kring.support.dossier.models import CoWorker, Dossier
from kring.support.followup.tests.test_keys import opened
from kring.support.testing import a_dossier
from kring.team.clock import on_day
from kring.team.testing import Town
from kring.vault.acts import acting
from kring.vault.keycheck import keycheck
from kring.vault.models import Extract
from kring.vault.primitives import new_id
from kring.vault.refusals import Refused
from kring.vault.sweeping import sweep

pytestmark = pytest.mark.django_db
CLOSED = date(2021, 3, 9)
PLAIN = {"aftercare_first": "", "aftercare_second": ""}


@pytest.fixture
def robin(town: Town) -> OpenedDossier:
    """Noor's dossier, Joris deputy, Fatma works along."""
    made = a_dossier(town)
    with acting("test.along", by=town.noor.principal) as act:
        add_co_worker(act, made.keys, made.dossier, town.fatma.principal, from_on=CLOSED)
    return made


def closed(town: Town, robin: OpenedDossier, **given: Any) -> None:
    with on_day(CLOSED):
        assert close(town.noor, robin, **{**PLAIN, **given}).status_code == 302


def at_day(days: int) -> int:
    with on_day(CLOSED + timedelta(days=days)):
        return keys.end_due()


def test_an_extract_of_the_table_opens_nothing_after_the_closing(town: Town) -> None:
    with on_day(CLOSED):
        table = a_table(town)
        seat = table.seat()
        table.give(seat, "Een rustig lokaal")
        token = newest_path().rsplit("/", 1)[-1]
        assert open_seat(token, code_of(seat.id)).shown.lines == ("Een rustig lokaal",)
        made = Dossier.objects.get(id=table.dossier)
        sent = {"once": new_id(), "reason": "together", "talk_on": "2021-03-09"}
        assert town.noor.client.post(f"/dossiers/{made.id}/closing", sent).status_code == 302
        with pytest.raises(Refused):
            open_seat(token, code_of(seat.id))
        assert Client().get(f"/overleg/{token}").status_code in (200, 404)
    assert not TableInvitation.objects.filter(state=TableInvitation.State.ASKED).exists()
    assert not Extract.objects.exists()
    assert sweep() == []


def test_who_works_along_keeps_the_keys_thirty_days_and_holder_and_deputy_keep_theirs(
    town: Town, robin: OpenedDossier
) -> None:
    few = keycheck()["too_few_holders"]
    closed(town, robin)
    with on_day(CLOSED):
        shown = seen(town.noor, robin)
    assert "Noor Claes en Joris Peeters; wie meewerkt tot 8 april 2021" in shown
    assert at_day(30) == 0
    assert opened(town.fatma.session, robin) == {"summary"}
    assert at_day(31) == 1
    assert opened(town.fatma.session, robin) == set()
    assert opened(town.noor.session, robin) == opened(town.joris.session, robin) == {"summary"}
    assert CoWorker.objects.get(dossier=robin.dossier).until_on == CLOSED + timedelta(days=31)
    assert at_day(32) == 0, "what ended does not end again"
    with on_day(CLOSED + timedelta(days=32)):
        assert "wie meewerkt" not in seen(town.joris, robin)
        assert "regel SP-04: tot eind 2024" in seen(town.joris, robin), "the term stays in sight"
    assert keycheck()["too_few_holders"] == few, "two hold it still"
    assert sweep() == []


def test_while_it_is_still_asked_how_it_goes_the_keys_stay(town: Town, robin: OpenedDossier) -> None:
    closed(town, robin, aftercare_first="on")
    assert at_day(60) == 0
    with on_day(CLOSED + timedelta(days=60)):
        assert "wie meewerkt tot 9 juli 2021" in seen(town.noor, robin)
    assert at_day(92 + 31) == 1


def test_a_sensitive_note_leaves_who_worked_along(town: Town, robin: OpenedDossier) -> None:
    told = SensitiveNote("health", "Over zijn epilepsie.", town.noor.principal, case_now())
    named = [town.fatma.principal]
    note = notes.write_sensitive(town.noor.session, robin.dossier.id, told, named=named, once=new_id())
    path = f"/dossiers/{robin.dossier.id}/sensitive/{note}"
    closed(town, robin)
    assert town.fatma.client.get(path).status_code == 200
    at_day(31)
    assert town.fatma.client.get(path).status_code == 404
    assert town.noor.client.get(path).status_code == 200


def test_taken_up_again_who_worked_along_has_no_key(town: Town, robin: OpenedDossier) -> None:
    closed(town, robin)
    at_day(31)
    path = f"/dossiers/{robin.dossier.id}/closing/reopen"
    with on_day(CLOSED + timedelta(days=40)):
        assert town.joris.client.post(path, {"once": new_id(), "why": "Belde zelf."}).status_code == 302
    assert row(robin).state == "open"
    assert opened(town.fatma.session, robin) == set()
    assert opened(town.noor.session, robin) == {"summary"}


def test_taken_up_again_while_the_schedule_ran_its_keys_stay(
    town: Town, robin: OpenedDossier, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It was listed as closed, and a colleague takes it up again before its turn comes."""
    closed(town, robin)
    end = keys._end

    def late(dossier: Dossier) -> None:
        path = f"/dossiers/{robin.dossier.id}/closing/reopen"
        assert town.joris.client.post(path, {"once": new_id(), "why": "Belde zelf."}).status_code == 302
        end(dossier)

    monkeypatch.setattr(keys, "_end", late)
    assert at_day(31) == 0
    assert opened(town.fatma.session, robin) == {"summary"}
    assert CoWorker.objects.get(dossier=robin.dossier).until_on is None


def test_killed_between_two_dossiers_the_next_turn_goes_on(town: Town) -> None:
    several = [a_dossier(town, label=f"Kind {number}") for number in range(3)]
    for one in several:
        with acting("test.along", by=town.noor.principal) as act:
            add_co_worker(act, one.keys, one.dossier, town.fatma.principal, from_on=CLOSED)
        closed(town, one)
    with on_day(CLOSED + timedelta(days=31)):
        assert keys.end_due(most=2) == 2
        assert sum(bool(opened(town.fatma.session, one)) for one in several) == 1
        assert keys.end_due() == 1
    assert [opened(town.fatma.session, one) for one in several] == [set(), set(), set()]
