"""Looks at a round of counting: whether one is open, who holds how many dossiers, who handed in. No key."""

from collections.abc import Iterable

from django.db.models import Count

from kring.privacy.unused.models import FieldRound
from kring.privacy.unused.rules import LEAST
from kring.support.dossier.models import Dossier
from kring.team import queries as team
from kring.vault.models import Letter
from kring.vault.refusals import Refused

FIELDS = "fields"
"""The kind of the letters: in one's own letterbox how far one is, in that of the office what was handed in."""
OFFICE = "dpo"


def open_round() -> FieldRound | None:
    """The round that goes on. Raises `Refused` when its row is not ours."""
    row: FieldRound | None = FieldRound.objects.filter(state=FieldRound.State.OPEN).first()
    return row.verified() if row is not None else None


def last_round() -> FieldRound | None:
    """The newest round, open or ended."""
    row: FieldRound | None = FieldRound.objects.order_by("-began_on", "-id").first()
    return row.verified() if row is not None else None


def holders() -> dict[str, int]:
    """Who holds so many dossiers that sums of them speak of nobody -> how many."""
    held = Dossier.objects.values_list("holder").annotate(Count("id")).order_by()
    return {holder: number for holder, number in held if number >= LEAST}


def held_by(person: str) -> int:
    """How many dossiers somebody holds, open and closed."""
    return Dossier.objects.filter(holder=person).count()


def office() -> str:
    """The principal of the privacy officer's office."""
    return team.office(OFFICE).principal


def letters(one: FieldRound) -> list[Letter]:
    """Everything that lies about a round, in whosever letterbox, with that letterbox; sealed."""
    return list(Letter.objects.filter(about=one.id, kind=FIELDS).select_related("letterbox").order_by("id"))


def sound(found: Iterable[Letter]) -> list[Letter]:
    """Those that are as we wrote them: one that was changed outside Kring keeps nobody from counting or reading."""
    return [letter for letter in found if _is_ours(letter)]


def _is_ours(letter: Letter) -> bool:
    try:
        letter.verified()
    except Refused:
        return False
    return True
