"""Looks at links: the rows of one dossier, and what opens of them. Nobody sees a link without a key to both sides."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from django.db.models import Q, QuerySet

from kring.support.dossier import rows
from kring.support.dossier.household.content import Household
from kring.support.dossier.household.models import HouseholdLink
from kring.support.dossier.models import Dossier
from kring.vault import gate
from kring.vault.gate import Keys, Session
from kring.vault.primitives import encode, id_of, mac
from kring.vault.reading import within
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


_LINKED = "EXISTS (SELECT 1 FROM support_householdlink WHERE one = %s OR other = %s)"
_AROUND = f"""
    SELECT %s
    UNION SELECT id FROM support_dossier WHERE holder = %s AND {_LINKED}
    UNION SELECT id FROM support_dossier WHERE deputy = %s AND {_LINKED}
    UNION SELECT dossier_id FROM support_coworker WHERE person = %s AND until_on IS NULL AND {_LINKED}
"""  # noqa: S608  words of our own
"""Each by an index of its own: with OR between them a town's every dossier would be looked at."""


def with_around(person: str, dossier: str) -> list[Dossier]:
    """A dossier, and when it is linked what else somebody carries or works along on; not verified yet."""
    here = place(dossier)
    return rows.where(f"d.id {within(_AROUND)}", [dossier, *[person, here, here] * 3])


def read(session: Session, dossier: str, links: Sequence[HouseholdLink], around: Iterable[Dossier]) -> list[Linked]:
    """Open links of a dossier and the summaries behind them, whatever their number in one query; none without.

    around: among which dossiers the other sides are.
    """
    if not links:
        return []
    places = {one for row in links for one in (row.one, row.other)}
    others = [row for row in around if row.id != dossier and place(row.id) in places]
    keys = gate.entering(
        session,
        act="household.read",
        of=[],
        beside=[*(row.id for row in links), *(row.id for row in others)],
        parts=[PART, "summary"],
        strict=False,
    )
    return linked(keys, dossier, links, others)


def contents(keys: Keys, links: Iterable[HouseholdLink]) -> dict[str, Household]:
    """Link -> what it says, for those that `keys` open."""
    return {row.id: keys.open(row, Household) for row in links if keys.holds(row.id, PART)}


def linked(keys: Keys, dossier: str, links: Iterable[HouseholdLink], others: Iterable[Dossier]) -> list[Linked]:
    """The other sides that `keys` open too, in order of their label."""
    found = {row.id: row for row in others}
    told = []
    for link, household in contents(keys, links).items():
        other = found.get(household.other(dossier))
        if other is not None and keys.holds(other.id, "summary"):
            label = rows.summary(keys, other).label
            told.append(Linked(link, other.id, other.verified().number, label, household))
    return sorted(told, key=lambda one: one.label)
