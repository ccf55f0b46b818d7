"""The line of every field of this step in the field catalogue."""

from kring.vault.catalogue import Category, Field

TECHNICAL, ORDINARY, SPECIAL = Category.TECHNICAL, Category.ORDINARY, Category.SPECIAL
WITH_DOSSIER = "as long as the dossier; destroyed with it after the retention term of its register"


def _clear(purpose: str) -> Field:
    return Field(purpose, TECHNICAL, WITH_DOSSIER)


def _sealed(purpose: str, category: Category = ORDINARY) -> Field:
    return Field(purpose, category, WITH_DOSSIER, sealed=True)


FIELDS = {
    "support.ClosingRecord.id": _clear("names the record; random"),
    "support.ClosingRecord.lock": _clear("which lock the record lies under"),
    "support.ClosingRecord.lock_version": _clear("which version of the lock sealed it"),
    "support.ClosingRecord.revision": _clear("refuses a write on top of somebody else's"),
    "support.ClosingRecord.blob": _sealed("the content itself, encrypted"),
    "support.ClosingRecord.dossier": _clear("which dossier it belongs to"),
    "support.ClosingRecord.kind": _clear("which content class it is: closing, verdict, aftercare, reopening"),
    "support.ClosingContent.reason": _sealed("how the role ended; a code of the list", SPECIAL),
    "support.ClosingContent.on": _sealed("the day it ended"),
    "support.ClosingContent.by": _sealed("who closed it"),
    "support.ClosingContent.talk_on": _sealed("when it was closed together with the client"),
    "support.ClosingContent.why_no_talk": _sealed("why there was no closing talk", SPECIAL),
    "support.ClosingContent.note": _sealed("what a colleague needs to know who takes it up again", SPECIAL),
    "support.ClosingContent.to": _sealed("which service goes on with it", SPECIAL),
    "support.ClosingContent.may_come_back": _sealed("that the client may call again"),
    "support.ClosingContent.goals": _sealed("where each goal stands at the end", SPECIAL),
    "support.GoalAtEnd.goal": _sealed("which goal of the plan", SPECIAL),
    "support.GoalAtEnd.agreed": _sealed("what was agreed", SPECIAL),
    "support.GoalAtEnd.reached": _sealed("how far it came, for this goal alone"),
    "support.Verdict.words": _sealed("what the client thinks of it, in their own words", SPECIAL),
    "support.Verdict.on": _sealed("the day the client said it"),
    "support.Aftercare.task": _sealed("whether it was after three months or after six"),
    "support.Aftercare.on": _sealed("the day it was asked"),
    "support.Aftercare.by": _sealed("who asked"),
    "support.Aftercare.words": _sealed("how it goes, in a sentence", SPECIAL),
    "support.Aftercare.held": _sealed("whether what we went along to still runs; may be unknown"),
    "support.Reopening.on": _sealed("the day the role was taken up again"),
    "support.Reopening.by": _sealed("who took it up again"),
    "support.Reopening.why": _sealed("why it was taken up again", SPECIAL),
}
