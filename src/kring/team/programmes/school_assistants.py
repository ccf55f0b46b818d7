"""School assistants: partners and referrers, no longer core."""

from datetime import date

from django.utils.translation import gettext_noop

from kring.team.programmes.programme import Programme

PROGRAMME = Programme(
    code="school_assistants",
    name="Krachtige scholen",
    register="",
    started_on=date(2020, 1, 1),
    reason=gettext_noop("a partner that refers; no cases of the team"),
)
