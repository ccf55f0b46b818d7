"""Somebody is away, or goes out alone in the evening: who stands in sees the list, who watches is called. SEC-11."""

from datetime import timedelta
from typing import Any

import pytest
from django.core.management import call_command
from django.utils import timezone
from django.utils.html import strip_tags

from kring.support.contacts.appointments import actions
from kring.support.contacts.appointments.content import Meeting
from kring.support.contacts.appointments.models import ClientAppointment
from kring.support.contacts.appointments.queries import midnight
from kring.support.dossier.actions import OpenedDossier
from kring.support.dossier.models import Dossier
from kring.support.dossier.opening import opening
from kring.support.followup.back import actions as back
from kring.support.followup.content import HandoverContent, Told, WhereToGo
from kring.support.followup.handover import answering, moving, offering
from kring.support.followup.models import Absence, EveningOut
from kring.support.testing import a_dossier
from kring.team.clock import today
from kring.team.testing import Persona, Town
from kring.vault import outbox
from kring.vault.models import JournalEntry, Letter, Lock
from kring.vault.primitives import new_id
from kring.vault.refusals import Refused

pytestmark = pytest.mark.django_db
WHERE = "Bij Lut thuis, derde verdieping, blauwe deur"


@pytest.fixture
def robin(town: Town) -> OpenedDossier:
    """Noor's dossier, Joris deputy."""
    return a_dossier(town, label="Robin V.", next_step="Mee naar de huisarts", next_step_on=today())


def seen(who: Persona, path: str = "/away") -> str:
    return strip_tags(who.client.get(path).content.decode())


def go(town: Town, minutes: int = 60) -> EveningOut:
    due = timezone.now() + timedelta(minutes=minutes)
    back.go(town.noor.session, town.joris.principal, WhereToGo(WHERE, "0470 00 00 00"), due, once=new_id())
    return EveningOut.objects.latest("due_at")


def test_planned_absence_moves_nothing_and_the_deputy_gets_the_list(town: Town, robin: OpenedDossier) -> None:
    before = Dossier.objects.get(id=robin.dossier.id).mac
    given = {"once": new_id(), "from_on": today().isoformat(), "until_on": (today() + timedelta(days=3)).isoformat()}
    for _ in range(2):
        assert town.noor.client.post("/away", given).status_code == 302
    assert Absence.objects.count() == 1
    page = seen(town.joris)
    assert "Noor Claes" in page
    assert "Robin V." in page
    assert "Mee naar de huisarts" in page
    assert Dossier.objects.get(id=robin.dossier.id).mac == before
    assert Lock.objects.filter(bundle=robin.dossier.id).exclude(version=1).count() == 0
    assert not list(outbox.waiting())


@pytest.mark.parametrize("who", ["tom", "nele", "greet", "ann"])
def test_who_is_no_deputy_gets_no_list(town: Town, robin: OpenedDossier, who: str) -> None:
    town.noor.client.post("/away", {"once": new_id(), "from_on": today().isoformat(), "until_on": today().isoformat()})
    assert "Robin V." not in seen(town.people[who])


def test_one_button_for_who_did_not_turn_up_mails_the_other_deputies_without_a_name(
    town: Town, robin: OpenedDossier
) -> None:
    a_dossier(town, deputy=town.fatma, label="Kim")
    for _ in range(2):
        assert town.joris.client.post(f"/away/not-here/{town.noor.principal}", {"once": new_id()}).status_code == 302
    assert Absence.objects.get().unexpected
    mails = [(mail.to, mail.template, mail.words) for mail in outbox.waiting()]
    assert mails == [("fatma@kring.example", "asked", {})]
    assert "Robin V." in seen(town.joris)
    assert "Kim" in seen(town.fatma)
    assert "Robin V." not in seen(town.fatma), "each the dossiers he is deputy of"


@pytest.mark.parametrize(("who", "answer"), [("greet", 302), ("tom", 404), ("nele", 404), ("ann", 404), ("noor", 404)])
def test_only_a_deputy_or_the_head_of_service_says_it_of_another(
    town: Town, robin: OpenedDossier, who: str, answer: int
) -> None:
    sent = town.people[who].client.post(f"/away/not-here/{town.noor.principal}", {"once": new_id()})
    assert sent.status_code == answer
    assert Absence.objects.exists() == (answer == 302)


def test_it_is_said_of_a_colleague_and_of_no_words_in_an_address(town: Town) -> None:
    for somebody in ("Robin-Vervloet", new_id(), town.groups["welfare"], "x" * 60):
        assert town.greet.client.post(f"/away/not-here/{somebody}", {"once": new_id()}).status_code == 404
    assert not Absence.objects.exists()
    assert not [row for row in JournalEntry.objects.all() if b"Robin-Vervloet" in bytes(row.text or b"")]


