"""The line of every field of the retention desk in the field catalogue."""

from kring.vault.catalogue import Category, Field

DECLARED = "for good: a declaration of destruction is kept, and names nobody"
UNTIL_GONE = "until the batch is done; an item goes with what it names"
_EVERYWHERE = {"id": "names the row; random", "mac": "shows that nobody else wrote the row"}
_TABLES: dict[str, tuple[str, dict[str, str]]] = {
    "Batch": (
        DECLARED,
        {
            "name": "how people call it: year and number",
            "series": "what sort of record it is about",
            "rule": "the version of the rule it goes by",
            "state": "how far it is",
            "contents": "a digest of what is in it, so that both approve the same",
            "made_by": "who proposed it, or the system",
            "made_on": "since when it is proposed",
            "ended_on": "when it was done or called off",
            "request": "the number of the request that asks for it before the term; names nobody",
        },
    ),
    "BatchItem": (
        UNTIL_GONE,
        {
            "batch": "which batch",
            "subject": "which dossier or referral, by its random id",
            "number": "the number people know it by; tells nothing of it",
            "over_on": "since when its term is over; of a dossier the first of January of a year",
            "state": "in the batch, postponed, over no more, waiting for an archive, or not to be destroyed so",
            "tries": "how often destroying it went wrong",
        },
    ),
    "Approval": (
        DECLARED,
        {
            "batch": "which batch",
            "person": "which colleague approved",
            "office": "in which office",
            "contents": "a digest of what was approved",
            "at": "the moment of the approval",
        },
    ),
    "Hold": (
        "until it is lifted or its day is over, and then as long as the town keeps its requests",
        {
            "number": "the number it is about",
            "reason": "why it may not be destroyed for now",
            "reference": "the number of the request, complaint or case; never a name",
            "owner": "whose question it is",
            "placed_on": "since when",
            "until_on": "until when",
        },
    ),
    "DestructionDeclaration": (
        DECLARED,
        {
            "batch": "in which batch",
            "pseudonym": "what stands for its number; nobody finds the number from it",
            "rule": "the version of the rule it went by",
            "first": "who approved first",
            "second": "who approved second",
            "destroyed_on": "the day it was destroyed",
            "locks": "how many locks were destroyed",
            "rows": "how many rows were destroyed",
            "kept_on": "the day its file was made for an archive",
            "kept_digest": "the hash of that file",
            "kept_to": "to which archive it went",
        },
    ),
}
FIELDS = {
    f"privacy.{table}.{name}": Field(purpose, Category.TECHNICAL, term)
    for table, (term, columns) in _TABLES.items()
    for name, purpose in (_EVERYWHERE | columns).items()
}
