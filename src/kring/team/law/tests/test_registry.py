"""References follow the day of the event, and the other name stands beside it (SEC-14)."""

from datetime import date, timedelta

import pytest

from kring.team.law import BASES, NEW_CODE_FROM, at, reference
from kring.team.law.registry import LANGUAGES, STAYED

BEFORE, AFTER = NEW_CODE_FROM - timedelta(days=1), NEW_CODE_FROM


def test_sec_14_the_article_is_that_of_the_day_with_the_other_name_beside_it() -> None:
    assert reference("secrecy", BEFORE, "nl") == "artikel 458 van het Strafwetboek (vanaf 08/04/2026 artikel 352)"
    assert reference("secrecy", AFTER, "nl") == "artikel 352 van het Strafwetboek (vroeger artikel 458)"
    assert reference("secrecy", AFTER, "fr") == "l’article 352 du Code pénal (auparavant l’article 458)"
    assert reference("secrecy", AFTER, "en") == "article 352 of the Criminal Code (before: article 458)"


@pytest.mark.parametrize(
    ("of", "old", "new"),
    [
        ("secrecy", "cp-1867-458", "cp-2024-352"),
        ("right_to_report", "cp-1867-458bis", "cp-2024-353-1"),
        ("case_consultation", "cp-1867-458ter", "cp-2024-353-2"),
        ("secrecy_of_those_present", "cp-1867-458quater", "cp-2024-353-3"),
        ("assistance", "cp-1867-422bis", "cp-2024-299"),
    ],
)
def test_each_rule_moved_on_the_same_day(of: str, old: str, new: str) -> None:
    assert at(of, BEFORE).code == old
    assert at(of, AFTER).code == new
    assert at(of, date(1900, 1, 1)).code == old


def test_a_paragraph_is_said_as_one() -> None:
    assert at("case_consultation", AFTER).said("nl") == "artikel 353, paragraaf 2 van het Strafwetboek"


@pytest.mark.parametrize("language", ["nl", "fr", "en"])
@pytest.mark.parametrize("row", BASES, ids=lambda row: row.code)
def test_every_row_can_be_said(row: object, language: str) -> None:
    assert len(row.said(language)) > 6  # type: ignore[attr-defined]  # a row of the registry


def test_no_two_rows_hold_on_one_day() -> None:
    for of in {row.of for row in BASES}:
        for on in (BEFORE, AFTER, date(2030, 1, 1)):
            assert sum(row.holds(on) for row in BASES if row.of == of) <= 1


def test_an_unknown_subject_is_a_mistake_of_ours() -> None:
    with pytest.raises(KeyError):
        at("weather", AFTER)


def test_no_two_references_on_the_page_are_said_alike() -> None:
    for language in LANGUAGES:
        said = [one.said(language) for one in STAYED]
        assert len(said) == len(set(said))
