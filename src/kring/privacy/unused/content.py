"""What lies sealed while a round goes on: sums, and how far a colleague is. Never of which dossier."""

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class FieldSums:
    """files: dossiers that were counted. filled: field, as the catalogue calls it -> in so many it says something."""

    files: int = 0
    filled: dict[str, int] = field(default_factory=dict)

    def __add__(self, other: "FieldSums") -> "FieldSums":
        names = self.filled.keys() | other.filled.keys()
        added = {name: self.filled.get(name, 0) + other.filled.get(name, 0) for name in names}
        return FieldSums(self.files + other.files, added)


@dataclass(frozen=True, slots=True)
class FieldCounting:
    """How far somebody is. past: the last dossier that was looked at, by id; they go by their ids."""

    past: str = ""
    sums: FieldSums = field(default_factory=FieldSums)
