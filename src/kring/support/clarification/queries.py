"""Looks at the board: rows in the clear, no key. What does not live here: opening a referral (intake)."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import Q

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
