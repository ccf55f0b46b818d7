"""Dossiers for tests, opened through the product's own verb around the personas of the town. Nobody here exists."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import Any

from kring.support.dossier.actions import Kept, OpenedDossier, Opening, open_dossiers
from kring.support.dossier.content import Identity, Mode, SummaryContent
from kring.support.dossier.keyring import Carried
from kring.support.dossier.knock.registry import entered
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
    circle: str = "welfare",
    registered: bool = False,
    **summary: Any,
) -> OpenedDossier:
    """A dossier of Noor with Joris as deputy, unless said otherwise; further words are of the summary.

    registered: with its blind token, as when a role is taken.
    """
    holder, deputy = holder or town.noor, deputy or town.joris
    opening = Opening(
        carried(town, holder, deputy, circle=circle),
        replace(ROBIN, **summary),
        opened_on,
        identity,
        told_by_client,
        referral,
    )
    registry = entered(holder.session, town.groups[circle], act="test.open") if registered else None
    with acting("test.open", by=holder.principal) as act:
        [opened] = open_dossiers(act, [opening], registry)
    return opened
