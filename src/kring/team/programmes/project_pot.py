"""Micro-grants to community projects."""

from django.utils.translation import gettext_noop

from kring.team.programmes.programme import Programme

PROGRAMME = Programme(
    code="project_pot",
    name="projectpot",
    register="pot",
    reason=gettext_noop("public money, no clients"),
)
