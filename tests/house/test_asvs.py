"""docs/reference/asvs.md is whole and true: every line that was chosen once, no test named that is not there.

What it says of figures, keys and algorithms is what the code has. Whether a sentence is true, no test can tell.
"""

import ast
import re
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from typing import Any, NamedTuple

import pytest
from django.utils.module_loading import import_string

from tests.house.tree import files, modules, parsed, text_of

PAGE = Path("docs/reference/asvs.md")
CHOSEN = """
2.3.3 2.3.4 2.3.5 2.4.1 3.3.1-3.3.4 3.4.1 3.4.3-3.4.8 3.5.1 3.5.3 5.2.2-5.2.6 5.3.2 5.3.3 6.1.1 6.2.12 6.3.5 6.5.1
6.8.4 7.2.3 7.2.4 7.3.1 7.3.2 7.4.1-7.4.5 7.5.1-7.5.3 7.6.1 8.1.2 8.2.1-8.2.3 11.1.1 11.1.2 11.2.2 11.3.2-11.3.4
11.4.4 11.5.1 11.7.2 13.3.1 13.3.4 14.1.1 14.2.1 14.2.2 14.2.6-14.2.8 14.3.1-14.3.3 16.2.5 16.3.1-16.3.4
"""
SHOWN = {"holds", "in part"}
STATES = SHOWN | {"not yet", "does not apply"}
NAMED = re.compile(r"`([\w/.]+\.py)::(\w+)`")
LEAST = 12
"""Fewer signs than this explain nothing."""
PRIMITIVES = Path("src/kring/vault/primitives.py")
STORAGE = re.compile(r"\b(?:localStorage|sessionStorage|indexedDB|document\.cookie|caches\.open)\b")
STORE = {"drafts.js": "of a referrer who asks for it", "device.js": "a key that cannot be taken out"}
SPANS = {"minute": 1, "minutes": 1, "day": 1440}


class Row(NamedTuple):
    """One line of the table."""

    line: str
    asks: str
    state: str
    how: str
    shown: str


def chosen() -> list[str]:
    """The list with its ranges written out."""
    found = []
    for word in CHOSEN.split():
        first, _, last = word.partition("-")
        above, number = first.rsplit(".", 1)
        end = int(last.rsplit(".", 1)[1]) if last else int(number)
        found += [f"{above}.{each}" for each in range(int(number), end + 1)]
    return found


def table(text: str, heading: str) -> list[list[str]]:
    """The cells of the table whose head begins so."""
    after = text[text.index(f"| {heading} |") :].partition("\n\n")[0]
    return [[cell.strip() for cell in line.strip().strip("|").split("|")] for line in after.splitlines()[2:]]


def faults(text: str) -> Iterator[str]:
    """What is not whole or not true in a page of these lines."""
    found = table(text, "line")
    yield from (f"{cells[0]}: not five cells" for cells in found if len(cells) != 5)
    rows = [Row(*cells) for cells in found if len(cells) == 5]
    lines = [row.line for row in rows]
    yield from (f"{line}: stands {lines.count(line)} times" for line in chosen() if lines.count(line) != 1)
    yield from (f"{line}: was not chosen" for line in lines if line not in chosen())
    for row in rows:
        yield from (f"{row.line}: {fault}" for fault in _faults_of(row))
    for state in STATES:
        count = sum(row.state == state for row in rows)
        yield from (f"{state}: it says another number" for _ in [1] if f"**{state}**: {count}." not in text)


def _faults_of(row: Row) -> Iterator[str]:
    named = NAMED.findall(row.shown)
    if len(row.asks) < LEAST or len(row.how) < LEAST:
        yield "an empty cell"
    if row.state not in STATES:
        yield "no such state"
    if row.state in SHOWN and (not named or NAMED.sub("", row.shown).replace("<br>", "")):
        yield "no test, or something beside it"
    if row.state not in SHOWN and named:
        yield "a test of what is not there"
    yield from (f"no {path}::{name}" for path, name in named if name not in in_module(Path(path)))


def in_module(path: Path) -> set[str]:
    """Names of the tests in a module of the tree; none when it is not there or no module of tests."""
    if path not in files() or not path.name.startswith("test_"):
        return set()
    found = {node.name for node in parsed(path).body if isinstance(node, ast.FunctionDef)}
    return {name for name in found if name.startswith("test_")}


def purposes() -> set[str]:
    """What working keys are derived for: the names given to `ServerKeys.of`."""
    found = set()
    for path in modules("src"):
        if "tests" in path.parts or "server_keys" not in text_of(path):
            continue
        constants = {
            target.id: str(node.value.value)
            for node in parsed(path).body
            if isinstance(node, ast.Assign) and isinstance(node.value, ast.Constant)
            for target in node.targets
            if isinstance(target, ast.Name)
        }
        for node in ast.walk(parsed(path)):
            match node:
                case ast.Call(func=ast.Attribute(attr="of"), args=[ast.Constant(value=str(name)), *_]):
                    found.add(name)
                case ast.Call(func=ast.Attribute(value=ast.Call(), attr="of"), args=[ast.Name(id=name), *_]):
                    found.add(constants[name])
    return found


