"""Writing an onward referral down, and whether it still runs. Each is one act of who opens the plan."""

from dataclasses import replace
from datetime import date

from kring.support.dossier import actions as dossiers
from kring.support.dossier import figures_source
from kring.support.dossier.content import SummaryContent
from kring.support.dossier.models import Dossier, Task
from kring.support.dossier.opening import Opened, opening
from kring.support.followup.linkage.content import Asked, Linkage, OnwardReferral
from kring.support.followup.linkage.models import OnwardReferralRecord
from kring.team.clock import months_after
from kring.vault import facts
from kring.vault.acts import Act, acting
from kring.vault.facts import Entry
from kring.vault.gate import Keys, Session
from kring.vault.primitives import Key, derive, digest, new_id
from kring.vault.refusals import Conflict, Refused

PART = "plan"
ASK_AFTER_MONTHS = 3
FACT = "linkage"


def enter(session: Session, dossier: str, *, act: str) -> Opened:
    """Open the dossier with its plan. Raises `Refused`."""
    return opening(session, dossier, act=act, parts=[PART])


def refer(session: Session, opened: Opened, referral: OnwardReferral, *, once: str) -> str:
    """Write it down; its id. Who went along gets a question after three months. Raises `Refused`, `Conflict`."""
    dossier = opened.dossier
    record = OnwardReferralRecord(id=new_id(), dossier=dossier)
    with acting("linkage.refer", by=session.person, on=[dossier.id]) as act:
        key = f"{once} {digest(repr(referral).encode()).hex()}"
        if (made := act.once(key, lock=dossier.id, outcome=record.id)) is not None:
            return made
        if dossier.state != Dossier.State.OPEN or dossier.silent:
            raise Conflict
        keys = dossiers.at_hand(act, opened.keys, dossier, PART)
        if referral.went_along:
            record.task = act.add(_question(dossier, referral.on)).id
        keys.seal(record, referral, bundle=dossier.id, part=PART)
        act.add(record)
        _tell(act, keys, record, referral, opened)
    return record.id


def answer(session: Session, opened: Opened, record_id: str, asked: Asked, *, revision: int, once: str) -> None:
    """Write whether it still runs, and end the question. Raises `Refused`, `Conflict` when somebody was earlier."""
    dossier = opened.dossier
    record = OnwardReferralRecord.objects.filter(id=record_id, dossier=dossier).first()
    if record is None or dossier.silent:
        raise Refused
    before = opened.keys.open(record, OnwardReferral)
    with acting("linkage.answer", by=session.person, on=[dossier.id]) as act:
        if act.once(f"{once} {asked.runs} {asked.words}", lock=dossier.id, outcome=record.id) is not None:
            return
        if record.revision != revision:
            raise Conflict
        after = replace(before, asked=(*before.asked, asked))
        opened.keys.seal(record, after, bundle=dossier.id, part=PART)
        act.rewrite(record)
        for task in Task.objects.filter(id=record.task, dossier=dossier, kind=Task.Kind.LINKAGE_RUNS, done_on=None):
            act.change(task, done_on=asked.on)
        _tell(act, opened.keys, record, after, opened)


def _question(dossier: Dossier, on: date) -> Task:
    due_on = months_after(on, ASK_AFTER_MONTHS)
    return Task(dossier=dossier, kind=Task.Kind.LINKAGE_RUNS, person=dossier.holder, due_on=due_on)


def _tell(act: Act, keys: Keys, record: OnwardReferralRecord, referral: OnwardReferral, opened: Opened) -> None:
    """The fact of a warm linkage; an answer replaces it without reading."""
    if referral.went_along:
        facts.write_all(act, [linked_fact(keys, record, referral, opened.summary)])


def linked_fact(keys: Keys, record: OnwardReferralRecord, referral: OnwardReferral, summary: SummaryContent) -> Entry:
    """The fact that somebody of us went along, and whether it still ran."""
    row_key = _row_key(facts.row_key(keys, bundle=record.dossier_id, part="summary"), record.id)
    runs = referral.asked[-1].runs.value if referral.asked else ""
    content = Linkage(referral.programme, referral.on, runs)
    return Entry(FACT, row_key, FACT, content, figures_source.subject(keys, record.dossier_id, summary))


def fact_name(first: Key, record: str) -> str:
    """The id of the fact of a linkage, from the key the facts of its dossier are named by."""
    return facts.fact_id(_row_key(first, record), FACT)


def _row_key(first: Key, record: str) -> Key:
    return derive(first, f"linkage {record}")
