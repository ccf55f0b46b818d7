"""What lies sealed in a colleague's letterbox until he opened it."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class ColleagueWord:
    """nickname: about whom, as the street calls him. sentence: what he asked or what was seen."""

    nickname: str
    sentence: str
