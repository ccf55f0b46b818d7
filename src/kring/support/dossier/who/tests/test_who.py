"""GDP-06, GDP-03: who it is, written after the third talk or mended, by holder and deputy; no words are lost."""

from datetime import date, timedelta
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils.html import strip_tags

from kring.support.dossier.actions import OpenedDossier, add_co_worker, close_dossier
from kring.support.dossier.content import Identity, SummaryContent
from kring.support.dossier.models import BlindToken, Dossier, IdentityRecord, Summary, Task
from kring.support.dossier.opening import opening
from kring.support.dossier.who import actions
from kring.support.testing import ON, a_dossier
from kring.team.testing import Persona, Town
from kring.vault import sharing
from kring.vault.acts import acting
from kring.vault.primitives import new_id
from kring.vault.refusals import Conflict, Refused

HOUSEKEEPING = ("BEGIN", "COMMIT", "SAVEPOINT", "RELEASE", "vault_journal")
"""Transaction control and the journal entry."""
NOW, IN_A_MONTH = ON + timedelta(days=9), date(2021, 4, 10)
KNOWN = Identity("Robin Vermeulen", "Rob", date(2005, 5, 17), "via zijn zus")


@pytest.fixture(autouse=True)
def _on_the_day(settings: Any) -> None:
    settings.KRING_TODAY = NOW


@pytest.fixture
def robin(town: Town) -> OpenedDossier:
    """A dossier of Noor, with Joris as deputy; the school told who he is."""
    return a_dossier(town, label="Robin V.", identity=KNOWN, nickname="Rob", registered=True)


@pytest.fixture
def nobody(town: Town) -> OpenedDossier:
    """The same before anybody knew a name."""
    return a_dossier(town, label="Nog geen naam")


def path(one: OpenedDossier) -> str:
    return f"/dossiers/{one.dossier.id}/who"


def said(answer: Any) -> str:
    return strip_tags(answer.content.decode())


def form(browser: Client, one: OpenedDossier) -> dict[str, str]:
    """What a browser sends when nobody typed a thing."""
    shown = browser.get(path(one)).context["form"]
    values = {bound.html_name: bound.value() for bound in shown if bound.name != "told_by_client"}
    given = {name: "" if value is None else str(value) for name, value in values.items()}
    return given | {shown.add_initial_prefix(name): given[name] for name in ("label", *Identity.__slots__)}


def write(browser: Client, one: OpenedDossier, **typed: str) -> Any:
    return browser.post(path(one), form(browser, one) | typed)


def kept(who: Persona, one: OpenedDossier) -> Identity:
    opened = opening(who.session, one.dossier.id, act="test", needed=["identity"])
    return opened.keys.open(IdentityRecord.objects.get(dossier=one.dossier), Identity)


def summary(who: Persona, one: OpenedDossier) -> SummaryContent:
    return opening(who.session, one.dossier.id, act="test").summary


def test_gdp_06_a_name_learnt_in_the_third_talk_starts_the_task(town: Town, nobody: OpenedDossier) -> None:
    page = town.noor.client.get(f"/dossiers/{nobody.dossier.id}")
    assert "Hier staat nog niets" in said(page)
    assert f'href="{path(nobody)}"' in page.content.decode()
    answer = write(town.noor.client, nobody, name="Robin Vermeulen", born_on="2005-05-17", contact="via zijn zus")
    assert (answer.status_code, answer["Location"]) == (302, f"/dossiers/{nobody.dossier.id}#who")
    assert kept(town.joris, nobody) == Identity("Robin Vermeulen", "", date(2005, 5, 17), "via zijn zus")
    task = Task.objects.get(dossier=nobody.dossier).verified()
    assert (task.kind, task.person, task.due_on) == ("tell_at_first_talk", town.noor.principal, IN_A_MONTH)
    text = said(town.joris.client.get(f"/dossiers/{nobody.dossier.id}"))
    for words in ("Robin Vermeulen", "via zijn zus", "Ten laatste op 10 april 2021.", "Wijzig"):
        assert words in text


