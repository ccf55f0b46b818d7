"""What was kept of the referral in a dossier, made readable: the concern as it came, and the notes of the talks.

A kind that is not in the table is not opened here (an original message, an attachment): a page opens what it shows.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.utils.translation import gettext

from kring.support.clarification.content import TalkNotes, WordToReferrer
from kring.support.dossier import words
from kring.support.dossier.models import ReferralCopy
from kring.support.intake.codelists import AgeBand, Informed, LifeDomain
from kring.support.intake.content import ReferralContent
from kring.support.intake.models import Referral
from kring.vault.gate import Keys


@dataclass(frozen=True, slots=True)
class Item:
    """One thing that was kept. `by`: the principal who wrote it, "" for the referrer. `protect`: not to be named.

    code: whether the referrer has a code, by which a word back can be read.
    """

    title: str
    lines: tuple[str, ...]
    facts: tuple[tuple[str, str], ...] = ()
    by: str = ""
    at: datetime | None = None
    protect: bool = False
    code: bool = False


def opened(keys: Keys, rows: Iterable[ReferralCopy]) -> list[Item]:
    """The readable items, the referral first and then the talks by time."""
    items = [show(keys.open(row, kind)) for row in rows if row.kind in READERS for kind, show in [READERS[row.kind]]]
    return sorted(items, key=lambda item: item.at.timestamp() if item.at else 0)


def _referral(content: ReferralContent) -> Item:
    referrer, message = content.referrer, content.message
    texts = [message.text] if message else [content.concern, content.tried]
    facts = (
        (gettext("From"), ", ".join(filter(None, [referrer.name, referrer.organisation]))),
        (gettext("To reach by"), ", ".join(filter(None, [referrer.phone, referrer.email]))),
        (gettext("About"), ", ".join(_labels(LifeDomain, content.domains))),
        (gettext("Age"), ", ".join(_labels(AgeBand, [content.age_band]))),
        (gettext("Does the person know?"), ", ".join(_labels(Informed, [content.informed]))),
    )
    title = message.subject if message and message.subject else gettext("As it came in")
    lines = tuple(line for text in texts for line in text.splitlines() if line.strip())
    return Item(
        title, lines, tuple(fact for fact in facts if fact[1]), protect=content.protect_source, code=bool(content.code)
    )


def _talk(notes: TalkNotes) -> Item:
    title = gettext("Talk with the referrer on %(day)s") % {"day": words.day(notes.at.date())}
    return Item(title, tuple(line for line in notes.text.splitlines() if line.strip()), by=notes.by, at=notes.at)


def _word(told: WordToReferrer) -> Item:
    said = [Referral.Word(told.word).label, *([gettext("The client agreed.")] if told.agreed else [])]
    title = gettext("Told the referrer on %(day)s") % {"day": words.day(told.at.date())}
    return Item(title, tuple(str(one) for one in said), by=told.by, at=told.at)


def _labels(codes: Any, chosen: Iterable[str]) -> list[str]:
    known = dict(codes.choices)
    return [str(known[code]) for code in chosen if code and code in known]


READERS: Mapping[str, tuple[type[Any], Callable[[Any], Item]]] = {
    "referral": (ReferralContent, _referral),
    "talk": (TalkNotes, _talk),
    "word": (WordToReferrer, _word),
}
