"""The offer: a duty towards minors (art. 18), and what gives mediators the key of two parts until they reported."""

from contextlib import suppress
from dataclasses import replace
from datetime import date

from kring.sanctions import access
from kring.sanctions.files import rules, terms
from kring.sanctions.files.opening import OpenFile
from kring.sanctions.files.writing import SentBefore, writing
from kring.team.clock import today
from kring.vault import sharing


def offer(opened: OpenFile, *, on: date, told_on: date | None, fit: bool, seen: int, once: str) -> None:
    """Offer mediation: the mediators hold who and what from now on, nothing of the decision.

    told_on: when the bar was told of a minor. fit: what the law asks of an adult. Raises `NotYet`, `Conflict`.
    """
    rules.check_offer(opened.person, opened.decision, on=on, told_on=told_on, fit=fit, today=today())
    told_on = told_on if terms.minor(opened.person) else None
    now = replace(opened, person=replace(opened.person, offered_on=on, lawyer_told_on=told_on))
    with (
        suppress(SentBefore),
        writing(now, "person", act="sanctions.offer", seen=seen, once=once) as act,
    ):
        to = sharing.holders([opened.row.circle])
        sharing.give_parts(act, opened.keys, bundle=opened.row.id, parts=access.OF_MEDIATORS, to=to)
        act.change(opened.row, with_mediators=True)
