"""Up to the proposal: ask a colleague, plan the talk, write notes, lay an outcome before the referrer.

Each verb is one act. Content goes through the keys of the opened referral; the clear row moves from lane to lane.
`once` is the key of one sending of a form: sent twice it is done once (`Conflict`; `outcome_of` tells it was done).
"""

from dataclasses import replace
from datetime import datetime

from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from kring.support.clarification import appointments, links, rules
from kring.support.clarification.content import AcuteCall, Merged, Proposal, Shown, TalkNotes
from kring.support.clarification.models import ReferrerLink
from kring.support.clarification.rules import NotNow
from kring.support.intake.actions import PART, OpenReferral
from kring.support.intake.codelists import Urgency
from kring.support.intake.content import ReferralContent
from kring.support.intake.models import Referral, ReferralRecord
from kring.support.intake.moments import actions as moments
from kring.support.intake.moments import place as places
from kring.team import queries as team
from kring.team.clock import today
from kring.vault.acts import Act, acting
from kring.vault.codec import Content
from kring.vault.gate import Session
from kring.vault.refusals import Conflict

TALK, PROPOSAL, ACUTE, INVITED = "talk", "proposal", "acute", "invited"
MERGED, MERGED_RAW, NOTED = "merged", "merged_raw", "noted"
Lane, Outcome = Referral.Lane, Referral.Outcome


def ask_colleague(session: Session, opened: OpenReferral, *, person: str, once: str = "") -> None:
    """Ask a colleague: to receive the referral, or to take the role once the referrer agreed to one.

    It is his when he says yes himself; who asks himself has said it. Raises `NotNow`.
    """
    referral = opened.referral
    rules.check("ask", referral)
    rules.check_colleague(person, _circle())
    with acting("referral.ask", by=session.person, on=[referral.id]) as act:
        claim(act, referral, once)
        if rules.role_agreed(referral):
            act.change(referral, role_asked=person)
            return
        accepted = timezone.now() if person == session.person else None
        act.change(referral, asked=person, asked_at=timezone.now(), accepted_at=accepted)


def accept(session: Session, opened: OpenReferral, *, once: str = "") -> None:
    """Say yes to receiving a referral one was asked for. Raises `NotNow`."""
    referral = opened.referral
    rules.check("accept", referral)
    rules.check_asked(referral.asked, session.person)
    with acting("referral.accept", by=session.person, on=[referral.id]) as act:
        claim(act, referral, once)
        act.change(referral, accepted_at=timezone.now())


def plan_talk(
    session: Session,
    opened: OpenReferral,
    *,
    talk_at: datetime,
    to: str = "",
    place: str = "",
    questions: str = "",
    once: str = "",
) -> bool:
    """Plan the talk and invite the referrer without content; whether a mail goes out (otherwise by phone).

    Place and questions stand behind the link alone. Planned anew, the earlier calendar item moves or is withdrawn. Who
    plans it receives it, when nobody was asked yet. Raises `NotNow`.
    """
    referral = opened.referral
    rules.check("plan", referral)
    check_address(opened, to)
    mine = {} if referral.asked else {"asked": session.person, "asked_at": timezone.now()}
    if mine or referral.asked == session.person:
        mine["accepted_at"] = referral.accepted_at or timezone.now()
    earlier = invited(opened)
    with acting("referral.plan", by=session.person, on=[referral.id]) as act:
        claim(act, referral, once)
        planned = {"talk_at": talk_at, "lane": Lane.TALK_PLANNED, "again_on": None}
        act.change(referral, **planned, **mine, **first_answer(referral))
        moment = moments.confirm(act, referral.id, talk_at, where=place)
        where = place or (places.of(moment) if moment else "")
        appointment, item = appointments.settle(act, referral, earlier, to=to, at=talk_at)
        language = addresses(opened).get(to, opened.content).referrer.language
        shown = Shown(
            ReferrerLink.Kind.INVITATION,
            talk_at,
            place=where,
            questions=questions,
            to=to,
            language=language,
            appointment=appointment,
        )
        act.remove(list(ReferralRecord.objects.filter(referral=referral, kind=INVITED)))
        keep(act, opened, INVITED, shown)
        return send(act, opened, shown, to, template="moved" if item.get("sequence", "0") != "0" else "", words=item)


def write_notes(session: Session, opened: OpenReferral, *, text: str, once: str = "") -> None:
    """Keep notes of the talk; from now on both decide. Raises `NotNow`."""
    referral = opened.referral
    rules.check("note", referral)
    with acting("referral.note", by=session.person, on=[referral.id]) as act:
        claim(act, referral, once)
        keep(act, opened, TALK, TalkNotes(text, session.person, timezone.now()))
        asked = referral.lane == Lane.WAITING and not referral.proposed
        if asked or referral.lane in (Lane.NEW, Lane.TALK_PLANNED):
            act.change(referral, lane=Lane.DECIDING, again_on=None, **first_answer(referral))


