"""Micro-grants to community projects."""

from datetime import date

from kring.team.programmes.programme import Programme

PROGRAMME = Programme(
    code="project_pot",
    name="projectpot",
    register="pot",
    started_on=date(2020, 7, 1),
    reason="public money, no client data",
)
