"""From what Today looked at to the numbers of a pulse, by the rules of Today itself. Pure functions."""

from collections import Counter
from datetime import date, timedelta

from kring.support.desk import rules
from kring.support.desk.pulse.content import Pulse
from kring.support.desk.rules import Case
from kring.support.desk.today.queries import Seen
from kring.support.dossier import phases
from kring.support.dossier.content import Phase
from kring.support.intake.models import Referral

WAITS_LONG = timedelta(weeks=3)


def counted(seen: Seen, today: date, me: str) -> Pulse:
    """The numbers of one colleague: only dossiers he holds, so that the sum over all counts each once (COU-05)."""
    held = [case for case in seen.cases if case.mine]
    busy = {one.dossier for one in seen.waiting if not one.done} | set(seen.frozen)
    under_way = [row for row in seen.around.referrals if row.asked == me]
    return Pulse(
        phases=dict(Counter(case.summary.phase.value for case in held)),
        quiet=len(rules.grown_quiet(held, today)),
        table_waits=sum(_waits_for_a_table(case, today) for case in held),
        without_action=sum(_has_a_plan(case) and case.dossier not in busy for case in held),
        beside=len(under_way),
        waits=sum(row.lane == Referral.Lane.WAITING for row in under_way),
    )


def _waits_for_a_table(case: Case, today: date) -> bool:
    """At the client consultation since over three weeks; since the role, where no network was drawn."""
    since = phases.done_on(case.summary, Phase.NETWORK) or case.opened_on
    return case.summary.phase is Phase.CONSULTATION and today - since > WAITS_LONG


def _has_a_plan(case: Case) -> bool:
    return case.summary.phase is not Phase.CLOSING and phases.done_on(case.summary, Phase.PLAN) is not None
