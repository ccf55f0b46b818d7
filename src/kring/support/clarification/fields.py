"""The line of every field of this step in the field catalogue: purpose, category, retention, sealed or in the clear."""

from kring.vault.catalogue import Category, Field

WITH_REFERRAL = "as long as the referral; a talk that was enough destroys it at once, a role moves it to the dossier"
LINK = "three weeks at most; destroyed with the referral"
APPOINTMENT = "as long as the referral; destroyed with it"
AS_FACT = "kept as a fact without any link to a person or to the referral"


def _link(purpose: str) -> Field:
    return Field(purpose, Category.TECHNICAL, LINK)


def _appointment(purpose: str, category: Category = Category.TECHNICAL) -> Field:
    return Field(purpose, category, APPOINTMENT)


def _feed(purpose: str) -> Field:
    return Field(purpose, Category.TECHNICAL, "until the colleague makes another address or takes it back")


def _sealed(purpose: str, category: Category = Category.SPECIAL) -> Field:
    return Field(purpose, category, WITH_REFERRAL, sealed=True)


def _fact(purpose: str) -> Field:
    return Field(purpose, Category.ORDINARY, AS_FACT, sealed=True)


FIELDS = {
    "support.ReferrerLink.id": _link("names the row; random"),
    "support.ReferrerLink.mac": _link("shows that nobody else wrote the row"),
    "support.ReferrerLink.referral": _link("which referral an answer belongs to"),
    "support.ReferrerLink.kind": _link("whether it invites to a talk or asks to confirm"),
    "support.ReferrerLink.principal": _link("which key opens with the link and the referrer's code"),
    "support.ReferrerLink.bundle": _link("which extract it opens"),
    "support.ReferrerLink.expires_at": _link("until when it opens"),
    "support.ReferrerLink.answered_at": _link("that it was used; it opens once"),
    "support.TalkAppointment.id": _appointment("names the row; random"),
    "support.TalkAppointment.mac": _appointment("shows that nobody else wrote the row"),
    "support.TalkAppointment.referral": _appointment("which referral the answer of a calendar belongs to"),
    "support.TalkAppointment.uid": _appointment("names the item in a calendar; random"),
    "support.TalkAppointment.attendee": _appointment("an HMAC of the address, to know an answer by"),
    "support.TalkAppointment.sequence": _appointment("which version of the item a calendar holds"),
    "support.TalkAppointment.at": _appointment("for which moment it was sent"),
    "support.TalkAppointment.state": _appointment("whether it still stands"),
    "support.TalkAppointment.said": _appointment("whether who is invited comes", Category.ORDINARY),
    "support.TalkAppointment.said_at": _appointment("when that was answered"),
    "support.AgendaFeed.id": _feed("names the row; random"),
    "support.AgendaFeed.mac": _feed("shows that nobody else wrote the row"),
    "support.AgendaFeed.person": _feed("whose talks the address shows"),
    "support.AgendaFeed.lookup": _feed("an HMAC of the secret address, to find whose it is"),
    "support.AgendaFeed.made_at": _feed("since when it is read"),
    "support.TalkNotes.text": _sealed("what the talk brought, to decide together"),
    "support.TalkNotes.by": _sealed("who wrote it", Category.ORDINARY),
    "support.TalkNotes.at": _sealed("when it was written", Category.ORDINARY),
    "support.Proposal.outcome": _sealed("what both decide"),
    "support.Proposal.why": _sealed("why, in one sentence; the referrer reads it"),
    "support.Proposal.referrer_does": _sealed("what the referrer does next"),
    "support.Proposal.we_do": _sealed("what we do next"),
    "support.Proposal.mode": _sealed("how we would work when a role is taken"),
    "support.Proposal.asked": _sealed("which colleague is asked", Category.ORDINARY),
    "support.Proposal.again_on": _sealed("when it is taken up again"),
    "support.Proposal.by": _sealed("who laid it before the referrer", Category.ORDINARY),
    "support.Shown.kind": _sealed("an invitation or a proposal", Category.ORDINARY),
    "support.Shown.talk_at": _sealed("when the talk is or was", Category.ORDINARY),
    "support.Shown.place": _sealed("where the talk is, told once it is confirmed", Category.ORDINARY),
    "support.Shown.outcome": _sealed("what both decide, for the referrer to confirm"),
    "support.Shown.why": _sealed("why, for the referrer to confirm"),
    "support.Shown.referrer_does": _sealed("what the referrer does next, for the referrer to confirm"),
    "support.Shown.we_do": _sealed("what we do next, for the referrer to confirm"),
    "support.Shown.again_on": _sealed("when it is taken up again, for the referrer to confirm"),
    "support.Shown.questions": _sealed("what the referrer may think about before the talk"),
    "support.Shown.to": _sealed("where the invitation went", Category.ORDINARY),
    "support.Shown.language": _sealed("in which language to write", Category.ORDINARY),
    "support.Shown.appointment": _sealed("which calendar item goes with it", Category.TECHNICAL),
    "support.ReferrerAnswer.answer": _sealed("whether the referrer agrees"),
    "support.ReferrerAnswer.words": _sealed("what has to be different"),
    "support.ReferrerAnswer.way": _sealed("by link or by word", Category.ORDINARY),
    "support.ReferrerAnswer.proposes": _sealed("another moment that suits", Category.ORDINARY),
    "support.ReferrerAnswer.about": _sealed("to an invitation or to a proposal", Category.ORDINARY),
    "support.WordToReferrer.word": _sealed("which fixed sentence the referrer was told", Category.ORDINARY),
    "support.WordToReferrer.agreed": _sealed("whether the client agreed to it"),
    "support.WordToReferrer.by": _sealed("who told it", Category.ORDINARY),
    "support.WordToReferrer.at": _sealed("when it was told", Category.ORDINARY),
    "support.AcuteCall.called": _sealed("who was called in acute danger"),
    "support.AcuteCall.at": _sealed("when that call was made"),
    "support.AcuteCall.words": _sealed("what was said"),
    "support.AcuteCall.by": _sealed("who wrote it", Category.ORDINARY),
    "support.StepNote.step": _sealed("which step was taken", Category.ORDINARY),
    "support.StepNote.words": _sealed("why, or what was asked"),
    "support.StepNote.by": _sealed("who wrote it", Category.ORDINARY),
    "support.StepNote.at": _sealed("when it was written", Category.ORDINARY),
    "support.KeptAnswer.answer": _sealed("what the referrer of a second referral answered"),
    "support.KeptAnswer.at": _sealed("when that came", Category.ORDINARY),
    "support.Merged.card": _sealed("which card it was", Category.TECHNICAL),
    "support.Merged.came_at": _sealed("when it came in", Category.ORDINARY),
    "support.Merged.content": _sealed("a second referral about the same, whole"),
    "support.Merged.by": _sealed("who put them together", Category.ORDINARY),
    "support.Merged.at": _sealed("when they were put together", Category.ORDINARY),
    "support.Merged.proposal": _sealed("what lay before its referrer"),
    "support.Merged.invited": _sealed("which talk was planned with its referrer", Category.ORDINARY),
    "support.Merged.answers": _sealed("what its referrer answered"),
    "support.Merged.original": _sealed("which record holds its message as it came", Category.TECHNICAL),
    "support.ClarificationDecided.outcome": _fact("counts results, a talk that was enough among them"),
    "support.ClarificationDecided.referrer_kind": _fact("counts by kind of referrer"),
    "support.ClarificationDecided.channel": _fact("counts by way in"),
    "support.ClarificationDecided.arrived_on": _fact("counts waiting time"),
    "support.ClarificationDecided.decided_on": _fact("counts in a period"),
}
