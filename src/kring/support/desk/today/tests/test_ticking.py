"""Ticking off on Today: what is mine and due, with one button, taken back as easily; a colleague's words stay."""

import re
from datetime import timedelta
from typing import Any

import pytest
from django.test import Client

from kring.support.desk.tests.test_pages import asked
from kring.support.desk.today.tests.test_today import said
from kring.support.dossier.actions import change_summary, close_dossier
from kring.support.dossier.content import SummaryContent
from kring.support.dossier.models import Dossier, Summary, Task
from kring.support.dossier.opening import opening
from kring.support.plan.content import Action, HowFar, Owner
from kring.support.plan.models import PlanAction
from kring.support.plan.testing import an_action, plan_of
from kring.support.testing import ON, a_dossier
from kring.team.testing import PASSWORD, Persona, Town
from kring.vault import sessions
from kring.vault.acts import acting
from kring.vault.models import JournalEntry, SessionKey

YESTERDAY = ON - timedelta(days=1)


@pytest.fixture(autouse=True)
def _on_the_day(settings: Any) -> None:
    settings.KRING_TODAY = ON


def buttons(browser: Client) -> dict[str, tuple[str, dict[str, str]]]:
    """What can be ticked or taken back on Today: by what the button says, where it is sent and with what."""
    text = browser.get("/today").content.decode()
    forms = re.findall(r'action="(/dossiers/[\w/-]+)".*?name="(done|undo)" value="(\d+)" aria-label="([^"]+)"', text)
    return {label: (path, {name: seen}) for path, name, seen, label in forms}


def press(browser: Client, label: str) -> Any:
    path, fields = buttons(browser)[label]
    return browser.post(path, fields)


def summary_of(who: Persona, dossier: Dossier) -> SummaryContent:
    return opening(who.session, dossier.id, act="test").summary


def test_a_next_step_is_ticked_off_with_one_button_and_stays_as_done_today(town: Town) -> None:
    one = a_dossier(town, label="Anouk D.", next_step="Bellen met de club", next_step_on=YESTERDAY)
    answer = press(town.noor.client, "Afvinken: Bellen met de club")
    assert answer["Location"] == f"/today#do-{one.dossier.id}", "no word of it in an address"
    page = said(town.noor.client)
    assert "Bellen met de club · Anouk D. Gedaan" in page
    assert "0 vandaag · 0 eerder verwacht" in page
    assert summary_of(town.noor, one.dossier).next_step == ""


def test_what_was_ticked_by_mistake_comes_back_as_it_was(town: Town) -> None:
    one = a_dossier(town, label="Anouk D.", next_step="Bellen met de club", next_step_on=YESTERDAY)
    press(town.noor.client, "Afvinken: Bellen met de club")
    press(town.noor.client, "Toch nog niet gedaan: Bellen met de club")
    assert "Bellen met de club · Anouk D. gisteren verwacht" in said(town.noor.client)
    summary = summary_of(town.noor, one.dossier)
    assert (summary.next_step, summary.next_step_on, summary.step_done) == ("Bellen met de club", YESTERDAY, None)


def test_tomorrow_what_is_done_is_gone(town: Town, settings: Any) -> None:
    one = a_dossier(town, label="Anouk D.", next_step="Bellen met de club", next_step_on=ON)
    an_action(town.noor, one.dossier, Action("Attest bezorgen", person=town.noor.principal, due_on=ON))
    press(town.noor.client, "Afvinken: Bellen met de club")
    press(town.noor.client, "Afvinken: Attest bezorgen")
    settings.KRING_TODAY = ON + timedelta(days=1)
    page = said(town.noor.client)
    assert "Bellen met de club" not in page
    assert "Attest bezorgen" not in page


def test_my_action_of_a_plan_is_done_there_too_and_what_was_said_of_it_stays(town: Town) -> None:
    one = a_dossier(town, label="Robin V.")
    me = town.noor.principal
    busy = Action("Attest bezorgen", person=me, due_on=ON, how_far=HowFar.BUSY, words="halfweg")
    action = an_action(town.noor, one.dossier, busy)
    answer = press(town.noor.client, "Afvinken: Attest bezorgen")
    assert answer["Location"] == f"/today#do-{action}"
    kept = plan_of(town.joris, one.dossier).action(action)
    assert (kept.content.how_far, kept.content.words, kept.record.done_on) == (HowFar.DONE, "halfweg", ON)
    assert "Attest bezorgen · Robin V. Gedaan" in said(town.noor.client)
    press(town.noor.client, "Toch nog niet gedaan: Attest bezorgen")
    kept = plan_of(town.joris, one.dossier).action(action)
    assert (kept.content.how_far, kept.record.done_on) == (HowFar.BUSY, None), "as far as it was"
    assert [told.how_far for told in kept.content.told] == [HowFar.BUSY, HowFar.DONE, HowFar.BUSY]


