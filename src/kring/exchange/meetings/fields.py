"""The line of every field of a meeting in the field catalogue."""

from collections.abc import Mapping

from kring.vault.catalogue import Category, Field

TECHNICAL, ORDINARY, SPECIAL = Category.TECHNICAL, Category.ORDINARY, Category.SPECIAL
TERM = "destroyed thirteen months after the day of the meeting"
OF_A_CASE = "what was told of a case: destroyed after the day of the meeting; the rest thirteen months after it"


def _clear(purpose: str) -> Field:
    return Field(purpose, TECHNICAL, TERM)


def _sealed(purpose: str, category: Category = ORDINARY, term: str = TERM) -> Field:
    return Field(purpose, category, term, sealed=True)


FIELDS: Mapping[str, Field] = {
    "exchange.Meeting.id": _clear("names the meeting; random"),
    "exchange.Meeting.mac": _clear("shows that the row was written by us"),
    "exchange.Meeting.circle": _clear("code of the circle that meets; empty for all together"),
    "exchange.Meeting.on": _clear("the day, to list and to destroy by"),
    "exchange.Meeting.ended_on": _clear("from when what was told of a case is gone"),
    "exchange.MeetingRecord.id": _clear("names the record; random"),
    "exchange.MeetingRecord.lock": _clear("which lock the record lies under"),
    "exchange.MeetingRecord.lock_version": _clear("which version of the lock sealed it"),
    "exchange.MeetingRecord.revision": _clear("refuses a write on top of somebody else's"),
    "exchange.MeetingRecord.blob": _sealed("the content itself, encrypted", SPECIAL, OF_A_CASE),
    "exchange.MeetingRecord.meeting": _clear("which meeting it is of"),
    "exchange.MeetingRecord.kind": _clear("the frame, a line of the agenda or an agreement"),
    "exchange.MeetingContent.at": _sealed("at which hour colleagues meet"),
    "exchange.MeetingContent.place": _sealed("where colleagues meet"),
    "exchange.MeetingContent.notes": _sealed("what the team takes away; about our work, never a client"),
    "exchange.TopicContent.kind": _sealed("a question, a vignette, a quiet dossier or a structural signal"),
    "exchange.TopicContent.title": _sealed("what the agenda calls it", term=OF_A_CASE),
    "exchange.TopicContent.words": _sealed("what is the matter, without a name", SPECIAL, OF_A_CASE),
    "exchange.TopicContent.question": _sealed("what is asked of colleagues", term=OF_A_CASE),
    "exchange.TopicContent.by": _sealed("which colleague put it on the agenda", term=OF_A_CASE),
    "exchange.TopicContent.at": _sealed("when it was put there; the order of the agenda", term=OF_A_CASE),
    "exchange.TopicContent.brought": _sealed("what colleagues brought in", term=OF_A_CASE),
    "exchange.Brought.by": _sealed("which colleague brought it in", term=OF_A_CASE),
    "exchange.Brought.at": _sealed("when it was brought in", term=OF_A_CASE),
    "exchange.Brought.words": _sealed("what worked elsewhere, what to think of", term=OF_A_CASE),
    "exchange.TeamAgreement.what": _sealed("what was agreed, about our work"),
    "exchange.TeamAgreement.owner": _sealed("which colleague does it"),
    "exchange.TeamAgreement.due_on": _sealed("until when"),
    "exchange.TeamAgreement.done_on": _sealed("that it was done"),
}
