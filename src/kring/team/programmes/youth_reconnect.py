"""Case direction for youths of 18 to 25 in a circle of its own; started on 1 February 2021."""

from datetime import date

from kring.team.programmes.programme import Programme

PROGRAMME = Programme(
    code="youth_reconnect",
    name="SAMEN",
    register="support",
    circle="samen",
    started_on=date(2021, 2, 1),
    counted=True,
    functions=("case_director",),
)
