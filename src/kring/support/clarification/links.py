"""Links to the referrer: an extract under a lock of its own, opened by the address and the referrer's code together.

GET changes nothing; the answer is a POST into the intake letterbox. The mail carries the link alone.
"""

from dataclasses import dataclass
from datetime import timedelta

from django.utils import timezone

from kring.support.clarification.content import Shown
from kring.support.clarification.models import ReferrerLink
from kring.support.intake.content import Referrer
from kring.support.intake.models import Referral
from kring.vault import gate, outbox, sharing, slots
from kring.vault.acts import Act
from kring.vault.gate import Session
from kring.vault.models import Extract
from kring.vault.refusals import Refused

LIFE = timedelta(days=21)


@dataclass(frozen=True, slots=True)
class OpenLink:
    """A link that was opened with its code."""

    link: ReferrerLink
    session: Session
    shown: Shown


def send_link(act: Act, referral: Referral, referrer: Referrer, code: str, shown: Shown) -> str | None:
    """Make a link for the referrer and post it, when there is an address; the token, or None without address."""
    if not referrer.email:
        return None
    expires_at = timezone.now() + LIFE
    token, opened = slots.add_link(act, code=code, expires_at=expires_at)
    extract = sharing.extract(act, shown, to=sharing.holders([opened.person], expires_at=expires_at))
    link = ReferrerLink(referral=referral, kind=shown.kind, principal=opened.person, bundle=extract.bundle)
    link.expires_at = expires_at
    act.add(link)
    outbox.post(act, to=referrer.email, template=shown.kind, language=referrer.language, words={"token": token})
    return token


def open_link(token: str, code: str) -> OpenLink:
    """Open what lies behind a link. Raises `Refused` for a wrong code, an expired, used or guessed link alike."""
    opened = slots.open_link(token, code)
    session = opened.session()
    link = ReferrerLink.objects.filter(principal=opened.person).select_related("referral").first()
    if link is None:
        raise Refused
    keys = gate.entering(session, act="referrer.link", of=[link.verified().bundle], parts=[sharing.EXTRACT])
    return OpenLink(link, session, keys.open(Extract.objects.get(bundle=link.bundle), Shown))
