"""The pages of mediation without script: from a call to the end, by who may and by who may not."""

import re
from dataclasses import replace
from datetime import timedelta

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from kring.mediation.files import actions, volunteers
from kring.mediation.files.codelists import Side
from kring.mediation.files.models import Helper, MediationFile
from kring.mediation.testing import CALL, NADIA, Street
from kring.team import clock
from kring.team.clock import today
from kring.vault.models import JournalEntry
from kring.vault.primitives import new_id

LABEL = "Lindestraat, second floor"


def fields_of(page: str, action: str) -> dict[str, str]:
    """The hidden fields of the form that goes to this address."""
    form = page.split(f'action="{action}"', 1)[1].split("</form>", 1)[0]
    return dict(re.findall(r'name="(once|seen)" value="([^"]*)"', form))


def sent(browser: Client, street: Street, to: str, *args: str, **given: str) -> str:
    """Fill in a form of the page of the file and send it; the page afterwards."""
    place, action = reverse("mediation:file", args=[street.file]), reverse(to, args=[street.file, *args])
    hidden = fields_of(browser.get(place).content.decode(), action)
    answer = browser.post(action, {**hidden, **given}, follow=True)
    assert answer.status_code == 200
    return answer.content.decode()


def test_from_a_call_to_the_end_in_forms_alone(street: Street) -> None:
    browser = street.wout.client
    page = browser.get(reverse("mediation:call")).content.decode()
    once = re.search(r'name="once" value="([^"]*)"', page)
    assert once
    call = {"once": once[1], "label": "Kerkstraat", "way": "desk", "referrer": "self", "natures": ["pets", "noise"]}
    page = browser.post(reverse("mediation:call"), {**call, "name": "Rita"}, follow=True).content.decode()
    assert "De oproep is genoteerd" in page
    street.file = MediationFile.objects.exclude(id=street.file).get().id
    for side, name in (("a", "Rita"), ("b", "Bob")):
        given = {"name": name, "intake_on": str(today()), "willing": "yes", "wish": f"Quiet, says {name}"}
        page = sent(browser, street, "mediation:side", side, **given)
        assert f"Quiet, says {name}" in page
    assert "samen aan tafel" in sent(browser, street, "mediation:talk", form="direct", met_on=str(today()))
    for side in ("a", "b"):
        kept = {"name": "Rita" if side == "a" else "Bob", "intake_on": str(today()), "willing": "yes"}
        sent(browser, street, "mediation:side", side, **kept, result="agreed")
        page = sent(browser, street, "mediation:side", side, **kept, result="agreed", holds="better")
    assert "Er is niets meer te doen" in page
    action = reverse("mediation:end", args=[street.file])
    assert "Vink aan" in browser.post(action).content.decode()
    page = browser.post(action, {"sure": "yes"}, follow=True).content.decode()
    assert "Van de twee buren is niets meer over" in page
    assert "Kerkstraat" not in page
    assert LABEL in page


def test_what_comes_too_early_is_said_beside_the_field_and_keeps_what_was_typed(street: Street) -> None:
    page = sent(street.wout.client, street, "mediation:side", "b", name="Piet", result="agreed", told="My own words")
    assert "Een resultaat komt na het gesprek" in page
    assert "My own words" in page
    page = sent(street.wout.client, street, "mediation:talk", form="shuttle")
    assert "Eerst een gesprek met elk van hen" in page
    assert street.open().content.form == ""


def test_who_writes_second_sees_both_texts_and_can_write_on_top(street: Street) -> None:
    browser, place = street.wout.client, reverse("mediation:file", args=[street.file])
    action = reverse("mediation:side", args=[street.file, "a"])
    hidden = fields_of(browser.get(place).content.decode(), action)
    sent(street.mira.client, street, "mediation:side", "a", name="Nadia", wish="What Mira heard")
    answer = browser.post(action, {**hidden, "name": "Nadia", "wish": "What Wout heard"})
    page = answer.content.decode()
    assert answer.status_code == 409
    assert "What Mira heard" in page
    assert "What Wout heard" in page
    again = fields_of(page, action)
    assert browser.post(action, {**again, "name": "Nadia", "wish": "Both"}).status_code == 302
    assert street.open().sides[Side.A].wish == "Both"


