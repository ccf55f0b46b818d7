"""The page of a plan through HTTP: one page, a row under the pen, two editors, few queries, nothing typed is lost."""

import re
from dataclasses import replace
from html import unescape
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils.html import strip_tags

from kring.support.dossier.models import Dossier
from kring.support.network.content import TieKind
from kring.support.network.testing import a_tie, drawn
from kring.support.plan import actions
from kring.support.plan.content import Action, HowFar
from kring.support.plan.models import PlanRecord
from kring.support.plan.testing import FOOTBALL, ROOM, a_row, an_action, plan_of
from kring.support.testing import ON, a_dossier
from kring.team.testing import Town
from kring.vault.primitives import new_id

pytestmark = pytest.mark.django_db
MOST_QUERIES = 8
HOUSEKEEPING = ("BEGIN", "COMMIT", "SAVEPOINT", "RELEASE", "vault_journal")
ROW = {
    "domain": "leisure",
    "wish": "Ik wil voetballen.",
    "now": "",
    "level": "-1",
    "step_1": "kijkt",
    "step_2": "traint",
}


@pytest.fixture(autouse=True)
def _on_the_day(settings: Any) -> None:
    settings.KRING_TODAY = ON


def at(dossier: Dossier, *more: str) -> str:
    return "/".join([f"/dossiers/{dossier.id}/plan", *more])


def words(answer: Any) -> str:
    return " ".join(unescape(strip_tags(answer.content.decode())).split())


def sent(**fields: str) -> dict[str, str]:
    return {**ROW, "once": new_id(), "seen": "0", **fields}


def fields_of(text: str) -> dict[str, str]:
    """What a browser would send of the form under the pen, as it came."""
    form = text[text.index('class="planform"') :]
    form = form[: form.index("</form>")]
    found = {}
    for tag in re.findall(r"<input[^>]*>", form):
        name = re.search(r'name="([^"]+)"', tag)
        kind = re.search(r'type="(\w+)"', tag)
        if name and kind and (kind[1] not in ("radio", "checkbox") or " checked" in tag):
            value = re.search(r'value="([^"]*)"', tag)
            found[name[1]] = unescape(value[1]) if value else ""
    for name, text in re.findall(r'<textarea name="([^"]+)"[^>]*>\n?([^<]*)</textarea>', form):
        found[name] = unescape(text)
    for name, options in re.findall(r'<select name="([^"]+)"[^>]*>(.*?)</select>', form, re.DOTALL):
        chosen = re.search(r'value="([^"]*)" selected', options)
        found[name] = chosen[1] if chosen else ""
    return found


def test_an_empty_plan_begins_with_what_the_client_wants(town: Town) -> None:
    robin = a_dossier(town).dossier
    answer = town.noor.client.get(at(robin))
    assert answer.status_code == 200
    assert "Nog geen plan" in words(answer)
    assert town.noor.client.get(at(robin, "agree")).status_code == 404


def test_a_row_is_written_on_the_page_and_comes_back_when_it_is_not_whole(town: Town) -> None:
    robin, noor = a_dossier(town).dossier, town.noor.client
    answer = noor.post(at(robin, "row"), sent(step_2=""))
    assert answer.status_code == 400
    assert "Schrijf in een paar woorden wat jullie afspreken." in words(answer)
    assert fields_of(answer.content.decode())["wish"] == ROW["wish"]
    answer = noor.post(at(robin, "row"), sent(), follow=True)
    assert answer.status_code == 200
    for said in ("Vrije tijd", "Ik wil voetballen.", "kijkt", "traint", "afgesproken"):
        assert said in words(answer)


