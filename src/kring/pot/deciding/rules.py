"""What may be when: pure. The conditions, who weighs, who decides, and what the weighings come to for a project."""

from collections.abc import Collection, Mapping, Sequence
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from kring.pot.deciding.content import DecisionContent, WeighingContent
from kring.pot.regulation.lines import Criterion
from kring.vault.refusals import VaultError

NEEDED, MOST_POINTS = 2, 3
CONDITIONS: Mapping[str, Promise] = {
    "addresses": _("the initiators live at different addresses"),
    "active": _("they live in the quarter or are active there"),
    "account": _("the account is of the group or organisation"),
    "no_profit": _("nobody makes a profit with it"),
    "no_party": _("it is not of a political party"),
    "group": _("it is for a group, and nobody gets money for himself"),
    "open": _("everybody it is meant for is invited"),
    "in_time": _("it was asked in time, and not more often than the rules allow"),
}
"""What the regulation asks of each applicant; all of it before anything is granted."""


class NotYet(VaultError):
    """Something comes before this; the sentence says what."""

    def __init__(self, sentence: Any, field: str | None = None) -> None:
        super().__init__(sentence)
        self.sentence, self.field = sentence, field


def check_weighing(
    person: str, weighed: Collection[str], tied: Collection[str], points: Sequence[int], criteria: Sequence[Criterion]
) -> None:
    """Two weigh, each once, without a tie, on every criterion. Raises `NotYet`."""
    if person in tied:
        raise NotYet(_("You have a tie with this applicant, so others weigh this project."))
    if person in weighed or len(weighed) >= NEEDED:
        raise NotYet(_("This project was weighed already."))
    if len(points) != len(criteria) or not all(0 <= one <= MOST_POINTS for one in points):
        raise NotYet(_("Weigh the project on every criterion."))


def check_tie(person: str, weighed: Collection[str]) -> None:
    """A tie is said before one weighs. Raises `NotYet`."""
    if person in weighed:
        raise NotYet(_("You weighed this project already. Tell your colleagues, and let another weigh it."))


def check_decision(
    decision: DecisionContent, weighed: Collection[str], tied: Collection[str], *, asked: int, most: int
) -> None:
    """After two weighings, by who has no tie; granted with every condition met, within what was asked.

    Raises `NotYet`.
    """
    if decision.by in tied:
        raise NotYet(_("You have a tie with this applicant, so somebody else decides."))
    if len(weighed) < NEEDED:
        raise NotYet(_("Two colleagues weigh the project first."))
    if decision.granted and set(decision.met) != set(CONDITIONS):
        raise NotYet(_("A condition is not met, so it cannot be granted. Say in the reasons which one."), "met")
    if decision.granted and not 0 < decision.euro <= min(asked, most):
        raise NotYet(_("Between 1 euro and what was asked."), "euro")
    if not decision.granted and decision.euro:
        raise NotYet(_("Nothing is granted, so leave the amount empty."), "euro")


def of_project(weighings: Sequence[WeighingContent], criteria: Sequence[Criterion]) -> tuple[int, int]:
    """What the weighings come to, of what at most: each criterion by its weight."""
    reached = sum(
        points * criterion.weight for one in weighings for points, criterion in zip(one.points, criteria, strict=True)
    )
    return reached, sum(one.weight for one in criteria) * MOST_POINTS * len(weighings)
