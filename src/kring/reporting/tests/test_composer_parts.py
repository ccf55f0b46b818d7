"""The small parts of composing: periods as people type them, shares, what a later count says otherwise. Pure."""

from datetime import date

import pytest

from kring.reporting.composer import differences, pictures, rules, typed_periods
from kring.reporting.composer.content import Body, Composed, Received, Wish
from kring.reporting.composer.differences import Changed, Redefined, Why
from kring.reporting.document.values import Cell, Column, Definition, Line, Period, Row, Says, Table
from kring.reporting.periods import NotUnderstood

ON = date(2021, 3, 15)
YEAR = Period("2020-01-01", "2020-12-31", "in 2020")


@pytest.mark.parametrize(
    ("typed", "start", "end"),
    [
        ("op 1 maart 2021", None, "2021-03-01"),
        ("1 mars 2021", None, "2021-03-01"),
        ("1/3/2021", None, "2021-03-01"),
        ("2020", "2020-01-01", "2020-12-31"),
        ("in 2020", "2020-01-01", "2020-12-31"),
        ("sinds 1 januari 2020", "2020-01-01", "2021-03-15"),
        ("van 1 februari 2020 tot 30 juni 2020", "2020-02-01", "2020-06-30"),
        ("du 1 février 2020 au 30 juin 2020", "2020-02-01", "2020-06-30"),
        ("schooljaar 2019-2020", "2019-09-01", "2020-08-31"),
        ("maart 2020", "2020-03-01", "2020-03-31"),
        ("eerste kwartaal 2020", "2020-01-01", "2020-03-31"),
        ("troisième trimestre 2020", "2020-07-01", "2020-09-30"),
        ("sinds 2019", "2019-01-01", "2021-03-15"),
        ("vorig jaar", "2020-01-01", "2020-12-31"),
        ("tussen 1 jan 2020 en 31 mrt 2020", "2020-01-01", "2020-03-31"),
        ("einde 2020", None, "2020-12-31"),
        ("vandaag", None, "2021-03-15"),
        ("alles", None, "2021-03-15"),
        ("", None, "2021-03-15"),
    ],
)
def test_a_period_is_read_as_it_is_typed(typed: str, start: str | None, end: str) -> None:
    [span] = typed_periods.read(typed, ON).spans
    assert (span.start and span.start.isoformat(), span.end.isoformat()) == (start, end)


def test_what_is_not_understood_is_said_back_as_it_was_typed() -> None:
    with pytest.raises(NotUnderstood, match="op 32 feb 2021 of zo"):
        typed_periods.read("op 32 feb 2021 of zo", ON)


@pytest.mark.parametrize(
    "typed", ["2018-2020", "2018, 2019 en 2020", "2018; 2019; 2020", "2018–2020", "van 2018 tot 2020"]
)
def test_and_several_years(typed: str) -> None:
    assert [span.name for span in typed_periods.read(typed, ON).spans] == ["2018", "2019", "2020"]


def table(*numbers: int | None, whole: int | None, unit: str = "case", measure: str = "cases_new") -> Table:
    """A table of groups; None is withheld."""
    cells = [Cell(Says.WITHHELD, "verborgen") if one is None else Cell(Says.VALUE, str(one), one) for one in numbers]
    rows = [Row(f"groep {at}", f"{at}", Line.GROUP, (cell,)) for at, cell in enumerate(cells)]
    all_of_it = (Cell(Says.WITHHELD, "verborgen") if whole is None else Cell(Says.VALUE, str(whole), whole),)
    return Table(
        caption="Nieuwe dossiers, in 2020",
        measure=measure,
        of=measure,
        version=1,
        unit=unit,
        unit_words="dossiers",
        split=("gender",),
        heading="Gender",
        columns=(Column("Dossiers", "", YEAR),),
        rows=tuple(rows),
        wholes=all_of_it,
        beneath=(),
    )


def bars(made: Table) -> list[tuple[float | None, bool, str]]:
    return [(bar.width, bar.withheld, bar.share) for bar in pictures.bars(made)]


def test_a_share_from_a_hundred_on_is_a_percentage_and_below_the_fraction_itself() -> None:
    assert [share for _, _, share in bars(table(60, 40, whole=100))] == ["60 %", "40 %"]
    assert [share for _, _, share in bars(table(60, 39, whole=99))] == ["60 van 99", "39 van 99"]


def test_no_share_of_what_is_withheld_or_of_a_whole_that_is() -> None:
    assert bars(table(60, None, whole=200)) == [(100.0, False, "30 %"), (None, True, "")]
    assert [share for _, _, share in bars(table(60, 40, whole=None))] == ["", ""]
    assert [share for _, _, share in bars(table(60, 40, whole=100, unit="day"))] == ["", ""]


def test_a_picture_of_nothing_is_not_drawn() -> None:
    assert bars(table(0, 0, whole=0)) == []


@pytest.mark.parametrize(("base", "said"), [(100, "60"), (99, "steunt op minder dan 100"), (None, "steunt op minder")])
def test_a_percentage_rests_on_a_hundred_that_stands_beside_it(base: int | None, said: str) -> None:
    rate = table(60, 40, whole=100, unit="percent", measure="outcome_rate")
    beside = [] if base is None else [table(1, whole=base, measure="cases_closed")]
    [first, *_] = pictures.honest_tables([rate, *beside])
    assert first.rows[0].cells[0].text.startswith(said)


def test_what_differs_is_named_with_why() -> None:
    was, now = [table(60, None, whole=100)], [table(61, 5, whole=101)]
    one = Definition("cases_new", 1, "rol opgenomen")
    found = differences.of(was, now, [one], [one], rules=False)
    assert found.numbers == (
        Changed("Nieuwe dossiers, in 2020 · groep 0", "60", "61"),
        Changed("Nieuwe dossiers, in 2020 · groep 1", "verborgen", "5"),
    )
    assert found.whys == (Why.FACTS,)
    other = Definition("cases_new", 2, "rol opgenomen")
    redefined = differences.of(was, was, [one], [other], rules=True)
    assert redefined.definitions == (Redefined("rol opgenomen", 1, 2),)
    assert redefined.whys == (Why.DEFINITION, Why.RULES)
    assert not differences.of(was, was, [one], [one], rules=False).any


@pytest.mark.parametrize(
    ("words", "typed"),
    [("In 2021", False), ("3", True), ("1.000", True), ("2021,5", True), ("12021", True), ("drie", False), ("", False)],
)
def test_a_digit_that_is_no_year_was_typed(words: str, *, typed: bool) -> None:
    assert rules.typed_number(words) is typed


@pytest.mark.parametrize(
    ("gone", "opening", "after"),
    [
        ("one", "Dear council\n\nbefore one\n\nafter one", ["after two"]),
        ("two", "Dear council", ["after one\n\nafter two"]),
    ],
)
def test_own_words_stay_when_their_figure_is_left_out(gone: str, opening: str, after: list[str]) -> None:
    wishes = (Wish("one", (), before="before one", after="after one"), Wish("two", (), after="after two"))
    received = Received(Body.COUNCIL, "somebody", "1", "How many?", ON)
    now = Composed(received, ON, "greet", figures=wishes, opening="Dear council")
    figures, begins = rules.without_figure(now, gone)
    assert (begins, [one.after for one in figures]) == (opening, after)
