"""Robin asks for a copy: Noor reads every piece, masks others, keeps back with a ground, then gives it (GDP-07)."""

import json
from collections.abc import Iterator
from datetime import date
from typing import Any

import pytest
from django.template.loader import render_to_string
from django.test import Client
from django.urls import reverse
from django.utils.html import strip_tags
from django.utils.translation import override

from kring.privacy.access import giving, masking, sources
from kring.privacy.access.forms import PieceForm
from kring.privacy.access.items import open_file
from kring.privacy.access.labels import LABELS, SILENT
from kring.privacy.access.rules import Role
from kring.privacy.access.telling import lines_of
from kring.privacy.access.testing import MARKED, a_file, asked, contacted, said
from kring.privacy.access.tests.steps import filled, handed, looked_at, sheet_of, texts, url
from kring.privacy.access.worksheet import PAGE
from kring.privacy.requests import actions, answering
from kring.privacy.requests.content import RequestContent
from kring.privacy.requests.models import PersonRequest
from kring.support.contacts.log.content import Contact
from kring.support.contacts.log.when import case_now
from kring.support.dossier.content import Identity, Mode, Phase, Step, SummaryContent
from kring.support.plan.content import DomainRow, Move
from kring.support.testing import ON, a_dossier
from kring.team.printing.testing import tags
from kring.team.testing import Town
from kring.vault import journal
from kring.vault.models import JournalEntry
from kring.vault.primitives import new_id
from kring.vault.rows import GUARDED, SealedRow


@pytest.fixture(autouse=True)
def _on_the_day(settings: Any) -> Iterator[None]:
    settings.KRING_TODAY = ON
    with override("nl"):
        yield


def test_gdp_07_the_whole_way_over_http(town: Town) -> None:
    made = a_file(town).dossier.id
    browser = town.noor.client
    ask = {"once": new_id(), "kind": "access", "role": "client", "words": "Mag ik lezen?", "asked_on": str(ON)}
    assert browser.get(reverse("privacy:person", args=[made])).status_code == 200
    there = browser.post(reverse("privacy:person", args=[made]), ask)["Location"]
    request = PersonRequest.objects.get()
    assert (request.asked_on, request.due_on, request.done_on) == (ON, date(2021, 4, 1), None)
    first = browser.get(browser.get(there)["Location"])
    page = first.content.decode()
    assert said("open") in page
    for mark in ("others", "confidence", "court", "agogic", "police"):
        assert said(mark) not in page
    looked_at(town, made, request.id)
    copy = json.loads(handed(browser, made, request.id).content)
    assert said("open") in texts(copy)
    assert said("around") in texts(copy)
    paper = handed(browser, made, request.id, "pdf")
    assert paper.content.startswith(b"%PDF")
    assert {"H1", "H2", "P"} <= tags(paper.content)
    request.refresh_from_db()
    assert request.verified().done_on == ON


def test_gdp_07_a_copy_says_which_parts_it_lacks_because_they_are_frozen(town: Town) -> None:
    made = a_file(town).dossier.id
    request, browser = asked(town.noor, made), town.noor.client
    looked_at(town, made, request)
    assert json.loads(handed(browser, made, request).content)["frozen"] == []
    opened = actions.enter(town.noor.session, made, act="test.freeze")
    content = RequestContent(Role.CLIENT, town.noor.principal, part="network")
    kind = PersonRequest.Kind.RESTRICTION
    freezing = actions.take_down(opened, kind, content, asked_on=ON, once=new_id())
    answering.freeze(opened, actions.find(opened, freezing), part="network", once=new_id())
    copy = json.loads(handed(browser, made, request).content)
    assert copy["frozen"] == ["Netwerk"]
    assert "Yasmina" not in [one["what"] for one in copy["pieces"]]
    sentence = render_to_string("privacy/access/pages/paper/copy.html", {"copy": copy, "parts": []})
    assert "Nu bevroren, en dus niet in deze kopie: Netwerk." in sentence


