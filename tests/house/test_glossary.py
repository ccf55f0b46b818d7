"""The glossary and the code use the same words: nothing in the code is unnamed, nothing named is gone."""

import dataclasses
import importlib
import pkgutil
import re
from pathlib import Path

from django.apps import apps

import kring

ROOT = Path(__file__).resolve().parents[2]
SPOKEN = {"team", "support", "reporting", "privacy"}


def named() -> set[str]:
    rows = [line for line in (ROOT / "docs/glossary.md").read_text().splitlines() if line.startswith("| ")]
    return {name for row in rows[1:] for name in re.findall(r"`(\w+)`", row.split("|")[4])}


def classes() -> set[str]:
    found = {model.__name__ for model in apps.get_models() if model._meta.app_label in SPOKEN}
    for module in pkgutil.walk_packages(kring.__path__, "kring."):
        if module.name.endswith(".content") and module.name.split(".")[1] in SPOKEN:
            members = vars(importlib.import_module(module.name)).items()
            found |= {
                name for name, kind in members if dataclasses.is_dataclass(kind) and kind.__module__ == module.name
            }
    return found


def test_every_model_and_content_class_stands_in_the_glossary() -> None:
    assert classes() - named() == set()


def test_every_name_of_the_glossary_is_used_in_the_code() -> None:
    code = "\n".join(path.read_text() for path in (ROOT / "src").rglob("*.py"))
    assert {name for name in named() if not re.search(rf"\b{name}\b", code)} == set()


def test_a_class_without_a_word_is_noticed() -> None:
    assert {"Unspoken", *classes()} - named() >= {"Unspoken"}
