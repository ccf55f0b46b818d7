"""A document says what was released and nothing else, in every word of its language, and stays the same bytes."""

import json
import re
from typing import Any

import pytest

from kring.reporting import document, questions
from kring.reporting.answers import Standing
from kring.reporting.content import ASKED_FOR, Audience
from kring.reporting.document import Document
from kring.reporting.document.values import Cell, Says, Table
from kring.reporting.tests.asking_by_code import House
from kring.vault.refusals import Refused

TWO_FACETS: dict[str, Any] = {"dimensions": ["programme", "age_band"], "tables": [["programme", "age_band"]]}


def cells(made: Document) -> list[Cell]:
    return [cell for table in made.tables for row in table.rows for cell in row.cells]


def table(made: Document, measure: str, *split: str) -> Table:
    return next(one for one in made.tables if (one.measure, one.split) == (measure, split))


def column(one: Table) -> dict[str, float | None]:
    return {row.code or row.line.value: row.cells[0].number for row in one.rows}


@pytest.mark.parametrize("audience", ASKED_FOR)
@pytest.mark.parametrize("language", ["nl", "fr", "en"])
def test_every_question_goes_to_json_and_back_to_the_same_bytes(
    house: House, language: str, audience: Audience
) -> None:
    for code in questions.CODES:
        made = house.document(code, language, audience)
        written = document.write(made)
        assert document.read(written) == made
        assert document.write(document.read(written)) == written
        assert document.fingerprint(document.read(written)) == document.fingerprint(made)


def test_asked_again_it_is_the_same(house: House) -> None:
    first, again = (document.of(house.ask("Q01"), "nl") for _ in range(2))
    assert document.write(first) == document.write(again)


def test_a_text_that_is_no_document_is_refused() -> None:
    for written in ("{}", "[]", "no", '{"":1,"language":"nl"}'):
        with pytest.raises(Refused):
            document.read(written)


def test_the_table_of_the_founding_question(house: House) -> None:
    """Programmes of few colleagues are withheld, with what would give them away; a programme of a month has 0."""
    public, inside = house.document("Q01"), house.document("Q01", audience=Audience.INTERNAL)
    shown = column(table(public, "cases_open", "programme"))
    assert [code for code, number in shown.items() if number is None] == [
        "identity_coaching",
        "street_therapy",
        "early_intervention",
    ]
    assert shown["youth_reconnect"] == 0
    known = column(table(inside, "cases_open", "programme"))
    assert known["total"] == shown["total"] == sum(number or 0 for code, number in known.items() if code != "total")
    assert (public.standing, inside.standing) == (Standing.PARTLY, Standing.ANSWERED)
    assert (public.words.audience, inside.words.audience) == ("openbare versie", "interne versie")


@pytest.mark.parametrize("language", ["nl", "fr", "en"])
def test_every_hidden_cell_has_one_mark_and_no_number(house: House, language: str) -> None:
    found = [cell for code in questions.CODES for cell in cells(house.document(code, language))]
    hidden = [cell for cell in found if cell.says is Says.WITHHELD]
    assert len(hidden) > 20
    assert len(set(hidden)) == 1, "nobody sees which is small and which helps to hide it"
    assert {cell.number for cell in hidden} == {None}
    assert all(cell.number is not None for cell in found if cell.says is Says.VALUE)
    assert all(cell.text == "0" for cell in found if cell.number == 0)


def test_no_sentence_tells_a_number_that_the_tables_withhold(house: House) -> None:
    """The public document is what it is without knowing the inside: every number in it is in a shown cell."""
    for code in questions.CODES:
        public, inside = house.document(code), house.document(code, audience=Audience.INTERNAL)
        for mine, theirs in zip(public.tables, inside.tables, strict=True):
            both = zip(mine.rows, theirs.rows, strict=True)
            hidden = [
                full.cells[at].text
                for row, full in both
                for at, cell in enumerate(row.cells)
                if cell.says is Says.WITHHELD
            ]
            beneath = re.sub(r"bij \d+ collega’s?", "", " ".join(mine.beneath))  # how many carry it is in no cell
            assert "None" not in beneath
            shown = {cell.text for row in mine.rows for cell in row.cells} | {cell.text for cell in mine.wholes}
            for number in set(hidden) - shown:
                assert f" {number} " not in f" {beneath} ", (code, number)


def test_two_facets_make_rows_and_columns(house: House) -> None:
    """The facet with fewer groups makes the columns."""
    crossed = table(
        house.document("Q01", audience=Audience.INTERNAL, **TWO_FACETS), "cases_open", "age_band", "programme"
    )
    assert all(len(row.cells) == len(crossed.columns) for row in crossed.rows)
    known = {
        (row.code, column.code): cell.number
        for row in crossed.rows
        for column, cell in zip(crossed.columns, row.cells, strict=True)
    }
    assert sum(number or 0 for number in known.values()) == crossed.wholes[0].number


def test_years_stand_beside_each_other_where_their_groups_are_the_same(house: House) -> None:
    made = house.document(
        "Q01", measures=["cases_new"], period="2019; 2020", dimensions=["gender"], tables=[["gender"]]
    )
    beside = table(made, "cases_new", "gender")
    assert [column.period.start for column in beside.columns] == ["2019-01-01", "2020-01-01"]
    assert [column.label for column in beside.columns] == ["In 2019", "In 2020"]
    assert len(beside.wholes) == 2


def test_zero_withheld_not_known_and_not_held_are_four(house: House) -> None:
    asked = ["cases_open", "households", "contacts_per_person"]
    made = house.document("Q01", measures=asked, period="2001", dimensions=["programme"])
    assert {each.measure for each in made.not_held if not each.split} == {"households"}
    ratio, none = table(made, "contacts_per_person", "programme"), table(made, "cases_open", "programme")
    assert {cell.says for cell in ratio.wholes} == {Says.UNKNOWN}, "nothing divided by nothing"
    assert {cell.text for cell in none.wholes} == {"0"}


def test_numbers_and_days_are_said_as_the_language_says_them(house: House) -> None:
    dutch, french = house.document("Q01"), house.document("Q01", "fr")
    assert (dutch.dated, french.dated) == ("15 maart 2021", "15 mars 2021")
    assert dutch.words.withheld == "verborgen"
    assert french.words.withheld == "masqué"
    assert "niet als 0" in dutch.words.withheld_means


def test_what_it_does_not_say_is_said(house: House) -> None:
    made = house.document("Q01")
    assert "De stand op één dag, niet het totaal van een jaar." in made.not_said
    assert [each.name for each in made.excluded] == ["burenbemiddeling", "GAS-bemiddeling"]
    assert all(each.version >= 1 and each.says for each in made.definitions)


def test_other_words_change_no_number(house: House) -> None:
    made = house.document("Q01")
    said = document.reworded(made, title="Vraag 024", paragraphs=["Zie de tabel."])
    assert (said.title, said.paragraphs) == ("Vraag 024", ("Zie de tabel.",))
    assert said.tables == made.tables
    assert document.fingerprint(said) != document.fingerprint(made)


def test_every_word_is_in_the_language(house: House) -> None:
    """A frozen document needs no catalogue any more: no word of it is left to whoever writes it out."""
    spoken: list[dict[str, Any]] = [
        json.loads(document.write(house.document("Q01", one)))["words"] for one in ("nl", "en")
    ]
    same = {name for name in spoken[0] if spoken[0][name] == spoken[1][name]}
    assert same == set()
