"""A street therapist for people with a dual diagnosis whom regular care does not reach."""

from datetime import date

from kring.team.programmes.programme import Programme

PROGRAMME = Programme(
    code="street_therapy",
    name="Urban Therapy",
    register="support",
    circle="welfare",
    started_on=date(2019, 9, 1),
    counted=True,
    functions=("street_therapist",),
)
