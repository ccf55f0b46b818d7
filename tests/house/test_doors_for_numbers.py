"""No count leaves by another door: who may make a table, who may take one in, and what a page is handed.

Three walks. The code: a released table is made in the vault alone, an answer of released tables alone, a document of an
answer alone. The signatures: every export and every published page takes a document. The pages: what each template of
the figures and of the team page is handed is walked to its last value, for whoever may open it.
"""

import ast
import dataclasses
import typing
from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from django.db.models import Model
from django.test import override_settings
from django.urls import reverse

from kring.figures import counting, packs, showing, tables
from kring.protection.tables import Cell
from kring.reporting import exports
from kring.reporting.answers import Answer
from kring.reporting.composer.testing import a_question, figure
from kring.reporting.content import InsideFigures
from kring.reporting.document import Document, of
from kring.reporting.models import FrozenReply
from kring.reporting.tests.conftest import ON, town  # noqa: F401  the town of the founding question
from kring.team.testing import Town
from kring.vault import release
from kring.vault.models import Fact, FactKey, FactPack
from tests.house.tree import PACKAGE, parsed, text_of

MADE_ONLY_IN: dict[tuple[str, str], set[str]] = {
    ("kring.figures.showing", "Shown"): {"figures/showing.py"},
    ("kring.figures.showing", "Both"): {"figures/showing.py"},
    ("kring.vault.release", "Released"): {"vault/release.py"},
    ("kring.vault.release", "Release"): {"vault/release.py"},
    ("kring.reporting.answers", "Figure"): {"reporting/answering.py"},
    ("kring.reporting.answers", "Part"): {"reporting/answering.py"},
    ("kring.reporting.answers", "Answer"): {"reporting/answering.py"},
    ("kring.reporting.document.values", "Cell"): {"reporting/document/tabling.py", "reporting/composer/pictures.py"},
    ("kring.reporting.document.values", "Row"): {"reporting/document/tabling.py"},
    ("kring.reporting.document.values", "Table"): {"reporting/document/tabling.py"},
    ("kring.reporting.document.values", "Document"): {"reporting/document/making.py"},
}
"""Class -> the files that may make one; tests may make what they like."""

TAKEN_IN_BY: dict[str, set[str]] = {
    "kring.vault.release": {
        "reporting/answering.py",
        "reporting/individual_cases.py",
        "reporting/management/commands/fold_figures.py",  # folds, and hears how many facts wait
        "sanctions/figures/asking.py",  # the same
        "mediation/figures/asking.py",  # its own facts in its own process; hands on the table for everybody alone
    },
    "kring.figures.counting": {"figures/", "vault/release.py"},
    "kring.figures.packs": {"figures/", "vault/packing.py", "vault/release.py"},
    "kring.reporting.answering": {"reporting/management/commands/answer.py", "reporting/composer/counting.py"},
}
"""Module -> the files, or the floor, that may import it. Who adds one says here why a count may go there."""

UNRELEASED: tuple[type, ...] = (
    counting.Counted,
    counting.Days,
    tables.Table,
    Cell,
    packs.Pack,
    showing.Both,
    release.Release,
    InsideFigures,
    Fact,
    FactKey,
    FactPack,
)
"""What no template is ever handed: a table before disclosure control, both sides of one at once, and facts."""


def files(*words: str) -> Iterator[Path]:
    """Every file of the product that is no test and holds one of these words."""
    for path in sorted(PACKAGE.rglob("*.py")):
        written = "" if "tests" in path.parts or path.name == "testing.py" else text_of(path)
        if any(word in written for word in words):
            yield path


def named(tree: ast.Module, here: str) -> dict[str, tuple[str, str]]:
    """Name in a file -> module and name it stands for."""
    found = {node.name: (here, node.name) for node in tree.body if isinstance(node, ast.ClassDef)}
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom):
            for each in node.names:
                found[each.asname or each.name] = (node.module or "", each.name)
    return found


def made(tree: ast.Module, here: str) -> set[tuple[str, str]]:
    """The guarded classes that a file makes, by whatever name it calls them."""
    names, found = named(tree, here), set()
    for call in ast.walk(tree):
        if not isinstance(call, ast.Call):
            continue
        if isinstance(call.func, ast.Name):
            found.add(names.get(call.func.id, ("", "")))
        elif isinstance(call.func, ast.Attribute) and isinstance(call.func.value, ast.Name):
            module, name = names.get(call.func.value.id, ("", ""))
            found.add((f"{module}.{name}", call.func.attr))
    return {
        ("kring.reporting.document.values", name) if module == "kring.reporting.document" else (module, name)
        for module, name in found
    } & MADE_ONLY_IN.keys()


def imported(tree: ast.Module) -> set[str]:
    """Every module that a file imports, and every name that may be one."""
    found = {each.name for node in ast.walk(tree) if isinstance(node, ast.Import) for each in node.names}
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom) and node.module:
            found |= {node.module, *(f"{node.module}.{each.name}" for each in node.names)}
    return found


def where(path: Path) -> str:
    return path.relative_to(PACKAGE).as_posix()


def module(path: Path) -> str:
    return "kring." + where(path).removesuffix(".py").removesuffix("/__init__").replace("/", ".")


def test_a_table_is_made_where_it_is_released_and_nowhere_else() -> None:
    words = {f"{name}{sign}" for _, name in MADE_ONLY_IN for sign in ("(", " as ")}
    found = {(where(path), *one) for path in files(*words) for one in made(parsed(path), module(path))}
    assert {(path, name) for path, origin, name in found if path not in MADE_ONLY_IN[origin, name]} == set()
    assert {(origin, name) for _, origin, name in found} == MADE_ONLY_IN.keys(), "one that nobody makes guards nothing"


