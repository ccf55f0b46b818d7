"""Voluntary, confidential mediation between neighbours: a register of its own law (Judicial Code art. 1728)."""

from django.utils.translation import gettext_noop

from kring.team.programmes.programme import Programme

PROGRAMME = Programme(
    code="neighbour_mediation",
    name="burenbemiddeling",
    register="mediation",
    functions=("neighbour_mediator",),
    reason=gettext_noop("own register, own legal frame"),
)
