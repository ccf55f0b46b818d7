"""Why frozen answers are kept, who must hold them, and the line of every field. Law: domain rules COU-01 to COU-05."""

from kring.vault.catalogue import Category, Field
from kring.vault.keycheck import Demand

PUBLISHED = "kept for good: a published answer is an archive record"
WITH_ANSWER = "as long as the answer it belongs to"

AT_LEAST = {"answer": Demand(2)}


def _clear(purpose: str) -> Field:
    return Field(purpose, Category.TECHNICAL, PUBLISHED)


def _sealed(purpose: str) -> Field:
    return Field(purpose, Category.ORDINARY, WITH_ANSWER, sealed=True)


FIELDS = {
    "reporting.Answer.id": _clear("names the answer and its lock; random"),
    "reporting.Answer.mac": _clear("shows that the row was written by us"),
    "reporting.Answer.question": _clear("which question was answered"),
    "reporting.Answer.on": _clear("for which day"),
    "reporting.Answer.version": _clear("under which version of the definition"),
    "reporting.Answer.public": _clear("the public table; counts nobody can be recognised in"),
    "reporting.Answer.snapshot": _clear("ties the public table to the sealed one; salted, tells nothing"),
    "reporting.Answer.frozen_at": _clear("since when the answer stands"),
    "reporting.Answer.frozen_by": _clear("who answers for it"),
    "reporting.InsideAnswer.id": _clear("names the record; random"),
    "reporting.InsideAnswer.lock": _clear("which lock the record lies under"),
    "reporting.InsideAnswer.lock_version": _clear("which version of the lock sealed it"),
    "reporting.InsideAnswer.revision": _clear("refuses a write on top of somebody else's"),
    "reporting.InsideAnswer.blob": _sealed("the internal table, encrypted"),
    "reporting.InsideAnswer.answer": _clear("which answer it belongs to"),
    "reporting.InsideFigures.figures": _sealed("counts by programme that may point at one worker (COU-04)"),
    "reporting.InsideFigures.salt": _sealed("keeps the snapshot from being guessed"),
    "reporting.Figures.programmes": _sealed("counts by programme"),
    "reporting.Figures.total": _sealed("the sum"),
    "reporting.Figures.outreachers": _sealed("how many workers carry them"),
    "reporting.Figures.team": _sealed("how many colleagues the team has"),
    "reporting.Figures.staffing": _sealed("colleagues by function"),
    "reporting.ProgrammeCount.code": _sealed("which programme"),
    "reporting.ProgrammeCount.cases": _sealed("open dossiers, or withheld"),
    "reporting.ProgrammeCount.outreachers": _sealed("how many workers carry them"),
    "reporting.ProgrammeCount.started_on": _sealed("since when the programme exists"),
    "reporting.Staffing.function": _sealed("which function"),
    "reporting.Staffing.programme": _sealed("in which programme"),
    "reporting.Staffing.colleagues": _sealed("how many colleagues"),
}