def test_nothing_is_given_while_a_piece_was_not_looked_at(town: Town) -> None:
    made = a_file(town).dossier.id
    request, browser = asked(town.noor, made), town.noor.client
    for how in ("json", "pdf"):
        answer = handed(browser, made, request, how)
        assert answer.status_code == 302
    looked_at(town, made, request)
    contacted(town.joris, made, "Dit kwam er later bij.")
    assert handed(browser, made, request).status_code == 302
    looked_at(town, made, request)
    assert "Dit kwam er later bij." in texts(json.loads(handed(browser, made, request).content))
    assert handed(Client(), made, request).status_code == 302


def test_it_asks_who_gets_it_before_it_gives(town: Town) -> None:
    made = a_file(town).dossier.id
    request = asked(town.noor, made)
    browser = looked_at(town, made, request)
    answer = browser.post(url("give", made, request), {"once": new_id(), "json": "json"})
    assert answer.status_code == 422
    assert PersonRequest.objects.get().done_on is None


def test_names_of_others_are_proposed_and_masked_everywhere(town: Town) -> None:
    made = a_file(town).dossier.id
    request = asked(town.noor, made)
    work = sheet_of(town.noor, made, request)
    assert {"Yasmina", "Griet", "Griet Vermeulen", "griet@school.example"} <= set(masking.others_in(work.file))
    proposed = {name for one in work.sheet.going for name in one.found}
    assert {"Yasmina", "Griet Vermeulen", "griet@school.example"} <= proposed
    browser = looked_at(town, made, request)
    copy = json.loads(handed(browser, made, request).content)
    for name in ("Yasmina", "Vermeulen", "griet@"):
        assert name not in json.dumps(copy["pieces"])
    assert "Samen met [weggelakt] naar de les. [weggelakt] lachte." in texts(copy)


def test_a_piece_is_kept_back_with_its_ground_and_counted(town: Town) -> None:
    made = a_file(town).dossier.id
    request = asked(town.noor, made)
    keep = {"choice": "keep", "ground": "twice"}
    browser = looked_at(town, made, request, **{said("open"): keep, "Komt niet": {"choice": "mask", "more": "de les"}})
    copy = json.loads(handed(browser, made, request).content)
    assert said("open") not in texts(copy)
    assert "Komt niet meer naar [weggelakt]." in texts(copy)
    assert {one["ground"]: one["pieces"] for one in copy["kept_back"]}["Het staat al in de kopie."] == 1


def test_gdp_14_what_came_from_police_is_nowhere_not_even_in_a_count(town: Town) -> None:
    with_it, without = a_file(town).dossier.id, a_file(town).dossier.id
    contacted(town.noor, with_it, "Nog een van de politie.", MARKED["police"])
    copies = []
    for made in (with_it, without):
        request = asked(town.noor, made)
        work = sheet_of(town.noor, made, request)
        assert not any("politie" in text for one in work.sheet.going for _label, text in one.lines)
        copies.append(json.loads(handed(looked_at(town, made, request), made, request).content))
    assert copies[0]["kept_back"] == copies[1]["kept_back"]
    assert len(copies[0]["pieces"]) == len(copies[1]["pieces"])
    assert "police" not in json.dumps(copies[0])


@pytest.mark.parametrize(
    ("role", "born_on", "sees"),
    [
        (Role.CLIENT, "", {"open", "around"}),
        (Role.MINOR, "2005-01-01", {"open", "around"}),
        (Role.REPRESENTATIVE, "2012-01-01", {"open", "agogic"}),
        (Role.TRUSTED, "2005-01-01", {"open", "around", "agogic"}),
    ],
)
def test_min_02_the_copy_of_each_role(town: Town, role: Role, born_on: str, sees: set[str]) -> None:
    made = a_file(town, born_on).dossier.id
    request = asked(town.noor, made, role)
    copy = json.loads(handed(looked_at(town, made, request), made, request).content)
    assert {mark for mark in MARKED if said(mark) in texts(copy)} == sees


@pytest.mark.parametrize(
    ("role", "born_on", "status"),
    [("representative", "2005-01-01", 422), ("representative", "", 422), ("client", "2005-01-01", 422),
     ("minor", "2005-01-01", 302), ("representative", "2012-01-01", 302)],
)  # fmt: skip
def test_min_04_a_parent_is_no_recipient_by_itself(town: Town, role: str, born_on: str, status: int) -> None:
    made = a_file(town, born_on).dossier.id
    ask = {"once": new_id(), "kind": "access", "role": role, "words": "", "asked_on": str(ON)}
    assert town.noor.client.post(reverse("privacy:person", args=[made]), ask).status_code == status


