"""Counting and noting on a round: pure functions from one round to the next.

One tally is one contact (domain.md 6.3): a note never counts by itself, and taking back a tap is a tap the other way.
"""

from dataclasses import replace
from datetime import datetime

from kring.support.contacts.rounds.content import RoundContent, StreetContact, Tally

MOST = 5000
"""More than anybody meets: a stuck button stops here."""


def counted(content: RoundContent, spot: str, kind: str, by: int) -> RoundContent:
    """One more or one less of a kind at a spot; never below nothing."""
    number = max(0, min(MOST, number_of(content, spot, kind) + by))
    others = tuple(one for one in content.tallies if (one.spot, one.kind) != (spot, kind))
    return replace(content, tallies=(*others, Tally(spot, kind, number)) if number else others)


def number_of(content: RoundContent, spot: str, kind: str) -> int:
    """How many of a kind were counted at a spot."""
    return next((one.number for one in content.tallies if (one.spot, one.kind) == (spot, kind)), 0)


def total_of(content: RoundContent, kind: str) -> int:
    """How many of a kind were counted on the whole round."""
    return sum(one.number for one in content.tallies if one.kind == kind)


def noted(content: RoundContent, contact: StreetContact) -> RoundContent:
    """With one more contact, the newest first."""
    return replace(content, met=(contact, *content.met))


def taken_back(content: RoundContent, contact: str) -> RoundContent:
    """Without that contact."""
    return replace(content, met=tuple(one for one in content.met if one.id != contact))


def ended(content: RoundContent, at: datetime) -> RoundContent:
    """The round is over; the first end counts."""
    return content if content.ended_at else replace(content, ended_at=at)


def walks(content: RoundContent, person: str) -> bool:
    """Whether somebody walks this round."""
    return person == content.by or person in content.beside
