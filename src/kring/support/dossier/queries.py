"""Looks at dossiers: who carries them, what hangs from them. Ids and rows in the clear; content needs keys."""

from collections.abc import Iterable
from datetime import date

from django.db.models import Q

from kring.support.dossier import rules
from kring.support.dossier.keyring import Carried
from kring.support.dossier.models import CoWorker, Dossier
from kring.support.dossier.rules import Carrier
from kring.team import queries as team
from kring.team.clock import today
from kring.team.models import SecrecyStatus


def check_carried(all_carried: Iterable[Carried]) -> None:
    """Raise `MayNotCarry` unless everybody around these dossiers may hold a standing key today.

    Today and not the day of opening: it is now that a key is given.
    """
    on, distinct = today(), set(all_carried)
    people = {person for one in distinct for person in one.people}
    members = {circle: _members(circle, on) for circle in {one.circle for one in distinct}}
    secrecy = {person: team.secrecy_of(person, on) == SecrecyStatus.Status.SECRECY for person in people}
    for one in distinct:
        holder, deputy, *others = (Carrier(who, who in members[one.circle], secrecy[who]) for who in one.people)
        rules.check_carriers(holder, deputy)
        for other in others:
            rules.check_carrier(other)


def carried(dossier: Dossier) -> Carried:
    """Who stands around a dossier now."""
    working = CoWorker.objects.filter(dossier=dossier, until_on=None).values_list("person", flat=True)
    return Carried(dossier.circle, dossier.holder, dossier.deputy, tuple(working))


def of_colleague(principal: str) -> Q:
    """The dossiers somebody carries or works along on: `rows.CARRIED` for who asks through the ORM."""
    holds, stands_in = (Dossier.objects.filter(**{as_: principal}).values("id") for as_ in ("holder", "deputy"))
    along = CoWorker.objects.filter(person=principal, until_on=None).values("dossier")
    return Q(id__in=holds.union(stands_in, along, all=True))


def silent(dossiers: Iterable[str]) -> set[str]:
    """Of these dossiers, the ones about which nothing may go out any more: no letter, mail, nudge or reminder.

    Whatever sends, reminds or opens a link asks this, at the moment it does so (docs/decisions/0051).
    """
    return set(Dossier.objects.filter(id__in=set(dossiers), silent=True).values_list("id", flat=True))


def _members(circle: str, on: date) -> set[str]:
    return {colleague.principal for colleague in team.members_of(circle, on)}