def test_a_volunteer_sees_his_file_and_no_button_that_is_not_his(street: Street) -> None:
    actions.register_call(street.wout.session, CALL, NADIA, once=new_id())
    person = street.dries.principal
    action = reverse("mediation:help", args=[street.file])
    page = street.wout.client.get(action).content.decode()
    once = re.search(r'name="once" value="([^"]*)"', page)
    assert once
    asked = {"once": once[1], "person": person, "until": str(today() + timedelta(days=900))}
    assert "binnen een half jaar" in street.wout.client.post(action, asked).content.decode()
    asked["until"] = str(today() + timedelta(days=9))
    assert "tot die dag" in street.wout.client.post(action, asked, follow=True).content.decode()
    his = street.dries.client
    listed = his.get(reverse("mediation:files")).content.decode()
    assert listed.count(LABEL) == 1
    assert reverse("mediation:call") not in listed
    page = his.get(reverse("mediation:file", args=[street.file])).content.decode()
    assert f'"{action}"' not in page
    assert his.get(action).status_code == 404
    assert his.get(reverse("mediation:call")).status_code == 404
    helper = Helper.objects.get()
    his.post(reverse("mediation:end_help", args=[street.file, helper.id]))
    assert his.get(reverse("mediation:file", args=[street.file])).status_code == 404
    assert volunteers.helping(street.file) == []


@pytest.mark.parametrize("who", ["greet", "hilde", "saar", "ann", "dries", "nobody"])
def test_forbidden_and_absent_are_one_answer_for_every_address(street: Street, who: str) -> None:
    browser = Client() if who == "nobody" else getattr(street, who).client
    for name, args in (
        ("mediation:file", []),
        ("mediation:side", ["a"]),
        ("mediation:talk", []),
        ("mediation:help", []),
        ("mediation:end_help", [new_id()]),
        ("mediation:end", []),
    ):
        answers = []
        for file in (street.file, new_id(), "no-id"):
            ask = browser.get if name == "mediation:file" else browser.post
            answer = ask(reverse(name, args=[file, *args]))
            body = re.sub(r'name="[a-z]*token" value="[^"]*"', "", answer.content.decode()).replace(file, "")
            answers.append((answer.status_code, body.replace("no-id", "")))
        assert answers[0] == answers[1] == answers[2], name
        assert answers[0][0] in (404, 302), name


def test_no_page_says_more_than_its_label_in_an_address_a_title_or_the_journal(street: Street) -> None:
    street.wout.client.get(reverse("mediation:file", args=[street.file]))
    for entry in JournalEntry.objects.all():
        said = f"{vars(entry)}"
        assert "Nadia" not in said
        assert LABEL not in said
    page = street.wout.client.get(reverse("mediation:file", args=[street.file])).content.decode()
    title = re.search(r"<title>(.*?)</title>", page, re.DOTALL)
    assert title
    assert "Linde" not in title[1]


def test_a_page_asks_the_same_few_questions_however_many_files(street: Street) -> None:
    browser = street.wout.client

    def asked(path: str) -> int:
        browser.get(path)
        with CaptureQueriesContext(
            connection,
        ) as queries:
            assert browser.get(path).status_code == 200
        return len(queries)

    one = asked(reverse("mediation:files"))
    for _ in range(6):
        actions.register_call(street.wout.session, CALL, NADIA, once=new_id())
    many, file = asked(reverse("mediation:files")), asked(reverse("mediation:file", args=[street.file]))
    assert one == many
    assert (many <= 13, file <= 15) == (True, True), "eight, and the five of the journal; through a circle two more"


def test_a_file_whose_follow_up_is_past_stands_first_until_both_were_asked(street: Street) -> None:
    browser, said = street.wout.client, "De opvolging is voorbij"
    actions.register_call(street.wout.session, replace(CALL, label="Kerkstraat"), NADIA, once=new_id())
    with clock.on_day(today() - timedelta(days=60)):
        for side in Side:
            street.write(side, replace(NADIA, intake_on=today(), willing="yes"))
        street.decide(replace(CALL, form="direct", met_on=today()))
        for side in Side:
            street.write(side, replace(street.open().sides[side], result="agreed"))
        assert said not in browser.get(reverse("mediation:files")).content.decode()
    page = browser.get(reverse("mediation:files")).content.decode()
    assert page.index(said) < page.index(LABEL) < page.index("De andere dossiers") < page.index("Kerkstraat")
    for side in Side:
        street.write(side, replace(street.open().sides[side], holds="better"))
    assert said not in browser.get(reverse("mediation:files")).content.decode()
