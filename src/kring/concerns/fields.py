"""The line of every field of concerns in the field catalogue."""

from collections.abc import Mapping

from kring.vault.catalogue import Category, Field

TECHNICAL, ORDINARY, SPECIAL = Category.TECHNICAL, Category.ORDINARY, Category.SPECIAL
TERM = "gone half a year after the last day of who raised it"
SEALED_ROW = {
    "id": "names the record; random",
    "lock": "which lock the record lies under",
    "lock_version": "which version of the lock sealed it",
    "revision": "refuses a write on top of somebody else's",
}


def _clear(purpose: str) -> Field:
    return Field(purpose, TECHNICAL, TERM)


def _sealed(purpose: str, category: Category = ORDINARY) -> Field:
    return Field(purpose, category, TERM, sealed=True)


def _row(table: str) -> dict[str, Field]:
    lines = {f"concerns.{table}.{name}": _clear(purpose) for name, purpose in SEALED_ROW.items()}
    return {**lines, f"concerns.{table}.blob": _sealed("the content itself, encrypted", SPECIAL)}


FIELDS: Mapping[str, Field] = {
    "concerns.Partner.id": _clear("names the partner; random"),
    "concerns.Partner.mac": _clear("shows that the row was written by us"),
    "concerns.Partner.circle": _clear("who answers: the intake circle"),
    "concerns.Partner.from_on": _clear("since when somebody may raise concerns"),
    "concerns.Partner.until_on": _clear("until when; what was raised goes half a year later"),
    **_row("PartnerRecord"),
    "concerns.PartnerRecord.partner": _clear("which partner it is of"),
    "concerns.PartnerLink.id": _clear("names the row; random"),
    "concerns.PartnerLink.mac": _clear("shows that the row was written by us"),
    "concerns.PartnerLink.partner": _clear("whose page it is"),
    "concerns.PartnerLink.principal": _clear("who stands behind the link; a random id, not a person"),
    "concerns.PartnerLink.bundle": _clear("names the copy it opens"),
    "concerns.PartnerLink.expires_at": _clear("when it is over"),
    "concerns.PartnerContent.name": _sealed("whom to answer"),
    "concerns.PartnerContent.school": _sealed("where it was seen"),
    "concerns.PartnerContent.works_as": _sealed("as what this partner works"),
    "concerns.PartnerContent.secrecy": _sealed("what binds this partner (SEC-01)"),
    "concerns.PartnerContent.email": _sealed("where the link goes"),
    "concerns.PartnerContent.reach": _sealed("to call back"),
    "concerns.Concern.id": _clear("names the concern; random"),
    "concerns.Concern.mac": _clear("shows that the row was written by us"),
    "concerns.Concern.partner": _clear("which partner raised it"),
    "concerns.Concern.opened_on": _clear("since when it runs; lists the newest first"),
    **_row("ConcernRecord"),
    "concerns.ConcernRecord.concern": _clear("which concern it is of"),
    "concerns.Entry.at": _sealed("when it was said"),
    "concerns.Entry.by": _sealed("whether the partner or a colleague said it"),
    "concerns.Entry.words": _sealed("what was seen, and what was answered", SPECIAL),
    "concerns.Entry.step": _sealed("what was done, as a code"),
    "concerns.Entry.who": _sealed("which colleague; never on the page of the partner"),
    "concerns.ConcernContent.signs": _sealed("what it is about, as facts about a bond", SPECIAL),
    "concerns.ConcernContent.knows": _sealed("whether the pupil knows that it is shared"),
    "concerns.ConcernContent.entries": _sealed("the thread, oldest first", SPECIAL),
    "concerns.ConcernContent.taken_by": _sealed("who answers"),
    "concerns.ConcernContent.outcome": _sealed("how it ended"),
    "concerns.ConcernContent.talk_on": _sealed("when we talked with the partner"),
    "concerns.ConcernContent.agreed": _sealed("whether the partner agreed to a referral"),
    "concerns.ConcernContent.passed_on": _sealed("when it became a referral"),
    "concerns.Written.concern": _sealed("which thread it goes into"),
    "concerns.Written.at": _sealed("when it was written"),
    "concerns.Written.words": _sealed("what was seen", SPECIAL),
    "concerns.Written.signs": _sealed("what it is about", SPECIAL),
    "concerns.Written.knows": _sealed("whether the pupil knows"),
    "concerns.Written.call": _sealed("that the partner wants to be called"),
    "concerns.Written.agrees": _sealed("whether the partner agrees to a referral"),
    "concerns.OwnConcern.concern": _sealed("which thread it is"),
    "concerns.OwnConcern.content": _sealed("the thread, without names of colleagues", SPECIAL),
    "concerns.PageShown.name": _sealed("whose page it is"),
    "concerns.PageShown.works_as": _sealed("as what this partner works"),
    "concerns.PageShown.school": _sealed("where the partner works"),
    "concerns.PageShown.until": _sealed("until when the page opens"),
    "concerns.PageShown.concerns": _sealed("the partner's own threads", SPECIAL),
}