def algorithms() -> set[str]:
    """What the one module takes from the crypto library, and the digests it names beside the usual one."""
    taken = {
        re.sub(r"(?:Private|Public)Key$", "", alias.name)
        for node in ast.walk(parsed(PRIMITIVES))
        if isinstance(node, ast.ImportFrom) and str(node.module).startswith("cryptography.hazmat")
        for alias in node.names
    }
    return taken | set(re.findall(r'"(sha1|md5|sha512)"', text_of(PRIMITIVES)))


def first_cells(heading: str) -> set[str]:
    return {name for cells in table(text_of(PAGE), heading) for name in re.findall(r"^`(.+)`$", cells[0])}


def paces_apart(text: str) -> Iterator[str]:
    """Rows of the pace that say another figure than the code; where it has no time of its own, the tries alone."""
    told: dict[str, list[tuple[int, timedelta | None]]] = {}
    for _what, tries, span, where in table(text, "what"):
        number, _, unit = span.partition(" ")
        window = timedelta(minutes=int(number) * SPANS[unit]) if unit in SPANS else None
        told.setdefault(where.strip("`"), []).append((int(tries), window))
    for where, said in told.items():
        figure: Any = import_string(where)
        rows = [tries for tries, _ in said] if isinstance(figure, int) else said
        yield from (where for _ in [1] if tuple(rows) != _as_rows(figure))


def _as_rows(figure: Any) -> tuple[Any, ...]:
    """A figure of the code as rows: a number, one pace, or several."""
    alone = isinstance(figure, int) or isinstance(figure[0], int)
    return (figure,) if alone else tuple(figure)


def stores() -> set[str]:
    scripts = [path for path in files() if path.suffix in (".js", ".html") and path.parts[0] == "src"]
    return {path.name for path in scripts if STORAGE.search(text_of(path))}


def test_every_line_stands_there_once_with_tests_that_exist() -> None:
    assert len(chosen()) == len(set(chosen())) == 71
    assert list(faults(text_of(PAGE))) == []


def test_the_pace_is_that_of_the_code() -> None:
    assert list(paces_apart(text_of(PAGE))) == []


def test_every_purpose_of_the_key_file_stands_in_the_inventory() -> None:
    assert len(purposes()) > 20
    assert first_cells("purpose") == purposes()


def test_every_algorithm_stands_in_the_inventory() -> None:
    assert {"AESGCM", "Argon2id", "sha1"} <= algorithms()
    assert first_cells("name") == algorithms()


def test_two_scripts_alone_speak_of_the_storage_of_a_browser() -> None:
    assert stores() == STORE.keys()
    assert STORAGE.search("window.sessionStorage.setItem")


TESTS_OF_7_3_2 = (
    "`src/kring/team/tests/test_locked.py::test_after_ten_hours_one_signs_in_anew_and_keeps_the_place`<br>"
    "`src/kring/vault/tests/test_sessions.py::test_a_session_cannot_be_lengthened_in_the_database`"
)


@pytest.mark.parametrize(
    ("was", "becomes", "fault"),
    [
        ("| 7.3.1 |", "| 7.3.9 |", "7.3.1: stands 0 times"),
        ("| 7.3.1 |", "| 7.3.2 |", "7.3.2: stands 2 times"),
        ("| 7.3.1 |", "| 7.3.9 |", "7.3.9: was not chosen"),
        ("| a session ends |", "| |", "7.3.2: an empty cell"),
        ("Ten hours after it began, whatever is done.", "-", "7.3.2: an empty cell"),
        ("| a session ends | holds |", "| a session ends | surely |", "7.3.2: no such state"),
        ("::test_a_quarter_of_an_hour", "::test_half_an_hour", "7.3.1: no src/kring/team/tests/test_locked.py::"),
        ("team/tests/test_locked.py", "team/tests/test_gone.py", "7.3.1: no src/kring/team/tests/test_gone.py::"),
        ("| a session ends | holds |", "| a session ends | not yet |", "7.3.2: a test of what is not there"),
        (
            "`src/kring/team/tests/test_locked.py::test_after_ten_hours_one_signs_in_anew_and_keeps_the_place`<br>`src/kring/vault/tests/test_sessions.py::test_a_session_cannot_be_lengthened_in_the_database`",
            "no test yet",
            "7.3.2: no test, or something beside it",
        ),
        ("| a session ends |", "| a session ends | now |", "7.3.2: not five cells"),
        ("**holds**: ", "**holds**: 1", "holds: it says another number"),
    ],
)
def test_a_doctored_row_is_noticed(was: str, becomes: str, fault: str) -> None:
    page = text_of(PAGE)
    assert was in page
    assert any(found.startswith(fault) for found in faults(page.replace(was, becomes, 1)))


@pytest.mark.parametrize(
    ("was", "becomes"),
    [("| 20 | 60 minutes |", "| 21 | 60 minutes |"), ("| 40 | 30 minutes |", "| 41 | 30 minutes |")],
)
def test_a_doctored_pace_is_noticed(was: str, becomes: str) -> None:
    page = text_of(PAGE)
    assert was in page
    assert list(paces_apart(page.replace(was, becomes, 1)))
