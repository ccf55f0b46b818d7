"""GDP-01: every field of every model and content class has its line in the catalogue, and no line is left over."""

import dataclasses
import importlib
import pkgutil
from collections.abc import Iterator

from django.apps import apps
from django.conf import settings

from kring.vault import catalogue

LABELS = {app.rpartition(".")[2] for app in settings.INSTALLED_APPS if app.startswith("kring.")}
"""Those of the register under test: another register has a catalogue of its own, and a run of its own."""


def columns() -> Iterator[str]:
    for model in apps.get_models(include_auto_created=True):
        if model._meta.app_label in LABELS:
            yield from (f"{model._meta.label}.{field.name}" for field in model._meta.concrete_fields)


def contents() -> Iterator[str]:
    found = ((app, importlib.import_module(f"kring.{app}").__path__) for app in sorted(LABELS))
    for label, module in ((app, one) for app, path in found for one in pkgutil.walk_packages(path, f"kring.{app}.")):
        if not module.name.endswith(".content"):
            continue
        for name, kind in vars(importlib.import_module(module.name)).items():
            if dataclasses.is_dataclass(kind) and getattr(kind, "__module__", "") == module.name:
                yield from (f"{label}.{name}.{field.name}" for field in dataclasses.fields(kind))


def missing(names: set[str], lines: set[str]) -> set[str]:
    return names - lines


def test_gdp_01_every_field_has_its_line() -> None:
    assert missing({*columns(), *contents()}, set(catalogue.lines())) == set()


def test_gdp_01_no_line_names_a_field_that_is_gone() -> None:
    assert missing(set(catalogue.lines()), {*columns(), *contents()}) == set()


def test_gdp_01_a_field_without_a_line_is_noticed() -> None:
    assert missing({"support.Dossier.shoe_size", *columns()}, set(catalogue.lines())) >= {"support.Dossier.shoe_size"}


def test_gdp_02_no_free_text_stands_in_the_clear() -> None:
    """The only text columns without a length are listed here with their reason."""
    allowed = {
        "vault.RecoveryRequest.parts": "ids of parts, no words",
        "reporting.Answer.public": "the released table, which is public",
        "reporting.PublishedAnswer.document": "what was published, word for word (docs/decisions/0101)",
        "team.DirectoryEntry.words": "public words of services, to search by (docs/decisions/0055)",
        "team.DirectoryEntry.document": "public facts of organisations in an open standard (docs/decisions/0055)",
        "team.Wording.text": "the town's own words for everybody, about nobody (docs/decisions/0054)",
    }
    found = {
        f"{model._meta.label}.{field.name}"
        for model in apps.get_models()
        for field in model._meta.concrete_fields
        if model._meta.app_label in LABELS and field.get_internal_type() == "TextField"
    }
    assert found == {name for name in allowed if name.partition(".")[0] in LABELS}


def test_every_line_says_why_and_how_long() -> None:
    for name, line in catalogue.lines().items():
        assert len(line.purpose) > 5, name
        assert len(line.retention) > 10, name
