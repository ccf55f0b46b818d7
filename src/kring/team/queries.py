"""Who is who: colleagues by principal, circles and offices by code, the team and its outreachers on a day.

Membership and secrecy decide who passes a door, so every row is verified, also the ones a join brings along; a row that
is not ours is as if absent.
"""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any

from django.db.models import Q

from kring.team.clock import today
from kring.team.models import (
    CASEWORK,
    OUTREACH,
    TEAM,
    Appointment,
    Colleague,
    Group,
    Membership,
    SecrecyStatus,
    Wish,
)
from kring.vault import reading, sharing
from kring.vault.models import Envelope
from kring.vault.refusals import Refused
from kring.vault.rows import MacedModel


def colleague(principal: str) -> Colleague | None:
    """The colleague behind a principal, or None."""
    found: Colleague | None = Colleague.objects.filter(principal=principal).first()
    return found if found is not None and _ours(found) else None


def colleague_by_sign_in(sign_in: str) -> Colleague | None:
    """The colleague with this sign-in name, whatever its capitals."""
    found: Colleague | None = Colleague.objects.filter(sign_in=sign_in.strip().lower()).first()
    return found if found is not None and _ours(found) else None


_COLLEAGUES = f"SELECT {reading.columns(Colleague, 'c')} FROM team_colleague c WHERE c.principal "  # noqa: S608  our own


def colleagues(principals: Iterable[str]) -> dict[str, Colleague]:
    """Principal -> colleague, in one query."""
    which, ids = reading.among(set(principals))
    return colleagues_who(which, [ids])


def colleagues_who(which: str, values: Sequence[Any]) -> dict[str, Colleague]:
    """The same for a condition in SQL on their principal."""
    found = reading.rows(Colleague, _COLLEAGUES + which, values)
    return {row.principal: row for row in found if _ours(row)}


def circle(code: str) -> Group:
    """A circle by its code. Raises `Refused` when there is none."""
    return _group(code, Group.Kind.CIRCLE)


def office(code: str) -> Group:
    """An office by its code. Raises `Refused` when there is none."""
    return _group(code, Group.Kind.OFFICE)


def groups(codes: Iterable[str]) -> list[Group]:
    """Circles and offices by code, by name; unknown codes are left out."""
    rows = Group.objects.filter(code__in=set(codes)).exclude(kind=Group.Kind.RECOVERY)
    return sorted((row for row in rows if _ours(row)), key=lambda one: one.name)


def open_groups() -> list[Group]:
    """Every circle and office there is, circles first."""
    rows = Group.objects.exclude(kind=Group.Kind.RECOVERY)
    return sorted((row for row in rows if _ours(row)), key=lambda one: (one.kind, one.name))


def belonging(group_ids: Iterable[str]) -> list[tuple[Colleague, Group]]:
    """Who belongs to one of these groups today or waits to, in two queries."""
    ids = list(group_ids)
    members = Membership.objects.filter(_valid(None), group__in=ids).select_related("colleague", "group")
    wishes = Wish.objects.filter(group__in=ids).select_related("colleague", "group")
    rows: list[Membership | Wish] = [*members, *wishes]
    return [(row.colleague, row.group) for row in rows if _ours(row, row.colleague, row.group)]


def everybody() -> list[Colleague]:
    """Every colleague there is or was, in alphabetical order."""
    return sorted((row for row in Colleague.objects.all() if _ours(row)), key=lambda one: one.name)


def without_key() -> set[str]:
    """Principals of everybody who belongs to a circle or an office, or should, and has no key of it."""
    there = open_groups()
    holds = sharing.holders_of(one.principal for one in there)
    pairs = belonging(one.id for one in there)
    return {who.principal for who, group in pairs if (who.principal, group.principal) not in holds}


def appointments(on: date) -> list[Appointment]:
    """Every appointment of a day."""
    rows = Appointment.objects.filter(_valid(on)).select_related("colleague").order_by("from_on", "function")
    return [row for row in rows if _ours(row, row.colleague)]


def recovery() -> str | None:
    """The recovery principal, or None before `init` split its key."""
    try:
        return _group("recovery", Group.Kind.RECOVERY).principal
    except Refused:
        return None