def test_gdp_06_what_the_client_told_starts_no_task(town: Town, nobody: OpenedDossier) -> None:
    assert write(town.joris.client, nobody, nickname="Rob", told_by_client="on").status_code == 302
    assert (kept(town.noor, nobody), Task.objects.count()) == (Identity(nickname="Rob"), 0)


def test_gdp_06_what_stood_there_starts_no_second_task(town: Town, robin: OpenedDossier) -> None:
    page = town.noor.client.get(path(robin))
    assert "Deze persoon vertelde het zelf" not in said(page)
    assert "told_by_client" not in page.content.decode()
    assert write(town.noor.client, robin, name="Robin Vermeulen-Claes").status_code == 302
    assert Task.objects.get().due_on == date(2021, 4, 1)
    assert write(town.noor.client, robin, name="", nickname="", born_on="", contact="").status_code == 302
    assert write(town.noor.client, robin, name="Robin").status_code == 302
    assert Task.objects.count() == 1


def test_gdp_06_in_a_dossier_that_is_silent_no_task_starts(town: Town, nobody: OpenedDossier) -> None:
    with acting("test.close", by=town.noor.principal) as act:
        close_dossier(act, nobody.keys, nobody.dossier, ON, silent=True)
    assert write(town.noor.client, nobody, name="Robin").status_code == 302
    assert Task.objects.count() == 0


def test_gdp_03_a_wrong_birth_date_is_mended_and_what_hangs_from_it_follows(town: Town, robin: OpenedDossier) -> None:
    [before] = BlindToken.objects.values_list("token", flat=True)
    assert write(town.joris.client, robin, born_on="2006-05-17", nickname="Robbe").status_code == 302
    assert kept(town.noor, robin) == Identity("Robin Vermeulen", "Robbe", date(2006, 5, 17), "via zijn zus")
    [after] = BlindToken.objects.values_list("token", flat=True)
    assert before != after
    assert summary(town.noor, robin).nickname == "Robbe"
    milestone = summary(town.noor, robin).milestone
    assert milestone is not None
    assert (milestone.age, milestone.on) == (14, NOW)


def test_gdp_03_what_is_emptied_is_gone(town: Town, robin: OpenedDossier) -> None:
    """Also where it stood beside: the token a colleague could knock on, the second name, the age that is looked at."""
    assert write(town.noor.client, robin, name="", nickname="", born_on="", contact="").status_code == 302
    assert (kept(town.noor, robin), BlindToken.objects.count()) == (Identity(), 0)
    assert (summary(town.noor, robin).nickname, summary(town.noor, robin).milestone) == ("", None)
    text = said(town.noor.client.get(f"/dossiers/{robin.dossier.id}"))
    assert "Hier staat nog niets" in text
    assert "Vermeulen" not in text


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ({"born_on": "2025-03-08"}, "Deze dag moet nog komen. Kijk het jaar na."),
        ({"born_on": "gisteren"}, "gisteren"),
        ({"nickname": "R" * 61}, "60"),
        ({"name": "R" * 121}, "120"),
    ],
)
def test_gdp_03_what_does_not_fit_comes_back_with_what_was_typed(
    town: Town, nobody: OpenedDossier, typed: dict[str, str], sentence: str
) -> None:
    answer = write(town.noor.client, nobody, contact="bij de kapper op de hoek", **typed)
    assert answer.status_code == 200
    text = answer.content.decode()
    assert sentence in text
    assert "bij de kapper op de hoek" in text
    assert 'aria-invalid="true"' in text
    assert IdentityRecord.objects.count() == 0


def test_gdp_03_nothing_at_all_is_asked_again(town: Town, nobody: OpenedDossier) -> None:
    answer = write(town.noor.client, nobody, name="  ")
    assert "Schrijf minstens één ding op" in said(answer)
    assert (answer.status_code, IdentityRecord.objects.count(), Task.objects.count()) == (200, 0, 0)


def test_gdp_06_the_same_form_twice_writes_once(town: Town, nobody: OpenedDossier) -> None:
    sent = form(town.noor.client, nobody) | {"name": "Robin", "told_by_client": "on"}
    assert [town.noor.client.post(path(nobody), sent).status_code for _twice in range(2)] == [302, 302]
    assert (IdentityRecord.objects.get().revision, Task.objects.count()) == (1, 0)
    other = town.noor.client.post(path(nobody), sent | {"name": "Robbe"})
    assert other.status_code == 409
    assert 'value="Robbe"' in other.content.decode()


