"""Numbers have one way out: facts are opened, folded and counted in kring.vault.release and nowhere else."""

import ast
from collections.abc import Iterator
from pathlib import Path

from tests.house.tree import modules, parsed

RELEASE = Path("src/kring/vault/release.py")
PACKING = Path("src/kring/vault/packing.py")
GUARDING = Path("src/kring/figures/guarding.py")
FACTS = Path("src/kring/vault/facts.py")
MODELS = Path("src/kring/vault/models.py")
# Name -> the modules that may speak it. Facts are written in one module and opened in another.
SPOKEN = {
    "FactKey": {FACTS, RELEASE, MODELS},
    "OwnFactKey": {FACTS, RELEASE, MODELS},
    "carried_context": {FACTS, RELEASE},
    "FactPack": {RELEASE, MODELS},
    "FactsOffice": {FACTS, RELEASE, MODELS},
    "key_context": {FACTS, RELEASE},
    "fact_context": {FACTS, RELEASE},
    "packs": {
        RELEASE,
        PACKING,
        *(
            Path(f"src/kring/figures/{name}.py")
            for name in ("columns", "counting", "guarding", "linking", "rows", "units")
        ),
    },
    "Guard": {RELEASE, GUARDING},
}
# Whoever asks for numbers, asks here; the last folds facts and is told how many wait, nothing of them.
ASKS = {
    Path(f"src/kring/reporting/{name}.py")
    for name in ("individual_cases", "answering", "management/commands/fold_figures")
} | {
    Path(f"src/kring/{register}/figures/asking.py") for register in ("mediation", "sanctions")
}  # a register of another law counts itself (SAN-03)


def names(module: ast.Module) -> Iterator[str]:
    """Every name a module reads or imports, also as an attribute or by a path in a string."""
    for node in ast.walk(module):
        match node:
            case ast.Name(id=name) | ast.Attribute(attr=name):
                yield name
            case ast.ImportFrom(names=aliases) | ast.Import(names=aliases):
                yield from (alias.name.rsplit(".", 1)[-1] for alias in aliases)
                if isinstance(node, ast.ImportFrom) and node.module:
                    yield node.module.rsplit(".", 1)[-1]
            case ast.Call(args=[ast.Constant(value=str(path)), *_]):
                yield path.rsplit(".", 1)[-1]


def strangers(spoken: dict[str, set[Path]], paths: list[Path]) -> list[str]:
    """Modules that speak a name which is not theirs to speak."""
    return [
        f"{path}: {name}"
        for path in paths
        for name in sorted(set(names(parsed(path))) & spoken.keys())
        if path not in spoken[name]
    ]


def product() -> list[Path]:
    return [path for path in modules("src") if "tests" not in path.parts and path.name != "fields.py"]


def test_facts_are_opened_in_one_module() -> None:
    inside = [path for path in product() if "migrations" not in path.parts]
    assert strangers(SPOKEN, inside) == []


def test_the_ones_named_do_speak() -> None:
    assert {name for name in SPOKEN if name not in set(names(parsed(RELEASE)))} == set()


def asks(path: Path) -> bool:
    """Whether a module calls `release.release` or imports it."""
    return any(
        isinstance(node, ast.ImportFrom)
        and (node.module == "kring.vault" and "release" in {alias.name for alias in node.names})
        for node in ast.walk(parsed(path))
    )


def test_only_reports_ask_for_numbers() -> None:
    assert {path for path in product() if asks(path)} == ASKS


def test_it_would_notice() -> None:
    module = ast.parse(
        "from kring.vault.models import FactKey\nimport kring.figures.packs\nimport_module('kring.figures.packs')"
    )
    assert set(names(module)) >= {"FactKey", "packs"}
