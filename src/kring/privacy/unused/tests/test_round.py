"""A round of counting which fields are used: from both sides, with real sealing (GDP-01; GDPR art. 5(1)(c))."""

import json
import re
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils.html import strip_tags
from django.utils.translation import gettext, override

from kring.privacy.looked import queries as looked
from kring.privacy.requests import actions as requests
from kring.privacy.unused import queries, rules, stock
from kring.privacy.unused.content import FieldSums
from kring.privacy.unused.models import FieldRound
from kring.privacy.unused.testing import begun, counts, files
from kring.support.contacts.log.actions import log_contact
from kring.support.contacts.log.content import Contact
from kring.support.contacts.log.when import case_now
from kring.support.desk.tests.test_pages import HOUSEKEEPING, MOST_QUERIES
from kring.team.testing import Persona, Town
from kring.vault import catalogue, gate, letterbox, sharing
from kring.vault.acts import acting
from kring.vault.gate import OWN_KEY
from kring.vault.models import JournalEntry, Letter
from kring.vault.primitives import new_id
from kring.vault.rows import unguarded
from kring.vault.sweeping import sweep

pytestmark = pytest.mark.django_db
DESK, REPORT, COUNT = "/privacy/fields", "/privacy/fields/report", "/fields"
SEEN = ("Identity.contact", "Identity.nickname")


def said(answer: Any) -> str:
    return " ".join(strip_tags(answer.content.decode()).split())


def a_hundred(town: Town) -> None:
    """A hundred dossiers of three colleagues: 4 say how to reach somebody, 6 have a nickname, all have a name."""
    files(town, town.noor, 36)
    files(town, town.noor, 2, contact="0470 00 00 00")
    files(town, town.noor, 2, nickname="Bibi")
    files(town, town.samir, 26)
    files(town, town.samir, 2, contact="0470 00 00 01")
    files(town, town.samir, 2, nickname="Kiki")
    files(town, town.lotte, 28)
    files(town, town.lotte, 2, nickname="Momo")
    begun(town)


def handed_in(town: Town) -> dict[str, FieldSums]:
    """What lies in the letterbox of the office, by who handed it in."""
    owner = queries.office()
    letters = list(Letter.objects.filter(letterbox__owner=owner, kind=queries.FIELDS).order_by("id"))
    keys = gate.entering(town.hilde.session, act="test.read", of=[owner], parts=[OWN_KEY])
    given = letterbox.read(keys, letters, FieldSums, owner=owner)
    return {letter.author: sums for letter, sums in zip(letters, given, strict=True)}


def test_gdp_01_a_field_in_four_per_cent_is_named_and_one_in_six_is_not(town: Town) -> None:
    a_hundred(town)
    for who in (town.noor, town.samir, town.lotte):
        counts(who)
    page = said(town.hilde.client.get(REPORT))
    assert "Identity.contact" in page
    for name in ("Identity.nickname", "Identity.name", "Identity.born_on"):
        assert f"{name}:" not in page
    assert "in minder dan 5 van de 100 dossiers" in page
    assert "om de persoon te bereiken; mag leeg" in page, "with its purpose"
    sums = sum(handed_in(town).values(), FieldSums())
    assert (sums.files, [sums.filled[name] for name in SEEN]) == (100, [4, 6])


def test_a_form_that_nobody_uses_is_one_line_and_so_is_what_lies_in_a_field(town: Town) -> None:
    a_hundred(town)
    for who in (town.noor, town.samir, town.lotte):
        counts(who)
    page = said(town.hilde.client.get(REPORT))
    forms = page.partition("als geheel zelden gebruikt")[2]
    assert "Een casusoverleg" in forms
    assert "CaseTable." not in page
    assert "SummaryContent.step_done:" in page
    assert "DoneStep.what:" not in page
    named = re.findall(r"\b[A-Z]\w+\.\w+(?=:)", page)
    assert sorted(named) == sorted(set(named)), "each field once, also one that lies in two sorts of pieces"


