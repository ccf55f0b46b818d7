"""What a pulse says. A plain frozen dataclass, sealed into the letterbox of the head of service; no Django."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Pulse:
    """How the dossiers that one colleague holds stand, in numbers.

    phases: phase -> dossiers. quiet: longer than the rhythm agreed. table_waits: at the client consultation for over
    three weeks. without_action: a plan was made, and nobody has anything to do in it. beside: referrals and talks under
    way, which are no dossier. waits: of those, how many wait for a decision of the referrer.
    """

    phases: dict[str, int]
    quiet: int
    table_waits: int
    without_action: int
    beside: int
    waits: int

    @property
    def dossiers(self) -> int:
        """How many dossiers are held."""
        return sum(self.phases.values())
