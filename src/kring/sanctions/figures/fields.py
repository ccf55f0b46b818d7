"""The line of every field of the facts in the field catalogue of this register."""

from collections.abc import Mapping

from kring.vault.catalogue import Category, Field

TERM = "kept as a fact without a person; nothing in it leads to one"


def _fact(purpose: str) -> Field:
    return Field(purpose, Category.ORDINARY, TERM, sealed=True)


FIELDS: Mapping[str, Field] = {
    "sanctions.SanctionTold.established_on": _fact("counts files in a period"),
    "sanctions.SanctionTold.nature": _fact("counts per nature of the facts"),
    "sanctions.SanctionTold.age": _fact("counts minors and adults, by the day of the facts"),
    "sanctions.SanctionTold.band": _fact("counts per group of age on the day of the facts"),
    "sanctions.SanctionTold.mediation": _fact("counts offers and what came of them"),
    "sanctions.SanctionTold.service": _fact("counts community service and what became of it"),
    "sanctions.SanctionTold.sanction": _fact("counts fines, also beside the word of the mediator"),
}
