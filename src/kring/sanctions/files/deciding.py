"""What an officer decides: community service and what became of it, the sanction, and that no appeal is left."""

from contextlib import suppress
from dataclasses import replace
from datetime import date

from kring.sanctions.files import rules
from kring.sanctions.files.content import DecisionContent
from kring.sanctions.files.opening import OpenFile
from kring.sanctions.files.writing import SentBefore, writing
from kring.team.clock import today


def tell_prosecutor(opened: OpenFile, prosecutor: str, *, seen: int, once: str) -> None:
    """What the public prosecutor says now. Raises `NotYet` once it is decided, `Conflict`."""
    now = replace(opened.decision, prosecutor=prosecutor)
    rules.check_prosecutor(opened.decision, now)
    _write(opened, now, act="sanctions.prosecutor", seen=seen, once=once)


def serve(opened: OpenFile, *, on: date, hours: int, service: str, seen: int, once: str) -> None:
    """Propose community service, and say later what became of it. Raises `NotYet`, `Conflict`."""
    now = replace(opened.decision, service_offered_on=on, service_hours=hours, service=service)
    rules.check_service(opened.person, opened.result, opened.decision, now, today=today())
    _write(opened, now, act="sanctions.service", seen=seen, once=once)


def decide(opened: OpenFile, *, sanction: str, amount: int, on: date, seen: int, once: str) -> None:
    """Impose a fine or none; the day begins the five years. Raises `NotYet`, `Conflict`."""
    now = replace(opened.decision, sanction=sanction, amount=amount, decided_on=on)
    by = opened.keys.actor
    rules.check_decision(opened.person, opened.result, opened.decision, now, by=by, today=today())
    _write(opened, now, act="sanctions.decide", seen=seen, once=once)


def make_final(opened: OpenFile, on: date, *, seen: int, once: str) -> None:
    """Since when no appeal can be made any more. Raises `NotYet`, `Conflict`."""
    rules.check_final(opened.decision, on, today=today())
    _write(opened, replace(opened.decision, final_on=on), act="sanctions.final", seen=seen, once=once)


def _write(opened: OpenFile, decision: DecisionContent, *, act: str, seen: int, once: str) -> None:
    now = replace(opened, decision=decision)
    with suppress(SentBefore), writing(now, "decision", act=act, seen=seen, once=once):
        pass
