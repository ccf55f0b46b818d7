"""Mediation within municipal sanctions: a register of its own law."""

from datetime import date

from kring.team.programmes.programme import Programme

PROGRAMME = Programme(
    code="sanction_mediation",
    name="bemiddeling NERO",
    register="sanctions",
    started_on=date(2020, 4, 1),
    functions=("sanction_mediator",),
    reason="separate register, separate legal frame",
)
