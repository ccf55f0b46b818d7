"""Where the journey stands, computed from what was done; nobody types a phase.

The steps a programme knows stand in its file (`Programme.journey`); a step outside them may still be done, and then
moves nothing. Pure functions over a summary.
"""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from kring.support.dossier.content import Phase, Step, SummaryContent
from kring.team.programmes import programme


def journey(code: str) -> list[Phase]:
    """The steps that exist for a programme, in order."""
    known = programme(code).journey
    return [phase for phase in Phase if phase in known]


def done(summary: SummaryContent, phase: Phase, on: date) -> SummaryContent:
    """The summary after a step was done: the first day stands, and the phase never goes back by itself."""
    if any(step.phase == phase for step in summary.steps):
        return summary
    steps = (*summary.steps, Step(phase, on))
    return replace(summary, steps=steps, phase=_further(summary.phase, _after(steps, journey(summary.programme))))


def reopened(summary: SummaryContent, on: date) -> SummaryContent:
    """The summary of a dossier that was taken up again: the closing is no step of today any more."""
    steps = tuple(step for step in summary.steps if step.phase != Phase.CLOSING)
    return replace(summary, steps=steps, phase=Phase.FOLLOWUP, reopened_on=(*summary.reopened_on, on))


def done_on(summary: SummaryContent, phase: Phase) -> date | None:
    """When a step was done."""
    return next((step.on for step in summary.steps if step.phase == phase), None)


def _after(steps: Iterable[Step], known: list[Phase]) -> Phase:
    """The step that follows the furthest one that was done."""
    at = max((known.index(step.phase) for step in steps if step.phase in known), default=-1)
    return known[min(at + 1, len(known) - 1)]


def _further(one: Phase, other: Phase) -> Phase:
    order = list(Phase)
    return max(one, other, key=order.index)
