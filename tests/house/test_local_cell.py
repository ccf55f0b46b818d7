"""The local security cell is a ground of one's own decision and nothing else; no list asks what somebody believes.

Act of 30 July 2018 and the Flemish decree of 21 May 2021: no personal data of who is discussed there is processed, so
there is no field, list, route, report or attachment for it (LIV-01 to LIV-07, domain.md 3.2). What it does as a ground
is tested where grounds are (support/disclosure/decision/tests).
"""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

from django.apps import apps
from django.urls import get_resolver

from kring.support.access import NEED_TO_KNOW, Who
from kring.support.intake.codelists import ReferrerKind
from kring.team.models import Function
from kring.vault import catalogue
from tests.house.test_names import names_in, routes
from tests.house.tree import files, modules, parsed, text_of

THE_CELL = re.compile(
    r"livc|\blisc\b|\bclsi\b|local.?(?:security.?)?cell|security_cell|veiligheidscel|cellule (?:locale )?de sécurité",
    re.IGNORECASE,
)
NAMED_IN = {
    "src/kring/team/law/registry.py": "the acts themselves, by their code",
    "src/kring/support/dossier/disclosing/grounds.py": "the ground, and whether it is offered",
    "src/kring/support/dossier/disclosing/rules.py": "never in haste",
    "src/kring/support/dossier/disclosing/actions.py": "its record is the author's alone, for a while",
    "src/kring/support/disclosure/decision/forms.py": "a few words beside the ground",
    "src/kring/site/settings/place.py": "switches it off",
    "src/kring/locale/parts/table.json": "its label",
    "src/kring/locale/parts/passing_on.json": "what is said of it",
}
BELIEF = ("radical", "extremis", "ideolog", "religi", "belief", "creed", "jihad", "terror", "cloth", "veil", "beard")
"""How a word begins that asks what somebody believes or wears (LIV-06)."""
LISTS = {"TextChoices", "StrEnum", "Enum"}


def ours() -> Iterator[Path]:
    """Every file of the product: code, migrations, pages, letters, words."""
    yield from (path for path in files() if path.parts[:2] == ("src", "kring") and "tests" not in path.parts)


def asks_belief(name: str) -> bool:
    """Whether a name asks what somebody believes or wears, however it is spelled together."""
    words = re.findall(r"[A-Z]+(?![a-z])|[A-Z]?[a-z]+", name)
    return any(word.lower().startswith(BELIEF) for word in words)


def listed(module: ast.Module) -> Iterator[str]:
    """The members of every code list of a module, by name and by value."""
    for node in ast.walk(module):
        if isinstance(node, ast.ClassDef) and LISTS & {ast.unparse(base).rpartition(".")[2] for base in node.bases}:
            for line in node.body:
                if isinstance(line, ast.Assign):
                    yield ast.unparse(line.targets[0])
                    for one in ast.walk(line.value):
                        if isinstance(one, ast.Constant) and isinstance(one.value, str):
                            yield one.value


def fields() -> list[str]:
    """Every column of every table, and every line of the field catalogue."""
    tables = [f"{model._meta.db_table} {one.name}" for model in apps.get_models() for one in model._meta.get_fields()]
    return [*tables, *catalogue.lines()]


def test_liv_01_only_the_ground_and_its_switch_name_it() -> None:
    found = {str(path) for path in ours() if THE_CELL.search(text_of(path))}
    assert sorted(found - NAMED_IN.keys()) == []
    assert sorted(NAMED_IN.keys() - found) == []
    assert [path for path in ours() if THE_CELL.search(path.name)] == []


def test_liv_01_no_field_table_migration_or_route_is_of_it() -> None:
    assert [name for name in fields() if THE_CELL.search(name)] == []
    assert [route for route in routes(get_resolver()) if THE_CELL.search(route)] == []
    assert [path for path in ours() if "migrations" in path.parts and THE_CELL.search(text_of(path))] == []


def test_liv_02_no_sort_of_attachment_is_for_its_papers_and_the_page_warns() -> None:
    page = text_of(Path("src/kring/support/contacts/pages/attachments.html"))
    assert "Nothing of the police here." in page
    said = [text for path in modules("src") if "attachments" in path.parts for text in listed(parsed(path))]
    assert not [text for text in said if re.search(r"police|information|feedback", text, re.IGNORECASE)]


def test_liv_05_who_sits_there_for_the_town_has_no_key_by_that() -> None:
    capacities = [*Function.values, *Who, *NEED_TO_KNOW]
    assert not [one for one in capacities if "delegate" in one or THE_CELL.search(one)]


def test_liv_06_no_list_field_or_route_asks_what_somebody_believes_or_wears() -> None:
    in_lists = [f"{path}: {text}" for path in modules("src") for text in listed(parsed(path)) if asks_belief(text)]
    in_code = [f"{path}: {name}" for path in modules("src") for name in names_in(parsed(path)) if asks_belief(name)]
    assert in_lists == []
    assert in_code == []
    assert [name for name in [*fields(), *routes(get_resolver())] if asks_belief(name)] == []


def test_liv_07_what_comes_from_there_comes_through_the_front_door_without_its_name() -> None:
    """There is no kind of referrer for it: it is somebody else, like any public authority."""
    assert not [one for one in ReferrerKind if THE_CELL.search(f"{one.name} {one.value} {one.label}")]


def test_it_would_notice() -> None:
    module = ast.parse('class Sign(models.TextChoices):\n    A = "religious_dress", _("How devout")\nclass B: C = "x"')
    assert list(listed(module)) == ["A", "religious_dress", "How devout"]
    assert asks_belief("religious_dress")
    assert asks_belief("isRadicalised")
    assert not asks_belief("address_surveillance_available")
    assert THE_CELL.search("has_livc_card")
    assert THE_CELL.search("LocalSecurityCellRecord")