def test_gdp_17_the_report_tells_no_count_and_no_colleague(town: Town) -> None:
    a_hundred(town)
    for who in (town.noor, town.samir, town.lotte):
        counts(who)
    page = said(town.hilde.client.get(REPORT)).partition("Voorstel om weg te laten")[2]
    for figure in (" 4 ", " 6 ", " 40 ", " 30 ", "36", "Noor", "Samir", "Lotte"):
        assert figure not in page, figure
    assert "0470" not in page


@pytest.mark.parametrize("who", [("noor",), ("noor", "samir")])
def test_gdp_17_fewer_than_three_colleagues_give_no_report(town: Town, who: tuple[str, ...]) -> None:
    a_hundred(town)
    for name in who:
        counts(town.people[name])
    assert "Er is nog geen verslag" in said(town.hilde.client.get(REPORT))
    page = said(town.hilde.client.get(DESK))
    assert f"{len(who)} van 3 collega’s" in page
    assert "te weinig" in page
    for name in {"noor", "samir", "lotte"} - set(who):
        assert town.people[name].colleague.name in page


def test_gdp_17_three_colleagues_with_few_dossiers_give_none_either(town: Town) -> None:
    for who in (town.noor, town.samir, town.lotte):
        files(town, who, 6)
    begun(town)
    for who in (town.noor, town.samir, town.lotte):
        counts(who)
    assert "Er is nog geen verslag" in said(town.hilde.client.get(REPORT))


def test_gdp_17_who_holds_four_dossiers_is_not_asked(town: Town) -> None:
    files(town, town.noor, 5)
    files(town, town.samir, 4)
    begun(town)
    assert "Welke velden gebruiken we?" in said(town.noor.client.get("/today"))
    assert "Welke velden gebruiken we?" not in said(town.samir.client.get("/today"))
    assert town.samir.client.get(COUNT).status_code == 404


def test_nothing_but_sums_is_sealed_to_the_office(town: Town) -> None:
    files(town, town.noor, 5, contact="0470 12 34 56", nickname="Bibi")
    begun(town)
    counts(town.noor)
    [sums] = handed_in(town).values()
    assert sums.files == 5
    assert {type(number) for number in sums.filled.values()} == {int}
    known = set(stock.names()) | {kind.__name__ for top in stock.kinds() for kind in rules.within(top)}
    assert set(sums.filled) <= known
    packed = json.dumps(sums.filled)
    for word in ("0470", "Bibi", "Robin", *(one.id for one in Letter.objects.all())):
        assert word not in packed


def test_what_is_written_anywhere_in_a_dossier_counts_once(town: Town) -> None:
    made = files(town, town.noor, 5)
    now = case_now()
    contact = Contact("street", now, now, town.noor.principal, sentence="Aan het plein.")
    for _ in range(3):
        log_contact(town.noor.session, [made[0].dossier.id, made[1].dossier.id], contact, once=new_id())
    begun(town)
    counts(town.noor)
    [sums] = handed_in(town).values()
    assert (sums.filled["Contact.sentence"], sums.filled["Identity.name"]) == (2, 5)


def test_a_second_hand_in_replaces_the_first(town: Town) -> None:
    files(town, town.noor, 5)
    begun(town)
    browser = town.noor.client
    assert browser.post(COUNT).status_code == 302
    files(town, town.noor, 2)
    once = new_id()
    for _ in range(2):
        assert browser.post(COUNT, {"again": once}).status_code == 302
    assert [one.files for one in handed_in(town).values()] == [7]
    assert "Je gaf af" in said(browser.get(COUNT))


