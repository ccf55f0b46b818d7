"""What one does with a plan: write a row, write an action, take actions over, let the client agree.

Each verb is one act. `once` is the key of one sending of a form; `seen` the revision it was written on: whoever was
earlier makes it a `Conflict`, and the page shows both texts. How something stood before stays beside it.
"""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from django.utils import timezone

from kring.support.dossier import actions as dossiers
from kring.support.dossier.content import Phase
from kring.support.plan import nudging, rules
from kring.support.plan.content import Action, AgreedVersion, Consent, DomainRow, Earlier, HowFar, Move, Owner, Told
from kring.support.plan.models import PlanAction, PlanRecord
from kring.support.plan.opening import PART, KeptAction, KeptRow, OpenPlan
from kring.team.clock import today
from kring.vault.acts import Act, acting
from kring.vault.codec import Content
from kring.vault.gate import Keys
from kring.vault.primitives import digest, new_id
from kring.vault.refusals import Conflict, Refused
from kring.vault.rows import SealedRow

Kind = PlanRecord.Kind


def write_row(
    plan: OpenPlan, row: DomainRow, *, level: int | None, on: KeptRow | None = None, seen: int = 0, once: str
) -> str:
    """Write a row, new or on an existing one; its id. `level`: where the goal is now. Raises `NotWhole`, `Conflict`."""
    check_open(plan)
    rules.check_row(row)
    rules.check_goal(row.steps, level)
    me = plan.keys.actor
    moves = on.content.moves if on else ()
    if level is not None and (not moves or moves[-1].level != level):
        moves = (*moves, Move(level, today(), me))
    row = replace(row, moves=moves, by=me, at=timezone.now())
    record = on.record if on else PlanRecord(id=new_id(), dossier=plan.dossier, kind=Kind.ROW)
    with acting("plan.row", by=me, on=[plan.dossier.id, record.id]) as act:
        if (before := claim(act, plan, once, record.id)) is not None:
            return before
        keys = dossiers.at_hand(act, plan.keys, plan.dossier, PART)
        if on is None:
            _add(act, keys, plan, record, row)
        else:
            rewrite(act, keys, plan, record, row, seen, Earlier(seen, row=on.content))
    return record.id


def write_action(plan: OpenPlan, action: Action, *, on: KeptAction | None = None, seen: int = 0, once: str) -> str:
    """Write an action, new or on an existing one; its id. One that is done ends its links. Raises as `write_row`."""
    check_open(plan)
    rules.check_owner(action)
    if action.row:
        plan.row(action.row)
    with acting("plan.action", by=plan.keys.actor, on=[plan.dossier.id]) as act:
        record = on.record if on else PlanAction(id=new_id(), dossier=plan.dossier)
        if (before := claim(act, plan, once, record.id)) is not None:
            return before
        keys = dossiers.at_hand(act, plan.keys, plan.dossier, PART)
        put_action(act, keys, plan, action, record, on=on, seen=seen)
        act.on.append(record.id)
    return record.id


def take_over(plan: OpenPlan, agreed: Sequence[Action], *, once: str) -> int:
    """Take over what was agreed elsewhere (`taken_from`), each once; how many were new."""
    check_open(plan)
    known = {one.content.taken_from for one in plan.actions}
    fresh = [one for one in agreed if one.taken_from not in known]
    with acting("plan.take_over", by=plan.keys.actor, on=[plan.dossier.id]) as act:
        if not fresh or claim(act, plan, once, plan.dossier.id) is not None:
            return 0
        keys = dossiers.at_hand(act, plan.keys, plan.dossier, PART)
        for action in fresh:
            record = PlanAction(id=new_id(), dossier=plan.dossier)
            put_action(act, keys, plan, action, record)
    return len(fresh)


def agree(
    plan: OpenPlan, *, on: date, how: str, words: str = "", others: Sequence[Consent] = (), once: str
) -> AgreedVersion:
    """The client agrees: the plan as it stands becomes a version that never changes, and the step is done."""
    check_open(plan)
    if not plan.rows and not plan.actions:
        raise Refused
    me = plan.keys.actor
    agreed = AgreedVersion(
        number=len(plan.agreements) + 1,
        on=on,
        how=how,
        words=words,
        others=tuple(others),
        rows=tuple(one.content for one in plan.rows),
        actions=tuple(one.content for one in plan.actions),
        by=me,
        at=timezone.now(),
    )
    said = f"{once} {digest(repr((on, how, words, tuple(others))).encode()).hex()}"
    with acting("plan.agree", by=me, on=[plan.dossier.id]) as act:
        if claim(act, plan, said, plan.dossier.id) is not None:
            return agreed
        keys = plan.keys
        _add(act, keys, plan, PlanRecord(dossier=plan.dossier, kind=Kind.AGREEMENT), agreed)
        dossiers.step_done(act, keys, plan.dossier.id, Phase.PLAN, on)
    return agreed


def put_action(
    act: Act,
    keys: Keys,
    plan: OpenPlan,
    action: Action,
    record: PlanAction,
    *,
    on: KeptAction | None = None,
    seen: int = 0,
) -> None:
    """Write one action inside an act, with what was told about it and the columns a reminder needs."""
    earlier = on.content if on else None
    action = replace(action, by=keys.actor, at=timezone.now())
    if earlier is None or (action.how_far, action.words) != (earlier.how_far, earlier.words):
        said = Told(action.how_far, timezone.now(), action.words, by=keys.actor)
        action = replace(action, told=(*action.told, said))
    clear = columns(action, record)
    if on is None:
        for name, value in clear.items():
            setattr(record, name, value)
        _add(act, keys, plan, record, action)
    else:
        rewrite(act, keys, plan, record, action, seen, Earlier(seen, action=on.content), **clear)
    if rules.is_over(action):
        nudging.end_nudges(act, record.id)


def columns(action: Action, record: PlanAction) -> dict[str, object]:
    """What stands in the clear of an action: the colleague, and the day it was done."""
    done_on = (record.done_on or today()) if action.how_far is HowFar.DONE else None
    return {
        "person": action.person if action.owner is Owner.COLLEAGUE else "",
        "done_on": done_on,
    }


def rewrite(
    act: Act,
    keys: Keys,
    plan: OpenPlan,
    record: PlanRecord | PlanAction,
    content: Content,
    seen: int,
    earlier: Earlier,
    **clear: object,
) -> None:
    """Write on top of what was seen, and keep how it stood. Raises `Conflict` when somebody was earlier."""
    if record.revision != seen:
        raise Conflict
    kept = PlanRecord(dossier=plan.dossier, kind=Kind.EARLIER, of=record.id)
    _add(act, keys, plan, kept, earlier)
    keys.seal(record, content, bundle=plan.dossier.id, part=PART)
    act.rewrite(record, **clear)


def claim(act: Act, plan: OpenPlan, once: str, outcome: str) -> str | None:
    """Claim one sending of a form: None when new, else what was made the first time."""
    return act.once(once, lock=plan.dossier.id, outcome=outcome)


def check_open(plan: OpenPlan) -> None:
    """Nothing is written in a dossier that was closed. Raises `Refused`."""
    if not plan.is_open:
        raise Refused


def _add(act: Act, keys: Keys, plan: OpenPlan, record: SealedRow, content: Content) -> None:
    keys.seal(record, content, bundle=plan.dossier.id, part=PART)
    act.add(record)
