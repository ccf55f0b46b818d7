"""The registry key of a circle: every member holds it through the circle, nobody outside it, no administrator.

It is made when the circle opens its first dossier; it lies under the lock `registry` of the circle itself.
"""

from kring.support.access import REGISTRY
from kring.team import queries as team
from kring.vault import gate, sharing
from kring.vault.acts import acting
from kring.vault.gate import Keys, Session
from kring.vault.models import Envelope, Lock, Principal


def entered(session: Session, circle: str, *, act: str) -> Keys:
    """The open registry key of a circle, made now when the circle had none; to who is no member it stays shut."""
    if not Lock.objects.filter(bundle=circle, part=REGISTRY).exists():
        _found(session, circle)
    return gate.entering(session, act=act, of=[circle], parts=[REGISTRY], strict=False)


def _found(session: Session, circle: str) -> None:
    """Two who come at once make one: the circle's own row is the turnstile."""
    members = {one.principal for one in team.members_of(circle)}
    if session.person not in members:
        return
    with acting("circle.registry", by=session.person, on=[circle]) as act:
        Principal.objects.select_for_update(no_key=True).get(id=circle)
        if Lock.objects.filter(bundle=circle, part=REGISTRY).exists():
            return
        behind = team.recovery()
        holders = sharing.holders([circle])
        if behind:
            holders += sharing.holders([behind], Envelope.Kind.RECOVERY)
        sharing.found(act, bundle=circle, parts={REGISTRY: holders})
