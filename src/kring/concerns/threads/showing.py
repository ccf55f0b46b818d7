"""A thread as both pages show it: lines in order, each with when and of whom."""

from typing import Any

from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext

from kring.concerns.threads.codelists import By, Outcome, Sign, Step
from kring.concerns.threads.content import ConcernContent, Entry


def title(content: ConcernContent) -> str:
    """What it is called: its first sign, or that it is a concern."""
    known = [Sign(one).label for one in content.signs if one in Sign.values]
    return str(known[0]).capitalize() if known else gettext("A concern")


def signs(content: ConcernContent) -> str:
    """All signs in words."""
    return ", ".join(str(Sign(one).label) for one in content.signs if one in Sign.values)


def outcome(content: ConcernContent) -> str:
    """How it ended, or ""."""
    return str(Outcome(content.outcome).label) if content.outcome in Outcome.values else ""


def lines(content: ConcernContent, *, mine: By, whose: dict[str, str]) -> list[dict[str, Any]]:
    """The lines. mine: whose page it is; whose: what the other side, and each colleague by principal, is called."""
    return [_line(entry, mine, whose) for entry in content.entries]


def _line(entry: Entry, mine: By, whose: dict[str, str]) -> dict[str, Any]:
    when = date_format(timezone.localtime(entry.at), "l j F").capitalize()
    if entry.by == By.STEP.value:
        return {"step": Step(entry.step).label, "call": entry.step == Step.CALL_ME.value, "when": when}
    own = entry.by == mine.value
    who = gettext("you") if own and not entry.who else whose.get(entry.who) or whose.get(entry.by, "")
    return {"words": entry.words, "when": when, "who": who, "own": own}
