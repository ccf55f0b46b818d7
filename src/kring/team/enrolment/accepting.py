"""What one does behind the link: set a password. A key pair is made in that request, and nothing is opened by it.

Somebody new becomes a colleague with the appointment that was asked for and the wishes for keys. Somebody who is let
back in gets another key pair under the same name; the old ways in are gone from that moment, not earlier.
"""

from django.utils import timezone

from kring.team import founding, queries
from kring.team.city import actions as city
from kring.team.clock import today
from kring.team.enrolment.invitations import open_link
from kring.team.enrolment.rules import check_password
from kring.team.models import Colleague, Group, Invitation, Wish
from kring.vault import renewal, slots
from kring.vault.acts import Act, acting, outcome_of
from kring.vault.refusals import Refused
from kring.vault.slots import Opened, Stretched


def accept(token: str, password: str, again: str, *, once: str) -> Opened | None:
    """Set the password behind a link; the person, open. None when this very sending was done before.

    Raises `Refused` for a link that is not good, `NotAllowed` for a password that is not, `Busy`.
    """
    if outcome_of(once, actor="", lock="invitation") is not None:
        return None
    invitation = open_link(token)
    known = (invitation.colleague.name, invitation.colleague.sign_in) if invitation.colleague else ()
    check_password(password, again, known or (invitation.name, invitation.email))
    made = slots.stretched(password)
    with acting("team.accept", by="", on=[invitation.id]) as act:
        if act.once(once, lock="invitation", outcome=invitation.id) is not None:
            return None
        row = Invitation.objects.select_for_update(no_key=True).filter(id=invitation.id).first()
        if row is None or bytes(row.mac) != bytes(invitation.mac):
            raise Refused
        opened = _back(act, row.colleague, made) if row.colleague else _new(act, row, made)
        act.remove([row])
        act.on.append(opened.person)
    return opened


def _new(act: Act, row: Invitation, password: Stretched) -> Opened:
    enrolled = founding.enrol_colleague(
        act, name=row.name, sign_in=row.email, password=password, language=row.language, email=row.email
    )
    colleague, since = enrolled.colleague, row.from_on or today()
    founding.appoint(
        act,
        colleague,
        row.function,
        programme=row.programme,
        employer=row.employer,
        from_on=since,
        until_on=row.until_on,
    )
    founding.set_secrecy(act, colleague, row.secrecy, document=row.document, from_on=since)
    wish(act, colleague, queries.groups(row.wishes.split()), asked_by=row.asked_by)
    return enrolled.opened


def _back(act: Act, colleague: Colleague, password: Stretched) -> Opened:
    opened = renewal.begin_anew(act, colleague.principal)
    city.end_in(act, colleague.principal)
    slots.add_password(act, opened, password)
    founding.found_own_lock(act, opened)
    return opened


def wish(act: Act, colleague: Colleague, groups: list[Group], *, asked_by: str) -> None:
    """Ask that circles and offices give somebody a key; one that was asked already is not asked twice."""
    there = set(Wish.objects.filter(colleague=colleague).values_list("group_id", flat=True))
    rows = [Wish(colleague=colleague, group=one, asked_by=asked_by, asked_at=timezone.now()) for one in groups]
    act.add_all([row for row in rows if row.group_id not in there])
