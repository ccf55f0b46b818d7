"""The table of access is written once: the page and the documentation are drawn from what the program obeys."""

from pathlib import Path

from django.utils.html import strip_tags

from kring.privacy.desk import need_to_know
from kring.support import access
from kring.support.access import NEED_TO_KNOW, Who
from kring.team.testing import Town

DOCS = Path(__file__).parents[5] / "docs/reference/access.md"


def test_the_documentation_is_the_table_of_the_code() -> None:
    """After a change of access.py: write `need_to_know.as_markdown()` there again."""
    assert DOCS.read_text().endswith(need_to_know.as_markdown())


def test_every_cell_stands_on_the_page_and_is_what_the_code_decides() -> None:
    table = need_to_know.table()
    assert [line.part for line in table] == list(NEED_TO_KNOW)
    assert set(need_to_know.CAPACITIES) == set(Who)
    for line in table:
        told = [yes for _name, yes in line.cells]
        assert told == [access.by_default(line.part, who) for who in need_to_know.CAPACITIES]
        assert any(told)


def test_each_part_has_a_name_that_is_no_code() -> None:
    assert [line.part for line in need_to_know.table() if str(line.title) == line.part] == []


def test_the_privacy_officer_reads_it_and_nobody_else(town: Town) -> None:
    page = strip_tags(town.hilde.client.get("/privacy/need-to-know").content.decode())
    assert "Gevoelig" in page
    for who in (town.noor, town.greet, town.ann):
        assert who.client.get("/privacy/need-to-know").status_code == 404
