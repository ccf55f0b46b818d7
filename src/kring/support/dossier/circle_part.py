"""A part of a circle's own: every member holds it through the circle, nobody outside it, no administrator.

It is made when the first member needs it. Which parts there are stands in the need-to-know table.
"""

from kring.team import queries as team
from kring.vault import gate, sharing
from kring.vault.acts import acting
from kring.vault.gate import Keys, Session
from kring.vault.models import Envelope, Lock, Principal


def entered(session: Session, circle: str, part: str, *, act: str) -> Keys:
    """The open key of this part of a circle, made now when there was none; to who is no member it stays shut."""
    keys = gate.entering(session, act=act, of=[circle], parts=[part], strict=False)
    if keys.holds(circle, part) or Lock.objects.filter(bundle=circle, part=part).exists():
        return keys
    _found(session, circle, part)
    return gate.entering(session, act=act, of=[circle], parts=[part], strict=False)


def _found(session: Session, circle: str, part: str) -> None:
    """Two who come at once make one: the circle's own row is the turnstile."""
    members = {one.principal for one in team.members_of(circle)}
    if session.person not in members:
        return
    with acting(f"circle.{part}", by=session.person, on=[circle]) as act:
        Principal.objects.select_for_update(no_key=True).get(id=circle)
        if Lock.objects.filter(bundle=circle, part=part).exists():
            return
        behind = team.recovery()
        holders = sharing.holders([circle])
        if behind:
            holders += sharing.holders([behind], Envelope.Kind.RECOVERY)
        sharing.found(act, bundle=circle, parts={part: holders})
