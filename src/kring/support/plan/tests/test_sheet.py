"""The client's version: plain words in any language, sensitive headings closed, chosen by the client, never cut."""

import re
from dataclasses import replace
from html import unescape
from typing import Any

import pytest
from django.utils.html import strip_tags

from kring.support.dossier.models import Dossier
from kring.support.plan import fitting, sheet_shown, sheets
from kring.support.plan.content import Action, ClientSheet, DomainRow, Owner, Piece, Place
from kring.support.plan.fitting import Size
from kring.support.plan.opening import OpenPlan
from kring.support.plan.testing import FOOTBALL, ROOM, a_row, an_action, plan_of
from kring.support.plan.tests.test_pages import fields_of
from kring.support.testing import ON, a_dossier
from kring.team import queries as team
from kring.team.testing import Town
from kring.vault.primitives import new_id
from kring.vault.refusals import Conflict

pytestmark = pytest.mark.django_db
HEAD = DomainRow(
    "mental_health",
    wish="Soms zit mijn hoofd te vol.",
    steps=("slaapt slecht", "praat met één iemand", "praat elke twee weken met Tom", "", ""),
)
ARABIC = "أريد أن ألعب كرة القدم مرة أخرى."


@pytest.fixture(autouse=True)
def _on_the_day(settings: Any) -> None:
    settings.KRING_TODAY = ON


def at(dossier: Dossier, *more: str) -> str:
    return "/".join([f"/dossiers/{dossier.id}/plan/client", *more])


def read(answer: Any) -> str:
    return " ".join(unescape(strip_tags(answer.content.decode())).split())


def shown(plan: OpenPlan, place: Place | None = None) -> sheet_shown.SheetShown:
    return sheet_shown.of(plan, team.colleagues([plan.dossier.holder]), "Robin V.", ON, place)


def robin_with_two_rows(town: Town) -> tuple[Dossier, str, str]:
    robin = a_dossier(town).dossier
    return robin, a_row(town.noor, robin), a_row(town.noor, robin, HEAD)


def written(town: Town, dossier: Dossier, sheet: ClientSheet) -> None:
    plan = plan_of(town.noor, dossier)
    sheets.write_sheet(plan, sheet, seen=plan.sheet.record.revision if plan.sheet else 0, once=new_id())


def test_a_sensitive_heading_is_closed_and_stands_nowhere_until_it_is_chosen(town: Town) -> None:
    robin, _, head = robin_with_two_rows(town)
    an_action(town.noor, robin, Action("Gesprek met Tom", row=head, owner=Owner.CLIENT))
    plan = plan_of(town.noor, robin)
    whole = shown(plan)
    assert [goal.heading for goal in whole.goals] == ["Vrije tijd"]
    assert [goal.of for goal in whole.folded] == [head]
    along = shown(plan, Place.TRUSTED)
    assert (along.goals, along.folded, along.does, along.want) == ([], [], [], []), "nobody reads along by default"
    for place in (Place.PAPER, Place.LINK):
        paper = shown(plan, place)
        assert [goal.heading for goal in paper.goals] == ["Vrije tijd"]
        assert (paper.folded, paper.does, paper.want) == ([], [], [FOOTBALL.wish])
    written(town, robin, ClientSheet(pieces=(Piece(head, "Mijn hoofd", places=(Place.PAPER,)),)))
    plan = plan_of(town.noor, robin)
    assert [goal.heading for goal in shown(plan, Place.PAPER).goals] == ["Mijn hoofd", "Vrije tijd"]
    assert [one.what for one in shown(plan, Place.PAPER).does] == ["Gesprek met Tom"]
    assert [goal.of for goal in shown(plan, Place.LINK).goals if goal.of == head] == []


def test_what_is_not_put_in_own_words_says_it_in_the_words_of_the_plan(town: Town) -> None:
    robin, leisure, _ = robin_with_two_rows(town)
    an_action(town.noor, robin, replace(ROOM, row=leisure))
    an_action(town.noor, robin, Action("Ik ga naar de proeftraining", owner=Owner.CLIENT, row=leisure))
    sheet = shown(plan_of(town.noor, robin))
    assert sheet.goals[0].sentence == "Nu: denkt erover, ging kijken. Afgesproken: traint één keer per week."
    assert sheet.goals[0].road == ["d", "d", "g", "", ""]
    assert {one.what for one in sheet.does} == {
        "School De Brug: Een rustig lokaal vrijhouden voor de middag",
        "Ik ga naar de proeftraining",
    }
    assert sheet.hard == "Dan stuur ik Noor een bericht."


def test_in_own_words_from_right_to_left(town: Town) -> None:
    robin, leisure, _ = robin_with_two_rows(town)
    noor = town.noor.client
    fields = fields_of(noor.get(at(robin, "words")).content.decode())
    given = {**fields, "language": "ar", "want": ARABIC, f"heading-{leisure}": "كرة القدم"}
    assert noor.post(at(robin, "words"), given).status_code == 302
    page = noor.get(at(robin)).content.decode()
    assert re.search(rf'<blockquote class="voice" dir="auto"><p>“{ARABIC}”', page)
    sheet = shown(plan_of(town.joris, robin))
    assert (sheet.direction, sheet.language, sheet.goals[0].heading) == ("rtl", "ar", "كرة القدم")


