"""Telling the figures again what one's dossiers say: the same facts, written once more by who holds the keys.

For when the figures learnt to ask something new, or lost something: nobody else can, since nobody else opens. What was
told before is replaced and nothing counts twice. Of an earlier time the role was taken, the way of working is told as
it is now; where that matters, the fact that was written then is the better one.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from kring.support.closing.content import ClosingContent
from kring.support.closing.models import ClosingRecord
from kring.support.consultation import actions as tables
from kring.support.consultation import queries as consultations
from kring.support.consultation import rules
from kring.support.consultation.opened import PART as MINUTES
from kring.support.contacts.log import figures as contacts
from kring.support.contacts.log.actions import PART as JOURNAL
from kring.support.contacts.log.models import ContactRecord
from kring.support.dossier import figures_source
from kring.support.dossier.content import Identity, SummaryContent
from kring.support.dossier.models import Dossier, IdentityRecord
from kring.support.dossier.opening import Opened, opening
from kring.support.followup.linkage import actions as linkage
from kring.support.followup.linkage import queries as linked
from kring.vault import facts
from kring.vault.acts import acting
from kring.vault.facts import Entry
from kring.vault.gate import Session


@dataclass(frozen=True, slots=True)
class _Life:
    """One time the role was taken, with the summary as its facts are named by."""

    summary: SummaryContent
    opened_on: date
    closed_on: date | None


def tell_again(session: Session) -> int:
    """Write the facts of every dossier this colleague holds once more; how many dossiers. Raises `Refused`."""
    held = list(Dossier.objects.filter(holder=session.person).order_by("id").values_list("id", flat=True))
    for dossier in held:
        opened = opening(session, dossier, act="figures.again", parts=["identity", linkage.PART, MINUTES, JOURNAL])
        with acting("figures.again", by=session.person, on=[dossier]) as act:
            stream = list(ContactRecord.objects.filter(dossier=dossier)) if opened.holds(JOURNAL) else []
            act.unload(ContactRecord, [row.id for row in stream if row.told])
            noted = contacts.told_again(opened.keys, opened.summary, stream)
            facts.write_all(act, [*_entries(opened), *noted])
    return len(held)


def _entries(opened: Opened) -> Iterator[Entry]:
    keys, dossier, lives = opened.keys, opened.dossier.id, _lives(opened)
    identity, reasons = _identity(opened), _reasons(opened)
    for life in lives:
        since, holder = opened.dossier.opened_on, opened.dossier.holder
        named: dict[str, Any] = {"dossier": dossier, "summary": life.summary}
        days: dict[str, Any] = {"opened_on": life.opened_on, "known_since": since, "closed_on": life.closed_on}
        yield figures_source.opened(keys, **named, **days, holder=holder)
        if identity is not None:
            yield figures_source.person(keys, **named, identity=identity)
        if life.closed_on is not None:
            reason = reasons.get(life.closed_on, "")
            yield figures_source.closed(keys, **named, closed_on=life.closed_on, reason=reason)
    yield from _happened(opened, lives)


def _happened(opened: Opened, lives: list[_Life]) -> Iterator[Entry]:
    """What happened on a day, told of the time it falls in."""
    keys, dossier = opened.keys, opened.dossier.id
    for done in opened.summary.steps:
        if done.phase in figures_source.STEPS:
            summary = _life_of(lives, done.on).summary
            yield figures_source.stepped(keys, dossier=dossier, summary=summary, phase=done.phase, on=done.on)
    if first := opened.summary.first_contact_on:
        yield figures_source.first_contact(keys, dossier=dossier, summary=lives[0].summary, on=first)
    for row, meeting in consultations.consultations(keys, dossier):
        if meeting.state == rules.HELD and meeting.held_on is not None:
            yield tables.held_fact(keys, dossier, _life_of(lives, meeting.held_on).summary, row.id, meeting)
    for kept in linked.referrals(opened):
        if kept.referral.went_along:
            yield linkage.linked_fact(keys, kept.row, kept.referral, _life_of(lives, kept.referral.on).summary)


def _lives(opened: Opened) -> list[_Life]:
    """Every time the role was taken, in order."""
    summary, row = opened.summary, opened.dossier
    starts = (row.opened_on, *summary.reopened_on)
    ends = (*summary.closed_before, row.closed_on if row.state == Dossier.State.CLOSED else None)
    found = []
    for number, (start, end) in enumerate(zip(starts, ends, strict=False)):
        then = replace(summary, reopened_on=summary.reopened_on[:number], closed_before=summary.closed_before[:number])
        found.append(_Life(then, start, end))
    return found


def _life_of(lives: list[_Life], on: date) -> _Life:
    """The one a day falls in."""
    return next((life for life in reversed(lives) if life.opened_on <= on), lives[0])


def _identity(opened: Opened) -> Identity | None:
    row = IdentityRecord.objects.filter(dossier=opened.dossier).first()
    return opened.keys.open(row, Identity) if row is not None and opened.holds("identity") else None


def _reasons(opened: Opened) -> dict[date, str]:
    """Why it was closed, by the day."""
    if not opened.holds(linkage.PART):
        return {}
    rows = ClosingRecord.objects.filter(dossier=opened.dossier, kind=ClosingRecord.Kind.CLOSING)
    said = (opened.keys.open(row, ClosingContent) for row in rows)
    return {closing.on: closing.reason.value for closing in said}
