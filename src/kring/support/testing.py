"""Dossiers for tests, opened through the product's own verb around the personas of the town. Nobody here exists."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import Any

from kring.support.dossier.actions import Kept, OpenedDossier, Opening, open_dossiers
from kring.support.dossier.content import Identity, Mode, SummaryContent
from kring.support.dossier.keyring import Carried
from kring.team.testing import Persona, Town
from kring.vault.acts import acting

ON = date(2021, 3, 1)
ROBIN = SummaryContent("Robin V.", "street_work", Mode.HANDS_ON)


def carried(town: Town, holder: Persona, deputy: Persona, *co_workers: Persona, circle: str = "welfare") -> Carried:
    """Who stands around a dossier of the town."""
    return Carried(town.groups[circle], holder.principal, deputy.principal, tuple(one.principal for one in co_workers))


def a_dossier(
    town: Town,
    *,
    holder: Persona | None = None,
    deputy: Persona | None = None,
    identity: Identity | None = None,
    told_by_client: bool = False,
    referral: Sequence[Kept] = (),
    opened_on: date = ON,
    **summary: Any,
) -> OpenedDossier:
    """A dossier of Noor with Joris as deputy, unless said otherwise; further words are of the summary."""
    holder, deputy = holder or town.noor, deputy or town.joris
    opening = Opening(
        carried(town, holder, deputy), replace(ROBIN, **summary), opened_on, identity, told_by_client, referral
    )
    with acting("test.open", by=holder.principal) as act:
        [opened] = open_dossiers(act, [opening])
    return opened
