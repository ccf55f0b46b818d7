"""School assistants: partners and referrers, no longer core."""

from datetime import date

from kring.team.programmes.programme import Programme

PROGRAMME = Programme(
    code="school_assistants",
    name="Krachtige scholen",
    register="",
    started_on=date(2020, 1, 1),
    reason="partner, no cases of the team",
)
