"""Words that arrived, as the page says them."""

from dataclasses import dataclass

from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext

from kring.support.contacts.word import queries
from kring.team import queries as team
from kring.team.names import name_of
from kring.vault.gate import Session


@dataclass(frozen=True, slots=True)
class Line:
    """One word."""

    id: str
    nickname: str
    sentence: str
    by: str
    when: str


def arrived(session: Session) -> list[Line]:
    """What arrived for me, the oldest first."""
    found = queries.arrived(session)
    names = team.colleagues(one.by for one in found) if found else {}
    return [
        Line(
            one.id,
            one.word.nickname,
            one.word.sentence,
            name_of(names, one.by),
            date_format(timezone.localtime(one.at), gettext("j F, G:i")),
        )
        for one in found
    ]
