"""Sealing one's pulse: in the place of the one before, without being able to read either."""

from datetime import date, timedelta

from django.utils import timezone

from kring.support.desk.pulse.counting import counted
from kring.support.desk.today.queries import Seen
from kring.team import queries as team
from kring.vault import letterbox
from kring.vault.acts import acting
from kring.vault.gate import Session
from kring.vault.models import Letter
from kring.vault.refusals import Conflict, Refused

PULSE = "pulse"
"""The kind of its letters."""
OFFICE = "head_of_service"
FRESH = timedelta(hours=2)
"""How long a pulse is not sealed again."""


def seal(session: Session, seen: Seen, on: date) -> None:
    """Seal the numbers of this colleague for the head of service, once in two hours; none at all is 0.

    A town without that office, or a second window that was earlier: nothing is sealed, and Today does not mind.
    """
    me, pulse = session.person, counted(seen, on, session.person)
    if any(timedelta() <= timezone.now() - last < FRESH for last in seen.around.pulses):
        return
    try:
        owner = team.office(OFFICE).principal
        earlier = _earlier(owner, me)
        with acting("pulse.seal", by=me, on=[me]) as act:
            if earlier is None:
                letterbox.drop(act, pulse, owner=owner, kind=PULSE, about=me, author=me)
            else:
                letterbox.drop_anew(act, earlier, pulse, kind=PULSE, about=me)
    except (Refused, Conflict):
        return


def _earlier(owner: str, me: str) -> Letter | None:
    """The newest before, as we wrote it: what was changed outside Kring is left for who looks into it."""
    for letter in Letter.objects.filter(letterbox__owner=owner, kind=PULSE, about=me).order_by("-dropped_at"):
        try:
            return letter.verified()
        except Refused:
            continue
    return None
