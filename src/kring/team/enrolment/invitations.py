"""Inviting somebody: a link by mail without content, to set a password behind. It gives no key.

The token is 128 random bits and lies nowhere; the row keeps a one-way name of it. A new link ends the one before. What
becomes of the link stands in accepting.py.
"""

import secrets
from dataclasses import asdict, dataclass
from datetime import date, timedelta

from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from kring.team import apart, queries
from kring.team.enrolment.rules import NotAllowed, check_period, check_wishes
from kring.team.models import Colleague, Invitation
from kring.vault import outbox
from kring.vault.acts import Act
from kring.vault.primitives import derive
from kring.vault.refusals import Refused

LIFE = timedelta(days=7)
BACK_LIFE = timedelta(days=1)
NEW, BACK = "enrol", "back"
"""Letters."""


@dataclass(frozen=True, slots=True)
class Plan:
    """Whom an administrator wants to add. `wishes`: codes of circles and offices that are asked to give a key."""

    name: str
    email: str
    function: str
    programme: str = ""
    employer: str = ""
    secrecy: str = "secrecy"
    document: str = ""
    from_on: date | None = None
    until_on: date | None = None
    wishes: tuple[str, ...] = ()
    language: str = "nl"


def invite(act: Act, plan: Plan) -> Invitation:
    """Ask somebody to come in: the row and the mail, in the act of the administrator. Raises `NotAllowed`."""
    check_period(plan.from_on, plan.until_on)
    check_wishes(plan.function, plan.secrecy, [one.kind for one in queries.groups(plan.wishes)])
    apart.check_groups([plan.function], plan.wishes)
    if queries.colleague_by_sign_in(plan.email) or Invitation.objects.filter(email=plan.email, colleague=None).exists():
        raise NotAllowed(_("Somebody with this address is here or invited already."))
    asked = asdict(plan) | {"wishes": " ".join(plan.wishes)}
    return _send(act, Invitation(asked_by=act.actor, **asked), NEW, LIFE)


def invite_back(act: Act, colleague: Colleague) -> Invitation:
    """The link for a colleague who lost every way in; an older one of his ends."""
    act.erase(Invitation.objects.filter(colleague=colleague))
    row = Invitation(asked_by=act.actor, colleague=colleague, name=colleague.name, email=colleague.email)
    row.language = colleague.language
    return _send(act, row, BACK, BACK_LIFE)


def send_again(act: Act, invitation: Invitation) -> None:
    """A new link for the same invitation; the one in the earlier mail is over."""
    token, now = secrets.token_urlsafe(16), timezone.now()
    kind, life = (BACK, BACK_LIFE) if invitation.colleague_id else (NEW, LIFE)
    act.change(invitation, lookup=lookup(token), sent_at=now, expires_at=now + life)
    _post(act, invitation, kind, token)


def open_link(token: str) -> Invitation:
    """The invitation behind a link that is still good. Raises `Refused`: guessed, used and expired are one answer."""
    row: Invitation | None = (
        Invitation.objects.filter(lookup=lookup(token), expires_at__gt=timezone.now())
        .select_related("colleague")
        .first()
    )
    if row is None:
        raise Refused
    if row.colleague is not None:
        row.colleague.verified()
    return row.verified()


def lookup(token: str) -> str:
    """What is kept of a token."""
    return derive(token.encode(), "invitation lookup").hex()


def _send(act: Act, row: Invitation, kind: str, life: timedelta) -> Invitation:
    token = secrets.token_urlsafe(16)
    row.lookup, row.sent_at = lookup(token), timezone.now()
    row.expires_at = row.sent_at + life
    act.add(row)
    _post(act, row, kind, token)
    return row


def _post(act: Act, row: Invitation, kind: str, token: str) -> None:
    if row.email:
        outbox.post(act, to=row.email, template=kind, language=row.language, words={"token": token})
