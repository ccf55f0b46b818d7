"""For tests: many dossiers at once, some with a field that nearly nobody fills in, and colleagues who count."""

from dataclasses import replace
from datetime import date
from typing import Any

from kring.privacy.unused import queries, rounds, stock
from kring.support.dossier.actions import OpenedDossier, Opening, open_dossiers
from kring.support.dossier.content import Identity
from kring.support.testing import ON, ROBIN, carried
from kring.team.testing import Persona, Town
from kring.vault.acts import acting
from kring.vault.primitives import new_id

BORN = date(2004, 5, 1)


def files(town: Town, holder: Persona, number: int, **given: Any) -> list[OpenedDossier]:
    """So many dossiers of somebody, each with a name; `given` is more of who it is."""
    deputy = town.joris if holder is not town.joris else town.noor
    who = replace(Identity("Robin V.", born_on=BORN), **given)
    openings = [Opening(carried(town, holder, deputy), ROBIN, ON, who) for _ in range(number)]
    with acting("test.open", by=holder.principal) as act:
        return open_dossiers(act, openings)


def begun(town: Town) -> None:
    """The privacy officer asks."""
    rounds.begin(town.hilde.principal, once=new_id())


def counts(who: Persona) -> int:
    """Somebody counts until the sums are handed in; how many presses."""
    one, presses = queries.open_round(), 1
    if one is None:
        raise LookupError("no round goes on")
    while not stock.go_on(who.session, one):
        presses += 1
    return presses
