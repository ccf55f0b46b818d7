"""Ticking off on Today what is mine: the next step of a dossier, an action of a plan; and taking that back.

Each is one act by who holds it. `seen` is the revision it was listed at: whoever wrote meanwhile makes a `Conflict`,
and the same button pressed twice does its work once. What a step said stays, so that it comes back as it was.
"""

from dataclasses import replace
from typing import Any

from kring.support.dossier.actions import change_summary_as_read
from kring.support.dossier.content import DoneStep, SummaryContent
from kring.support.dossier.models import Dossier
from kring.support.dossier.opening import opening
from kring.support.plan import actions as plans
from kring.support.plan.content import Action, HowFar
from kring.support.plan.opening import open_plan
from kring.team.clock import today
from kring.vault.acts import acting
from kring.vault.gate import Session
from kring.vault.refusals import Conflict, Refused


def tick_step(session: Session, dossier: str, *, done: bool, seen: int) -> None:
    """The next step is done, or after all not. Raises `Refused`, `Conflict`."""
    opened = opening(session, dossier, act="desk.tick_step")
    if opened.dossier.state != Dossier.State.OPEN or opened.dossier.holder != session.person:
        raise Refused
    with acting("desk.tick_step", by=session.person, on=[dossier]) as act:
        if act.once(_once(dossier, done, seen), lock=dossier, outcome=dossier) is not None:
            return
        summary = opened.dossier.summary
        if summary.revision != seen:
            raise Conflict
        changes = _done(opened.summary) if done else _not_done(opened.summary)
        change_summary_as_read(act, opened.keys, summary, **changes)


def tick_action(session: Session, dossier: str, action: str, *, done: bool, seen: int) -> None:
    """An action of mine is done, or after all not: then it is as far as it was. Raises `Refused`, `Conflict`."""
    plan = open_plan(session, dossier, act="desk.tick_action")
    kept = plan.action(action)
    if kept.content.person != session.person:
        raise Refused
    if seen == kept.record.revision and done is (kept.content.how_far is HowFar.DONE):
        raise Conflict
    how_far = HowFar.DONE if done else how_far_before(kept.content)
    ticked = replace(kept.content, how_far=how_far)
    plans.write_action(plan, ticked, on=kept, seen=seen, once=_once(action, done, seen))


def how_far_before(action: Action) -> HowFar:
    """How far it was when it was not done yet."""
    told = (one.how_far for one in reversed(action.told) if one.how_far is not HowFar.DONE)
    return next(told, HowFar.AGREED)


def _done(summary: SummaryContent) -> dict[str, Any]:
    if not summary.next_step and summary.next_step_on is None:
        raise Conflict
    ticked = DoneStep(summary.next_step, summary.next_step_on, today())
    return {"next_step": "", "next_step_on": None, "step_done": ticked}


def _not_done(summary: SummaryContent) -> dict[str, Any]:
    """A next step that was agreed since is not written over."""
    ticked = summary.step_done
    if ticked is None or summary.next_step or summary.next_step_on:
        raise Conflict
    return {"next_step": ticked.what, "next_step_on": ticked.due_on, "step_done": None}


def _once(of: str, done: bool, seen: int) -> str:
    return f"tick {of} {done} {seen}"
