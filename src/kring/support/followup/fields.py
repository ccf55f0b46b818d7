"""The line of every field of this step in the field catalogue."""

from kring.support.followup.linkage.fields import FIELDS as LINKAGE
from kring.vault.catalogue import Category, Field

TECHNICAL, ORDINARY, SPECIAL = Category.TECHNICAL, Category.ORDINARY, Category.SPECIAL
WITH_DOSSIER = "as long as the dossier; destroyed with it after the retention term of its register"


def _clear(purpose: str) -> Field:
    return Field(purpose, TECHNICAL, WITH_DOSSIER)


def _sealed(purpose: str, category: Category = ORDINARY) -> Field:
    return Field(purpose, category, WITH_DOSSIER, sealed=True)


AWAY = "until a year after the day; it says who and until when, never why"
EVENING = "until a month after; the words are destroyed when somebody is back"

FIELDS = {
    "support.Absence.id": Field("names the row; random", TECHNICAL, AWAY),
    "support.Absence.mac": Field("shows that the row was written by us", TECHNICAL, AWAY),
    "support.Absence.person": Field("who is away, so that a deputy stands in", TECHNICAL, AWAY),
    "support.Absence.by": Field("who said it", TECHNICAL, AWAY),
    "support.Absence.from_on": Field("from which day", TECHNICAL, AWAY),
    "support.Absence.until_on": Field("until which day", TECHNICAL, AWAY),
    "support.Absence.unexpected": Field("whether somebody did not turn up", TECHNICAL, AWAY),
    "support.EveningOut.id": Field("names the row; random", TECHNICAL, EVENING),
    "support.EveningOut.mac": Field("shows that the row was written by us", TECHNICAL, EVENING),
    "support.EveningOut.person": Field("who is out alone", TECHNICAL, EVENING),
    "support.EveningOut.watcher": Field("whom to mail when he is not back", TECHNICAL, EVENING),
    "support.EveningOut.due_at": Field("when to mail", TECHNICAL, EVENING),
    "support.EveningOut.state": Field("whether he is back", TECHNICAL, EVENING),
    "support.WhereToGo.where": Field("where somebody goes, for when he is not back", SPECIAL, EVENING, sealed=True),
    "support.WhereToGo.reach": Field("how to reach him then", ORDINARY, EVENING, sealed=True),
    "support.Handover.id": _clear("names the handover and the lock of its note; random"),
    "support.Handover.mac": _clear("shows that the row was written by us"),
    "support.Handover.dossier": _clear("which dossier changes hands (SEC-02)"),
    "support.Handover.giver": _clear("who offers it"),
    "support.Handover.receiver": _clear("who is asked to take it over"),
    "support.Handover.deputy": _clear("who is deputy afterwards"),
    "support.Handover.batch": _clear("which dossiers were offered together; random"),
    "support.Handover.state": _clear("how far it is; keys move after a yes and not before"),
    "support.Handover.offered_on": _clear("since when it waits"),
    "support.Handover.done_on": _clear("when the keys moved"),
    "support.HandoverNote.id": _clear("names the record; random"),
    "support.HandoverNote.lock": _clear("which lock the record lies under"),
    "support.HandoverNote.lock_version": _clear("which version of the lock sealed it"),
    "support.HandoverNote.revision": _clear("refuses a write on top of somebody else's"),
    "support.HandoverNote.blob": _sealed("the content itself, encrypted"),
    "support.HandoverNote.handover": _clear("which handover it belongs to"),
    "support.HandoverContent.label": _sealed("what lists call the person, so that the receiver knows who it is"),
    "support.HandoverContent.matters": _sealed("what matters now", SPECIAL),
    "support.HandoverContent.reason": _sealed("why it is handed over (SEC-02)", SPECIAL),
    "support.HandoverContent.told": _sealed("whether the client was told (SEC-02)"),
    "support.HandoverContent.told_how": _sealed("how and when the client was told, or why not", SPECIAL),
    "support.HandoverContent.words": _sealed("what the client said about it, in their own words", SPECIAL),
    "support.HandoverContent.promises": _sealed("what was promised and still stands", SPECIAL),
    "support.HandoverContent.watch": _sealed("what to watch out for", SPECIAL),
    "support.HandoverContent.together": _sealed("when they meet together for the first time"),
    "support.HandoverContent.leaves_on": _sealed("from when the giver is not there any more"),
} | LINKAGE