def propose(session: Session, opened: OpenReferral, proposal: Proposal, *, to: str = "", once: str = "") -> bool:
    """Lay an outcome before the referrer; whether a mail goes out (otherwise by word). Raises `NotNow`."""
    referral = opened.referral
    rules.check("propose", referral)
    rules.check_proposal(
        proposal.outcome,
        asked=proposal.asked,
        mode=proposal.mode,
        why=proposal.why,
        again_on=proposal.again_on,
        today=today(),
    )
    proposal = _only_what_fits(replace(proposal, by=session.person))
    if proposal.asked:
        rules.check_colleague(proposal.asked, _circle())
    check_address(opened, to)
    with acting("referral.propose", by=session.person, on=[referral.id]) as act:
        claim(act, referral, once)
        act.remove(list(ReferralRecord.objects.filter(referral=referral, kind=PROPOSAL)))
        keep(act, opened, PROPOSAL, proposal)
        act.change(
            referral,
            lane=Lane.WAITING,
            proposed=proposal.outcome,
            proposed_at=timezone.now(),
            confirmed_at=None,
            role_asked=proposal.asked,
            again_on=proposal.again_on,
            **first_answer(referral),
        )
        return send(act, opened, shown_of(referral, proposal), to)


def call_for_help(session: Session, opened: OpenReferral, *, called: str, words: str, once: str = "") -> None:
    """Write down an acute call: 112 first, this afterwards. The referral goes on. Raises `NotNow`."""
    referral = opened.referral
    rules.check("acute", referral)
    with acting("referral.acute", by=session.person, on=[referral.id]) as act:
        claim(act, referral, once)
        keep(act, opened, ACUTE, AcuteCall(called, timezone.now(), words, session.person))
        act.change(referral, urgency=Urgency.TODAY)


def take_up_again(session: Session, opened: OpenReferral, *, once: str = "") -> None:
    """What was put off comes back to the table where both decide. Raises `NotNow`."""
    referral = opened.referral
    rules.check("take_up_again", referral)
    with acting("referral.again", by=session.person, on=[referral.id]) as act:
        claim(act, referral, once)
        act.change(
            referral,
            lane=Lane.DECIDING,
            outcome=Outcome.NONE,
            proposed=Outcome.NONE,
            confirmed_at=None,
            decided_on=None,
            again_on=None,
        )


def claim(act: Act, referral: Referral, once: str, *, outcome: str = "") -> None:
    """Claim one sending of a form; raises `Conflict` when it was done before."""
    if once and act.once(once, lock=referral.id, outcome=outcome or referral.id) is not None:
        raise Conflict


def first_answer(referral: Referral) -> dict[str, datetime]:
    """The column that says when a person answered first, while nobody did."""
    return {} if referral.first_answer_at else {"first_answer_at": timezone.now()}


def addresses(opened: OpenReferral) -> dict[str, ReferralContent]:
    """Where an invitation may go: what the referrer gave, the header's sender, the author a forward shows.

    A colleague chooses; a forwarded message has two, and a machine has none. Of referrals that were put together each
    address keeps the referral it came with, whose code opens what is sent there.
    """
    found: dict[str, ReferralContent] = {}
    for content in (opened.content, *(one.content for one in merged(opened))):
        message = content.message
        known = [content.referrer.email]
        if message is not None and not message.machine:
            known += [message.sender, message.shown_sender]
        for address in known:
            if "@" in address:
                found.setdefault(address, content)
    return found


def merged(opened: OpenReferral) -> list[Merged]:
    """The referrals that were put together with this one, in the order they came in."""
    rows = ReferralRecord.objects.filter(referral=opened.referral, kind=MERGED)
    return sorted((opened.keys.open(row, Merged) for row in rows), key=lambda one: one.came_at)


def invited(opened: OpenReferral) -> Shown | None:
    """The talk as it was laid before the referrer last: moment, place, questions, where the invitation went."""
    row = ReferralRecord.objects.filter(referral=opened.referral, kind=INVITED).first()
    return None if row is None else opened.keys.open(row, Shown)


def keep(act: Act, opened: OpenReferral, kind: str, content: Content) -> ReferralRecord:
    """Seal one more record under the referral's own lock."""
    row = ReferralRecord(referral=opened.referral, kind=kind)
    opened.keys.seal(row, content, bundle=opened.referral.id, part=PART)
    return act.add(row)


def _circle() -> set[str]:
    return {colleague.principal for colleague in team.members_of(team.circle("intake").principal)}


def check_address(opened: OpenReferral, to: str) -> None:
    """A mail goes only where the referrer wrote from. Raises `NotNow`."""
    if to and to not in addresses(opened):
        raise NotNow(_("Choose an address the referrer wrote from, or call."), "to")


def send(
    act: Act,
    opened: OpenReferral,
    shown: Shown,
    to: str,
    template: str = "",
    words: dict[str, str] | None = None,
) -> bool:
    """Lay something behind a link and post it, with the code and in the language of who reads it; whether it was."""
    content = addresses(opened).get(to, opened.content)
    return links.send_link(
        act,
        opened.referral,
        shown,
        to=to,
        code=content.code,
        language=content.referrer.language,
        template=template,
        words=words,
    )


def _only_what_fits(proposal: Proposal) -> Proposal:
    """Leave out what the outcome has no use for: it was typed before the choice was made."""
    if proposal.outcome != Outcome.ROLE:
        proposal = replace(proposal, asked="", mode="")
    return proposal if proposal.outcome == Outcome.LATER else replace(proposal, again_on=None)


def shown_of(referral: Referral, proposal: Proposal) -> Shown:
    """A proposal as the referrer reads it."""
    return Shown(
        kind=ReferrerLink.Kind.PROPOSAL,
        talk_at=referral.talk_at,
        outcome=proposal.outcome,
        why=proposal.why,
        referrer_does=proposal.referrer_does,
        we_do=proposal.we_do,
        again_on=proposal.again_on,
    )