def test_a_button_pressed_twice_does_its_work_once(town: Town) -> None:
    one = a_dossier(town, label="Anouk D.", next_step="Bellen met de club", next_step_on=ON)
    action = an_action(town.noor, one.dossier, Action("Attest bezorgen", person=town.noor.principal, due_on=ON))
    for label in ("Afvinken: Bellen met de club", "Afvinken: Attest bezorgen"):
        path, fields = buttons(town.noor.client)[label]
        assert [town.noor.client.post(path, fields).status_code for _ in "12"] == [302, 302]
    assert Summary.objects.get(dossier=one.dossier).revision == 2
    assert PlanAction.objects.get(id=action).revision == 2


def test_what_a_colleague_changed_meanwhile_is_shown_and_not_ticked(town: Town) -> None:
    one = a_dossier(town, label="Anouk D.", next_step="Bellen met de club", next_step_on=ON)
    action = an_action(town.noor, one.dossier, Action("Attest bezorgen", person=town.noor.principal, due_on=ON))
    seen = buttons(town.noor.client)
    with acting("test.step", by=town.noor.principal) as act:
        change_summary(act, one.keys, one.dossier.id, next_step="Mailen met de club")
    plan = plan_of(town.joris, one.dossier)
    kept = plan.action(action)
    an_action(
        town.joris,
        one.dossier,
        Action("Attest opsturen", person=town.noor.principal, due_on=ON),
        on=kept,
        seen=kept.record.revision,
    )
    for label, now in (
        ("Afvinken: Bellen met de club", "Mailen met de club"),
        ("Afvinken: Attest bezorgen", "Attest opsturen"),
    ):
        path, fields = seen[label]
        answer = town.noor.client.post(path, fields)
        assert answer.status_code == 409
        assert "Iemand wijzigde dit intussen" in answer.content.decode()
        assert f'aria-label="Afvinken: {now}"' in answer.content.decode()
    assert summary_of(town.noor, one.dossier).next_step == "Mailen met de club"
    assert plan_of(town.noor, one.dossier).action(action).content.how_far is HowFar.AGREED


def test_a_step_agreed_since_is_not_written_over_by_taking_back(town: Town) -> None:
    one = a_dossier(town, label="Anouk D.", next_step="Bellen met de club", next_step_on=ON)
    press(town.noor.client, "Afvinken: Bellen met de club")
    path, _ = buttons(town.noor.client)["Toch nog niet gedaan: Bellen met de club"]
    with acting("test.step", by=town.noor.principal) as act:
        change_summary(act, one.keys, one.dossier.id, next_step="Naar de wedstrijd", next_step_on=ON)
    assert "Bellen met de club" not in said(town.noor.client)
    newest = Summary.objects.get(dossier=one.dossier).revision
    assert town.noor.client.post(path, {"undo": str(newest)}).status_code == 409
    assert summary_of(town.noor, one.dossier).next_step == "Naar de wedstrijd"


@pytest.mark.parametrize("who", ["joris", "fatma", "samir", "greet", "ann"])
def test_who_does_not_hold_it_ticks_nothing(town: Town, who: str) -> None:
    """Joris is deputy and opens both, but neither is his to do; the others open nothing."""
    one = a_dossier(town, label="Anouk D.", next_step="Bellen met de club", next_step_on=ON)
    action = an_action(town.noor, one.dossier, Action("Attest bezorgen", person=town.noor.principal, due_on=ON))
    browser = town.people[who].client
    assert not buttons(browser)
    for path in (f"/dossiers/{one.dossier.id}/tick", f"/dossiers/{one.dossier.id}/tick/{action}"):
        assert browser.post(path, {"done": "1"}).status_code == 404
    assert summary_of(town.noor, one.dossier).next_step == "Bellen met de club"
    assert plan_of(town.noor, one.dossier).action(action).content.how_far is HowFar.AGREED


