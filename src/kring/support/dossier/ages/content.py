"""What somebody judged at an age."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class AgeReview:
    """A look at an age. able: whether a minor can decide about the own file ("yes", "partly", "no"), "" when of age."""

    age: int
    on: date
    by: str
    able: str = ""
    words: str = ""