def test_many_dossiers_go_in_slices_and_go_on_where_they_broke_off(town: Town, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(stock, "SLICE", 3)
    files(town, town.noor, 8)
    begun(town)
    browser = town.noor.client
    browser.post(COUNT)
    assert not handed_in(town)
    page = said(browser.get(COUNT))
    assert "3 van de 8 dossiers zijn geteld" in page
    assert "Tel verder" in page
    browser.post(COUNT)
    browser.post(COUNT)
    [sums] = handed_in(town).values()
    assert (sums.files, sums.filled["Identity.name"]) == (8, 8)
    assert "Welke velden gebruiken we?" not in said(browser.get("/today"))


def test_each_dossier_counts_once_by_who_holds_it(town: Town) -> None:
    files(town, town.noor, 5)
    files(town, town.joris, 6)
    begun(town)
    for who in (town.noor, town.joris):
        counts(who)
    assert {who: one.files for who, one in handed_in(town).items()} == {
        town.noor.principal: 5,
        town.joris.principal: 6,
    }


def test_what_is_frozen_is_not_counted(town: Town) -> None:
    made = files(town, town.noor, 6)
    first = made[0].dossier.id
    opened = requests.enter(town.noor.session, first, act="test.freeze", parts=["identity"])
    with acting("test.freeze", by=town.noor.principal, on=[opened.dossier.id]) as act:
        sharing.freeze(act, bundle=first, part="identity")
    begun(town)
    counts(town.noor)
    [sums] = handed_in(town).values()
    assert (sums.files, sums.filled["Identity.name"]) == (6, 5)


def test_the_client_sees_that_it_was_counted(town: Town) -> None:
    made = files(town, town.noor, 5)
    begun(town)
    counts(town.noor)
    page = said(town.noor.client.get(f"/dossiers/{made[0].dossier.id}/person/looked"))
    assert "om te tellen welke velden gebruikt worden" in page
    assert looked.weeks(made[0].dossier.id).this.counts


@pytest.mark.parametrize("name", ["greet", "bart", "karel", "ann", "saar", "marc", "nele", "noor", "samir"])
def test_the_desk_is_the_privacy_officers(town: Town, name: str) -> None:
    files(town, town.noor, 5)
    begun(town)
    counts(town.noor)
    other = town.people[name].client
    [one] = FieldRound.objects.all()
    answers = [other.get(DESK), other.get(REPORT), other.post(DESK, {"step": "end", "round": one.id})]
    nothing = other.get("/dossiers/nietsdatbestaat")
    assert [one.status_code for one in answers] == [404] * 3
    assert {said(one) for one in answers} == {said(nothing)}
    assert FieldRound.objects.get().verified().ended_on is None


@pytest.mark.parametrize("name", ["greet", "hilde", "ann", "saar", "nele", "samir"])
def test_who_holds_no_dossier_counts_nothing(town: Town, name: str) -> None:
    files(town, town.noor, 5)
    begun(town)
    other = town.people[name].client
    assert [other.get(COUNT).status_code, other.post(COUNT, {"again": new_id()}).status_code] == [404, 404]
    assert not handed_in(town)


def test_without_a_round_there_is_nothing_to_count(town: Town) -> None:
    files(town, town.noor, 5)
    assert town.noor.client.get(COUNT).status_code == 404
    assert "Begin een ronde" in said(town.hilde.client.get(DESK))


def test_ending_destroys_every_sum_and_asks_nobody_any_more(town: Town) -> None:
    files(town, town.noor, 5)
    files(town, town.samir, 5)
    hilde, once = town.hilde.client, new_id()
    for _ in range(2):
        assert hilde.post(DESK, {"step": "begin", "once": once}).status_code == 302
    counts(town.noor)
    [one] = FieldRound.objects.all()
    assert Letter.objects.filter(kind=queries.FIELDS).count() == 2
    for _ in range(2):
        assert hilde.post(DESK, {"step": "end", "round": one.id}).status_code == 302
    assert not Letter.objects.filter(kind=queries.FIELDS).exists()
    assert "Welke velden gebruiken we?" not in said(town.samir.client.get("/today"))
    assert sweep() == []
    hilde.post(DESK, {"step": "begin", "once": new_id()})
    assert FieldRound.objects.count() == 2


def test_a_round_that_somebody_forged_is_refused(town: Town) -> None:
    files(town, town.noor, 5)
    begun(town)
    unguarded(FieldRound).update(by=town.samir.principal)
    assert town.noor.client.get(COUNT).status_code == 404


def test_no_word_of_a_dossier_stands_in_the_journal(town: Town) -> None:
    files(town, town.noor, 5, nickname="Bibi")
    begun(town)
    counts(town.noor)
    texts = b"".join(bytes(row.text or b"") for row in JournalEntry.objects.all())
    assert b"fields.count" in texts
    assert b"Bibi" not in texts


def test_the_pages_ask_few_questions_however_many_there_are(town: Town) -> None:
    for who in (town.noor, town.samir, town.lotte):
        files(town, who, 34)
    begun(town)
    for who in (town.noor, town.samir, town.lotte):
        counts(who)
    few = [asked(who, path) for path, who in ((DESK, town.hilde), (REPORT, town.hilde), (COUNT, town.noor))]
    for who in (town.eline, town.tom, town.fatma, town.joris):
        files(town, who, 6)
        one = queries.open_round()
        assert one is not None
        stock.begin(who.session, one, once=new_id())
        counts(who)
    many = [asked(who, path) for path, who in ((DESK, town.hilde), (REPORT, town.hilde), (COUNT, town.noor))]
    assert many == few
    assert max(few) <= MOST_QUERIES, few


def test_half_way_the_page_of_the_count_asks_few_questions_too(town: Town) -> None:
    files(town, town.noor, 5)
    begun(town)
    assert asked(town.noor, COUNT) <= MOST_QUERIES


def asked(who: Persona, path: str) -> int:
    browser = who.client
    browser.get(path)
    with CaptureQueriesContext(connection) as captured:
        assert browser.get(path).status_code == 200
    return sum(not any(word in query["sql"] for word in HOUSEKEEPING) for query in captured.captured_queries)


def broken(letter: Letter) -> None:
    """By somebody who holds the database."""
    with connection.cursor() as cursor:
        cursor.execute("UPDATE vault_letter SET mac = %s WHERE id = %s", [b"x" * 33, letter.id])


def test_one_hand_in_that_was_changed_keeps_nobody_from_the_report_nor_its_colleague_from_counting(town: Town) -> None:
    a_hundred(town)
    for who in (town.noor, town.samir, town.lotte):
        counts(who)
    one = queries.open_round()
    assert one is not None
    assert "Voorstel om weg te laten" in said(town.hilde.client.get(REPORT))
    broken(next(letter for letter in queries.letters(one) if letter.author == town.samir.principal))
    assert "Er is nog geen verslag" in said(town.hilde.client.get(REPORT))
    assert town.samir.enrolled.colleague.name in said(town.hilde.client.get(DESK))
    assert town.samir.client.post(COUNT, {"again": new_id()}).status_code == 302
    assert "Voorstel om weg te laten" in said(town.hilde.client.get(REPORT))


def test_who_was_counting_begins_again_where_that_was_changed(town: Town) -> None:
    files(town, town.noor, stock.SLICE + 1)
    begun(town)
    town.noor.client.post(COUNT)
    one = queries.open_round()
    assert one is not None
    begun_letter, _ = stock.mine(town.noor.principal, one)
    assert begun_letter is not None
    broken(begun_letter)
    assert town.noor.client.get(COUNT).status_code == 200
    for again in ({"again": new_id()}, {}):
        assert town.noor.client.post(COUNT, again).status_code == 302
    assert stock.mine(town.noor.principal, one)[1] is not None


@pytest.mark.parametrize("language", ["nl", "fr"])
def test_gdp_01_what_each_counted_field_is_for_is_said_in_the_language_of_who_reads(language: str) -> None:
    lines = catalogue.lines()
    purposes = {lines[f"support.{name}"].purpose for name in stock.names()}
    with override(language):
        assert len(purposes) > 200
        assert [purpose for purpose in sorted(purposes) if gettext(purpose) == purpose] == []
