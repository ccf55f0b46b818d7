"""Mediation within municipal sanctions: a register of its own law (act of 24 June 2013, art. 8, 18 and 44)."""

from datetime import date

from django.utils.translation import gettext_noop

from kring.team.programmes.programme import Programme

PROGRAMME = Programme(
    code="sanction_mediation",
    name="bemiddeling NERO",
    register="sanctions",
    started_on=date(2020, 1, 1),
    functions=("sanction_mediator",),
    reason=gettext_noop("own register, own legal frame"),
)
