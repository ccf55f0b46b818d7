"""What a round leaves behind for figures: facts, written and never read here. One tally is one contact.

Each round names its facts by a key of its own, derived from the circle's, so that counting anew replaces.
"""

from collections.abc import Mapping

from kring.support.access import STREET
from kring.support.contacts.rounds.content import RoundContent, StreetContact, StreetTally
from kring.support.contacts.rounds.models import StreetRecord
from kring.vault import facts
from kring.vault.acts import Act
from kring.vault.facts import Entry
from kring.vault.gate import Keys
from kring.vault.primitives import Key, derive

TALLY = "street_tally"


def tell_round(
    act: Act, keys: Keys, *, circle: str, walked: StreetRecord, content: RoundContent, areas: Mapping[str, str]
) -> None:
    """Leave what was counted, per kind and spot; nothing counted leaves nothing."""
    worker, key = facts.worker(content.by), _key(keys, circle, walked.id)
    entries = [
        Entry(
            TALLY,
            key,
            f"{one.spot} {one.kind}",
            StreetTally(one.kind, one.spot, areas.get(one.spot, ""), walked.day, one.number, worker),
        )
        for one in content.tallies
    ]
    if entries:
        facts.write_all(act, entries)


def tell_contact(act: Act, keys: Keys, *, circle: str, row: StreetRecord, content: StreetContact, area: str) -> None:
    """Leave one contact that was noted without a dossier."""
    fact = StreetTally(content.kind, content.spot, area, row.day, 1, facts.worker(content.by))
    facts.write(act, kind=TALLY, row_key=_key(keys, circle, row.id), event="contact", content=fact)


def _key(keys: Keys, circle: str, record: str) -> Key:
    return derive(facts.row_key(keys, bundle=circle, part=STREET), f"street/{record}")
