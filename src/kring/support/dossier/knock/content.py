"""What is sealed with a blind token: which dossier it stands for."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Referent:
    """The dossier behind a token, with the token once more: a token moved to another row stands for nothing."""

    dossier: str
    token: int
