"""What an administrator does with a colleague. Each verb is one act in his name; none of them touches a key of content.

Raises `NotAllowed` with a sentence, `Refused` when somebody is not in the state that was thought.
"""

from datetime import date, timedelta

from kring.team import apart, founding, queries
from kring.team.clock import today
from kring.team.enrolment import accepting, invitations
from kring.team.enrolment.invitations import Plan
from kring.team.enrolment.rules import check_period, check_wishes
from kring.team.managing import rules
from kring.team.models import Appointment, Colleague, Function, Group, Invitation, SecrecyStatus
from kring.team.recovering.actions import is_trustee
from kring.vault import outbox, renewal
from kring.vault.acts import Act, acting
from kring.vault.refusals import Refused


def add(by: str, plan: Plan, *, once: str) -> None:
    """Invite somebody new."""
    rules.check_function(plan.function, in_groups=False)
    with acting("team.invite", by=by) as act:
        if act.once(once, lock="invite", outcome="") is None:
            act.on.append(invitations.invite(act, plan).id)


def send_again(by: str, invitation: str) -> None:
    """Another link for the same invitation."""
    with acting("team.invite_again", by=by, on=[invitation]) as act:
        invitations.send_again(act, _invitation(invitation))


def take_back(by: str, invitation: str) -> None:
    """The invitation is over; who was being let back in can use the old ways in again."""
    with acting("team.uninvite", by=by, on=[invitation]) as act:
        row = _invitation(invitation)
        act.erase([row])
        if row.colleague is not None:
            renewal.let_go_on(act, row.colleague.verified().principal)


def appoint(
    by: str,
    colleague: Colleague,
    *,
    function: str,
    programme: str = "",
    employer: str = "",
    from_on: date | None = None,
    until_on: date | None = None,
) -> None:
    """A further function, from a day on (today)."""
    rules.check_manages(by, colleague.principal)
    if function == Function.ADMINISTRATOR:
        rules.check_no_trustee(is_trustee=is_trustee(colleague.principal))
    groups = _groups(colleague)
    rules.check_function(function, in_groups=bool(groups))
    if function in apart.ALONE:
        apart.check_groups([function], [one.code for one in groups])
    from_on = from_on or today()
    check_period(from_on, until_on)
    with acting("team.appoint", by=by, on=[colleague.principal]) as act:
        founding.appoint(
            act, colleague, function, programme=programme, employer=employer, from_on=from_on, until_on=until_on
        )


def end_function(by: str, colleague: Colleague, *, appointment: str, until_on: date) -> None:
    """The last day of a function."""
    rules.check_manages(by, colleague.principal)
    row = Appointment.objects.filter(id=appointment, colleague=colleague).first()
    if row is None:
        raise Refused
    check_period(row.verified().from_on, until_on)
    with acting("team.end_function", by=by, on=[colleague.principal]) as act:
        act.change(row, until_on=until_on)
        apart.check_period_alone(act, row, but=row.id)


def bind(by: str, colleague: Colleague, *, status: str, document: str) -> None:
    """By which secrecy somebody is bound from today on, on which document (SEC-01)."""
    rules.check_manages(by, colleague.principal)
    with acting("team.secrecy", by=by, on=[colleague.principal]) as act:
        _end_secrecy(act, colleague)
        founding.set_secrecy(act, colleague, status, document=document, from_on=today())


def ask_keys(by: str, colleague: Colleague, wishes: list[str]) -> None:
    """Ask circles and offices to give somebody their key; they decide."""
    rules.check_manages(by, colleague.principal)
    groups = queries.groups(wishes)
    if any(one.kind == Group.Kind.CIRCLE for one in groups):
        rules.check_no_trustee(is_trustee=is_trustee(colleague.principal))
    administers = any(row.function == Function.ADMINISTRATOR for row in queries.functions_of(colleague.principal))
    function = Function.ADMINISTRATOR if administers else ""
    check_wishes(function, queries.secrecy_of(colleague.principal), [one.kind for one in groups])
    apart.check_groups(apart.functions_to_come(colleague, today()), [one.code for one in groups])
    mine = {one.id for one in _groups(colleague)}
    with acting("team.wish", by=by, on=[colleague.principal]) as act:
        accepting.wish(act, colleague, [one for one in groups if one.id not in mine], asked_by=by)


def change_address(by: str, colleague: Colleague, email: str) -> None:
    """Another work address; the old one is told."""
    rules.check_manages(by, colleague.principal)
    with acting("team.address", by=by, on=[colleague.principal]) as act:
        if colleague.email and colleague.email != email:
            outbox.post(act, to=colleague.email, template="address", language=colleague.language)
        act.change(colleague, email=email)


def disable(by: str, colleague: Colleague) -> None:
    """Shut somebody out now: sessions end at once. The keys stay, nobody gets them."""
    rules.check_manages(by, colleague.principal)
    with acting("team.disable", by=by, on=[colleague.principal]) as act:
        act.erase(Invitation.objects.filter(colleague=colleague))
        renewal.disable(act, colleague.principal)


def enable(by: str, colleague: Colleague) -> None:
    """Let somebody in again who was shut out."""
    rules.check_manages(by, colleague.principal)
    with acting("team.enable", by=by, on=[colleague.principal]) as act:
        renewal.enable(act, colleague.principal)


def start_back(by: str, colleague: Colleague) -> None:
    """Start letting somebody back in: shut at once, a link to the work address, the circle and the DPO are told."""
    rules.check_manages(by, colleague.principal)
    rules.check_reachable(colleague.email)
    with acting("team.back", by=by, on=[colleague.principal]) as act:
        renewal.hold(act, colleague.principal)
        act.on.append(invitations.invite_back(act, colleague).id)
        _tell(act, colleague)


def _end_secrecy(act: Act, colleague: Colleague) -> None:
    """What was recorded before ends yesterday; what was recorded today was a mistake and goes."""
    for row in SecrecyStatus.objects.filter(colleague=colleague, until_on=None):
        if row.verified().from_on >= today():
            act.remove([row])
        else:
            act.change(row, until_on=today() - timedelta(days=1))


def _tell(act: Act, colleague: Colleague) -> None:
    told: dict[str, str] = {}
    groups = [*_groups(colleague), *queries.groups(["dpo"])]
    for group in groups:
        told |= {one.email: one.language for one in queries.members_of(group.principal) if one != colleague}
    for email, language in told.items():
        if email:
            outbox.post(act, to=email, template="back_started", language=language)


def _groups(colleague: Colleague) -> list[Group]:
    return queries.groups_of(colleague.principal)


def _invitation(invitation: str) -> Invitation:
    row: Invitation | None = Invitation.objects.filter(id=invitation).select_related("colleague").first()
    if row is None:
        raise Refused
    return row.verified()
