"""The fields of pulse and check-in in the field catalogue: of a colleague's work, never of one dossier."""

from kring.vault.catalogue import Category, Field

TERM = "until the colleague's next one; it lies in the letterbox of the head of service"


def _count(purpose: str) -> Field:
    return Field(purpose, Category.ORDINARY, TERM, sealed=True)


SAID = "until the colleague's next one; it lies in the letterboxes of the colleague and of the head of service"


def _said(purpose: str) -> Field:
    return Field(purpose, Category.ORDINARY, SAID, sealed=True)


FIELDS = {
    "support.CheckIn.on": _said("to know of which week an answer is"),
    "support.CheckIn.room": _said("for a talk about the work when it is too much"),
    "support.CheckIn.words": _said("for a talk about the work; of no client"),
    "support.Pulse.phases": _count("how many dossiers are held, by phase"),
    "support.Pulse.quiet": _count("how many grew quiet against their rhythm"),
    "support.Pulse.table_waits": _count("how many wait for a client consultation for over three weeks"),
    "support.Pulse.without_action": _count("how many have a plan in which nobody has anything to do"),
    "support.Pulse.beside": _count("how many referrals and talks are under way"),
    "support.Pulse.waits": _count("how many of those wait for the referrer's decision"),
}