def test_a_refused_page_comes_back_with_what_was_typed(town: Town) -> None:
    made = a_file(town).dossier.id
    request = asked(town.noor, made)
    work = sheet_of(town.noor, made, request)
    fields = filled(work, 1, **{said("open"): {"choice": "keep", "ground": "", "more": "een getypt woord"}})
    answer = town.noor.client.post(url("worksheet", made, request, "1"), fields)
    assert answer.status_code == 422
    assert "een getypt woord" in answer.content.decode()
    assert sheet_of(town.noor, made, request).sheet.undecided == len(work.sheet.going)


def test_two_who_decide_at_once_lose_nothing(town: Town) -> None:
    made = a_file(town).dossier.id
    request = asked(town.noor, made)
    work = sheet_of(town.noor, made, request)
    fields = filled(work, 1)
    assert town.joris.client.post(url("worksheet", made, request, "1"), filled(work, 1)).status_code == 302
    answer = town.noor.client.post(url("worksheet", made, request, "1"), fields)
    assert answer.status_code == 409
    assert "collega" in strip_tags(answer.content.decode())


def test_the_same_page_sent_twice_is_written_once(town: Town) -> None:
    made = a_file(town).dossier.id
    request = asked(town.noor, made)
    fields = filled(sheet_of(town.noor, made, request), 1)
    for _again in (1, 2):
        assert town.noor.client.post(url("worksheet", made, request, "1"), fields).status_code == 302
    assert sheet_of(town.noor, made, request).known.record.revision == 2


@pytest.mark.parametrize("who", ["fatma", "samir", "tom", "nele", "greet", "bart", "hilde", "karel", "ann", "saar"])
def test_nobody_but_holder_and_deputy_comes_near(town: Town, who: str) -> None:
    made = a_file(town).dossier.id
    request, browser = asked(town.noor, made), town.people[who].client
    absent = strip_tags(browser.get(reverse("privacy:person", args=[new_id()])).content.decode())
    for answer in (
        browser.get(reverse("privacy:person", args=[made])),
        browser.get(url("copy", made, request)),
        browser.get(url("worksheet", made, request, "1")),
        handed(browser, made, request),
    ):
        assert (answer.status_code, strip_tags(answer.content.decode())) == (404, absent)


def test_the_request_of_another_dossier_opens_nothing(town: Town) -> None:
    made, other = a_file(town).dossier.id, a_file(town).dossier.id
    request = asked(town.noor, made)
    assert town.noor.client.get(url("worksheet", other, request, "1")).status_code == 404
    for page in ("2", "0", "0000012", "000001" + "9" * 5000, "²"):
        assert town.noor.client.get(url("worksheet", made, request, page)).status_code == 404
    assert town.noor.client.get(url("worksheet", made, new_id(), "1")).status_code == 404


def test_the_privacy_officer_sees_numbers_and_days_and_nothing_else(town: Town, settings: Any) -> None:
    made = a_file(town).dossier
    asked(town.noor, made.id)
    settings.KRING_TODAY = date(2021, 3, 19)
    page = strip_tags(town.hilde.client.get(reverse("privacy:requests")).content.decode())
    row = PersonRequest.objects.get()
    assert row.number in page
    assert "dag 18 van 31" in " ".join(page.split())
    for hidden in (made.number, "Robin", "Mag ik lezen", "Noor Claes"):
        assert hidden not in page
    for who in ("noor", "greet", "ann"):
        assert town.people[who].client.get(reverse("privacy:requests")).status_code == 404


def test_giving_leaves_a_line_in_the_journal_without_a_word(town: Town) -> None:
    made = a_file(town).dossier.id
    request = asked(town.noor, made)
    handed(looked_at(town, made, request), made, request)
    entries = [json.loads(bytes(one.text)) for one in JournalEntry.objects.order_by("id") if one.text]
    [gave] = [one for one in entries if one["act"] == "privacy.give" and one["verb"] == journal.Verb.GAVE]
    assert gave["on"] == [made, request]
    assert gave["actor"] == town.noor.principal
    assert "weggelakt" not in json.dumps(entries)


