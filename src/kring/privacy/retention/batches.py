"""Proposing a batch, approving it by two persons of two offices, calling it off (ARC-05)."""

from collections.abc import Iterable
from contextlib import suppress
from datetime import date

from django.db import IntegrityError
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from kring.privacy.retention.due import BATCHED, Due, due
from kring.privacy.retention.models import Approval, Batch, BatchItem
from kring.privacy.retention.offices import OFFICES
from kring.team.clock import today
from kring.team.retention import DEFAULTS, NoRule, Rule, Series, rule_on
from kring.team.retention.rules import valid
from kring.vault.acts import Act, acting
from kring.vault.primitives import digest, encode
from kring.vault.refusals import Conflict

State = Batch.State
OPEN = (State.PROPOSED, State.DESTROYING)
BY = "system"
MOST = 500
"""Items of one batch: what is more waits for the next."""


class NotNow(Exception):
    """It cannot be done as things stand; the sentence may be shown."""

    def __init__(self, sentence: str | Promise) -> None:
        super().__init__(sentence)
        self.sentence = sentence


def rule_to_destroy_by(series: Series, day: date, versions: list[Rule] | None = None) -> Rule:
    """The published rule of a day. Raises `NotNow`: without one nothing is destroyed (ARC-01).

    One that says to keep holds for dossiers alone: each goes once an archive got its file (ARC-03).

    versions: of the series, by who has them at hand.
    """
    try:
        rule = rule_on(series, day) if versions is None else valid(versions or [DEFAULTS[series]], day)
    except NoRule:
        raise NotNow(_("No rule holds today, so nothing may be destroyed.")) from None
    if not rule.published:
        raise NotNow(_("The rule is a proposal: write the town's published rule first."))
    if rule.keeps and series != Series.DOSSIER:
        raise NotNow(_("The rule says to keep for good: nothing may be destroyed."))
    return rule


def waiting(series: Series, day: date) -> list[Due]:
    """What is over and in no open batch. Raises `NotNow`."""
    return not_inside(due(rule_to_destroy_by(series, day), day), batched())


def batched() -> set[str]:
    """What is in an open batch, by id."""
    taken = BatchItem.objects.filter(batch__state__in=OPEN, state=BatchItem.State.PROPOSED)
    return set(taken.values_list("subject", flat=True))


def not_inside(found: list[Due], inside: set[str]) -> list[Due]:
    """What of it waits for a batch."""
    return [one for one in found if one.subject not in inside]


def propose(by: str, series: Series, *, once: str) -> str:
    """Put what is over together; the id of the batch. Raises `NotNow`, and `Conflict` when a colleague was earlier."""
    day = today()
    rule = rule_to_destroy_by(series, day)
    batch = Batch(series=series, rule=rule.row, made_by=by, made_on=day)
    try:
        with acting("retention.propose", by=by, on=[batch.id]) as act:
            known = act.once(once, lock=f"batches {series}", outcome=batch.id)
            if known is not None:
                return known
            found = waiting(series, day)[:MOST]
            if not found:
                raise NotNow(_("Nothing is over now."))
            batch.name, batch.contents = next_name(day), contents_of(one.subject for one in found)
            act.add(batch)
            act.add_all(
                [BatchItem(batch=batch, subject=one.subject, number=one.number, over_on=one.over_on) for one in found]
            )
    except IntegrityError:  # two took the same name in one moment
        raise Conflict from None
    return batch.id


def propose_of_the_year() -> int:
    """The batches of a year, as soon as something is over in it; how many were made. For a schedule, needs no key.

    One that people made or called off this year is not made again.
    """
    made, year = 0, today().year
    for series in BATCHED:
        if Batch.objects.filter(series=series, request="", made_on__year=year).exists():
            continue
        with suppress(NotNow, Conflict):
            propose(BY, series, once=f"of {year}")
            made += 1
    return made


def approve(by: str, office: str, batch: str, *, seen: str, once: str) -> None:
    """Approve exactly what was seen. Raises `NotNow`, and `Conflict` when it changed meanwhile."""
    try:
        with acting("retention.approve", by=by, on=[batch]) as act:
            row = locked(batch)
            if act.once(f"{once} {seen}", lock=batch, outcome=batch) is not None:
                return
            if row.state != State.PROPOSED or row.contents != seen or office not in OFFICES:
                raise Conflict
            check_rule(row)
            if any(one.person == by or one.office == office for one in approvals(row)):
                raise NotNow(_("Somebody of the other office has to approve too: nobody approves twice."))
            act.add(Approval(batch=row, person=by, office=office, contents=row.contents, at=timezone.now()))
    except IntegrityError:
        raise Conflict from None


def begin(by: str, batch: str) -> None:
    """Let the destroying begin, by one of the two offices, after both approved. Raises `NotNow`, `Conflict`."""
    with acting("retention.begin", by=by, on=[batch]) as act:
        row = locked(batch)
        if row.state == State.DESTROYING:
            return
        if row.state != State.PROPOSED:
            raise Conflict
        check_rule(row)
        check_approved(row)
        if contents_of(BatchItem.objects.filter(batch=row).values_list("subject", flat=True)) != row.contents:
            raise Conflict
        act.change(row, state=State.DESTROYING)


def call_off(by: str, batch: str) -> None:
    """Destroy nothing of it: its dossiers wait for another batch. Raises `Conflict`."""
    with acting("retention.call_off", by=by, on=[batch]) as act:
        row = locked(batch)
        if row.state == State.DROPPED:
            return
        if row.state != State.PROPOSED:
            raise Conflict
        end(act, row, State.DROPPED)


def end(act: Act, row: Batch, state: str) -> None:
    """Write that a batch is over today."""
    act.change(row, state=state, ended_on=today())


def check_approved(row: Batch) -> tuple[Approval, Approval]:
    """The approvals of two persons of two offices for these contents. Raises `NotNow`."""
    found = [one for one in approvals(row) if one.contents == row.contents and one.office in OFFICES]
    if len(found) != 2 or len({one.person for one in found}) != 2 or len({one.office for one in found}) != 2:
        raise NotNow(_("Two persons of two offices have to approve first."))
    return found[0], found[1]


def check_rule(row: Batch) -> None:
    """Raise `NotNow` unless the rule it was proposed under still is the one that holds."""
    if rule_to_destroy_by(Series(row.series), today()).row != row.rule:
        raise NotNow(_("The rule changed since this batch was proposed: call it off and propose it anew."))


def approvals(row: Batch) -> list[Approval]:
    """Who approved, the first one first."""
    return [one.verified() for one in Approval.objects.filter(batch=row).order_by("at", "id")]


def locked(batch: str) -> Batch:
    """A batch that nobody else changes before this act is over. Raises `Conflict` when there is none."""
    row = Batch.objects.select_for_update(no_key=True).filter(id=batch).first()
    if row is None:
        raise Conflict
    found: Batch = row.verified()
    return found


def contents_of(subjects: Iterable[str]) -> str:
    """What stands for the items of a batch, so that both approve the same."""
    return digest(encode("batch", *sorted(subjects))).hex()


def next_name(day: date) -> str:
    """The next number of the year; two in one moment take the same, and one of them is refused."""
    return f"{day.year}-{Batch.objects.filter(name__startswith=f'{day.year}-').count() + 1:02}"
