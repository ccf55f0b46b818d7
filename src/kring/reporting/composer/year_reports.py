"""The figures of one year in one go: the report of a year, and what 2021 promised; counted, or said not to be held."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from kring.reporting.composer.content import Wish
from kring.vault.primitives import new_id

YEAR, PROMISED = "year report", "promised"
TITLES: dict[str, Promise] = {
    YEAR: _("The report of a year"),
    PROMISED: _("What 2021 promised, for a year"),
}
ASKED: dict[str, tuple[tuple[str, str], ...]] = {
    YEAR: (
        ("referrals", "referrer_type"),
        ("talks_held", ""),
        ("talk_sufficed", ""),
        ("not_taken", ""),
        ("cases_new", "programme"),
        ("cases_served", "age_band"),
        ("persons_unique", "gender"),
        ("cases_closed", "outcome"),
        ("cases_reopened", ""),
        ("contacts", ""),
        ("meetings", ""),
        ("handovers", ""),
        ("wait_days", ""),
        ("duration_days", ""),
        ("headcount", "worker_role"),
        ("fte", "programme"),
    ),
    PROMISED: (
        ("wait_days", ""),
        ("goal_movement", ""),
        ("cases_new", "life_domain"),
        ("meetings", ""),
        ("meetings_with_client", ""),
        ("quiet_revived", ""),
    ),
}
"""Set -> (measure, split). Source of the second: what the city's answer 2021/024 said the team would be held to."""


def figures(code: str, year: int) -> tuple[Wish, ...]:
    """The figures of a set for a year, not counted yet."""
    return tuple(
        Wish(new_id(), (measure,), (split,) if split else (), period=str(year)) for measure, split in ASKED[code]
    )
