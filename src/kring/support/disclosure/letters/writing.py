"""From an open dossier and what was filled in to the blocks of a letter. Nothing is kept."""

from collections.abc import Mapping

from kring.support.dossier.content import Identity
from kring.support.dossier.models import IdentityRecord
from kring.support.dossier.opening import Opened
from kring.support.followup.linkage import queries as linkage
from kring.team.clock import today
from kring.team.wording import queries
from kring.team.wording.placeholders import Block, filled
from kring.team.wording.values import values


def written(letter: str, language: str, given: Mapping[str, str]) -> list[Block]:
    """The letter of today. given: colleague, name, and what else was filled in."""
    text, facts = queries.letter(letter, language)
    return filled(text, values(text, language, today(), facts, given))


def called(opened: Opened) -> str:
    """How the person is addressed: the nickname, the first name, or what the lists say."""
    row = IdentityRecord.objects.filter(dossier=opened.dossier).first() if opened.holds("identity") else None
    who = opened.keys.open(row, Identity) if row else Identity()
    first = who.name.split()[0] if who.name.strip() else ""
    return who.nickname or first or opened.summary.nickname or opened.summary.label


def referred(opened: Opened, record: str) -> dict[str, str]:
    """What a referral letter begins with, when it comes from an onward referral of this dossier."""
    found = linkage.referral(opened, record) if record else None
    if found is None:
        return {}
    return {"service": found.service, "organisation": found.organisation, "request": found.request}
