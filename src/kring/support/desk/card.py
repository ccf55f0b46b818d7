"""One dossier for its page: what opened, what is there but shut, who holds a key, what is still to do.

Everything goes through the gate with the id as it was asked, before a row is looked up: an id that does not exist
and one that may not be opened make the same queries and get the same answer.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from django.utils.translation import gettext

from kring.support.desk import kept, parts, standing
from kring.support.desk.kept import Item
from kring.support.desk.parts import PartShown
from kring.support.dossier.content import Identity, SummaryContent
from kring.support.dossier.models import Dossier, Task
from kring.team import queries as team
from kring.team.models import Colleague
from kring.vault import gate
from kring.vault.gate import Keys, Session
from kring.vault.refusals import Refused


@dataclass(frozen=True, slots=True)
class Card:
    """An open dossier. `identity` is None when it was not recorded or is shut, `referral` empty likewise."""

    dossier: Dossier
    summary: SummaryContent
    identity: Identity | None
    referral: list[Item]
    tasks: list[Task]
    parts: list[PartShown]
    names: Mapping[str, Colleague]


def open_card(session: Session, dossier_id: str) -> Card:
    """Open what this colleague holds of a dossier; the summary at least. Raises `Refused`."""
    keys = gate.entering(
        session,
        act="desk.dossier",
        of=[dossier_id],
        parts=["summary", "identity", "referral"],
        strict=False,
        needed=["summary"],
    )
    dossier = Dossier.objects.select_related("summary", "identity").filter(id=dossier_id).first()
    if dossier is None:
        raise Refused
    dossier.verified()
    held = {part for bundle, part in keys.all_parts if bundle == dossier_id}
    grants = parts.grants(dossier_id)
    why = standing.sentences(session, dossier_id, {grant.part for grant in grants} - held)
    referral = kept.opened(keys, dossier.referral_copies.all()) if "referral" in held else []
    holders, authors = (grant.holder for grant in grants), (item.by for item in referral if item.by)
    names = team.colleagues({dossier.holder, dossier.deputy, *holders, *authors})
    return Card(
        dossier=dossier,
        summary=keys.open(dossier.summary, SummaryContent),
        identity=_identity(keys, dossier) if "identity" in held else None,
        referral=[replace(item, by=_name(names, item.by) if item.by else "") for item in referral],
        tasks=[] if dossier.silent else list(dossier.tasks.filter(done_on=None).order_by("due_on")),
        parts=parts.shown(grants, dossier, held, session.person, names, why),
        names=names,
    )


def _identity(keys: Keys, dossier: Dossier) -> Identity:
    return keys.open(dossier.identity, Identity)


def _name(names: Mapping[str, Any], principal: str) -> str:
    return names[principal].name if principal in names else gettext("Somebody who left")
