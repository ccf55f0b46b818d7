"""What asks for attention in a caseload: the rhythm that was agreed and the date of the next step, nothing else.

Pure functions over open summaries. People have no score: only a case can grow quiet, and only against its own rhythm.
"""

import re
import unicodedata
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from kring.support.dossier.ages import rules as ages
from kring.support.dossier.content import SummaryContent


class Group(StrEnum):
    """The three groups of the list, in their order."""

    QUIET = "quiet"
    THIS_WEEK = "this_week"
    OTHERS = "others"


@dataclass(frozen=True, slots=True)
class Case:
    """One dossier in a list. `mine`: I hold it; otherwise I work along as deputy or co-worker.

    revision: of its summary, for who writes on it from the list.
    """

    dossier: str
    number: str
    mine: bool
    opened_on: date
    summary: SummaryContent
    revision: int = 0


def days_quiet(case: Case, today: date) -> int:
    """Days since there was contact, or since the role was taken when there was none yet."""
    return (today - (case.summary.last_contact_on or case.opened_on)).days


def is_quiet(case: Case, today: date) -> bool:
    """Longer than the agreed rhythm, counted from the day it was agreed at the earliest. No rhythm: never quiet."""
    rhythm, since = case.summary.rhythm_days, case.summary.rhythm_from
    if rhythm is None or days_quiet(case, today) <= rhythm:
        return False
    return since is None or (today - since).days > rhythm


def grown_quiet(cases: Iterable[Case], today: date) -> list[Case]:
    """The cases that are quiet, longest first: the same on every page that names or counts them."""
    quiet = [case for case in cases if is_quiet(case, today)]
    return sorted(quiet, key=lambda case: (-days_quiet(case, today), case.summary.label))


def steps_due(cases: Iterable[Case], today: date) -> list[Case]:
    """Cases of mine with a next step for today or before, the oldest first."""
    due = [case for case in cases if case.mine and case.summary.next_step_on and case.summary.next_step_on <= today]
    return sorted(due, key=lambda case: (case.summary.next_step_on or today, case.summary.label))


def steps_done(cases: Iterable[Case], today: date) -> list[Case]:
    """Cases of mine of which the next step was ticked off today."""
    return [case for case in cases if case.mine and (done := case.summary.step_done) and done.on == today]


def ages_due(cases: Iterable[Case], today: date) -> list[Case]:
    """Cases of mine in which an age asks to look again (MIN-05)."""
    return [case for case in cases if case.mine and ages.is_due(case.summary.milestone, today)]


def end_of_week(today: date) -> date:
    """The Sunday of this week."""
    return today + timedelta(days=6 - today.weekday())


def group_of(case: Case, today: date) -> Group:
    """Quiet first; then a step this week (one that is overdue too); then the others."""
    if is_quiet(case, today):
        return Group.QUIET
    step_on = case.summary.next_step_on
    return Group.THIS_WEEK if step_on and step_on <= end_of_week(today) else Group.OTHERS


def grouped(cases: Iterable[Case], today: date) -> dict[Group, list[Case]]:
    """The groups that are not empty: the quiet ones longest first, the rest by date of the next step, then by label."""
    groups: dict[Group, list[Case]] = {group: [] for group in Group}
    for case in cases:
        groups[group_of(case, today)].append(case)
    groups[Group.QUIET] = grown_quiet(groups[Group.QUIET], today)
    for group in (Group.THIS_WEEK, Group.OTHERS):
        groups[group].sort(key=lambda case: (case.summary.next_step_on or date.max, case.summary.label))
    return {group: listed for group, listed in groups.items() if listed}


def looks_like_number(words: str) -> bool:
    """Whether somebody typed a dossier number: it has a figure in it, or begins with K-. Names have neither."""
    typed = words.strip().upper()
    return typed.startswith("K-") or any(sign.isdigit() for sign in typed)


def as_number(words: str) -> str:
    """What was typed as a number is written: K-7Q4M, however it was typed."""
    signs = "".join(sign for sign in words.upper() if sign.isalnum())
    return f"K-{signs[1:] if len(signs) > 4 and signs.startswith('K') else signs}"


def looking_for(words: str) -> Callable[[Case], bool]:
    """A test whether every word typed begins a word of the label or the nickname; case and accents do not matter.

    A number may happen to have no figure in it, and looks like a name then.
    """
    typed, number = _words(words), as_number(words)

    def fits(case: Case) -> bool:
        if case.number == number:
            return True
        known = _words(f"{case.summary.label} {case.summary.nickname}")
        return all(any(one.startswith(word) for one in known) for word in typed)

    return fits


def _words(text: str) -> list[str]:
    plain = text.casefold()
    if not plain.isascii():
        plain = "".join(sign for sign in unicodedata.normalize("NFKD", plain) if not unicodedata.combining(sign))
    return _BREAKS.sub(" ", plain).split()


_BREAKS = re.compile(r"[\W_]+")