def test_two_write_on_one_row_and_both_texts_are_shown(town: Town) -> None:
    robin = a_dossier(town).dossier
    row = a_row(town.noor, robin)
    noor, joris = town.noor.client, town.joris.client
    hers, his = (fields_of(one.get(at(robin, "row", row)).content.decode()) for one in (noor, joris))
    noor.post(at(robin, "row", row), {**hers, "wish": "Ik wil terug naar de club."})
    answer = joris.post(at(robin, "row", row), {**his, "wish": "Ik wil keeper worden.", "step_3": "twee keer"})
    assert answer.status_code == 409
    for said in ("Ik wil terug naar de club.", "Ik wil keeper worden.", "twee keer", "niets is verloren"):
        assert said in words(answer)
    again = fields_of(answer.content.decode())
    assert (again["keep-wish"], again["keep-step_3"]) == ("both", "mine")
    assert joris.post(at(robin, "row", row), again).status_code == 302
    content = plan_of(town.noor, robin).row(row).content
    assert content.wish == "Ik wil terug naar de club.\nIk wil keeper worden."
    assert content.steps[3] == "twee keer"


@pytest.mark.parametrize(("keep", "kept"), [("mine", "van Joris"), ("theirs", "van Noor")])
def test_one_of_two_texts_is_kept_and_the_other_stays_among_the_earlier(town: Town, keep: str, kept: str) -> None:
    robin = a_dossier(town).dossier
    action = an_action(town.noor, robin)
    noor, joris = town.noor.client, town.joris.client
    hers, his = (fields_of(one.get(at(robin, "action", action)).content.decode()) for one in (noor, joris))
    noor.post(at(robin, "action", action), {**hers, "what": "van Noor"})
    answer = joris.post(at(robin, "action", action), {**his, "what": "van Joris"})
    again = {**fields_of(answer.content.decode()), "keep-what": keep}
    assert joris.post(at(robin, "action", action), again).status_code == 302
    assert plan_of(town.noor, robin).action(action).content.what == kept
    assert PlanRecord.objects.filter(of=action).count() == 2


def test_sent_twice_it_is_there_once(town: Town) -> None:
    robin, fields = a_dossier(town).dossier, sent()
    assert [town.noor.client.post(at(robin, "row"), fields).status_code for _ in range(2)] == [302, 302]
    assert PlanRecord.objects.count() == 1


def test_an_action_says_who_by_when_and_how_far(town: Town) -> None:
    robin, noor = a_dossier(town).dossier, town.noor.client
    row = a_row(town.noor, robin)
    given = {"what": "Attest bezorgen", "owner": "colleague", "person": "", "how_far": "agreed", "seen": "0"}
    given |= {"once": new_id(), "due_on": "2021-02-28"}
    answer = noor.post(at(robin, "row", row, "action"), given)
    assert (answer.status_code, "Kies welke collega dit doet." in words(answer)) == (400, True)
    answer = noor.post(at(robin, "row", row, "action"), {**given, "person": town.samir.principal}, follow=True)
    for said in ("Attest bezorgen", "Team · Samir", "28 februari", "gisteren verwacht"):
        assert said in words(answer)


def test_the_client_agrees_and_the_version_is_named(town: Town) -> None:
    robin, noor = a_dossier(town).dossier, town.noor.client
    a_row(town.noor, robin)
    given = {"once": new_id(), "how": "0", "on": "2021-03-01", "words": "", "others": "mama, aan de telefoon"}
    assert noor.post(at(robin, "agree"), {**given, "on": "2021-03-02"}).status_code == 400
    answer = noor.post(at(robin, "agree"), given, follow=True)
    for said in ("Versie 1 · afgesproken op 1 maart 2021", "Robin V. aan tafel", "mama aan de telefoon"):
        assert said in words(answer)