def test_what_counts_is_imported_by_those_who_may() -> None:
    last = [name.rpartition(".")[2] for name in TAKEN_IN_BY]
    found = {(one, where(path)) for path in files(*last) for one in imported(parsed(path)) & TAKEN_IN_BY.keys()}
    assert {(one, path) for one, path in found if not path.startswith(tuple(TAKEN_IN_BY[one]))} == set()


@pytest.mark.parametrize("folder", ["exports", "published"])
def test_exports_and_open_data_know_nothing_but_documents(folder: str) -> None:
    known = ("kring.reporting", "kring.team", "kring.vault", "kring.figures")
    may = (
        *(
            "kring.reporting.document",
            "kring.reporting.exports",
            "kring.reporting.published",
            "kring.reporting.content.Audience",
        ),
        *("kring.reporting.measures.measure", "kring.team.printing", "kring.team.address"),
        *(
            "kring.vault.rows",
            "kring.vault.acts",
            "kring.vault.doors",
            "kring.vault.refusals",
            "kring.vault.throttle",
            "kring.vault.primitives",
        ),
    )
    for path in (PACKAGE / "reporting" / folder).glob("*.py"):
        taken = {one for one in imported(parsed(path)) if one.startswith(known)} - {
            "kring.vault",
            "kring.reporting",
            "kring.reporting.content",
        }
        assert {one for one in taken if not one.startswith(may)} == set(), path


def test_every_export_takes_a_document_and_a_document_takes_an_answer() -> None:
    for form in exports.FORMS.values():
        assert typing.get_type_hints(form.make) == {"document": Document, "return": bytes}
    assert typing.get_type_hints(of)["answer"] is Answer
    assert typing.get_type_hints(exports.export)["document"] is Document


def test_no_template_of_figures_asks_for_the_other_side() -> None:
    for path in (PACKAGE / "reporting").rglob("*.html"):
        assert ".inside" not in text_of(path), path


# What a page is handed --------------------------------------------------------------------------


def walked(value: object, seen: set[int] | None = None) -> Iterator[object]:
    """A value and everything in it, as far as a template could reach without asking the database."""
    seen = set() if seen is None else seen
    if id(value) in seen:
        return
    seen.add(id(value))
    yield value
    for inner in _inside(value):
        yield from walked(inner, seen)


def _inside(value: object) -> Iterator[object]:
    if isinstance(value, Mapping):
        yield from value.values()
    elif isinstance(value, (list, tuple, set, frozenset)):
        yield from value
    elif dataclasses.is_dataclass(value) and not isinstance(value, type):
        yield from (getattr(value, field.name) for field in dataclasses.fields(value))
    elif isinstance(value, Model):
        yield from vars(value).values()


def handed(context: Any) -> list[object]:
    """Everything unreleased among what the templates of one answer were handed."""
    layers = [layer for each in context or () for layer in getattr(each, "dicts", [each])]
    return [one for layer in layers for value in layer.values() for one in walked(value) if isinstance(one, UNRELEASED)]


PAGES = ("/figures", f"/figures?on={ON}", f"/figures?on={ON}&audience=internal", "/figures?on=2020-01-01", "/stand")
AT_LEAST = {"saar": 7, "jonas": 7, "greet": 8, "noor": 0}
"""Reader -> how many of the pages open: two of the statistics office, the head of service, a colleague."""


@override_settings(KRING_STRETCH=(1, 1024), KRING_TODAY=date(2021, 3, 15))
@pytest.mark.parametrize("who", AT_LEAST)
def test_no_page_of_figures_is_handed_a_table_that_was_not_released(town: Town, who: str) -> None:  # noqa: F811
    asked = a_question(town, figure(), frozen=True)
    composed = [reverse("reporting:questions"), reverse("reporting:question", args=[asked])]
    reply = FrozenReply.objects.get(question_id=asked).id
    composed.append(reverse("reporting:frozen", args=[asked, reply]))
    client, seen = town.people[who].client, 0
    for page in (*PAGES, *composed):
        answer = client.get(page)
        assert handed(answer.context) == [], (who, page)
        seen += answer.status_code == 200 and answer.context is not None
    assert seen >= AT_LEAST[who], "so many of these pages open for this reader"


# It would notice --------------------------------------------------------------------------------

WRONG = """
from kring.figures import showing
from kring.figures.showing import Shown as Table
from kring.reporting.document import Document

def leak(counted):
    return Table((), {}, counted.table.whole.count, 0), showing.Both(None, None), Document()
"""


def test_a_page_that_makes_its_own_table_would_be_noticed() -> None:
    assert made(ast.parse(WRONG), "kring.reporting.leak") == {
        ("kring.figures.showing", "Shown"),
        ("kring.figures.showing", "Both"),
        ("kring.reporting.document.values", "Document"),
    }


def test_a_page_that_counts_for_itself_would_be_noticed() -> None:
    assert "kring.vault.release" in imported(ast.parse("from kring.vault import release"))
    assert "kring.figures.counting" in imported(ast.parse("import kring.figures.counting"))
    assert "kring.figures.packs" in imported(ast.parse("from kring.figures.packs import Pack"))


def test_a_context_with_both_sides_would_be_noticed() -> None:
    shown = showing.Shown((), {("a",): 3}, 3, 1)
    wrong = [{"page": {"rows": [{"found": showing.Both(shown, shown)}]}}, {"cell": Cell({"w": 3})}]
    assert len(handed(wrong)) == 2
    assert handed([{"page": {"rows": [shown]}}]) == []