def test_nothing_is_ticked_in_a_dossier_that_was_closed(town: Town) -> None:
    one = a_dossier(town, label="Anouk D.", next_step="Bellen met de club", next_step_on=ON)
    action = an_action(town.noor, one.dossier, Action("Attest bezorgen", person=town.noor.principal, due_on=ON))
    with acting("test.close", by=town.noor.principal) as act:
        close_dossier(act, one.keys, one.dossier, ON)
    for path in (f"/dossiers/{one.dossier.id}/tick", f"/dossiers/{one.dossier.id}/tick/{action}"):
        assert town.noor.client.post(path, {"done": "1"}).status_code == 404


def test_what_is_open_in_the_plan_of_a_closed_dossier_is_not_to_do(town: Town) -> None:
    """A reminder keeps the dossier on Today; its plan is over, and nobody asks what somebody who died still does."""
    one = a_dossier(town, label="Anouk D.")
    an_action(town.noor, one.dossier, Action("Attest bezorgen", person=town.noor.principal, due_on=ON))
    an_action(
        town.noor,
        one.dossier,
        Action("Lokaal vrijhouden", owner=Owner.ORGANISATION, name="Griet Lens", organisation="De Brug", due_on=ON),
    )
    with acting("test.close", by=town.noor.principal) as act:
        act.add(Task(dossier=one.dossier, kind=Task.Kind.AFTERCARE_FIRST, person=town.noor.principal, due_on=ON))
        close_dossier(act, one.keys, one.dossier, ON)
    page = said(town.noor.client)
    assert "Anouk D." in page, "the reminder"
    assert "Attest bezorgen" not in page
    assert "Lokaal vrijhouden" not in page


@pytest.mark.parametrize("sent", [{}, {"done": ""}, {"done": "x"}, {"undo": "1"}, {"done": "99"}, {"done": "9" * 5000}])
def test_a_form_that_nobody_was_shown_changes_nothing(town: Town, sent: dict[str, str]) -> None:
    one = a_dossier(town, label="Anouk D.", next_step="Bellen met de club", next_step_on=ON)
    action = an_action(town.noor, one.dossier, Action("Attest bezorgen", person=town.noor.principal, due_on=ON))
    for path in (f"/dossiers/{one.dossier.id}/tick", f"/dossiers/{one.dossier.id}/tick/{action}"):
        assert town.noor.client.post(path, sent).status_code == 409
    assert town.noor.client.get(f"/dossiers/{one.dossier.id}/tick").status_code == 405
    assert summary_of(town.noor, one.dossier).next_step == "Bellen met de club"


def test_the_journal_names_the_act_and_no_word_of_it(town: Town) -> None:
    one = a_dossier(town, label="Anouk D.", next_step="Bellen met de club", next_step_on=ON)
    press(town.noor.client, "Afvinken: Bellen met de club")
    told = b"".join(bytes(text or b"") for text in JournalEntry.objects.values_list("text", flat=True)).decode()
    assert '"desk.tick_step"' in told
    assert one.dossier.id in told
    assert "Bellen" not in told


def test_pressed_on_a_screen_that_was_locked_it_is_pressed_again_after(town: Town) -> None:
    a_dossier(town, label="Anouk D.", next_step="Bellen met de club", next_step_on=ON)
    browser = town.noor.client
    path, fields = buttons(browser)["Afvinken: Bellen met de club"]
    for row in SessionKey.objects.all():
        sessions.lock(row.id)
    assert browser.post(path, fields)["Location"] == "/locked"
    answer = browser.post("/locked", {"password": PASSWORD})
    assert answer["Location"] == "/today", "no form without a word lies among what was written"
    assert "Afvinken: Bellen met de club" in buttons(browser)


def test_what_has_an_answer_of_its_own_has_no_button(town: Town) -> None:
    """Telling the client asks for a day and a way (GDP-06), an age for a judgement (MIN-05)."""
    one = a_dossier(town, label="Anouk D.")
    with acting("test.tasks", by=town.noor.principal) as act:
        task = Task(dossier=one.dossier, kind=Task.Kind.TELL_AT_FIRST_TALK, person=town.noor.principal, due_on=ON)
        act.add(task)
    _, text, _ = asked(town.noor.client, "/today")
    assert "Vertel het in je eerste gesprek" in text
    assert "tickbox" not in text
