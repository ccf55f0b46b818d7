"""The line of every field of weighing and deciding in the field catalogue."""

from collections.abc import Mapping

from kring.pot.applying.fields import TERM
from kring.vault.catalogue import Category, Field

_CLEAR = {
    "Weighing.id": "names the row; random",
    "Weighing.mac": "shows that nobody else wrote the row",
    "Weighing.application": "which application is weighed",
    "Weighing.person": "which colleague weighed it or has a tie with it",
    "Weighing.tie": "who has a tie with the applicant neither weighs nor decides",
    "Weighing.on": "on which day that was",
    "WeighingRecord.id": "names the record; random",
    "WeighingRecord.lock": "which lock the record lies under",
    "WeighingRecord.lock_version": "which version of the lock sealed it",
    "WeighingRecord.revision": "refuses a write on top of somebody else's",
    "WeighingRecord.weighing": "whose weighing it is",
}
_SEALED = {
    "WeighingRecord.blob": "the content itself, encrypted",
    "WeighingContent.points": "how far the project meets each published criterion",
    "WeighingContent.words": "why, in words",
    "DecisionContent.granted": "whether it was granted",
    "DecisionContent.euro": "how much was granted",
    "DecisionContent.met": "which conditions are met",
    "DecisionContent.reasons": "why, as it stands in the letter",
    "DecisionContent.by": "which colleague wrote it down",
}
FIELDS: Mapping[str, Field] = {
    **{f"pot.{name}": Field(why, Category.TECHNICAL, TERM) for name, why in _CLEAR.items()},
    **{f"pot.{name}": Field(why, Category.ORDINARY, TERM, sealed=True) for name, why in _SEALED.items()},
}