def test_an_empty_file_can_be_copied(town: Town) -> None:
    made = a_dossier(town).dossier.id
    request = asked(town.noor, made)
    copy = json.loads(handed(looked_at(town, made, request), made, request).content)
    assert [piece["what"] for piece in copy["pieces"]] == ["Wat de lijst toont"]


def test_a_short_page_of_the_worksheet(town: Town) -> None:
    made = a_dossier(town).dossier.id
    for number in range(PAGE):
        contacted(town.noor, made, f"Contact nummer {number}.")
    request = asked(town.noor, made)
    assert sheet_of(town.noor, made, request).sheet.pages == 2
    looked_at(town, made, request)
    assert sheet_of(town.noor, made, request).sheet.undecided == 0


def test_every_sealed_table_gives_its_pieces_or_says_why_not() -> None:
    tables = {row.__name__ for row in GUARDED if issubclass(row, SealedRow) and row._meta.app_label == "support"}
    listed = {source.model.__name__ for source in sources.SOURCES}
    assert tables - listed - sources.LEFT_OUT.keys() == set()
    assert listed & sources.LEFT_OUT.keys() == set()


def test_every_field_that_can_be_shown_has_a_name() -> None:
    import dataclasses
    import typing

    kinds = [kind for source in sources.SOURCES for kind in source.contents.values()] + [Contact]
    unnamed, seen = set(), set()
    while kinds:
        kind = kinds.pop()
        if kind in seen or kind.__name__ in ("Marks", "Earlier", "Merged", "NetworkEntry"):
            continue
        seen.add(kind)
        for one in dataclasses.fields(kind):
            if one.name in SILENT or f"{kind.__name__}.{one.name}" in SILENT:
                continue
            hint = typing.get_type_hints(kind)[one.name]
            inner = [each for outer in (hint, *typing.get_args(hint)) for each in (outer, *typing.get_args(outer))]
            nested = [each for each in inner if isinstance(each, type) and dataclasses.is_dataclass(each)]
            kinds += nested
            if not nested and one.name not in LABELS:
                unnamed.add(f"{kind.__name__}.{one.name}")
    assert unnamed == set()


def test_a_file_opens_in_few_queries(town: Town, django_assert_max_num_queries: Any) -> None:
    made = a_file(town).dossier.id
    request, session = asked(town.noor, made), town.noor.session
    giving.work(session, made, request, act="test.first")
    with django_assert_max_num_queries(14):
        giving.work(session, made, request, act="test.again")
    assert open_file(session, made, act="test.open").shut == 0


@pytest.mark.parametrize(
    ("role", "born_on", "kept"), [(Role.REPRESENTATIVE, "2012-01-01", True), (Role.MINOR, "2006-01-01", False)]
)
def test_how_a_young_person_is_reached_is_not_proposed_for_a_parent(
    town: Town, role: Role, born_on: str, kept: bool
) -> None:
    who = Identity("Robin V.", born_on=date.fromisoformat(born_on), contact="belt zelf, met het toestel van een vriend")
    made = a_dossier(town, identity=who).dossier.id
    going = sheet_of(town.noor, made, asked(town.noor, made, role)).sheet.going
    one = next((each for each in going if each.own_way), None)
    assert (one is not None) is kept
    if one is not None:
        assert PieceForm(None, one).initial == {"digest": one.piece.digest, "choice": "keep", "ground": "confidence"}


def test_what_the_person_reads_is_said_in_words() -> None:
    """No number of days, no step with a sign, no band of minutes, and a list of days in one line."""
    row = DomainRow("housing", moves=(Move(-1, ON),))
    assert ("Hoe ver het doel is", "minder dan afgesproken (1 maart 2021)") in lines_of(row, {})
    steps = (Step(Phase.NETWORK, ON), Step(Phase.PLAN, date(2021, 3, 8)))
    summary = lines_of(SummaryContent("Robin V.", "pim", Mode.HYBRID, rhythm_days=7, steps=steps), {})
    assert ("Hoe vaak we elkaar horen", "om de 7 dagen") in summary
    assert ("Stappen", "Netwerk (1 maart 2021); Plan (8 maart 2021)") in summary
    now = case_now()
    assert "minder dan een kwartier" in dict(lines_of(Contact("street", now, now, "", minutes="short"), {})).values()
