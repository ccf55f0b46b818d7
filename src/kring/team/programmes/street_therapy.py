"""A street therapist for people with a dual diagnosis whom regular care does not reach.

Begun about 2019 or 2020: no day is known, so none is shown.
"""

from kring.team.programmes.programme import Programme

PROGRAMME = Programme(
    code="street_therapy",
    name="Urban Therapy",
    register="support",
    circle="welfare",
    counted=True,
    functions=("street_therapist",),
)
