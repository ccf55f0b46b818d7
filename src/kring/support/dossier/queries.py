"""Looks at dossiers: who carries them, what hangs from them. Ids and rows in the clear; content needs keys."""

from datetime import date

from django.db.models import Q

from kring.support.dossier import rules
from kring.support.dossier.keyring import Carried
from kring.support.dossier.models import CoWorker, Dossier
from kring.support.dossier.rules import Carrier
from kring.team import queries as team


def carrier(principal: str, circle: str, on: date) -> Carrier:
    """What the rules need to know of a colleague on a day."""
    return Carrier(
        principal,
        in_circle=principal in team.members_of(circle, on),
        under_secrecy=team.under_secrecy(principal, on),
    )


def check_carried(carried: Carried, on: date) -> None:
    """Raise `MayNotCarry` unless everybody around a dossier may carry it on that day."""
    holder, deputy = (carrier(person, carried.circle, on) for person in (carried.holder, carried.deputy))
    rules.check_carriers(holder, deputy)
    for person in carried.co_workers:
        rules.check_carrier(carrier(person, carried.circle, on))


def carried(dossier: Dossier) -> Carried:
    """Who stands around a dossier now."""
    working = CoWorker.objects.filter(dossier=dossier, until_on=None).values_list("person", flat=True)
    return Carried(dossier.circle, dossier.holder, dossier.deputy, tuple(working))


def of_colleague(principal: str) -> Q:
    """The dossiers somebody carries or works along on."""
    along = CoWorker.objects.filter(person=principal, until_on=None).values("dossier")
    return Q(holder=principal) | Q(deputy=principal) | Q(id__in=along)
