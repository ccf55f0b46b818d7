"""No name in code, field or route puts a figure on a person, or names a law or a programme that may change.

architecture.md invariant 13 in its own words: people have no score; the case has a rhythm. A programme is a value
in a table, never part of a name.
"""

import ast
import re
from collections.abc import Iterator

from django.apps import apps
from django.urls import URLResolver, get_resolver

from tests.house.tree import modules, parsed

FORBIDDEN = {"score", "scores", "scoring", "risk", "risks", "rank", "ranks", "ranking", "gas", "livc", "pim"}
# A ground on which a disclosure is refused or allowed may name the body it concerns.
ALLOWED = {"livc_disclosure"}


def forbidden_in(name: str) -> set[str]:
    """The forbidden words in a name, whichever way it is spelled together."""
    if name.lower() in ALLOWED:
        return set()
    words = re.findall(r"[A-Z]+(?![a-z])|[A-Z]?[a-z]+", name)
    return FORBIDDEN & {word.lower() for word in words}


def names_in(module: ast.Module) -> Iterator[str]:
    """Every name a module gives: classes, functions, arguments, variables, attributes."""
    for node in ast.walk(module):
        match node:
            case (
                ast.ClassDef(name=name)
                | ast.FunctionDef(name=name)
                | ast.AsyncFunctionDef(name=name)
                | ast.arg(arg=name)
            ):
                yield name
            case ast.Name(id=name, ctx=ast.Store()) | ast.Attribute(attr=name, ctx=ast.Store()):
                yield name


def routes(resolver: URLResolver, above: str = "") -> Iterator[str]:
    """Every route and its name."""
    for pattern in resolver.url_patterns:
        yield f"{above}{pattern.pattern}"
        if isinstance(pattern, URLResolver):
            yield from routes(pattern, f"{above}{pattern.pattern}")
        elif pattern.name:
            yield pattern.name


def test_names_in_code() -> None:
    found = [
        f"{path}: {name}"
        for path in modules("src")
        for name in (path.stem, *names_in(parsed(path)))
        if forbidden_in(name)
    ]
    assert found == []


def test_fields_and_tables() -> None:
    names = [
        f"{model._meta.db_table} {field.name}" for model in apps.get_models() for field in model._meta.get_fields()
    ]
    assert [name for name in names if forbidden_in(name)] == []


def test_routes() -> None:
    assert [route for route in routes(get_resolver()) if forbidden_in(route)] == []


def test_it_would_notice() -> None:
    module = ast.parse("class RiskLevel:\n    def f(self, gas): self.client_score = PIM = 1\nasync def rank(): ...")
    assert {word for name in names_in(module) for word in forbidden_in(name)} == {"risk", "gas", "score", "pim", "rank"}
    assert forbidden_in("team/ranking/")
    assert not forbidden_in("frisking_gasket_pimento_scored_franked")
    assert not forbidden_in("livc_disclosure")