def test_a_day_that_is_over_or_upside_down_comes_back_as_typed(town: Town) -> None:
    given = {"once": new_id(), "from_on": "2031-03-09", "until_on": "2031-03-01"}
    answer = town.noor.client.post("/away", given)
    assert 'value="2031-03-09"' in answer.content.decode()
    assert "De laatste dag komt na de eerste." in answer.content.decode()


def test_back_in_time_and_nobody_ever_read_it(town: Town) -> None:
    row = go(town)
    assert town.joris.client.get(f"/back/{row.id}/where").status_code == 404, "not before the time"
    for _ in range(2):
        assert town.noor.client.post(f"/back/{row.id}").status_code == 302
    assert back.call_due(timezone.now() + timedelta(hours=2)) == 0
    assert not Letter.objects.filter(about=row.id).exists()
    assert town.joris.client.get(f"/back/{row.id}/where").status_code == 404


def test_the_drill_not_back_in_time_calls_the_chosen_colleague_who_can_open_it(town: Town, capsys: Any) -> None:
    row = go(town, minutes=-1)
    call_command("tick")
    call_command("tick")
    assert "not back 1" in capsys.readouterr().out
    [mail] = [one for one in outbox.waiting() if one.template == "not_back"]
    assert (mail.to, mail.template, mail.words) == ("joris@kring.example", "not_back", {})
    assert "Noor Claes is niet terug" in seen(town.joris, "/back")
    page = seen(town.joris, f"/back/{row.id}/where")
    assert WHERE in page
    assert "0470 00 00 00" in page
    for who in (town.fatma, town.greet, town.ann, town.noor):
        assert who.client.get(f"/back/{row.id}/where").status_code == 404
    assert town.joris.client.post(f"/back/{row.id}/settle").status_code == 302
    assert not Letter.objects.filter(about=row.id).exists()
    assert town.joris.client.get(f"/back/{row.id}/where").status_code == 404


def test_who_is_late_presses_back_and_the_words_are_gone(town: Town) -> None:
    row = go(town, minutes=-1)
    back.call_due()
    town.noor.client.post(f"/back/{row.id}")
    assert town.joris.client.get(f"/back/{row.id}/where").status_code == 404
    assert WHERE not in seen(town.joris, "/back")


def test_who_presses_back_while_the_schedule_calls_is_back(town: Town, monkeypatch: pytest.MonkeyPatch) -> None:
    row, forgets = go(town, minutes=-1), EveningOut.verified

    def called_meanwhile(read: EveningOut) -> EveningOut:
        monkeypatch.setattr(EveningOut, "verified", forgets)
        back.call_due()
        return forgets(read)

    monkeypatch.setattr(EveningOut, "verified", called_meanwhile)
    assert town.noor.client.post(f"/back/{row.id}").status_code == 302
    assert EveningOut.objects.get(id=row.id).state == EveningOut.State.BACK
    assert WHERE not in seen(town.joris, "/back")


def test_one_chooses_a_colleague_of_a_circle_and_not_oneself(town: Town) -> None:
    due = timezone.now() + timedelta(hours=1)
    for who in (town.noor, town.greet, town.ann):
        with pytest.raises(Refused):
            back.go(town.noor.session, who.principal, WhereToGo(WHERE), due, once=new_id())
    given = {"once": new_id(), "where": WHERE, "until": "", "watcher": town.joris.principal}
    assert WHERE in town.noor.client.post("/back", given).content.decode(), "what was typed comes back"
    assert town.noor.client.post("/back", {**given, "until": "23:30"}).status_code == 302
    assert EveningOut.objects.get().watcher == town.joris.principal


def test_the_deputy_sees_the_appointments_of_today_and_who_takes_over_gets_those_to_come(
    town: Town, robin: OpenedDossier
) -> None:
    noon = midnight(today()) + timedelta(hours=12)
    opened = opening(town.noor.session, robin.dossier.id, act="test.meet", parts=["journal"])
    meeting = Meeting(noon, "home", town.noor.principal, place="Bakkerij Zonnestraal")
    appointment = actions.make(opened, meeting, person=town.noor.principal, once=new_id())
    town.joris.client.post(f"/away/not-here/{town.noor.principal}", {"once": new_id()})
    page = seen(town.joris)
    assert "12.00" in page
    assert "Bakkerij Zonnestraal" in page
    assert "Bakkerij Zonnestraal" not in seen(town.fatma)
    content = HandoverContent("Robin V.", "De huisarts.", "Ik ben ziek.", Told.NOT_YET)
    plan = offering.Plan(town.fatma.principal, town.joris.principal, "batch")
    offered = offering.offer(town.noor.session, opened, plan, content, once=new_id())
    answering.answer(town.fatma.session, offered, answering.YES)
    moving.move(town.joris.session, offered)
    assert ClientAppointment.objects.get(id=appointment).person == town.fatma.principal
    assert "Bakkerij Zonnestraal" in seen(town.fatma, "/today")
