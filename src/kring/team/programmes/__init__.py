"""Programmes: ways of working of colleagues. One file each; a new programme is a new file and a line here.

A programme is not a register (a legal file) and not a circle (who may share secrecy). Source: domain.md 7.7.
"""

from kring.team.programmes import (
    early_intervention,
    identity_coaching,
    neighbour_mediation,
    project_pot,
    sanction_mediation,
    school_assistants,
    street_therapy,
    street_work,
    youth_reconnect,
)
from kring.team.programmes.programme import Programme

PROGRAMMES: tuple[Programme, ...] = (
    identity_coaching.PROGRAMME,
    street_therapy.PROGRAMME,
    street_work.PROGRAMME,
    early_intervention.PROGRAMME,
    youth_reconnect.PROGRAMME,
    neighbour_mediation.PROGRAMME,
    sanction_mediation.PROGRAMME,
    school_assistants.PROGRAMME,
    project_pot.PROGRAMME,
)


def programme(code: str) -> Programme:
    """The programme with this code. Raises KeyError."""
    return _BY_CODE[code]


_BY_CODE = {one.code: one for one in PROGRAMMES}

__all__ = ["PROGRAMMES", "Programme", "programme"]
