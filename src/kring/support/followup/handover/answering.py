"""Reading an offer and answering it. A yes moves nothing by itself unless who says it holds the keys already."""

from dataclasses import dataclass

from kring.support.followup.content import HandoverContent
from kring.support.followup.handover.offering import PART, State, end, mail, under_way
from kring.support.followup.models import Handover, HandoverNote
from kring.vault import gate
from kring.vault.acts import acting
from kring.vault.gate import Keys, Session
from kring.vault.refusals import Refused

YES, CALL_FIRST, NO = "yes", "call_first", "no"
ANSWERS = {YES: State.ACCEPTED, CALL_FIRST: State.CALL_FIRST, NO: State.REFUSED}


@dataclass(frozen=True, slots=True)
class Offer:
    """An offer that was opened."""

    row: Handover
    content: HandoverContent
    keys: Keys


def read(session: Session, handover: str) -> Offer:
    """Open the note of an offer. Raises `Refused`: absent, over and somebody else's are one answer."""
    keys = gate.entering(session, act="followup.read_offer", of=[handover], parts=[PART])
    note = HandoverNote.objects.select_related("handover__dossier").filter(handover=handover).first()
    if note is None:
        raise Refused
    note.handover.dossier.verified()
    return Offer(note.handover.verified(), keys.open(note, HandoverContent), keys)


def answer(session: Session, handover: str, said: str) -> Handover:
    """Yes, yes but first a call, or no. Raises `Refused`, and `Conflict` when it was taken back meanwhile."""
    row = under_way(handover)
    if session.person != row.receiver or said not in ANSWERS:
        raise Refused
    state = ANSWERS[said]
    if row.state == state:
        return row
    with acting("followup.answer", by=session.person, on=[row.dossier_id, row.id]) as act:
        if state is State.REFUSED:
            end(act, row, state)
        else:
            act.change(row, state=state)
        mail(act, row.giver, "asked", row.dossier_id)
    return row
