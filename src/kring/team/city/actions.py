"""Binding an account of the city to oneself, and taking it away. Each is one act of the colleague whose it is."""

from django.db import IntegrityError
from django.utils import timezone

from kring.team import queries
from kring.team.city.models import CityAccount
from kring.vault.acts import Act, acting, outcome_of
from kring.vault.models import Principal
from kring.vault.refusals import Refused


def bind(person: str, account: str, *, once: str) -> None:
    """From now on the city's word about this account is about this colleague; an earlier account of his is over.

    Raises `Refused` for an account that is somebody else's.
    """
    colleague = queries.colleague(person)
    if colleague is None or not account:
        raise Refused
    if outcome_of(once, actor=person, lock=person) is not None:
        return
    try:
        with acting("ways_in.city_bind", by=person, on=[person]) as act:
            act.once(once, lock=person, outcome="")
            end_in(act, person)
            act.add(CityAccount(colleague=colleague, account=account, bound_at=timezone.now()))
    except IntegrityError:
        raise Refused from None


def unbind(person: str) -> None:
    """The city's word is about nobody here any more; one comes in as everybody does."""
    with acting("ways_in.city_unbind", by=person, on=[person]) as act:
        end_in(act, person)


def end_in(act: Act, person: str) -> None:
    """The same within an act that has another reason: who leaves, or is let back in after losing everything."""
    act.erase(CityAccount.objects.filter(colleague__principal=person))


def bound_to(person: str) -> CityAccount | None:
    """The account a colleague bound, or None."""
    row = CityAccount.objects.filter(colleague__principal=person).first()
    try:
        return row and row.verified()
    except Refused:
        return None


def known(account: str) -> str:
    """The colleague whose account this is. Raises `Refused`: bound to nobody, shut out or gone are one answer."""
    row = CityAccount.objects.filter(account=account).select_related("colleague").first()
    person = Principal.objects.filter(id=row.colleague.principal if row else "").first()
    if row is None or person is None or person.verified().state != Principal.State.ACTIVE:
        raise Refused
    return str(row.verified().colleague.verified().principal)
