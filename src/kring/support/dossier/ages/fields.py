"""The line of every field of a look at an age in the field catalogue."""

from kring.vault.catalogue import Category, Field

TERM = "as long as the dossier; destroyed with it after the retention term of its register"


def _clear(purpose: str) -> Field:
    return Field(purpose, Category.TECHNICAL, TERM)


def _sealed(purpose: str) -> Field:
    return Field(purpose, Category.ORDINARY, TERM, sealed=True)


FIELDS = {
    "support.AgeReviewRecord.id": _clear("names the record; random"),
    "support.AgeReviewRecord.lock": _clear("which lock the record lies under"),
    "support.AgeReviewRecord.lock_version": _clear("which version of the lock sealed it"),
    "support.AgeReviewRecord.revision": _clear("refuses a write on top of somebody else's"),
    "support.AgeReviewRecord.blob": _sealed("the content itself, encrypted"),
    "support.AgeReviewRecord.dossier": _clear("which dossier it belongs to"),
    "support.AgeReview.age": _sealed("at which age it was looked at (MIN-05)"),
    "support.AgeReview.on": _sealed("when it was judged (MIN-03)"),
    "support.AgeReview.by": _sealed("who judged it"),
    "support.AgeReview.able": _sealed("whether a minor can decide about the own file (MIN-03)"),
    "support.AgeReview.words": _sealed("why, in one sentence; optional"),
    "support.SummaryContent.milestone": _sealed("which age is looked at next"),
    "support.Milestone.age": _sealed("the age"),
    "support.Milestone.on": _sealed("from which day it is looked at"),
}
