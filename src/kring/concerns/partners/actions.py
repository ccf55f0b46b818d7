"""Inviting somebody to raise concerns, and ending it: what lies under the lock of a partner."""

from datetime import date

from django.utils.translation import gettext_lazy as _

from kring.concerns import access
from kring.concerns.partners.content import PartnerContent
from kring.concerns.partners.models import Partner, PartnerRecord
from kring.concerns.partners.rules import LONGEST, NotYet
from kring.team import queries as team
from kring.team.clock import today
from kring.vault import gate, letterbox, sharing
from kring.vault.acts import Act, acting
from kring.vault.gate import OWN_KEY, Keys, Session
from kring.vault.models import Envelope
from kring.vault.primitives import new_id

PART = "partner"


def invite(session: Session, content: PartnerContent, *, until: date, once: str) -> str:
    """Somebody may raise concerns until a day; the id. Raises `NotYet`, and `Refused` to who is not in the circle.

    Sent twice it is one partner.
    """
    if not today() < until <= today() + LONGEST:
        raise NotYet(_("Choose a day within a year."), "until")
    circle = team.circle(access.CIRCLE).principal
    gate.entering(session, act="concerns.invite", of=[circle], parts=[OWN_KEY])
    fresh = new_id()
    with acting("concerns.invite", by=session.person, on=[fresh]) as act:
        if (known := act.once(once, lock=circle, outcome=fresh)) is not None:
            return known
        keys = found_part(act, circle, fresh, PART)
        row = act.add(Partner(id=fresh, circle=circle, from_on=today(), until_on=until))
        record = PartnerRecord(partner=row)
        keys.seal(record, content, bundle=fresh, part=PART)
        act.add(record)
        letterbox.found_letterbox(act, keys, owner=record.lock, bundle=fresh, part=PART)
    return fresh


def found_part(act: Act, circle: str, bundle: str, part: str) -> Keys:
    """A lock that the circle holds by work, and two trustees can give again."""
    recovery = team.recovery()
    behind = sharing.holders([recovery], Envelope.Kind.RECOVERY) if recovery else []
    return sharing.found(act, bundle=bundle, parts={part: [*sharing.holders([circle]), *behind]})
