"""For tests: the facts of contacts as the statistics office has them, after folding; and a contact to note."""

from collections.abc import Mapping
from datetime import date, datetime, time
from typing import Any

from django.utils import timezone

from kring.support.contacts.log.content import Contact
from kring.support.contacts.log.figures import NOTED
from kring.team.testing import Town
from kring.vault import gate, packing, release
from kring.vault.facts import office
from kring.vault.gate import OWN_KEY
from kring.vault.models import FactPack

type Facts = dict[bytes, tuple[int, tuple[tuple[str, Any], ...]]]
"""Name of a fact -> which subject it is of, and what it says."""


def a_contact(on: date, kind: str = "home", **said: Any) -> Contact:
    """A contact at noon."""
    noon = timezone.make_aware(datetime.combine(on, time(12)))
    return Contact(kind, noon, noon, by="", **said)


def in_the_packs(town: Town, kind: str = NOTED) -> Facts:
    """The facts of a kind, name by name."""
    session, receiver = town.saar.session, office().id
    release.fold(session, act="test.fold", tell=lambda _: None)
    keys = gate.entering(session, act="test.look", of=[receiver], parts=[OWN_KEY])
    raw = {
        row.name: release._open(keys, receiver, row) for row in FactPack.objects.filter(name__in=("columns", "names"))
    }
    if not raw:
        return {}
    pack, names = packing.load(raw["columns"]), packing.load_names(raw["columns"], raw["names"])
    table = pack.tables.get(kind)
    if table is None:
        return {}
    rows = [
        tuple((name, one.values[one.codes[at]]) for name, one in table.columns.items())
        for at in range(len(table.links))
    ]
    return {name: (link, row) for name, link, row in zip(names.facts[kind], table.links, rows, strict=True)}


def said(found: Facts) -> list[Mapping[str, Any]]:
    """What they say, in the order of the days."""
    return sorted((dict(row) for _, row in found.values()), key=lambda row: (row["on"], row["kind"]))
