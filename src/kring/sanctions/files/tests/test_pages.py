"""The pages of sanction mediation without script: from a new file to the decision, by who may and by who may not."""

import re
from datetime import timedelta

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from kring.sanctions.files.codelists import Outcome
from kring.sanctions.files.models import SanctionFile
from kring.sanctions.testing import Bench, a_minor, an_adult
from kring.team.clock import today
from kring.vault.models import JournalEntry
from kring.vault.primitives import new_id

HOUSEKEEPING = ("BEGIN", "COMMIT", "SAVEPOINT", "RELEASE", "vault_journal")
MOST_QUERIES = 8


def hidden(page: str, action: str) -> dict[str, str]:
    """The hidden fields of the form that goes to this address."""
    form = page.split(f'action="{action}"', 1)[1].split("</form>", 1)[0]
    return dict(re.findall(r'name="(once|seen)" value="([^"]*)"', form))


def sent(browser: Client, bench: Bench, step: str, **given: str) -> str:
    """Fill in a form of the page of the file and send it; the page afterwards."""
    place = reverse("sanctions:file", args=[bench.file])
    report = step == "report"
    action = reverse("sanctions:report" if report else "sanctions:step", args=[bench.file, *([] if report else [step])])
    answer = browser.post(action, {**hidden(browser.get(place).content.decode(), action), **given}, follow=True)
    assert answer.status_code == 200
    return answer.content.decode()


def test_from_a_new_file_to_the_decision_in_forms_alone(bench: Bench) -> None:
    browser, person = bench.bea.client, a_minor("Mats Leys")
    page = browser.get(reverse("sanctions:begin")).content.decode()
    once = re.search(r'name="once" value="([^"]*)"', page)
    assert once
    days = {name: str(getattr(person, name)) for name in ("born_on", "happened_on", "established_on")}
    given = {"once": once[1], "seen": "0", "name": "Mats Leys", "residence": "Vest 1", "nature": "graffiti", **days}
    given |= {"parent": "An Leys", "parent_at": "Vest 1", "prosecutor": "not_asked"}
    page = browser.post(reverse("sanctions:begin"), given, follow=True).content.decode()
    assert "Het dossier is open" in page
    assert "An Leys, Vest 1" in page
    bench.file = SanctionFile.objects.exclude(id=bench.file).get().id
    page = sent(browser, bench, "offer", told_on=str(today()), offered_on=str(today()))
    assert "Bemiddeling is aangeboden" in page
    mediator = bench.ines.client
    page = sent(mediator, bench, "report", outcome="failed", sure="on")
    assert "Gemeld" in page
    assert "Mats Leys" not in page
    page = sent(browser, bench, "service", service_offered_on=str(today()), service_hours="10", service="not_done")
    assert "niet gedaan" in page
    page = sent(browser, bench, "decide", sanction="fine", amount="90", decided_on=str(today()))
    assert "€ 90" in page
    page = sent(browser, bench, "final", final_on=str(today()))
    assert "Geen beroep meer mogelijk sinds" in page


def test_who_is_too_young_is_said_beside_the_field_and_nothing_is_kept(bench: Bench) -> None:
    person = a_minor(years=13)
    days = {name: str(getattr(person, name)) for name in ("born_on", "happened_on", "established_on")}
    given = {"once": new_id(), "seen": "0", "name": "Wiet", "residence": "Vest 1", "nature": "noise", **days}
    page = bench.bea.client.post(reverse("sanctions:begin"), {**given, "prosecutor": "not_asked"}).content.decode()
    assert "Nog geen 14" in page
    assert 'value="Wiet"' in page
    assert SanctionFile.objects.count() == 1


@pytest.mark.parametrize(
    ("step", "given", "said"),
    [
        ("offer", {"offered_on": "today"}, "Eerst het bericht aan de balie"),
        ("decide", {"sanction": "fine", "amount": "90", "decided_on": "today"}, "Dat is verplicht"),
        ("decide", {"sanction": "fine", "amount": "x", "decided_on": "tomorrow"}, "getal"),
    ],
)
def test_what_is_in_the_way_is_said_beside_the_field_and_keeps_what_was_typed(
    bench: Bench, step: str, given: dict[str, str], said: str
) -> None:
    days = {"today": str(today()), "tomorrow": str(today() + timedelta(days=1))}
    typed = {name: days.get(value, value) for name, value in given.items()}
    page = sent(bench.bea.client, bench, step, **typed)
    assert said in page
    for name, value in typed.items():
        assert f'value="{value}"' in page, name


