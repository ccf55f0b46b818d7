"""Founding a team: colleagues with a way in, circles and offices with their keys, appointments and secrecy.

Used by the first install, the demo town and the tests alike. Each verb runs inside the act of its caller.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from kring.team import apart, queries
from kring.team.models import Appointment, Colleague, Group, Membership, SecrecyStatus
from kring.vault import facts, letterbox, recovery, sharing, slots
from kring.vault.acts import Act
from kring.vault.gate import OWN_KEY
from kring.vault.keycheck import OWN, OWN_BEFORE
from kring.vault.models import Envelope, Letterbox, Lock, Principal
from kring.vault.refusals import VaultError
from kring.vault.slots import Opened, Stretched

LONG_AGO = date(2015, 1, 1)


class NotBound(VaultError):
    """A standing key asks for professional secrecy (SEC-01), and one of the members is not bound by it today."""

    def __init__(self) -> None:
        super().__init__("A circle takes colleagues under professional secrecy alone. Record their status first.")


@dataclass(frozen=True, slots=True)
class Enrolled:
    """A colleague with an open private key, for the moment of founding."""

    colleague: Colleague
    opened: Opened


def enrol_colleague(
    act: Act,
    *,
    name: str,
    sign_in: str,
    password: str | Stretched,
    initials: str = "",
    language: str = "nl",
    email: str = "",
) -> Enrolled:
    """Somebody new: a key pair, a password ("" for who gets a way in later), an own lock with a letterbox under it."""
    opened = slots.new_person(act)
    if password:
        slots.add_password(act, opened, password)
    found_own_lock(act, opened)
    short = initials or "".join(word[0] for word in name.split())[:2].upper()
    row = Colleague(principal=opened.person, sign_in=sign_in.lower(), name=name, initials=short, language=language)
    row.email = email
    return Enrolled(act.add(row), opened)


def found_own_lock(act: Act, opened: Opened) -> None:
    """The lock of a colleague's own notes and the letterbox for what is written while locked.

    What lay under a key that was lost stays, sealed, beside it: two trustees can open it where recovery holds it.
    """
    for lock in Lock.objects.filter(bundle=opened.person, part=OWN):
        act.change(lock, part=OWN_BEFORE)
        for box in Letterbox.objects.filter(lock=lock.id):
            act.change(box, owner=lock.id)
    split = Group.objects.filter(kind=Group.Kind.RECOVERY).first()
    behind = sharing.holders([split.verified().principal], Envelope.Kind.RECOVERY) if split else []
    keys = sharing.found(act, bundle=opened.person, parts={OWN: [*sharing.holders([opened.person]), *behind]})
    letterbox.found_letterbox(act, keys, owner=opened.person, bundle=opened.person, part=OWN)


def appoint(
    act: Act,
    colleague: Colleague,
    function: str,
    *,
    programme: str = "",
    employer: str = "",
    fte_percent: int = 100,
    from_on: date = LONG_AGO,
    until_on: date | None = None,
) -> Appointment:
    """Appoint a colleague to a function. Raises `NotAllowed` when it goes with no other one (SAN-08)."""
    row = Appointment(colleague=colleague, function=function, programme=programme, employer=employer)
    row.fte_percent, row.from_on, row.until_on = fte_percent, from_on, until_on
    apart.check_period_alone(act, row)
    return act.add(row)


def set_secrecy(
    act: Act,
    colleague: Colleague,
    status: str,
    *,
    document: str = "",
    from_on: date = LONG_AGO,
    until_on: date | None = None,
) -> SecrecyStatus:
    """Record that somebody is bound by secrecy or discretion from a day on, on which document (SEC-01)."""
    row = SecrecyStatus(colleague=colleague, status=status, document=document, from_on=from_on, until_on=until_on)
    return act.add(row)


def found_circle(act: Act, code: str, name: str, members: Sequence[Colleague], *, from_on: date = LONG_AGO) -> Group:
    """A circle of secrecy with its key, its letterbox and its members. Raises `NotBound` (SEC-01)."""
    _check_bound(members)
    return _found_group(act, Group.Kind.CIRCLE, code, name, members, from_on)


def found_office(act: Act, code: str, name: str, members: Sequence[Colleague], *, from_on: date = LONG_AGO) -> Group:
    """An office (head of service, DPO, statistics...) with its key and its members."""
    group = _found_group(act, Group.Kind.OFFICE, code, name, members, from_on)
    if code == "statistics":
        facts.office_is(act, group.principal)
    return group


def found_recovery(act: Act, trustees: Sequence[Colleague]) -> Group:
    """Split the recovery key over three trustee persons; before the first dossier."""
    principal = recovery.found_recovery(act, sharing.holders([one.principal for one in trustees]))
    return act.add(Group(kind=Group.Kind.RECOVERY, code="recovery", name="recovery", principal=principal))


def _check_bound(members: Sequence[Colleague]) -> None:
    statuses = queries.secrecy_of_all([one.principal for one in members])
    if any(status != SecrecyStatus.Status.SECRECY for status in statuses.values()):
        raise NotBound


def _found_group(
    act: Act, kind: Group.Kind, code: str, name: str, members: Sequence[Colleague], from_on: date
) -> Group:
    vault_kind = Principal.Kind.CIRCLE if kind == Group.Kind.CIRCLE else Principal.Kind.OFFICE
    holders = sharing.holders([one.principal for one in members])
    split = Group.objects.filter(kind=Group.Kind.RECOVERY).first()
    principal, keys = sharing.found_circle(
        act, kind=vault_kind, members=holders, recovery=split.principal if split else None
    )
    letterbox.found_letterbox(act, keys, owner=principal, bundle=principal, part=OWN_KEY)
    group = act.add(Group(kind=kind, code=code, name=name, principal=principal))
    act.add_all([Membership(group=group, colleague=one, from_on=from_on) for one in members])
    return group
