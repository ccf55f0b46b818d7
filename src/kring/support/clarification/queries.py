"""Looks at the board: rows in the clear, no key. What does not live here: opening a referral (intake)."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import Q
from django.utils import timezone

from kring.support.clarification.models import ReferrerLink, TalkAppointment
from kring.support.intake.models import Referral
from kring.support.intake.moments import queries as moments
from kring.team import queries as team
from kring.vault.refusals import Refused
from kring.vault.rows import MacedModel

Lane, Outcome = Referral.Lane, Referral.Outcome


@dataclass(frozen=True, slots=True)
class OnBoard:
    """What the board is made of. `answered`: referrals with an answer by link; `people`: names by principal.

    asked: referral -> the hour it asked for and that nobody confirmed yet.
    said: what calendars and links answered to the talk that is planned, by referral.
    """

    referrals: list[Referral]
    decided: list[Referral]
    people: dict[str, str]
    answered: set[str]
    asked: dict[str, datetime]
    said: dict[str, str]


def on_board(today: date) -> OnBoard:
    """Everything under way, what comes back today, and what was decided this month: four queries."""
    decided = Q(lane=Lane.DECIDED)
    comes_back = decided & Q(outcome=Outcome.LATER, again_on__lte=today)
    this_month = decided & Q(decided_on__gte=today.replace(day=1))
    rows = [row for row in Referral.objects.filter(~decided | comes_back | this_month) if _ours(row)]
    under_way = [row for row in rows if row.lane != Lane.DECIDED or _comes_back(row, today)]
    people = {person for row in rows for person in (row.asked, row.role_asked) if person}
    return OnBoard(
        referrals=under_way,
        decided=[row for row in rows if row.lane == Lane.DECIDED and not _comes_back(row, today)],
        people=names(people),
        answered=_answered(row.id for row in under_way),
        asked=moments.requested([row.id for row in under_way if row.lane == Lane.NEW]),
        said=_said(row.id for row in under_way if row.lane == Lane.TALK_PLANNED),
    )


@dataclass(frozen=True, slots=True)
class OpenOnes:
    """What is under way beside one referral: the others, and for each colleague how much he receives.

    received: principal -> referrals he receives or was asked for, and talks that are still to come. Counts of work.
    """

    others: list[Referral]
    received: dict[str, tuple[int, int]]


def open_ones(referral: str) -> OpenOnes:
    """All that is undecided, in one query; the referral itself is not among the others."""
    rows = [row for row in Referral.objects.exclude(lane=Lane.DECIDED).order_by("arrived_at") if _ours(row)]
    received: dict[str, tuple[int, int]] = {}
    for row in rows:
        if row.asked:
            many, talks = received.get(row.asked, (0, 0))
            ahead = row.lane == Lane.TALK_PLANNED and row.talk_at is not None and row.talk_at > timezone.now()
            received[row.asked] = many + 1, talks + ahead
    return OpenOnes([row for row in rows if row.id != referral and not row.machine], received)


def merged_into(referral: str) -> str:
    """The referral this one was put together with, or ""."""
    row = Referral.objects.filter(id=referral).exclude(merged_into="").first()
    return row.verified().merged_into if row else ""


def names(principals: Iterable[str], known: Mapping[str, str] | None = None) -> dict[str, str]:
    """Principal -> name; only those who are not `known` already are looked up."""
    found = dict(known or {})
    lacking = {one for one in principals if one and one not in found}
    return found | {one.principal: one.name for one in team.colleagues(lacking).values()} if lacking else found


def _comes_back(row: Referral, today: date) -> bool:
    return row.outcome == Outcome.LATER and row.again_on is not None and row.again_on <= today


def _answered(referrals: Iterable[str]) -> set[str]:
    links = ReferrerLink.objects.filter(referral__in=list(referrals), answered_at__isnull=False)
    return set(links.values_list("referral_id", flat=True))


def _said(referrals: Iterable[str]) -> dict[str, str]:
    rows = TalkAppointment.objects.filter(referral__in=list(referrals), state=TalkAppointment.State.ASKED)
    return {row.referral_id: row.said for row in rows.order_by("id") if row.said and _ours(row)}


def _ours(row: MacedModel) -> bool:
    try:
        row.verified()
    except Refused:
        return False
    return True
