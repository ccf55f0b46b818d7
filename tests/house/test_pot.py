"""The project pot knows no casework and weighs projects alone, and its short lists say what those of casework say."""

import ast
import re
from pathlib import Path

from kring.pot.applying.codelists import FACTORS
from kring.pot.applying.codelists import Area as OfPot
from kring.support.dossier.codelists import Area as OfSupport
from kring.support.network.factor_examples import EXAMPLES
from tests.house.tree import modules, parsed

OTHERS = re.compile(r"kring\.(support|concerns|mediation|sanctions|exchange|reporting|privacy)\b")
OF_A_PERSON = re.compile(r"client|dossier|score|risk|rank|youngster|beneficiar", re.IGNORECASE)


def of_pot() -> list[Path]:
    return [path for path in modules("src") if path.parts[:3] == ("src", "kring", "pot")]


def imported(module: ast.Module) -> set[str]:
    whole = {node.module or "" for node in ast.walk(module) if isinstance(node, ast.ImportFrom)}
    return whole | {one.name for node in ast.walk(module) if isinstance(node, ast.Import) for one in node.names}


def named(module: ast.Module) -> set[str]:
    """Names of fields, arguments and variables that a module gives."""
    given = {node.arg for node in ast.walk(module) if isinstance(node, ast.arg)}
    return given | {
        node.id for node in ast.walk(module) if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store)
    }


def test_the_pot_imports_no_other_register() -> None:
    assert len(of_pot()) > 10
    assert [(path, one) for path in of_pot() for one in imported(parsed(path)) if OTHERS.match(one)] == []


def test_nothing_of_a_client_and_no_number_on_a_person_has_a_name_in_it() -> None:
    code = [path for path in of_pot() if "tests" not in path.parts]
    assert [(path, one) for path in code for one in named(parsed(path)) if OF_A_PERSON.search(one)] == []


def test_it_would_notice() -> None:
    assert OTHERS.match("kring.support.dossier")
    assert OF_A_PERSON.search(min(named(ast.parse("dossier_of = 1"))))


def test_the_factors_are_those_of_individual_support() -> None:
    assert [(str(loss), str(bond)) for loss, bond in FACTORS.values()] == [
        (str(loss), str(bond)) for _domain, loss, bond in EXAMPLES
    ]


def test_the_areas_are_those_of_individual_support() -> None:
    inside = [(one.value, str(one.label)) for one in OfSupport if one not in (OfSupport.OUTSIDE, OfSupport.UNKNOWN)]
    assert [(one.value, str(one.label)) for one in OfPot] == inside
