"""The line of every field of the network in the field catalogue."""

from kring.vault.catalogue import Category, Field

WITH_DOSSIER = "as long as the dossier; one line of it is erased for good when the person in it objects"
TECHNICAL, ORDINARY, THIRD_PARTY = Category.TECHNICAL, Category.ORDINARY, Category.THIRD_PARTY


def _clear(purpose: str) -> Field:
    return Field(purpose, TECHNICAL, WITH_DOSSIER)


def _sealed(purpose: str, category: Category = THIRD_PARTY) -> Field:
    return Field(purpose, category, WITH_DOSSIER, sealed=True)


FIELDS = {
    "support.NetworkRecord.id": _clear("names the record; random"),
    "support.NetworkRecord.lock": _clear("which lock the record lies under"),
    "support.NetworkRecord.lock_version": _clear("which version of the lock sealed it"),
    "support.NetworkRecord.revision": _clear("refuses a write on top of somebody else's"),
    "support.NetworkRecord.blob": _sealed("the content itself, encrypted"),
    "support.NetworkRecord.dossier": _clear("which dossier it belongs to"),
    "support.NetworkEntry.tie": _sealed("one person or organisation around the client"),
    "support.NetworkEntry.drawing": _sealed("when it was drawn together", ORDINARY),
    "support.NetworkEntry.factor": _sealed("what holds or loosens the bond", ORDINARY),
    "support.Tie.name": _sealed("to recognise who is meant: a first name, nickname or role"),
    "support.Tie.kind": _sealed("whether it is a person, a professional or an organisation"),
    "support.Tie.domain": _sealed("in which part of life they meet", ORDINARY),
    "support.Tie.states": _sealed("how close and how good the tie was, and since when"),
    "support.Tie.role": _sealed("what they are to the client, in a few words; optional"),
    "support.Tie.trusted": _sealed("whom the client chose as person of trust"),
    "support.Tie.until_on": _sealed("since when they are off the map"),
    "support.Tie.kin": _sealed("where they stand in the family, for the genogram; optional"),
    "support.Tie.side": _sealed("through which parent they are family; optional"),
    "support.Tie.died": _sealed("so that nobody invites who died"),
    "support.Tie.marks": _sealed("who may read the line later (MIN-01)", TECHNICAL),
    "support.TieState.from_on": _sealed("since when it was so", ORDINARY),
    "support.TieState.ring": _sealed("how close the client feels", ORDINARY),
    "support.TieState.relation": _sealed("how good the tie is, as the client says it"),
    "support.TieState.words": _sealed("what changed then; optional"),
    "support.Drawing.on": _sealed("the day client and worker drew together", ORDINARY),
    "support.Drawing.words": _sealed("what the client said then, in own words; optional", ORDINARY),
    "support.Factor.pull": _sealed("whether it holds or loosens the bond", ORDINARY),
    "support.Factor.domain": _sealed("in which life domain", ORDINARY),
    "support.Factor.words": _sealed(
        "what it is, as a fact that can change; no opinion, belief, looks or origin", ORDINARY
    ),
    "support.Factor.action": _sealed("what is done about it", ORDINARY),
    "support.Factor.noted_on": _sealed("since when it is known", ORDINARY),
    "support.Factor.reviews": _sealed("what became of it", ORDINARY),
    "support.FactorReview.on": _sealed("the day it was looked at", ORDINARY),
    "support.FactorReview.still": _sealed("still so, changed, or over", ORDINARY),
    "support.FactorReview.words": _sealed("what changed; optional", ORDINARY),
}