def test_san_05_a_talk_is_not_passed_on_unless_both_want_it(bench: Bench) -> None:
    bench.offer()
    browser = bench.ines.client
    page = sent(browser, bench, "report", outcome="succeeded", agreement="Saturday, the wall", sure="on")
    assert "Willen beiden dat?" in page
    assert "Saturday, the wall" in page
    page = sent(browser, bench, "report", outcome="failed", agreement="He was angry", both="on", sure="on")
    assert "hoort alleen bij een geslaagde bemiddeling" in page
    assert bench.open().result.outcome == ""
    sent(browser, bench, "report", outcome="succeeded", agreement="Saturday, the wall", both="on", sure="on")
    page = bench.bea.client.get(reverse("sanctions:file", args=[bench.file])).content.decode()
    assert "Saturday, the wall" in page
    assert reverse("sanctions:step", args=[bench.file, "service"]) not in page


def test_a_double_tap_of_the_mediator_reports_once(bench: Bench) -> None:
    bench.offer()
    browser, action = bench.ines.client, reverse("sanctions:report", args=[bench.file])
    fields = hidden(browser.get(reverse("sanctions:file", args=[bench.file])).content.decode(), action)
    given = {**fields, "outcome": "refused", "sure": "on"}
    first, second = browser.post(action, given), browser.post(action, given)
    assert (first.status_code, second.status_code) == (302, 302)
    assert browser.post(action, {**given, "once": new_id()}).status_code == 404
    assert bench.lars.client.post(action, given).status_code == 404


def test_who_writes_second_sees_both_texts_and_can_write_on_top(bench: Bench) -> None:
    browser, action = bench.bea.client, reverse("sanctions:amend", args=[bench.file])
    page = browser.get(action).content.decode()
    fields = dict(re.findall(r'name="(once|seen)" value="([^"]*)"', page))
    stands = bench.open().person
    given = {name: str(getattr(stands, name)) for name in ("born_on", "happened_on", "established_on", "nature")}
    other = {**given, **fields, "name": "Jef Peeters", "residence": "What Koen heard", "once": new_id()}
    assert bench.koen.client.post(action, other).status_code == 302
    answer = browser.post(action, {**given, **fields, "name": "Jef Peeters", "residence": "What Bea heard"})
    page = answer.content.decode()
    assert answer.status_code == 409
    assert "What Koen heard" in page
    assert "What Bea heard" in page
    again = dict(re.findall(r'name="(once|seen)" value="([^"]*)"', page))
    assert browser.post(action, {**given, **again, "name": "Jef", "residence": "Both"}).status_code == 302
    assert bench.open().person.residence == "Both"


def test_a_step_that_a_colleague_did_first_keeps_what_was_typed(bench: Bench) -> None:
    browser, action = bench.bea.client, reverse("sanctions:step", args=[bench.file, "offer"])
    fields = hidden(browser.get(reverse("sanctions:file", args=[bench.file])).content.decode(), action)
    bench.offer()
    answer = browser.post(action, {**fields, "told_on": str(today()), "offered_on": str(today())})
    assert answer.status_code == 200
    assert "al aangeboden" in answer.content.decode()


def test_an_adult_is_offered_it_with_a_box_instead_of_a_lawyer(bench: Bench) -> None:
    bench.begin(an_adult())
    page = bench.bea.client.get(reverse("sanctions:file", args=[bench.file])).content.decode()
    assert 'name="fit"' in page
    assert 'name="told_on"' not in page
    assert "alle drie nodig" in sent(bench.bea.client, bench, "offer", offered_on=str(today()))
    sent(bench.bea.client, bench, "offer", offered_on=str(today()), fit="on")
    assert bench.asked().person.name == "Kobe Maes"


