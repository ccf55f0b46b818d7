"""GDP-01: what is kept, field by field, from the catalogue of fields; for the record of processing (activities.py)."""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from importlib import import_module
from typing import Any

from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from kring.vault import catalogue
from kring.vault.catalogue import Category, Field

NAMES: dict[str, Any] = {
    "concerns": _("Concerns"),
    "exchange": _("Team exchange"),
    "mediation": _("Neighbourhood mediation"),
    "pot": _("Project pot"),
    "privacy": _("Rights of the person, retention, privacy desk"),
    "reporting": _("Answers to the council"),
    "sanctions": _("Mediation in sanctions"),
    "site": _("The installation"),
    "support": _("Individual support"),
    "team": _("Colleagues, circles and agenda"),
    "vault": _("Keys, locks and the journal"),
}
"""What each register is called."""
CATEGORIES: dict[str, Any] = {
    "third_party": _("about others"),
    "special": _("special category"),
    "criminal": _("about offences"),
}
REGISTERS = ("support", "concerns", "exchange", "pot", "reporting", "mediation", "sanctions", "privacy")
BEYOND_ORDINARY = (Category.THIRD_PARTY, Category.SPECIAL, Category.CRIMINAL)


@dataclass(frozen=True, slots=True)
class Thing:
    """One model or content class: how many fields, how many lie sealed, for how long, of which categories.

    kinds: every category among them. categories: those beyond ordinary data, with how many fields.
    """

    name: str
    fields: int
    sealed: int
    categories: dict[str, int]
    kinds: frozenset[str]
    terms: list[str]

    @property
    def how_long(self) -> list[str]:
        """The terms in the language of who reads."""
        return [gettext(term) for term in self.terms]

    @property
    def beyond(self) -> list[tuple[Any, int]]:
        """Categories beyond ordinary data, in words, with how many fields."""
        return [(CATEGORIES.get(kind, kind), count) for kind, count in self.categories.items()]


@dataclass(frozen=True, slots=True)
class Register:
    """One register with its legal basis, where it states one, and what it keeps."""

    code: str
    basis: str
    things: list[Thing]

    @property
    def title(self) -> Any:
        """What it is called, in words."""
        return NAMES.get(self.code, self.code)

    @property
    def fields(self) -> int:
        """How many fields it has."""
        return sum(one.fields for one in self.things)


def record() -> list[Register]:
    """Every part of the house that keeps something, as the code declares it."""
    by_label: dict[str, dict[str, dict[str, Field]]] = {}
    for name, line in catalogue.lines().items():
        label, thing, field = name.split(".")
        by_label.setdefault(label, {}).setdefault(thing, {})[field] = line
    return [
        Register(label, _basis(label), [_thing(name, fields) for name, fields in sorted(things.items())])
        for label, things in sorted(by_label.items())
    ]


def as_rows() -> Iterator[dict[str, Any]]:
    """Every field: what it is for, of which category, for how long, and whether it lies sealed."""
    for name, line in sorted(catalogue.lines().items()):
        yield {
            "field": name,
            "purpose": line.purpose,
            "category": line.category.value,
            "retention": line.retention,
            "sealed": line.sealed,
        }


def _basis(label: str) -> str:
    if label not in REGISTERS:
        return ""
    module = import_module(f"kring.{label}.purpose")
    return str(getattr(module, "LEGAL_BASIS", ""))


def _thing(name: str, fields: Mapping[str, Field]) -> Thing:
    kinds = Counter(line.category.value for line in fields.values() if line.category in BEYOND_ORDINARY)
    every = frozenset(line.category.value for line in fields.values())
    terms = sorted({line.retention for line in fields.values()})
    return Thing(name, len(fields), sum(line.sealed for line in fields.values()), dict(kinds), every, terms)
