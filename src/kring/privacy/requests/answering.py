"""Answering a request: own words beside ours, a part frozen and thawed, an objection weighed. For holder and deputy."""

from kring.privacy.requests import actions
from kring.privacy.requests.models import PersonRequest
from kring.privacy.requests.queries import Known
from kring.support.consultation import guest_link
from kring.support.contacts.log.when import case_now
from kring.support.dossier.actions import at_hand
from kring.support.dossier.opening import Opened
from kring.support.plan import links
from kring.support.plan.content import Statement
from kring.support.plan.models import PlanRecord
from kring.support.plan.opening import STATEMENTS
from kring.vault import sharing
from kring.vault.acts import Act, acting
from kring.vault.models import Lock
from kring.vault.primitives import digest
from kring.vault.refusals import Conflict, Refused

Kind = PersonRequest.Kind
BESIDE, FROZEN, THAWED, STOPS, GOES_ON, NOT = "beside", "frozen", "thawed", "stops", "goes_on", "not"
MAY_FREEZE = ("identity", "referral", "journal", "network", "plan", "minutes", "statements")
"""Parts that can be frozen one by one. The summary stays: without it nobody finds the dossier to thaw it."""


def put_beside(opened: Opened, known: Known, *, words: str, of: str, called: str, once: str) -> None:
    """The person's own words beside a text of ours, as theirs; ours stays as it is (GDP-08, MIN-06).

    of: the row they stand beside, "" for the file as a whole; called: what that text is called. Raises `Conflict`.
    """
    dossier, me = opened.dossier, opened.keys.actor
    with acting("privacy.beside", by=me, on=[dossier.id, known.row.id]) as act:
        if not _first(act, opened, known, once, words, of):
            return
        keys = at_hand(act, opened.keys, dossier, STATEMENTS)
        record = PlanRecord(dossier=dossier, kind=PlanRecord.Kind.STATEMENT, of=of)
        keys.seal(record, Statement(words, case_now(), called, me), bundle=dossier.id, part=STATEMENTS)
        act.add(record)
        actions.answered(act, opened, known, outcome=BESIDE)


def freeze(opened: Opened, known: Known, *, part: str, once: str) -> None:
    """Freeze a part: nobody reads or writes it until it is lifted (GDPR art. 18). Raises `Conflict`, `Refused`.

    A line somebody outside has may come from any part, so every link of a guest and every question to an owner ends
    with it. The client's own link stays: it shows the person what is the person's own.
    """
    if part not in MAY_FREEZE:
        raise Refused
    dossier = opened.dossier.id
    with acting("privacy.freeze", by=opened.keys.actor, on=[dossier, known.row.id]) as act:
        if _first(act, opened, known, once, part):
            sharing.freeze(act, bundle=dossier, part=part)
            guest_link.end_all(act, dossier)
            links.end_questions(act, dossier)
            actions.answered(act, opened, known, outcome=FROZEN, part=part)


def lift(opened: Opened, known: Known, *, why: str, once: str) -> None:
    """Thaw what a request froze, and why; the person is told first (art. 18(3)). Raises `Conflict`."""
    dossier, content = opened.dossier.id, known.content
    with acting("privacy.lift", by=opened.keys.actor, on=[dossier, known.row.id]) as act:
        key = f"lift {once} {digest(why.encode()).hex()}"
        if act.once(key, lock=dossier, outcome=known.row.id) is not None:
            return
        if content.outcome != FROZEN:
            raise Conflict
        sharing.thaw(act, bundle=dossier, part=content.part)
        actions.lifted(act, opened, known, outcome=THAWED, answer=why)


def answer(opened: Opened, known: Known, *, outcome: str, why: str, once: str) -> None:
    """A reasoned answer: to an objection, or why something is not done. Raises `Conflict`."""
    with acting("privacy.answer", by=opened.keys.actor, on=[opened.dossier.id, known.row.id]) as act:
        if _first(act, opened, known, once, outcome, why):
            actions.answered(act, opened, known, outcome=outcome, answer=why)


def frozen(dossier: str) -> set[str]:
    """The parts of a dossier that are frozen now."""
    return set(Lock.objects.filter(bundle=dossier, state=Lock.State.FROZEN).values_list("part", flat=True))


def there(dossier: str) -> set[str]:
    """The parts that something was written in and that can be frozen."""
    rows = Lock.objects.filter(bundle=dossier, state=Lock.State.OPEN, part__in=MAY_FREEZE)
    return set(rows.values_list("part", flat=True))


def _first(act: Act, opened: Opened, known: Known, once: str, *said: str) -> bool:
    """Whether this was not done already. Raises `Conflict` when a colleague answered meanwhile."""
    key = f"answer {once} {digest(repr(said).encode()).hex()}"
    if act.once(key, lock=opened.dossier.id, outcome=known.row.id) is not None:
        return False
    if known.row.done_on is not None:
        raise Conflict
    return True
