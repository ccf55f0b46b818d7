"""What a colleague of the office does with an application: weigh it, say that he has a tie, decide."""

from kring.pot.access import PROJECT
from kring.pot.applying.codelists import State
from kring.pot.applying.models import ApplicationRecord
from kring.pot.deciding import rules
from kring.pot.deciding.content import DecisionContent, WeighingContent
from kring.pot.deciding.models import Weighing, WeighingRecord
from kring.pot.deciding.queries import of_application
from kring.pot.desk.opening import OpenApplication
from kring.pot.regulation import lines
from kring.team.clock import today
from kring.vault.acts import Act, acting
from kring.vault.refusals import Conflict

DECISION = "decision"


def weigh(opened: OpenApplication, content: WeighingContent, *, once: str) -> None:
    """Weigh the project on the criteria of its rules. Raises `NotYet`, `Conflict` when it was decided meanwhile."""
    person, row = opened.keys.actor, opened.row
    with acting("pot.weigh", by=person, on=[row.id]) as act:
        if _done(act, opened, once):
            return
        _undecided(opened)
        weighed, tied = of_application(row.id)
        rules.check_weighing(person, weighed, tied, content.points, lines.criteria(row.regulation.criteria))
        act.change(row, weighed=row.weighed + 1)
        made = act.add(Weighing(application=row, person=person, on=today()))
        record = WeighingRecord(weighing=made)
        opened.keys.seal(record, content, bundle=row.id, part=PROJECT)
        act.add(record)


def declare_tie(opened: OpenApplication, *, once: str) -> None:
    """Say that one has a tie with the applicant; it stays said. Raises `NotYet`."""
    person = opened.keys.actor
    with acting("pot.tie", by=person, on=[opened.row.id]) as act:
        if _done(act, opened, once):
            return
        weighed, tied = of_application(opened.row.id)
        rules.check_tie(person, weighed)
        if person not in tied:
            act.add(Weighing(application=opened.row, person=person, tie=True, on=today()))


def decide(opened: OpenApplication, decision: DecisionContent, *, once: str) -> None:
    """Grant it or not, with reasons. Raises `NotYet`, `Conflict` when a colleague decided meanwhile."""
    row = opened.row
    with acting("pot.decide", by=opened.keys.actor, on=[row.id]) as act:
        if _done(act, opened, once):
            return
        _undecided(opened)
        weighed, tied = of_application(row.id)
        rules.check_decision(decision, weighed, tied, asked=row.asked_euro, most=row.regulation.most_euro)
        state = State.GRANTED if decision.granted else State.DECLINED
        act.change(row, state=state, granted_euro=decision.euro, decided_on=today())
        record = ApplicationRecord(application=row, kind=DECISION)
        opened.keys.seal(record, decision, bundle=row.id, part=PROJECT)
        act.add(record)


def _done(act: Act, opened: OpenApplication, once: str) -> bool:
    lock = opened.keys.part(opened.row.id, PROJECT).lock
    return act.once(once, lock=lock, outcome=opened.row.id) is not None


def _undecided(opened: OpenApplication) -> None:
    if opened.row.state != State.ASKED:
        raise Conflict
