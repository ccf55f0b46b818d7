"""What is confidential of weighing and deciding; all of it lies under the part `project`. No Django here."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class WeighingContent:
    """What one colleague thinks of a project. points: 0 to 3 for each criterion, in the order of the rules."""

    points: tuple[int, ...]
    words: str


@dataclass(frozen=True, slots=True)
class DecisionContent:
    """What was decided. met: codes of the checklist that are so. reasons: as they stand in the letter."""

    granted: bool
    euro: int
    met: tuple[str, ...]
    reasons: str
    by: str
