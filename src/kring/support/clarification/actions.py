"""Up to the proposal: ask a colleague, plan the talk, write notes, lay an outcome before the referrer.

Each verb is one act. Content goes through the keys of the opened referral; the clear row moves from lane to lane.
"""

from dataclasses import replace
from datetime import datetime

from django.utils import timezone

from kring.support.clarification import links, rules
from kring.support.clarification.content import AcuteCall, Proposal, Shown, TalkNotes
from kring.support.intake.actions import PART, OpenReferral
from kring.support.intake.models import Referral, ReferralRecord
from kring.vault import sharing
from kring.vault.acts import Act, acting
from kring.vault.codec import Content
from kring.vault.gate import Session

TALK, PROPOSAL, ACUTE = "talk", "proposal", "acute"
Lane = Referral.Lane


def ask_colleague(session: Session, opened: OpenReferral, *, person: str) -> None:
    """Ask a colleague to receive this referral; it is his when he says yes himself."""
    referral = opened.referral
    rules.check("assign", referral)
    with acting("referral.ask", by=session.person, on=[referral.id]) as act:
        accepted = timezone.now() if person == session.person else None
        act.change(referral, asked=person, asked_at=timezone.now(), accepted_at=accepted)


def accept(session: Session, opened: OpenReferral) -> None:
    """Say yes to receiving a referral one was asked for. Raises `NotNow`."""
    rules.check("accept", opened.referral)
    rules.check_asked(opened.referral, session.person)
    with acting("referral.accept", by=session.person, on=[opened.referral.id]) as act:
        act.change(opened.referral, accepted_at=timezone.now())


def plan_talk(session: Session, opened: OpenReferral, *, talk_at: datetime, code: str) -> bool:
    """Plan the talk and invite the referrer without content; whether a mail goes out."""
    referral = opened.referral
    rules.check("plan", referral)
    shown = Shown(kind="invitation", card=referral.card, talk_at=talk_at)
    with acting("referral.plan", by=session.person, on=[referral.id]) as act:
        act.change(referral, talk_at=talk_at, lane=Lane.TALK_PLANNED)
        return links.send_link(act, referral, reach(opened), code, shown) is not None


def write_notes(session: Session, opened: OpenReferral, *, text: str) -> None:
    """Keep notes of the talk; from now on both decide."""
    rules.check("note", opened.referral)
    with acting("referral.note", by=session.person, on=[opened.referral.id]) as act:
        keep(act, opened, TALK, TalkNotes(text, session.person, timezone.now()))
        if opened.referral.lane in (Lane.NEW, Lane.TALK_PLANNED):
            act.change(opened.referral, lane=Lane.DECIDING)


def propose(session: Session, opened: OpenReferral, proposal: Proposal, *, code: str) -> bool:
    """Lay an outcome before the referrer; whether a mail goes out (otherwise by word). Raises `NotNow`."""
    referral = opened.referral
    rules.check("propose", referral)
    rules.check_proposal(proposal.outcome, asked=proposal.asked, mode=proposal.mode, again_on=proposal.again_on)
    shown = Shown(
        kind="proposal",
        card=referral.card,
        talk_at=referral.talk_at,
        outcome=proposal.outcome,
        referrer_does=proposal.referrer_does,
        we_do=proposal.we_do,
        again_on=proposal.again_on,
    )
    with acting("referral.propose", by=session.person, on=[referral.id]) as act:
        withdraw_proposals(act, opened)
        keep(act, opened, PROPOSAL, replace(proposal, by=session.person))
        change = {"lane": Lane.WAITING, "proposed": proposal.outcome, "proposed_at": timezone.now()}
        if proposal.asked and proposal.asked != referral.asked:
            change |= {"asked": proposal.asked, "asked_at": timezone.now(), "accepted_at": None}
        act.change(referral, **change, confirmed_at=None)
        return links.send_link(act, referral, reach(opened), code, shown) is not None


def call_for_help(session: Session, opened: OpenReferral, *, called: str, words: str) -> None:
    """Write down an acute call: 112 first, this afterwards. The referral goes on."""
    rules.check("acute", opened.referral)
    with acting("referral.acute", by=session.person, on=[opened.referral.id]) as act:
        keep(act, opened, ACUTE, AcuteCall(called, timezone.now(), words))
        act.change(opened.referral, urgency="today")


def keep(act: Act, opened: OpenReferral, kind: str, content: Content) -> ReferralRecord:
    """Seal one more record under the referral's own lock."""
    row = ReferralRecord(referral=opened.referral, kind=kind)
    opened.keys.seal(row, content, bundle=opened.referral.id, part=PART)
    return act.add(row)


def withdraw_proposals(act: Act, opened: OpenReferral) -> None:
    """An earlier proposal and its link end when a new one is laid down."""
    act.remove(list(ReferralRecord.objects.filter(referral=opened.referral, kind=PROPOSAL)))
    for link in opened.referral.links.filter(kind="proposal"):
        sharing.shred(act, bundle=link.bundle, parts=[sharing.EXTRACT])
        act.remove([link])


def reach(opened: OpenReferral) -> "links.Referrer":
    """How to reach the referrer: what he wrote, or the author the message shows."""
    referrer, message = opened.content.referrer, opened.content.message
    if referrer.email or message is None or message.machine:
        return referrer
    return replace(referrer, email=message.shown_sender or message.sender)