def test_gdp_03_who_comes_second_sees_both_and_sends_on_top(town: Town, robin: OpenedDossier) -> None:
    mine = form(town.joris.client, robin) | {"name": "Robin Claes", "contact": ""}
    write(town.noor.client, robin, name="Robin Peeters", born_on="2006-05-17")
    late = town.joris.client.post(path(robin), mine)
    text = late.content.decode()
    assert late.status_code == 409
    assert "Een collega schreef hier intussen ook." in said(late)
    assert "Robin Peeters" in said(late)
    assert 'value="Robin Claes"' in text
    assert kept(town.noor, robin).name == "Robin Peeters"
    assert town.joris.client.post(path(robin), late.context["form"].data).status_code == 302
    assert kept(town.noor, robin) == Identity("Robin Claes", "Rob", date(2006, 5, 17), "")


def test_gdp_06_two_who_write_first_do_not_take_each_others_words(town: Town, nobody: OpenedDossier) -> None:
    mine = form(town.joris.client, nobody) | {"nickname": "Rob"}
    write(town.noor.client, nobody, name="Robin Vermeulen")
    late = town.joris.client.post(path(nobody), mine)
    assert late.status_code == 409
    assert "told_by_client" not in late.content.decode()
    assert town.joris.client.post(path(nobody), late.context["form"].data).status_code == 302
    assert (kept(town.noor, nobody), Task.objects.count()) == (Identity("Robin Vermeulen", "Rob"), 1)


def test_gdp_03_a_dossier_is_called_by_the_name_that_was_learnt(town: Town, nobody: OpenedDossier) -> None:
    assert write(town.noor.client, nobody, label="Robin V.").status_code == 302
    assert (IdentityRecord.objects.count(), Task.objects.count()) == (0, 0), "a label is nobody's identity"
    assert "Robin V." in said(town.joris.client.get("/dossiers"))
    assert write(town.joris.client, nobody, label="Rob V.", name="Robin Vermeulen").status_code == 302
    assert (summary(town.noor, nobody).label, kept(town.noor, nobody).name) == ("Rob V.", "Robin Vermeulen")
    answer = write(town.noor.client, nobody, label=" ", nickname="Rob")
    assert "Geef het dossier een naam die je herkent." in said(answer)
    assert 'value="Rob"' in answer.content.decode()


def test_gdp_03_a_dossier_that_was_renamed_meanwhile_is_not_renamed_over(town: Town, robin: OpenedDossier) -> None:
    mine = form(town.joris.client, robin)
    write(town.noor.client, robin, label="Robin P.")
    late = town.joris.client.post(path(robin), mine | {"label": "Rob"})
    assert late.status_code == 409
    assert "Het dossier heet" in said(late)
    assert "Robin P." in said(late)
    assert (summary(town.noor, robin).label, summary(town.noor, robin).nickname) == ("Robin P.", "Rob")
    assert town.joris.client.post(path(robin), late.context["form"].data).status_code == 302
    assert (summary(town.noor, robin).label, summary(town.noor, robin).nickname) == ("Rob", "")
    assert town.joris.client.post(path(robin), mine | {"name": "Robin Claes"}).status_code == 302
    assert (summary(town.noor, robin).label, kept(town.noor, robin).name) == ("Rob", "Robin Claes")


def test_gdp_03_a_nickname_that_was_the_name_of_the_dossier_finds_it_again(town: Town, robin: OpenedDossier) -> None:
    for label, second in (("Rob", ""), ("Robin V.", "Rob")):
        assert write(town.noor.client, robin, label=label).status_code == 302
        assert (kept(town.noor, robin).nickname, summary(town.noor, robin).nickname) == ("Rob", second)
    assert write(town.noor.client, robin, label="R.", nickname="").status_code == 302
    assert (kept(town.noor, robin).nickname, summary(town.noor, robin).nickname) == ("", "")


