"""Early detection and early intervention for drugs, alcohol and gaming: six to eight talks."""

from datetime import date

from kring.team.programmes.programme import Programme

PROGRAMME = Programme(
    code="early_intervention",
    name="ViDA",
    register="support",
    circle="welfare",
    started_on=date(2015, 1, 1),
    counted=True,
    functions=("early_worker",),
    journey=("plan", "followup", "closing"),
    talks=(6, 8),
)
