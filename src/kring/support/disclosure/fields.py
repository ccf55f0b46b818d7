"""The line of every field of this step in the field catalogue: purpose, category, retention, sealed or in the clear."""

from kring.vault.catalogue import Category, Field

ORDINARY, SPECIAL = Category.ORDINARY, Category.SPECIAL
WITH_DOSSIER = "as long as the dossier; who is asked opens it until the day in it, thirty days at most"


def _clear(purpose: str) -> Field:
    return Field(purpose, Category.TECHNICAL, WITH_DOSSIER)


def _sealed(purpose: str, category: Category = ORDINARY) -> Field:
    return Field(purpose, category, WITH_DOSSIER, sealed=True)


FIELDS = {
    "support.Briefing.id": _clear("names the letter and its lock; random"),
    "support.Briefing.lock": _clear("which lock the letter lies under"),
    "support.Briefing.lock_version": _clear("which version of the lock sealed it"),
    "support.Briefing.revision": _clear("refuses a write on top of somebody else's"),
    "support.Briefing.blob": _sealed("the content itself, encrypted"),
    "support.Briefing.dossier": _clear("which dossier it is about; destroyed with it"),
    "support.Briefing.reader": _clear("who is asked; the list of one colleague"),
    "support.Briefing.above": _clear("which letter this one passes on: one step further up, once"),
    "support.BriefingContent.question": _sealed("what is asked", SPECIAL),
    "support.BriefingContent.options": _sealed("what one could do", SPECIAL),
    "support.BriefingContent.needed": _sealed("what the author needs", SPECIAL),
    "support.BriefingContent.items": _sealed("which lines of the dossier were copied (SEC-04)", SPECIAL),
    "support.BriefingContent.by": _sealed("who asks"),
    "support.BriefingContent.to": _sealed("who is asked"),
    "support.BriefingContent.on": _sealed("when it was written"),
    "support.BriefingContent.until": _sealed("until when it opens for who is asked"),
    "support.BriefingContent.answers": _sealed("what was answered", SPECIAL),
    "support.BriefingContent.passed_on": _sealed("when a letter of its own went further up"),
    "support.BriefingContent.dossier": _sealed("which dossier it is about, so that nobody moves the row"),
    "support.BriefingContent.above": _sealed("which letter it passes on, so that nobody changes that in the row"),
    "support.BriefingAnswer.words": _sealed("the answer", SPECIAL),
    "support.BriefingAnswer.by": _sealed("who answered"),
    "support.BriefingAnswer.on": _sealed("when that was"),
}
