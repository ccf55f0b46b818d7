"""Two trustees are gone: recovery is founded anew, over three other persons.

Nobody recovers anything by it: the key of before ends, and what colleagues hold stays with them. Nobody alone: whoever
asks changes nothing, two people of two offices confirm after a week, everybody who works here is told at once, and each
trustee who is still there can stop it.
"""

from datetime import datetime, timedelta

from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from kring.team import queries
from kring.team.clock import today
from kring.team.enrolment.rules import NotAllowed
from kring.team.models import Colleague, Group
from kring.team.recovering import places
from kring.team.recovering.actions import is_trustee
from kring.team.recovering.models import RecoveryAnew
from kring.team.recovering.told import tell
from kring.vault import recovery, sharing, splitting
from kring.vault.acts import Act, acting
from kring.vault.models import Principal, RecoveryRequest
from kring.vault.primitives import digest, encode
from kring.vault.refusals import Refused

WEEK = timedelta(days=7)
OFFICES = ("dpo", "head_of_service", "head_of_department", "general_director")
LETTER = "anew"
CLEARED = 200
"""Envelopes of a key of before that one act removes."""


def under_way() -> RecoveryAnew | None:
    """What was asked and is neither done nor stopped."""
    row = RecoveryAnew.objects.filter(ended_at=None).order_by("asked_at").first()
    return row and row.verified()


def stands(row: RecoveryAnew, there: list[places.Place]) -> bool:
    """Whether its three may still become trustees, with the keys they had when it was asked."""
    named = row.trustees.split()
    return row.keys == _keys(named) and set(named) <= places.fit(there)


def names(person: str) -> bool:
    """Whether somebody is one of the three of what is under way."""
    row = under_way()
    return row is not None and person in row.trustees.split()


def may_come_in(person: str) -> bool:
    """Whether somebody may be asked to become a trustee, in one question; the page itself looks closer."""
    changes = RecoveryRequest.objects.filter(finished_at=None, receiver=person).exclude(trustees="")
    begun = RecoveryAnew.objects.filter(ended_at=None, trustees__contains=person)
    return changes.values_list("id").union(begun.values_list("id")).exists()


def ask(by: str, named: list[str]) -> None:
    """Ask that recovery begins anew over these three; everybody who works here is told. Raises `NotAllowed`."""
    key, there = queries.recovery(), places.places()
    if len(set(named)) != splitting.TRUSTEES or set(named) - places.fit(there):
        raise NotAllowed(_("Name three different people, in no circle, and no administrator."))
    before = under_way()
    if key is None or (before is not None and stands(before, there)):
        raise NotAllowed(_("This was asked already. Everybody knows."))
    people = sorted(named)
    row = RecoveryAnew(trustees=" ".join(people), keys=_keys(people), asked_by=by, asked_at=timezone.now())
    with acting("recovery.ask_anew", by=by, on=[key, *people]) as act:
        _end(act)
        act.add(row)
        tell(act, _everybody(), LETTER)


def office_of(person: str) -> str:
    """For which office somebody confirms, "" for nobody, also for who is shut out."""
    if not Principal.objects.filter(id=person, state=Principal.State.ACTIVE).exists():
        return ""
    held = {one.code for one in queries.groups_with_key(person) if one.kind == Group.Kind.OFFICE}
    return next((code for code in OFFICES if code in held), "")


def confirmed(row: RecoveryAnew) -> bool:
    """Whether the first word counts: who gave it is here, and still of that office."""
    return bool(row.confirmed_by) and office_of(row.confirmed_by) == row.office


def may_confirm(row: RecoveryAnew, person: str) -> bool:
    """Whether this is somebody of an office, not who asked, and of another office than who confirmed first."""
    office = office_of(person)
    if not office or person in (row.asked_by, row.confirmed_by):
        return False
    return office != row.office or not confirmed(row)


def ready_at(row: RecoveryAnew) -> datetime:
    """From when the second office can confirm."""
    return row.asked_at + WEEK


def confirm(by: str, *, same_words: bool) -> bool:
    """The word of one office; with the second one, a week after it was asked, it is done. Whether it is done."""
    row = under_way()
    if row is None or not may_confirm(row, by):
        raise Refused
    if not same_words:
        raise NotAllowed(_("Compare the four words with each of the three first."))
    if not stands(row, places.places()):
        raise NotAllowed(_("One of the three has another key since this was asked, or may not be one now. Ask again."))
    if not confirmed(row):
        with acting("recovery.confirm_anew", by=by, on=[row.id]) as act:
            act.change(row, confirmed_by=by, office=office_of(by))
        return False
    if row.asked_at + WEEK > timezone.now():
        raise NotAllowed(_("A week has to pass first: whoever is still there has to be able to stop it."))
    with acting("recovery.anew", by=by, on=[row.id]) as act:
        _found(act, row)
    return True


def stop(by: str) -> None:
    """A trustee who is still there ends it: then it is not needed."""
    row = under_way()
    if row is None or not is_trustee(by):
        raise Refused
    with acting("recovery.stop_anew", by=by, on=[row.id]) as act:
        _end(act)
        tell(act, _everybody(), LETTER)


def clear_some() -> int:
    """Some of what was given to a recovery key of before; how many envelopes."""
    rows = Principal.objects.filter(kind=Principal.Kind.RECOVERY, state=Principal.State.DISABLED)
    if not rows.filter(envelopes__isnull=False).exists():
        return 0
    with acting("recovery.clear", by="system") as act:
        return splitting.clear_retired(act, CLEARED)


def _found(act: Act, row: RecoveryAnew) -> None:
    """The key of before ends, the new one begins; appointments follow."""
    group = Group.objects.get(kind=Group.Kind.RECOVERY).verified()
    before, people = group.principal, row.trustees.split()
    were = {place.person for place in places.places() if not place.empty}
    splitting.retire(act, before)
    for asked in RecoveryRequest.objects.filter(recovery=before, finished_at=None):
        recovery.end(act, asked)
    key = recovery.found_recovery(act, sharing.holders(people))
    act.change(group, principal=key)
    act.change(row, ended_at=timezone.now(), done=True)
    _end(act)
    act.on += [before, key]
    places.appoint(act, set(people), were)
    tell(act, _everybody(), LETTER)


def _end(act: Act) -> None:
    """What is under way is over, also what was asked in the same moment as another."""
    for row in RecoveryAnew.objects.filter(ended_at=None):
        act.change(row, ended_at=timezone.now())


def _everybody() -> list[Colleague]:
    """Everybody who works here today."""
    return [row.colleague for row in queries.appointments(today())]


def _keys(people: list[str]) -> str:
    rows = Principal.objects.filter(id__in=people, state=Principal.State.ACTIVE).order_by("id")
    return digest(encode(*(bytes(row.verified().public_key) for row in rows))).hex()
