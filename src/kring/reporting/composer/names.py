"""Short names of what can be counted and how it can be split, for a list one chooses from and a title of a table."""

from collections.abc import Iterator

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from kring.reporting.dimensions import DIMENSIONS
from kring.reporting.dimensions.dimension import Look
from kring.reporting.measures import MEASURES
from kring.reporting.measures.measure import NotHeld, OfOthers
from kring.reporting.measures.parts import PARTS
from kring.reporting.periods import Span
from kring.reporting.subjects import CASE
from kring.team.clock import today

SHORT: dict[str, Promise] = {
    "cases_open": _("Open dossiers"),
    "cases_new": _("New dossiers"),
    "cases_closed": _("Closed dossiers"),
    "cases_served": _("Dossiers that ran in the period"),
    "cases_reopened": _("Dossiers taken up again"),
    "persons_unique": _("Different persons"),
    "referrals": _("Referrals"),
    "talks_held": _("Talks about a referral"),
    "talk_sufficed": _("Referrals for which the talk was enough"),
    "not_taken": _("Referrals not taken on"),
    "waiting_now": _("Referrals that wait"),
    "wait_days": _("Days until the first contact"),
    "duration_days": _("How long dossiers lasted"),
    "contacts": _("Contacts"),
    "first_contacts": _("First contacts"),
    "interventions": _("Noted interventions"),
    "contacts_per_person": _("Contacts for each person"),
    "meetings": _("Client consultations"),
    "meetings_with_client": _("Client consultations with the client at the table"),
    "meeting_cases": _("Dossiers with a client consultation"),
    "followup": _("What a client consultation came to"),
    "handovers": _("Warm referrals"),
    "outcome": _("How dossiers ended"),
    "outcome_rate": _("Share of each ending"),
    "caseload": _("Dossiers for each full-time equivalent"),
    "fte": _("Full-time equivalents"),
    "headcount": _("Colleagues"),
    "vacancies": _("Colleagues who left"),
}
"""Also the order in which they are offered."""
BY: dict[str, Promise] = {
    "programme": _("way of working"),
    "age_band": _("age"),
    "minor": _("minor or not"),
    "gender": _("gender"),
    "neighbourhood": _("part of town"),
    "language_help": _("interpreter"),
    "referrer_type": _("kind of referrer"),
    "referral_channel": _("way in"),
    "support_form": _("form of support"),
    "life_domain": _("life domain"),
    "theme": _("theme"),
    "milestone": _("furthest step"),
    "status": _("open or closed"),
    "outcome": _("ending"),
    "exit_reason": _("reason of closing"),
    "returning": _("first time or again"),
    "duration_band": _("how long it ran"),
    "seniority_in_care": _("years known"),
    "wait_band": _("how long it waited"),
    "worker_role": _("function of the colleague"),
    "place": _("sort of place"),
    "contact_kind": _("way of contact"),
    "contact_length": _("length of the contact"),
    "reached": _("reached or tried"),
    "contacts_band": _("number of contacts"),
    "year": _("year"),
    "quarter": _("quarter"),
    "month": _("month"),
    "school_year": _("school year"),
}


def measure_name(code: str) -> str:
    """A measure in a few words; what is not held here by its definition."""
    one = MEASURES.get(code) or PARTS[code]
    return str(SHORT.get(code, one.says))


def way_name(code: str) -> str:
    """A way to split in a few words."""
    return str(BY.get(code, DIMENSIONS[code].says))


def measures() -> list[tuple[str, list[tuple[str, str]]]]:
    """What is offered: first what is counted, then what is not held here, each with its names."""
    rest = [code for code, one in MEASURES.items() if code not in SHORT and not isinstance(one.how, OfOthers)]
    return [
        (str(_("Counted here")), [(code, measure_name(code)) for code in SHORT]),
        (str(_("Not held here: it says whom to ask")), [(code, measure_name(code)) for code in rest]),
    ]


def ways() -> list[tuple[str, list[tuple[str, str]]]]:
    """The ways to split that are offered; of time apart, and what is not held here last."""
    shown = [(code, way_name(code)) for code in BY if not DIMENSIONS[code].time]
    time = [(code, way_name(code)) for code in BY if DIMENSIONS[code].time]
    gone = [(code, way_name(code)) for code, one in DIMENSIONS.items() if isinstance(one.how, NotHeld)]
    return [
        (str(_("Of whom or what")), shown),
        (str(_("Of time")), time),
        (str(_("Not held here: it says whom to ask")), gone),
    ]


def narrowings() -> list[tuple[str, list[tuple[str, str]]]]:
    """The groups one may count alone: `dimension=group`, by dimension."""
    return [(way_name(code).capitalize(), list(found)) for code in BY if (found := dict(_groups(code)).items())]


def narrowed(only: str) -> str:
    """One of them in words."""
    code, _sign, group = only.partition("=")
    return f"{way_name(code)}: {_label(code, group)}"


def _groups(code: str) -> Iterator[tuple[str, str]]:
    way = DIMENSIONS[code]
    if way.time or isinstance(way.how, NotHeld):
        return
    look = Look(CASE, Span(None, today()), stock=True)
    for group in way.groups(look) or tuple(way.also):
        yield f"{code}={group}", _label(code, group)


def _label(code: str, group: str) -> str:
    way = DIMENSIONS[code]
    return str(way.label(way.also.get(group, group)))
