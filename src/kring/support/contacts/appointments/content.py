"""What is confidential about an appointment."""

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class Meeting:
    """way: code of `Way`. about, place and along (who else is there) may stay empty. by: principal of who made it."""

    at: datetime
    way: str
    by: str
    place: str = ""
    along: str = ""
    about: str = ""
