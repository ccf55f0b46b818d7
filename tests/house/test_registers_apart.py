"""SAN-01 to SAN-03 in the code itself: no register names another, and no question of casework is answered with theirs.

What only running processes can show stands in tests/stories/test_registers.py.
"""

import re
from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from kring.reporting.asking import Question, understood
from kring.reporting.holding import OTHER_REGISTER, why_not
from kring.reporting.measures import MEASURES
from kring.reporting.measures.measure import OfFacts
from kring.site.settings.register import APPS_OF
from tests.house.tree import ROOT

CODE = ROOT / "src" / "kring"
FOLDERS = {app.rpartition(".")[2]: name for name, apps in APPS_OF.items() for app in apps}
"""Folder -> the register it belongs to."""
ABOVE = {"mediation": {"reporting/individual_cases.py"}, "sanctions": {"reporting/individual_cases.py"}}
"""Register -> the files of another one that may read its `purpose`: why its files stand in no figure (SAN-03)."""


def named_in(text: str, folder: str) -> bool:
    """Whether a text imports from a folder, or goes to a route of it."""
    return bool(re.search(rf"\bkring\.{folder}\b|[\"']{folder}:[a-z_]+[\"']", text))


def strangers(files: Iterable[Path]) -> Iterator[str]:
    """Files of one register that name another."""
    for path in files:
        inside = path.relative_to(CODE)
        own = FOLDERS.get(inside.parts[0])
        others = [folder for folder, register in FOLDERS.items() if own and register != own]
        for folder in others:
            if inside.as_posix() not in ABOVE.get(folder, ()) and named_in(path.read_text(encoding="utf-8"), folder):
                yield f"{inside} names {folder}"


def test_san_01_no_file_of_a_register_names_another() -> None:
    """Not by import, not by a link on a page, not by the path of a function in a string."""
    files = [path for kind in ("*.py", "*.html") for path in CODE.rglob(kind) if "migrations" not in path.parts]
    assert len(files) > 900
    assert list(strangers(files)) == []


@pytest.mark.parametrize(
    "text",
    [
        "from kring.sanctions.files import terms",
        "import_string('kring.sanctions.expiry.destroying.expire_due')",
        '<a href="{% url "sanctions:files" %}">',
        "reverse('sanctions:file', args=[file])",
    ],
)
def test_san_01_each_way_to_name_one_is_noticed(text: str) -> None:
    assert named_in(text, "sanctions")
    assert not named_in(text, "mediation")


@pytest.mark.parametrize("topic", ["mediation", "gas"])
@pytest.mark.parametrize("name", [name for name, one in MEASURES.items() if isinstance(one.how, OfFacts)])
def test_san_03_a_question_about_another_register_gets_no_number_of_casework(topic: str, name: str) -> None:
    """A report that would mix them fails here: whatever is counted, the answer is who can be asked."""
    assert why_not(MEASURES[name], asked(name, topic=topic)) is OTHER_REGISTER
    assert why_not(MEASURES[name], asked(name)) is not OTHER_REGISTER
    for register in ("mediation", "sanctions"):
        assert why_not(MEASURES[name], asked(name, filters={"register": register})) is OTHER_REGISTER


def asked(measure: str, **more: Any) -> Question:
    """A question as it would be written in a file."""
    return understood({"measures": [measure], "period": "2020", **more}, date(2021, 3, 1))