def test_gdp_03_what_was_opened_before_a_colleague_wrote_is_refused(town: Town, nobody: OpenedDossier) -> None:
    opened = actions.enter(town.joris.session, nobody.dossier.id, act="test")
    write(town.noor.client, nobody, name="Robin")
    with pytest.raises(Conflict):
        actions.write(town.joris.session, opened, Identity("Rob"), told_by_client=True, seen=0, once="b")
    assert kept(town.noor, nobody).name == "Robin"


def test_gdp_06_a_dossier_that_was_passed_on_meanwhile_is_of_who_carries_it_now(
    town: Town, nobody: OpenedDossier
) -> None:
    noor, joris = (actions.enter(who.session, nobody.dossier.id, act="test") for who in (town.noor, town.joris))
    with acting("test.pass_on", by=town.noor.principal) as act:
        act.change(Dossier.objects.get(id=nobody.dossier.id), holder=town.fatma.principal)
    with pytest.raises(Refused):
        actions.write(town.noor.session, noor, Identity("Robin"), told_by_client=False, seen=0, once="a")
    assert (IdentityRecord.objects.count(), Task.objects.count()) == (0, 0)
    actions.write(town.joris.session, joris, Identity("Robin"), told_by_client=False, seen=0, once="b")
    assert Task.objects.get().person == town.fatma.principal


def test_gdp_03_in_a_closed_dossier_it_is_mended_too(town: Town, robin: OpenedDossier) -> None:
    with acting("test.close", by=town.noor.principal) as act:
        close_dossier(act, robin.keys, robin.dossier, ON)
    assert path(robin) in town.noor.client.get(f"/dossiers/{robin.dossier.id}").content.decode()
    assert write(town.noor.client, robin, name="").status_code == 302
    assert kept(town.joris, robin).name == ""


def test_gdp_03_whose_key_was_taken_is_asked_nothing(town: Town, robin: OpenedDossier) -> None:
    with acting("test.withdraw", by=town.noor.principal) as act:
        sharing.withdraw(act, bundle=robin.dossier.id, parts=["identity"], holder=town.joris.principal)
    page = town.joris.client.get(f"/dossiers/{robin.dossier.id}")
    assert "Hier staat niets dat jij kunt lezen" in said(page)
    assert path(robin) not in page.content.decode()
    assert town.joris.client.get(path(robin)).status_code == 404


@pytest.mark.parametrize("who", ["fatma", "samir", "nele", "greet", "ann", "hilde"])
def test_gdp_03_only_holder_and_deputy_and_refusals_are_alike(town: Town, robin: OpenedDossier, who: str) -> None:
    with acting("test.along", by=town.noor.principal) as act:
        add_co_worker(act, robin.keys, robin.dossier, town.fatma.principal, from_on=ON)
    sent = form(town.noor.client, robin) | {"name": "Robin Claes"}
    browser = town.people[who].client
    absent = browser.get(f"/dossiers/{new_id()}/who")
    answers = [browser.get(path(robin)), browser.post(path(robin), sent)]
    assert {one.status_code for one in [absent, *answers]} == {404}
    assert said(answers[0]) == said(absent)
    assert kept(town.noor, robin) == KNOWN
    if who == "fatma":
        page = browser.get(f"/dossiers/{robin.dossier.id}")
        assert "Robin Vermeulen" in said(page)
        assert path(robin) not in page.content.decode()


def test_gdp_03_nothing_of_it_stands_in_the_clear(town: Town, nobody: OpenedDossier) -> None:
    write(town.noor.client, nobody, name="Robin Vermeulen")
    for row in (*IdentityRecord.objects.all(), *Summary.objects.all()):
        assert b"Vermeulen" not in bytes(row.blob)


def test_gdp_03_the_page_asks_few_questions(town: Town, robin: OpenedDossier, nobody: OpenedDossier) -> None:
    browser, counts = town.noor.client, []
    for one in (robin, nobody):
        browser.get(path(one))  # keys are kept under one's own ring when first used
        with CaptureQueriesContext(connection) as asked:
            assert browser.get(path(one)).status_code == 200
        counts.append(len([each for each in asked if not any(word in each["sql"] for word in HOUSEKEEPING)]))
    assert counts == [6, 6]
