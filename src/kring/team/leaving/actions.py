"""The act of leaving, and the slices in which the locks of who left move on."""

from datetime import timedelta

from kring.team import queries
from kring.team.city import actions as city
from kring.team.clock import today
from kring.team.managing import rules
from kring.team.models import Appointment, Colleague, Invitation, Membership, Wish
from kring.team.recovering import actions as recovering
from kring.vault import renewal, sharing
from kring.vault.acts import Act, acting
from kring.vault.gate import OWN_KEY
from kring.vault.journal import Verb
from kring.vault.models import Grant
from kring.vault.refusals import Refused

SLICE = 25
"""Bundles in one act: a tenth of a second of work."""


def leave(by: str, colleague: Colleague) -> None:
    """Somebody left, as of today. Raises `NotAllowed` for oneself and for a trustee."""
    rules.check_manages(by, colleague.principal)
    rules.check_no_trustee(is_trustee=recovering.is_trustee(colleague.principal))
    with acting("team.leave", by=by, verb=Verb.WITHDREW, on=[colleague.principal]) as act:
        renewal.close_for_good(act, colleague.principal)
        act.erase(Invitation.objects.filter(colleague=colleague))
        city.end_in(act, colleague.principal)
        act.remove(list(Wish.objects.filter(colleague=colleague)))
        _end(act, [*Membership.objects.filter(colleague=colleague, until_on=None)])
        _end(act, [*Appointment.objects.filter(colleague=colleague)])
    move_on(by, colleague)


def leave_group(by: str, colleague: Colleague, group: str) -> None:
    """Somebody stays and leaves one circle or office: its key moves on without him. Raises `NotAllowed`, `Refused`."""
    rules.check_manages(by, colleague.principal)
    left = next((one for one in queries.groups_of(colleague.principal) if one.code == group), None)
    if left is None:
        raise Refused
    holders = {who for who, _bundle in sharing.holders_of([left.principal])}
    rules.check_somebody_holds(others=bool(holders - {colleague.principal}))
    with acting("team.leave_group", by=by, verb=Verb.WITHDREW, on=[colleague.principal, left.principal]) as act:
        if colleague.principal in holders:
            sharing.withdraw(act, bundle=left.principal, parts=[OWN_KEY], holder=colleague.principal)
        _end(act, [*Membership.objects.filter(colleague=colleague, group=left)])


def move_on(by: str, colleague: Colleague, *, slices: int = 40) -> int:
    """Rotate what he held, some bundles an act; how many are left. Can be asked again until it is none."""
    for _ in range(slices):
        held = still_held(colleague)
        if not held:
            break
        some = dict(sorted(held.items())[:SLICE])
        with acting("team.move_on", by=by, verb=Verb.WITHDREW, on=[colleague.principal, *some]) as act:
            for bundle, parts in some.items():
                sharing.withdraw(act, bundle=bundle, parts=parts, holder=colleague.principal)
    return len(still_held(colleague))


def still_held(colleague: Colleague) -> dict[str, set[str]]:
    """Bundle -> parts of which he has a grant, his own notes apart: those are for nobody."""
    rows = Grant.objects.filter(envelope__holder=colleague.principal).exclude(lock__bundle=colleague.principal)
    held: dict[str, set[str]] = {}
    for bundle, part in rows.values_list("lock__bundle", "lock__part"):
        held.setdefault(bundle, set()).add(part)
    return held


def _end(act: Act, rows: list[Membership] | list[Appointment]) -> None:
    """Ended yesterday; what began today or later was never there."""
    for row in rows:
        if row.verified().from_on >= today():
            act.remove([row])
        elif row.until_on is None or row.until_on >= today():
            act.change(row, until_on=today() - timedelta(days=1))