def members_of(principal: str, on: date | None = None) -> list[Colleague]:
    """Members of a circle or office on a day, in alphabetical order."""
    rows = Membership.objects.filter(_valid(on), group__principal=principal).select_related("colleague", "group")
    return sorted((row.colleague for row in rows if _ours(row, row.colleague, row.group)), key=lambda one: one.name)


def members_and(principal: str, others: Iterable[str]) -> tuple[list[Colleague], dict[str, Colleague]]:
    """Members of a circle or office today, and who these others are (principal -> colleague), in one query.

    Who never belonged to any is not found.
    """
    named = set(others)
    asked = Q(_valid(None), group__principal=principal) | Q(colleague__principal__in=named)
    rows = [row for row in Membership.objects.filter(asked).select_related("colleague", "group") if _is_ours(row)]
    now = today()
    inside = [row for row in rows if row.group.principal == principal and _holds_on(row, now)]
    known = {row.colleague.principal: row.colleague for row in rows}
    return sorted((row.colleague for row in inside), key=lambda one: one.name), known


def members_of_all(codes: Iterable[str], others: Iterable[str] = ()) -> tuple[list[Colleague], dict[str, Colleague]]:
    """Members today of circles or offices by code, each once, and who these others are, in one query."""
    wanted, named = set(codes), set(others)
    asked = Q(_valid(None), group__code__in=wanted) | Q(colleague__principal__in=named)
    rows = [row for row in Membership.objects.filter(asked).select_related("colleague", "group") if _is_ours(row)]
    now = today()
    known = {row.colleague.principal: row.colleague for row in rows}
    inside = {row.colleague.principal for row in rows if row.group.code in wanted and _holds_on(row, now)}
    return sorted((known[one] for one in inside), key=lambda one: one.name), known


def groups_of(principal: str, on: date | None = None) -> list[Group]:
    """Circles and offices a colleague belongs to on a day."""
    rows = Membership.objects.filter(_valid(on), colleague__principal=principal).select_related("colleague", "group")
    return [row.group for row in rows if _ours(row, row.colleague, row.group)]


def groups_with_key(principal: str) -> list[Group]:
    """Those of them whose key he holds: who is let back in belongs to a circle before it gave him its key again."""
    held = Envelope.objects.filter(holder=principal, kind=Envelope.Kind.WORK).values("bundle")
    rows = Membership.objects.filter(_valid(None), colleague__principal=principal, group__principal__in=held)
    return [row.group for row in rows.select_related("colleague", "group") if _ours(row, row.colleague, row.group)]


def circles_of(principal: str, on: date | None = None) -> list[Group]:
    """Circles alone."""
    return [group for group in groups_of(principal, on) if group.kind == Group.Kind.CIRCLE]


_WORKS_AS = f"""
    SELECT {reading.columns(Appointment, "a")}, {reading.columns(Colleague, "c")}
    FROM team_appointment a JOIN team_colleague c ON c.id = a.colleague_id
    WHERE c.principal = %s AND a.from_on <= %s AND (a.until_on IS NULL OR a.until_on >= %s)
    ORDER BY a.from_on, a.function
"""  # noqa: S608  column names of our own models


def functions_of(principal: str, on: date | None = None) -> list[Appointment]:
    """Appointments of a colleague on a day."""
    day = on or today()
    found = reading.pairs(Appointment, Colleague, _WORKS_AS, [principal, day, day])
    for row, colleague in found:
        row.colleague = colleague
    return [row for row, colleague in found if _ours(row, colleague)]


def team_on(on: date) -> list[Appointment]:
    """Appointments that make up the team on a day; one colleague may have two."""
    return _appointed(TEAM, on)


def appointed_between(functions: Iterable[str], start: date, end: date) -> list[Appointment]:
    """Appointments to these functions that held on some day from `start` to `end`."""
    held = Q(from_on__lte=end) & (Q(until_on=None) | Q(until_on__gte=start))
    rows = (
        Appointment.objects.filter(held, function__in=functions).select_related("colleague").order_by("from_on", "id")
    )
    return [row for row in rows if _ours(row, row.colleague)]


