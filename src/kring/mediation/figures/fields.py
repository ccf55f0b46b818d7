"""The line of every field of the facts in the field catalogue of this register."""

from collections.abc import Mapping

from kring.vault.catalogue import Category, Field

TERM = "kept as a fact without a person; nothing in it leads to one"


def _fact(purpose: str) -> Field:
    return Field(purpose, Category.ORDINARY, TERM, sealed=True)


FIELDS: Mapping[str, Field] = {
    "mediation.MediationTold.applied_on": _fact("counts applications in a period"),
    "mediation.MediationTold.way": _fact("counts per way of applying"),
    "mediation.MediationTold.referrer": _fact("counts per who pointed to us"),
    "mediation.MediationTold.natures": _fact("counts per nature of the conflict"),
    "mediation.MediationTold.outcome": _fact("counts what started and what did not"),
    "mediation.MediationTold.not_started": _fact("counts why it did not start"),
    "mediation.MediationTold.form": _fact("counts at one table, or to and fro"),
    "mediation.MediationTold.willing_a": _fact("counts the result of the talks with A"),
    "mediation.MediationTold.willing_b": _fact("counts the result of the talks with B"),
    "mediation.MediationTold.result_a": _fact("counts results as A sees them"),
    "mediation.MediationTold.result_b": _fact("counts results as B sees them"),
    "mediation.MediationTold.holds_a": _fact("counts the follow-up of A"),
    "mediation.MediationTold.holds_b": _fact("counts the follow-up of B"),
}
