"""The kit for an impact assessment is drawn from the code: the page in the documentation is what the code says now."""

from io import StringIO
from pathlib import Path

from django.core.management import call_command

from kring.privacy.desk import dpia, processing
from kring.support.access import NEED_TO_KNOW
from kring.team.retention import DEFAULTS

PAGE = Path(__file__).parents[2] / "docs/reference/dpia.md"
ASVS = Path(__file__).parents[2] / "docs/reference/asvs.md"


def test_gdp_12_the_kit_in_the_documentation_is_what_the_code_says() -> None:
    """After a change: `./kring manage dpia > docs/reference/dpia.md`."""
    assert PAGE.read_text() == dpia.as_markdown(dpia.read_measures(ASVS.read_text()))


def test_everything_that_is_kept_every_part_and_every_rule_stands_in_it() -> None:
    page = PAGE.read_text()
    assert all(f"| {thing.name} |" in page for register in processing.record() for thing in register.things)
    assert all(f"`{part}`" in page for part in NEED_TO_KNOW)
    assert all(rule.code in page for rule in DEFAULTS.values())


def test_each_line_of_the_list_is_a_measure_or_a_risk_that_stays() -> None:
    measures = dpia.read_measures(ASVS.read_text())
    assert len(measures) == 71
    assert {"holds"} < {one.state for one in measures} <= {"holds", "in part", "not yet", "does not apply"}
    assert all("::test_" in one.shown_by for one in measures if one.state == "holds")
    assert all(f"| {one.line} | {one.asks} |" in PAGE.read_text() for one in measures)


def test_the_command_prints_the_same() -> None:
    out = StringIO()
    call_command("dpia", stdout=out)
    assert out.getvalue() == PAGE.read_text()
