"""Looks at links: the rows of one dossier, and what opens of them. Nobody sees a link without a key to both sides."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import Q, QuerySet

from kring.support.dossier.content import SummaryContent
from kring.support.dossier.household.content import Household
from kring.support.dossier.household.models import HouseholdLink
from kring.support.dossier.models import Dossier
from kring.vault import gate
from kring.vault.gate import Keys, Session
from kring.vault.primitives import encode, id_of, mac
from kring.vault.server_keys import server_keys

PART = "household"


@dataclass(frozen=True, slots=True)
class Linked:
    """A dossier on the other side of a link, as it is called now."""

    link: str
    dossier: str
    number: str
    label: str
    household: Household


def place(dossier: str) -> str:
    """What stands for a dossier in a row of a link."""
    return id_of(mac(server_keys().of("household", 0), encode(dossier)))


def of(dossier: str) -> QuerySet[HouseholdLink]:
    """The links of a dossier, still shut."""
    here = place(dossier)
    return HouseholdLink.objects.filter(Q(one=here) | Q(other=here))


def read(session: Session, dossier: str, rows: Iterable[HouseholdLink]) -> list[Linked]:
    """Open links of a dossier and the summaries behind them, whatever their number in three queries; none without."""
    links = list(rows)
    if not links:
        return []
    keys = gate.entering(
        session, act="household.read", of=[], beside=[row.id for row in links], parts=[PART], strict=False
    )
    others = sorted({told.other(dossier) for told in contents(keys, links).values()} - {""})
    if not others:
        return []
    keys = keys.joined(gate.entering(session, act="household.read", of=others, parts=["summary"], strict=False))
    return linked(keys, dossier, links, Dossier.objects.select_related("summary").filter(id__in=others))


def contents(keys: Keys, rows: Iterable[HouseholdLink]) -> dict[str, Household]:
    """Link -> what it says, for those that `keys` open."""
    return {row.id: keys.open(row, Household) for row in rows if keys.holds(row.id, PART)}


def linked(keys: Keys, dossier: str, rows: Iterable[HouseholdLink], others: Iterable[Dossier]) -> list[Linked]:
    """The other sides that `keys` open too, in order of their label."""
    found = {row.id: row for row in others}
    told = []
    for link, household in contents(keys, rows).items():
        other = found.get(household.other(dossier))
        if other is not None and keys.holds(other.id, "summary"):
            label = keys.open(other.summary, SummaryContent).label
            told.append(Linked(link, other.id, other.verified().number, label, household))
    return sorted(told, key=lambda one: one.label)
