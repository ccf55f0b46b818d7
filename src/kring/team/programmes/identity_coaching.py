"""Coaching of people who threaten to become alienated; case direction and outreach (hybrid)."""

from kring.team.programmes.programme import Programme

PROGRAMME = Programme(
    code="identity_coaching",
    name="PiM",
    register="support",
    circle="welfare",
    counted=True,
    functions=("coach",),
)
