"""What is confidential about a link between two dossiers: which they are, and how they belong together."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Household:
    """Two dossiers that belong together. relation: code of `Relation`; by: principal."""

    dossiers: tuple[str, str]
    relation: str
    by: str
    on: date

    def other(self, dossier: str) -> str:
        """The dossier on the other side; "" when this link is not of `dossier`."""
        one, two = self.dossiers
        return two if dossier == one else one if dossier == two else ""
