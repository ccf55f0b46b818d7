"""Voluntary mediation between neighbours: a register of its own law."""

from kring.team.programmes.programme import Programme

PROGRAMME = Programme(
    code="neighbour_mediation",
    name="burenbemiddeling",
    register="mediation",
    functions=("neighbour_mediator",),
    reason="separate register, separate legal frame",
)
