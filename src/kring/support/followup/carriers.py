"""Who stands around dossiers and in what capacity, and who of them holds no key: few queries, whatever the number."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from kring.support.access import Who
from kring.support.dossier.models import CoWorker, Dossier
from kring.support.dossier.queries import of_colleague
from kring.vault import sharing


@dataclass(frozen=True, slots=True)
class Carrier:
    """One person around one dossier."""

    dossier: Dossier
    person: str
    capacity: Who


def around(principal: str) -> list[Dossier]:
    """Every dossier somebody carries or works along on, open or closed, in order of number; rows of ours alone."""
    rows = Dossier.objects.filter(of_colleague(principal)).order_by("number")
    return [row.verified() for row in rows]


def carriers(dossiers: Iterable[Dossier]) -> Iterator[Carrier]:
    """Holder, deputy and co-workers of each."""
    dossiers = list(dossiers)
    along = CoWorker.objects.filter(dossier__in=[one.id for one in dossiers], until_on=None)
    people: dict[str, list[str]] = {}
    for row in along:
        people.setdefault(row.verified().dossier_id, []).append(row.person)
    for dossier in dossiers:
        yield Carrier(dossier, dossier.holder, Who.HOLDER)
        yield Carrier(dossier, dossier.deputy, Who.DEPUTY)
        yield from (Carrier(dossier, person, Who.CO_WORKER) for person in people.get(dossier.id, []))


def with_key(dossiers: Iterable[Dossier]) -> set[tuple[str, str]]:
    """(person, dossier) for who holds some key of it."""
    return sharing.holders_of(one.id for one in dossiers)
