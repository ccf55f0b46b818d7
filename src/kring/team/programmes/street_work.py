"""Street corner work: presence in the open, without conditions."""

from datetime import date

from kring.team.programmes.programme import Programme

PROGRAMME = Programme(
    code="street_work",
    name="straathoekwerk",
    register="support",
    circle="welfare",
    started_on=date(1998, 1, 1),
    counted=True,
    functions=("street_worker",),
    journey=("network", "followup", "closing"),
)
