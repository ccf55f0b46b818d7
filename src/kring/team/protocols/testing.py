"""A protocol for tests: with invented bodies, kept by the privacy officer."""

from datetime import date, timedelta
from typing import Any

from kring.team.clock import today
from kring.team.protocols.actions import write_protocol
from kring.team.protocols.queries import newest
from kring.team.protocols.rules import Protocol
from kring.team.testing import Town
from kring.vault.primitives import new_id

CAW = "CAW De Oever"


def said(**other: Any) -> Protocol:
    """What one says: it holds from a month ago for two years."""
    on: date = today()
    words: dict[str, Any] = {
        "protocol": new_id(),
        "number": 0,
        "parties": CAW,
        "purpose": "Samen hulp bieden aan dezelfde mensen.",
        "categories": "Wat afgesproken is\nHoe iemand te bereiken is",
        "published": "Webstek van de stad",
        "document": "P-2021-04",
        "from_on": on - timedelta(days=30),
        "until_on": on + timedelta(days=700),
    }
    return Protocol(**{**words, **other})


def a_protocol(town: Town, *, seen: int = 0, **other: Any) -> Protocol:
    """One that Hilde registered, or its next version, as it stands."""
    made = write_protocol(town.hilde.principal, said(**other), seen=seen, once=new_id())
    return next(one for one in newest() if one.protocol == made)