def test_the_page_has_a_neutral_title_a_way_out_and_a_help_line(town: Town) -> None:
    robin, _, _ = robin_with_two_rows(town)
    page = town.noor.client.get(at(robin)).content.decode()
    assert "<title>Mijn blad</title>" in page
    assert 'href="about:blank"' in page
    for number in ("112", "1813", "102"):
        assert f"<b>{number}</b>" in page


def test_the_client_chooses_on_the_page_what_stands_where(town: Town) -> None:
    robin, leisure, head = robin_with_two_rows(town)
    noor = town.noor.client
    given = {f"{leisure}-paper": "on", f"{head}-link": "on", f"{head}-closed": "on", "seen": "0", "once": new_id()}
    assert noor.post(at(robin, "choose"), given).status_code == 302
    plan = plan_of(town.noor, robin)
    assert [goal.of for goal in shown(plan, Place.PAPER).goals] == [leisure]
    assert [goal.of for goal in shown(plan, Place.LINK).goals] == [head]
    assert shown(plan, Place.TRUSTED).want == []
    assert noor.post(at(robin, "choose"), {**given, "once": new_id()}).status_code == 409


def test_two_put_it_into_words_and_both_texts_are_shown(town: Town) -> None:
    robin, _, _ = robin_with_two_rows(town)
    noor, joris = town.noor.client, town.joris.client
    hers, his = (fields_of(one.get(at(robin, "words")).content.decode()) for one in (noor, joris))
    noor.post(at(robin, "words"), {**hers, "want": "van Noor"})
    answer = joris.post(at(robin, "words"), {**his, "want": "van Joris"})
    assert answer.status_code == 409
    for said in ("van Noor", "van Joris"):
        assert said in read(answer)
    again = {**fields_of(answer.content.decode()), "keep-want": "both"}
    assert joris.post(at(robin, "words"), again).status_code == 302
    sheet = plan_of(town.noor, robin).sheet
    assert sheet is not None
    assert sheet.content.want == "van Noor\nvan Joris"


def test_a_late_writing_is_refused(town: Town) -> None:
    robin, _, _ = robin_with_two_rows(town)
    first, second = plan_of(town.noor, robin), plan_of(town.joris, robin)
    written(town, robin, ClientSheet(want="eerst"))
    sheets.write_sheet(plan_of(town.noor, robin), ClientSheet(want="dan"), seen=1, once=new_id())
    with pytest.raises(Conflict):
        sheets.write_sheet(plan_of(town.noor, robin), ClientSheet(want="te laat"), seen=1, once=new_id())
    assert first.dossier.id == second.dossier.id


@pytest.mark.parametrize(("letters", "size"), [(80, Size.LARGE), (600, Size.MIDDLE), (1000, Size.SMALL)])
def test_longer_words_come_in_smaller_letters_first(letters: int, size: Size) -> None:
    headings = [("Wat ik wil", [fitting.voice("woord " * (letters // 6))] * 3)]
    assert fitting.fit(headings) == fitting.Fit(size)


def test_what_does_not_fit_is_named_and_never_cut(town: Town) -> None:
    robin, leisure, _ = robin_with_two_rows(town)
    for number in range(30):
        an_action(town.noor, robin, replace(ROOM, row=leisure, what=f"{number} " + "lang " * 40))
    plan = plan_of(town.noor, robin)
    sheet = shown(plan, Place.PAPER)
    assert (sheet.fit.size, sheet.fit.later[0]) == (Size.SMALL, "Wie doet wat")
    page = read(town.noor.client.get(at(robin, "paper")))
    assert "Dit past niet op één blad papier." in page
    assert "Dit zijn twee bladen." in page
    assert len(sheet.does) == 30


def test_strangers_get_the_one_refusal(town: Town) -> None:
    robin, _, _ = robin_with_two_rows(town)
    for stranger in (town.samir, town.greet, town.ann):
        for way in ((), ("words",), ("paper",), ("link",)):
            assert stranger.client.get(at(robin, *way)).status_code == 404
    assert town.noor.client.get(at(robin, "elsewhere")).status_code == 404


def test_on_paper_as_a_tagged_pdf(town: Town) -> None:
    from kring.team.printing.testing import tags

    robin, _, _ = robin_with_two_rows(town)
    answer = town.noor.client.post(at(robin, "pdf", "paper"))
    if answer["Content-Type"] != "application/pdf":
        assert "Pango" in read(answer), "without the library the page says so"
        return
    assert {"H1", "H2"} <= tags(answer.content)
    assert len(re.findall(rb"/Type\s*/Page\b", answer.content)) <= 1