@pytest.mark.parametrize("who", ["ines", "greet", "hilde", "saar", "ann", "marc", "nobody"])
def test_forbidden_and_absent_are_one_answer_for_every_address(bench: Bench, who: str) -> None:
    browser = Client() if who == "nobody" else getattr(bench, who).client
    for name, args in (
        ("sanctions:file", []),
        ("sanctions:amend", []),
        ("sanctions:report", []),
        *(("sanctions:step", [step]) for step in ("offer", "service", "decide", "final", "prosecutor", "none")),
    ):
        answers = []
        for file in (bench.file, new_id(), "no-id"):
            ask = browser.get if name == "sanctions:file" else browser.post
            answer = ask(reverse(name, args=[file, *args]))
            body = re.sub(r'name="[a-z]*token" value="[^"]*"', "", answer.content.decode()).replace(file, "")
            answers.append((answer.status_code, body.replace("no-id", "")))
        assert answers[0] == answers[1] == answers[2], name
        assert answers[0][0] in (404, 302), name


@pytest.mark.parametrize("who", ["greet", "hilde", "saar", "ann", "marc"])
def test_nobody_else_sees_a_list_or_begins_a_file(bench: Bench, who: str) -> None:
    browser = getattr(bench, who).client
    for name in ("sanctions:files", "sanctions:begin"):
        assert browser.get(reverse(name)).status_code == 404
    assert f'href="{reverse("sanctions:files")}"' not in browser.get(reverse("team:colleagues")).content.decode()


def test_san_08_each_of_the_two_has_his_own_page(bench: Bench) -> None:
    bench.offer()
    place = reverse("sanctions:file", args=[bench.file])
    officer, mediator = (who.client.get(place).content.decode() for who in (bench.bea, bench.ines))
    report = reverse("sanctions:report", args=[bench.file])
    assert report in mediator
    assert report not in officer
    assert "/step/" in officer
    assert "/step/" not in mediator
    assert bench.ines.client.get(reverse("sanctions:begin")).status_code == 404
    assert bench.bea.client.post(report, {}).status_code == 404
    for step in ("offer", "decide"):
        assert bench.ines.client.post(reverse("sanctions:step", args=[bench.file, step]), {}).status_code == 404


def test_no_page_says_a_name_in_an_address_a_title_or_the_journal(bench: Bench) -> None:
    page = bench.bea.client.get(reverse("sanctions:file", args=[bench.file])).content.decode()
    title = re.search(r"<title>(.*?)</title>", page, re.DOTALL)
    assert title
    assert "Jef Peeters" not in title[1]
    for entry in JournalEntry.objects.all():
        assert "Jef Peeters" not in f"{vars(entry)}"


def test_a_page_asks_few_questions_however_many_files(bench: Bench) -> None:
    def asked(browser: Client, path: str) -> int:
        browser.get(path)
        with CaptureQueriesContext(connection) as queries:
            assert browser.get(path).status_code == 200
        return len([one for one in queries if not any(word in one["sql"] for word in HOUSEKEEPING)])

    bench.offer()
    bea, ines, file = bench.bea.client, bench.ines.client, reverse("sanctions:file", args=[bench.file])
    places = [(bea, reverse("sanctions:files")), (ines, reverse("sanctions:files"))]
    one = [asked(*place) for place in places]
    pages = [asked(bea, file), asked(ines, file), asked(bea, f"{file}/amend"), asked(bea, reverse("sanctions:begin"))]
    for number in range(6):
        bench.begin(a_minor(f"Mats {number}"))
        bench.offer()
    assert [asked(*place) for place in places] == one
    assert max(*one, *pages) <= MOST_QUERIES, (one, pages)


def test_what_waits_too_long_says_so(bench: Bench) -> None:
    bench.begin(a_minor("Late", days_ago=230))
    assert "is voorbij op" in bench.bea.client.get(reverse("sanctions:files")).content.decode()
    bench.begin(a_minor("Early"))
    bench.offer()
    bench.report(Outcome.REFUSED)
    page = bench.bea.client.get(reverse("sanctions:file", args=[bench.file])).content.decode()
    assert "Beslis ten laatste op" in page
