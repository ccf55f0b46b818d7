"""One dossier for its page: what opened, what is there but shut, who holds a key, what is still to do.

Everything goes through the gate with the id as it was asked, before a row is looked up: an id that does not exist
and one that may not be opened make the same queries and get the same answer.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date

from kring.support.contacts.log.models import ContactRecord
from kring.support.contacts.log.notes import OWN, own_bundle
from kring.support.contacts.log.queries import HEADS, PAGE
from kring.support.desk import kept, parts, sealed, standing, stream
from kring.support.desk.kept import Item
from kring.support.desk.parts import Given, PartShown
from kring.support.desk.stream import FILTERS, Opened
from kring.support.dossier.content import Identity, SummaryContent
from kring.support.dossier.household import queries as household
from kring.support.dossier.household.queries import Linked
from kring.support.dossier.models import Dossier, Task
from kring.team import queries as team
from kring.team.models import Colleague
from kring.team.names import name_of
from kring.vault import gate
from kring.vault.gate import Keys, Session
from kring.vault.models import Envelope
from kring.vault.refusals import Refused


@dataclass(frozen=True, slots=True)
class Card:
    """An open dossier. `identity` is None when it was not recorded or is shut, `referral` empty likewise.

    stream: what opened of contacts and notes. sensitive: who holds each sensitive note, by row. household: the dossiers
    that belong with it and open here too.
    """

    dossier: Dossier
    summary: SummaryContent
    identity: Identity | None
    referral: list[Item]
    tasks: list[Task]
    parts: list[PartShown]
    names: Mapping[str, Colleague]
    stream: Opened
    sensitive: Mapping[str, list[str]]
    writes: bool
    household: list[Linked]


def open_card(
    session: Session, dossier_id: str, *, show: str = "", before: date | None = None, most: int = PAGE
) -> Card:
    """Open what this colleague holds of a dossier; the summary at least. Raises `Refused`.

    show: a filter of the stream. before: an older page of it. most: so many rows of it.
    """
    keys = gate.entering(
        session,
        act="desk.dossier",
        of=[dossier_id],
        beside=[own_bundle(dossier_id, session.person)],
        parts=[*parts.FACES, OWN],
        strict=False,
        needed=["summary"],
    )
    there = {row.id: row for row in household.with_around(session.person, dossier_id)}
    dossier = there.pop(dossier_id, None)
    if dossier is None:
        raise Refused
    dossier.verified()
    held = {part for bundle, part in keys.all_parts if bundle == dossier_id}
    rows = sealed.of(dossier_id, session.person, before=before, heads=FILTERS.get(show, HEADS), most=most)
    opened = stream.opened(keys, rows.stream)
    shut = [row.id for row in opened.rows if row.form == ContactRecord.Form.SENSITIVE]
    grants = [one for one in rows.given if one.bundle == dossier_id and one.part in parts.FACES]
    why = standing.sentences(session, dossier, rows.along, rows.locks, {grant.part for grant in grants} - held)
    referral = kept.opened(keys, rows.referral) if "referral" in held else []
    holders, authors = (one.holder for one in rows.given), (item.by for item in referral if item.by)
    names = team.colleagues({dossier.holder, dossier.deputy, *holders, *authors, *opened.authors})
    return Card(
        dossier=dossier,
        summary=keys.open(dossier.summary, SummaryContent),
        identity=_identity(keys, dossier) if "identity" in held else None,
        referral=[replace(item, by=name_of(names, item.by) if item.by else "") for item in referral],
        tasks=[] if dossier.silent else rows.tasks,
        parts=parts.shown(grants, dossier, held, session.person, names, why, keys.frozen),
        names=names,
        stream=opened,
        sensitive={row: _by_work(rows.given, row, names) for row in shut},
        writes="journal" in held or not any(one.part == "journal" for one in grants),
        household=household.read(session, dossier_id, rows.links, there.values()),
    )


def _by_work(given: list[Given], note: str, names: Mapping[str, Colleague]) -> list[str]:
    return sorted(
        names[one.holder].name
        for one in given
        if one.bundle == note and one.kind == Envelope.Kind.WORK and one.holder in names
    )


def _identity(keys: Keys, dossier: Dossier) -> Identity:
    return keys.open(dossier.identity, Identity)