@pytest.mark.parametrize("many", [1, 12])
def test_the_page_asks_few_questions_however_long_the_plan(town: Town, many: int) -> None:
    robin = a_dossier(town).dossier
    for number in range(many):
        row = a_row(town.noor, robin, replace(FOOTBALL, wish=f"wens {number}"))
        an_action(town.noor, robin, replace(ROOM, row=row))
        an_action(town.noor, robin, Action(f"actie {number}", person=town.joris.principal, row=row))
    actions.agree(plan_of(town.noor, robin), on=ON, how="aan tafel", once=new_id())
    browser: Client = town.noor.client
    browser.get(at(robin))
    with CaptureQueriesContext(connection) as captured:
        assert browser.get(at(robin)).status_code == 200
    asked = [one["sql"] for one in captured.captured_queries if not any(word in one["sql"] for word in HOUSEKEEPING)]
    assert len(asked) <= MOST_QUERIES, asked


def test_whoever_stands_outside_gets_the_one_refusal(town: Town) -> None:
    robin = a_dossier(town).dossier
    row, action = a_row(town.noor, robin), an_action(town.noor, robin)
    other = a_dossier(town, holder=town.samir, deputy=town.eline).dossier
    theirs = a_row(town.samir, other)
    ways = [
        ("row", row),
        ("row", row, "action"),
        ("action", action),
        ("action", action, "ask"),
        ("agree",),
        ("row",),
        (),
    ]
    for stranger in (town.samir, town.greet, town.hilde, town.ann):
        for way in ways:
            assert stranger.client.get(at(robin, *way)).status_code == 404
    assert town.noor.client.get(at(robin, "row", theirs)).status_code == 404
    assert town.noor.client.post(at(robin, "row", theirs), sent()).status_code == 404


def test_what_is_done_is_said_in_words_and_with_an_icon(town: Town) -> None:
    robin = a_dossier(town).dossier
    an_action(town.noor, robin, replace(ROOM, how_far=HowFar.DONE))
    answer = town.noor.client.get(at(robin))
    assert re.search(r'class="tag brand">\s*<svg.*?#i-check"/></svg>\s*gedaan', answer.content.decode())


def test_two_write_the_first_row_of_a_plan_at_once(town: Town, monkeypatch: pytest.MonkeyPatch) -> None:
    robin, write = a_dossier(town).dossier, actions.write_row
    others: list[str] = []

    def a_colleague_first(plan: Any, *args: Any, **kwargs: Any) -> str:
        if not others:
            others.append("Joris")
            write(plan_of(town.joris, robin), FOOTBALL, level=-1, once=new_id())
        return write(plan, *args, **kwargs)

    monkeypatch.setattr(actions, "write_row", a_colleague_first)
    assert town.noor.client.post(at(robin, "row"), sent()).status_code == 302
    assert {row.content.wish for row in plan_of(town.noor, robin).rows} == {FOOTBALL.wish, ROW["wish"]}


@pytest.mark.parametrize(
    ("kind", "field", "owner"),
    [(TieKind.PERSON, "name", "network"), (TieKind.ORGANISATION, "organisation", "organisation")],
)
def test_somebody_on_the_network_becomes_who_does_an_action(town: Town, kind: TieKind, field: str, owner: str) -> None:
    """The address holds an id alone; the tie of another dossier is answered like one that does not exist."""
    one, other = a_dossier(town).dossier, a_dossier(town, label="Kim").dossier
    tie, foreign = (
        drawn(town.noor, each.id, [a_tie("Tante Ria", kind=kind)]).ties[0].seen.record for each in (one, other)
    )
    browser = town.noor.client
    form = browser.get(f"{at(one, 'action')}?tie={tie}").content.decode()
    assert re.search(rf'name="{field}" value="Tante Ria"', form)
    assert re.search(rf'name="owner" value="{owner}"[^>]* checked', form)
    answers = [browser.get(f"{at(one, 'action')}?tie={wrong}") for wrong in (foreign, new_id(), "x")]
    assert {answer.status_code for answer in answers} == {404}
    given = {"what": "Belt de club", "owner": owner, "name": "Bo", field: "Tante Ria", "once": new_id(), "seen": "0"}
    assert browser.post(f"{at(one, 'action')}?tie={tie}", given).status_code == 302
