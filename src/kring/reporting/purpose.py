"""Why frozen answers are kept, who must hold them, and the line of every field. Law: domain rules COU-01 to COU-05."""

from kring.vault.catalogue import Category, Field
from kring.vault.keycheck import Demand

PUBLISHED = "kept for good: a published answer is an archive record"
WITH_ANSWER = "as long as the answer it belongs to"
WITH_QUESTION = "kept for good once it was sent, as an archive record; until then as long as it is wanted"

AT_LEAST = {"answer": Demand(2), "question": Demand(2)}


def _clear(purpose: str) -> Field:
    return Field(purpose, Category.TECHNICAL, PUBLISHED)


def _asked(purpose: str) -> Field:
    return Field(purpose, Category.ORDINARY, WITH_QUESTION, sealed=True)


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
    "reporting.PublishedAnswer.id": _clear("names the published answer and its address; random"),
    "reporting.PublishedAnswer.mac": _clear("shows that the row was written by us"),
    "reporting.PublishedAnswer.document": _clear("the document that was sent to everybody; released figures and words"),
    "reporting.PublishedAnswer.fingerprint": _clear("keeps a document from being published twice"),
    "reporting.PublishedAnswer.published_at": _clear("orders the list, newest first"),
    "reporting.PublishedAnswer.published_by": _clear("who answers for it; shown to nobody outside"),
    "reporting.AfterPublishing.id": _clear("names the row; random"),
    "reporting.AfterPublishing.mac": _clear("shows that the row was written by us"),
    "reporting.AfterPublishing.answer": _clear("which published answer was replaced or withdrawn"),
    "reporting.AfterPublishing.since": _clear("since when; told with the day"),
    "reporting.AfterPublishing.replaced_by": _clear("where the newer one is; empty when it was withdrawn"),
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
    **{
        f"reporting.{table}.{name}": Field(purpose, Category.TECHNICAL, WITH_QUESTION)
        for table in ("CouncilQuestion", "FrozenReply")
        for name, purpose in {
            "id": "names the record; random",
            "lock": "which lock the record lies under",
            "lock_version": "which version of the lock sealed it",
            "revision": "refuses a write on top of somebody else's",
        }.items()
    },
    "reporting.CouncilQuestion.blob": _asked("the question with its figures and words, encrypted"),
    "reporting.FrozenReply.blob": _asked("a frozen answer, encrypted"),
    "reporting.FrozenReply.question": Field("which question it answers", Category.TECHNICAL, WITH_QUESTION),
    "reporting.FrozenReply.number": Field("which of its answers it is", Category.TECHNICAL, WITH_QUESTION),
    "reporting.Snapshot.document": _asked("the answer as it was frozen"),
    "reporting.Snapshot.digest": _asked("shows that the answer is the one that was frozen"),
    "reporting.Snapshot.rules": _asked("shows whether other rules of disclosure control held"),
    "reporting.Snapshot.frozen_at": _asked("since when it stands"),
    "reporting.Snapshot.preview": _asked("what the draft showed, where less or more could be said in the end"),
    "reporting.Snapshot.internal": _asked("every number of it, for the offices alone (COU-04)"),
    "reporting.Snapshot.frozen_by": _asked("who answers for it"),
    "reporting.Received.body": _asked("who is answered: council, parliament, college"),
    "reporting.Received.asker": _asked("the member who asked, in an office of the people"),
    "reporting.Received.number": _asked("the number the body gave the question"),
    "reporting.Received.text": _asked("the question as it came"),
    "reporting.Received.asked_on": _asked("when it was asked"),
    "reporting.Received.due_on": _asked("until when it is to be answered"),
    "reporting.Received.language": _asked("in which language the answer is written"),
    "reporting.Wish.id": _asked("names the figure in its question; random"),
    "reporting.Wish.measures": _asked("what is counted"),
    "reporting.Wish.splits": _asked("how it is split"),
    "reporting.Wish.apart": _asked("whether each split stands by itself"),
    "reporting.Wish.only": _asked("which groups count alone"),
    "reporting.Wish.period": _asked("when it is counted"),
    "reporting.Wish.topic": _asked("which field of work it is about"),
    "reporting.Wish.before": _asked("own words before the figure"),
    "reporting.Wish.after": _asked("own words behind the figure"),
    "reporting.Wish.counted": _asked("what may be shown of what was counted"),
    "reporting.Wish.internal": _asked("every number of it, for the offices alone (COU-04)"),
    "reporting.Composed.received": _asked("the question as it came"),
    "reporting.Composed.as_of": _asked("the day the figures are counted as on"),
    "reporting.Composed.written_by": _asked("who wrote last: nobody reads over his own"),
    "reporting.Composed.figures": _asked("the figures of the answer"),
    "reporting.Composed.opening": _asked("own words at the beginning"),
    "reporting.Composed.closing": _asked("own words at the end"),
    "reporting.Composed.step": _asked("how far the answer is"),
    "reporting.Composed.frozen": _asked("which frozen answer stands"),
    "reporting.Composed.read_by": _asked("who read it over"),
    "reporting.Composed.read_on": _asked("when it was read over"),
    "reporting.Composed.approved_on": _asked("when the college approved it"),
    "reporting.Composed.reference": _asked("where the decision of the college is found"),
    "reporting.Composed.sent_on": _asked("when it was sent"),
    "reporting.Composed.sent": _asked("which frozen answers went out"),
    "reporting.Composed.correcting": _asked("why an answer that went out is answered anew"),
    "reporting.Composed.withdrawn_on": _asked("when the answer was withdrawn"),
    "reporting.Composed.withdrawn_by": _asked("who answers for that"),
    "reporting.Composed.withdrawn_why": _asked("why it was withdrawn; told to nobody outside"),
    "reporting.Sent.frozen": _asked("which frozen answer went out"),
    "reporting.Sent.on": _asked("when it went out"),
    "reporting.Sent.why": _asked("why it took the place of the one before"),
}