def outreachers_on(on: date) -> list[Appointment]:
    """Appointments of those who carry individual cases as outreachers on a day."""
    return _appointed(OUTREACH, on)


def roster(on: date) -> list[tuple[Colleague, list[Appointment]]]:
    """The team on a day, each colleague once with what he does, in alphabetical order."""
    lines: dict[str, tuple[Colleague, list[Appointment]]] = {}
    for row in team_on(on):
        lines.setdefault(row.colleague_id, (row.colleague, []))[1].append(row)
    return list(lines.values())


def waits_for_key(principal: str) -> bool:
    """Somebody appointed to nothing yet, or to casework without a circle that gave a key."""
    functions = {row.function for row in functions_of(principal)}
    if not functions:
        return True
    held = set(sharing.bundles_of(principal))
    return bool(functions & set(CASEWORK)) and not any(one.principal in held for one in circles_of(principal))


def keyless(principal: str) -> list[Group]:
    """Circles and offices somebody belongs to, or should, and has no key of: new, or after a lost phone."""
    held = set(sharing.bundles_of(principal))
    rows = Wish.objects.filter(colleague__principal=principal).select_related("colleague", "group")
    wished = [row.group for row in rows if _ours(row, row.colleague, row.group)]
    found = {one.id: one for one in [*groups_of(principal), *wished] if one.principal not in held}
    return sorted(found.values(), key=lambda one: one.name)


def secrecy_of(principal: str, on: date | None = None) -> str:
    """The secrecy status on a day: secrecy, discretion or none."""
    return secrecy_of_all([principal], on)[principal]


def bound_by(principal: str) -> SecrecyStatus | None:
    """The secrecy status of today with its document, or None."""
    rows = SecrecyStatus.objects.filter(_valid(None), colleague__principal=principal).select_related("colleague")
    ours = [row for row in rows.order_by("from_on", "id") if _ours(row, row.colleague)]
    return ours[-1] if ours else None


def secrecy_of_all(principals: Iterable[str], on: date | None = None) -> dict[str, str]:
    """Principal -> secrecy status on a day, in one query; who has none recorded is bound by nothing."""
    statuses = dict.fromkeys(principals, SecrecyStatus.Status.NONE.value)
    rows = SecrecyStatus.objects.filter(_valid(on), colleague__principal__in=statuses).select_related("colleague")
    for row in rows.order_by("from_on", "id"):
        if _ours(row, row.colleague):
            statuses[row.colleague.principal] = row.status
    return statuses


def secrecy_on(day: date) -> list[SecrecyStatus]:
    """What binds everybody on a day, the newest last."""
    rows = SecrecyStatus.objects.filter(_valid(day)).select_related("colleague").order_by("from_on", "id")
    return [row for row in rows if _ours(row, row.colleague)]


def memberships_on(day: date) -> list[Membership]:
    """Who belonged to which circle or office on a day."""
    rows = Membership.objects.filter(_valid(day)).select_related("colleague", "group")
    return [row for row in rows if _ours(row, row.colleague, row.group)]


def _appointed(functions: Iterable[str], on: date) -> list[Appointment]:
    rows = Appointment.objects.filter(_valid(on), function__in=functions).select_related("colleague")
    return sorted((row for row in rows if _ours(row, row.colleague)), key=lambda row: row.colleague.name)


def _valid(on: date | None) -> Q:
    day = on or today()
    return Q(from_on__lte=day) & (Q(until_on=None) | Q(until_on__gte=day))


def _holds_on(row: Membership, day: date) -> bool:
    return bool(row.from_on <= day and (row.until_on is None or row.until_on >= day))


def _is_ours(row: Membership) -> bool:
    return _ours(row, row.colleague, row.group)


def _group(code: str, kind: str) -> Group:
    for found in Group.objects.raw("SELECT * FROM team_group WHERE code = %s AND kind = %s", [code, kind]):
        return found.verified()
    raise Refused


def _ours(*rows: MacedModel) -> bool:
    try:
        for row in rows:
            row.verified()
    except Refused:
        return False
    return True
