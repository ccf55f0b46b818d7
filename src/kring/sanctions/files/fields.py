"""The line of every field of a file in the field catalogue of this register (art. 44, SAN-04)."""

from collections.abc import Mapping

from kring.vault.catalogue import Category, Field

TECHNICAL, ORDINARY, CRIMINAL = Category.TECHNICAL, Category.ORDINARY, Category.CRIMINAL
TERM = "destroyed by itself: five years after the sanction or the proposal (art. 44), sooner where neither was"
SEALED_ROW = {
    "id": "names the record; random",
    "lock": "which lock the record lies under",
    "lock_version": "which version of the lock sealed it",
    "revision": "refuses a write on top of somebody else's",
    "file": "which file it is of",
}


def _clear(purpose: str) -> Field:
    return Field(purpose, TECHNICAL, TERM)


def _sealed(purpose: str, category: Category = ORDINARY) -> Field:
    return Field(purpose, category, TERM, sealed=True)


def _row(table: str) -> dict[str, Field]:
    lines = {f"sanctions.{table}.{name}": _clear(purpose) for name, purpose in SEALED_ROW.items()}
    return {**lines, f"sanctions.{table}.blob": _sealed("the content itself, encrypted", CRIMINAL)}


FIELDS: Mapping[str, Field] = {
    "sanctions.SanctionFile.id": _clear("names the file; random"),
    "sanctions.SanctionFile.mac": _clear("shows that the row was written by us"),
    "sanctions.SanctionFile.office": _clear("whose file it is: the office of the sanctioning officers"),
    "sanctions.SanctionFile.circle": _clear("which circle of mediators is asked"),
    "sanctions.SanctionFile.opened_on": _clear("when it was opened; lists the oldest first"),
    "sanctions.SanctionFile.with_mediators": _clear("whether mediators hold it now; makes their list"),
    "sanctions.SanctionFile.expires_on": _clear("from which day it is destroyed, without anybody's key"),
    **_row("PersonRecord"),
    **_row("ResultRecord"),
    **_row("DecisionRecord"),
    "sanctions.Parent.name": _sealed("whom a minor's parents are; art. 44", Category.THIRD_PARTY),
    "sanctions.Parent.residence": _sealed("where a minor's parents live; art. 44", Category.THIRD_PARTY),
    "sanctions.PersonContent.name": _sealed("who it is; art. 44"),
    "sanctions.PersonContent.born_on": _sealed("fourteen or not, minor or not on the day of the facts; art. 44"),
    "sanctions.PersonContent.residence": _sealed("where letters go; art. 44"),
    "sanctions.PersonContent.nature": _sealed("what was established; art. 44", CRIMINAL),
    "sanctions.PersonContent.happened_on": _sealed("the day of the facts; art. 44", CRIMINAL),
    "sanctions.PersonContent.established_on": _sealed("the terms to decide run from it"),
    "sanctions.PersonContent.parents": _sealed("the parents of a minor; art. 44", Category.THIRD_PARTY),
    "sanctions.PersonContent.lawyer_told_on": _sealed("when the bar was told of a minor; its term runs from it"),
    "sanctions.PersonContent.offered_on": _sealed("when mediation was proposed; art. 44 counts from it"),
    "sanctions.ResultContent.outcome": _sealed("refused, failed or succeeded; success bars a fine"),
    "sanctions.ResultContent.agreement": _sealed("what both want the officer to know"),
    "sanctions.ResultContent.reported_on": _sealed("when the mediator reported"),
    "sanctions.ResultContent.by": _sealed("who reported; he decides nothing in this file (SAN-08)"),
    "sanctions.DecisionContent.prosecutor": _sealed("what the public prosecutor says; art. 44", CRIMINAL),
    "sanctions.DecisionContent.service_offered_on": _sealed("when service was proposed; art. 44 counts from it"),
    "sanctions.DecisionContent.service_hours": _sealed("how many hours, within the law"),
    "sanctions.DecisionContent.service": _sealed("whether it was done; a fine follows only if not"),
    "sanctions.DecisionContent.sanction": _sealed("the sanction; art. 44", CRIMINAL),
    "sanctions.DecisionContent.amount": _sealed("how much; art. 44", CRIMINAL),
    "sanctions.DecisionContent.decided_on": _sealed("the day of the sanction; art. 44 counts from it", CRIMINAL),
    "sanctions.DecisionContent.final_on": _sealed("since when it cannot be appealed; art. 44", CRIMINAL),
}
