"""Behind glass: what a circle may open in an emergency, with a reason, for one request, and never in silence.

The envelopes of kind glass are sealed once more under the server key file, so that they open at this gate only. Others
are told and the one entry of it is written in one act, and only then are the keys handed out: when nobody could be
told, nothing is read. Nothing is kept: the next request breaks the glass again.
"""

from collections.abc import Callable, Sequence

from kring.vault import gate, journal
from kring.vault.acts import Act, acting
from kring.vault.gate import Keys, Session
from kring.vault.journal import Verb
from kring.vault.models import Envelope, Letter
from kring.vault.refusals import Refused


def breaking(
    session: Session,
    *,
    act: str,
    bundle: str,
    parts: Sequence[str],
    needed: Sequence[str],
    tell: Callable[[Act], Sequence[Letter]],
) -> Keys:
    """Keys of `parts` of one bundle that lie behind glass for a circle of this person, of which `needed` must open.

    tell: drops the reason in the letterboxes of who must know it, within the act, and answers with those letters.
    Raises `Refused`, alike for what is not there, what is not behind glass for this person, and when nobody was told.
    """
    keys = gate.entering(
        session, act=act, of=[bundle], parts=parts, strict=False, needed=needed, kind=Envelope.Kind.GLASS, verb=None
    )
    try:
        with acting(act, by=session.person, verb=Verb.OPENED, on=[bundle]) as told:
            if not tell(told):
                raise Refused
    except Refused as refusal:
        journal.record(verb=Verb.REFUSED, act=act, actor=session.person, on=[bundle])
        refusal.recorded = True
        raise
    return keys
