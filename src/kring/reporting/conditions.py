"""When a fact belongs to a span: what measures have in common. Each gives the conditions of a span."""

from collections.abc import Callable
from datetime import date, timedelta

from kring.figures.asked import Among, Apart, Condition, Field, From, Not, Plain, UpTo
from kring.reporting.periods import Span
from kring.reporting.subjects import CASE, CLOSED_ON, CLOSING, DECISION, FIRST_CONTACT_ON, OPENED_ON, REFERRAL, Subject
from kring.support.dossier.figures_source import OPENED
from kring.support.intake.models import Referral

Conditions = tuple[Condition, ...]
Outcome = Referral.Outcome
NOT_TAKEN = (Outcome.NO_ROLE, Outcome.BETTER_PLACED, Outcome.LATER, Outcome.ACUTE, Outcome.WITHDRAWN)


def within(on: Field, span: Span) -> Conditions:
    """A day that lies in the span."""
    since = (From(on, span.start),) if span.start else ()
    return (*since, UpTo(on, span.end))


def during(subject: Subject) -> Callable[[Span], Conditions]:
    """It happened in the span."""
    return lambda span: within(subject.on, span)


def with_outcome(subject: Subject, *outcomes: str) -> Callable[[Span], Conditions]:
    """It happened in the span, and ended so."""
    ended = Among(Plain(Field(subject.kind, "outcome")), frozenset(map(str, outcomes)))
    return lambda span: (*within(subject.on, span), ended)


def standing(span: Span) -> Conditions:
    """Begun up to and including the last day, and not closed by its evening."""
    return UpTo(OPENED_ON, span.end), Not(UpTo(CLOSED_ON, span.end))


def served(span: Span) -> Conditions:
    """Open at some time in the span."""
    if span.start is None:
        return (UpTo(OPENED_ON, span.end),)
    return UpTo(OPENED_ON, span.end), Not(UpTo(CLOSED_ON, span.start - timedelta(1)))


def first_contact(span: Span) -> Conditions:
    """The client was reached for the first time in the span."""
    return within(FIRST_CONTACT_ON, span)


def persons(span: Span) -> Conditions:
    """The same, and not open before in the same span: who was taken up again in it counts once."""
    return *served(span), Not(From(Field(OPENED, "closed_before_on"), span.start or date.min))


def reopened(span: Span) -> Conditions:
    """Taken up again in the span."""
    return *within(OPENED_ON, span), Among(Plain(Field(OPENED, "returning")), frozenset({"yes"}))


def waiting(span: Span) -> Conditions:
    """Come in up to and including the last day, and not decided by its evening."""
    return UpTo(REFERRAL.on, span.end), Not(UpTo(DECISION.on, span.end))


def wait(_span: Span) -> Apart:
    """From the referral to the first contact."""
    return Apart(Field(OPENED, "referred_on"), FIRST_CONTACT_ON, ())


def duration(_span: Span) -> Apart:
    """From the role decision to the closing."""
    return Apart(CASE.on, CLOSING.on, ())
