"""The journal for its reader: the newest first, by kind, period, dossier or colleague. Facts, no suspicion.

Read from the end in pieces, so that a week of a long journal costs a week. Every line that is shown was checked first;
one that is not ours says so.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from typing import Any

from django.db import connection
from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from kring.privacy.desk.areas import area, left, verb
from kring.support.dossier import words
from kring.support.dossier.models import Dossier
from kring.team import queries as team
from kring.team.models import Colleague
from kring.vault import journal
from kring.vault.entries import said
from kring.vault.journal import Verb
from kring.vault.models import JournalEntry
from kring.vault.reading import among

PAGE = 50
PIECE = 1000
PERIODS = {"week": (_("Last 7 days"), timedelta(days=7)), "month": (_("Last month"), timedelta(days=31))}
KEYS = {Verb.GAVE, Verb.WITHDREW, Verb.SHREDDED}
Entry = dict[str, Any]
UNREADABLE: Entry = {"verb": "", "act": "", "actor": "", "on": []}
"""What stands in the place of an entry that is none."""

KINDS: dict[str, tuple[Any, Callable[[Entry], bool]]] = {
    "": (_("Everything"), lambda _entry: True),
    "glass": (_("Behind glass"), lambda entry: entry["act"] == "glass.break"),
    "refused": (_("Refused"), lambda entry: entry["verb"] == Verb.REFUSED),
    "keys": (_("Keys"), lambda entry: entry["verb"] in KEYS),
    "left": (_("What left the circle"), lambda entry: left(entry["verb"], entry["act"])),
    "written": (_("Written"), lambda entry: entry["verb"] == Verb.WROTE),
}
"""kind -> words, whether an entry is of it."""


@dataclass(frozen=True, slots=True)
class Asked:
    """What the reader asked for. before: the row after which to go on; about: an id that has to stand in the entry.

    first, last: the days from and up to which, both or neither; they go before the period.
    """

    kind: str = ""
    period: str = "week"
    before: int = 0
    about: str = ""
    first: date | None = None
    last: date | None = None

    @property
    def since(self) -> datetime:
        """The first moment that is shown."""
        return _midnight(self.first) if self.first else timezone.now() - PERIODS[self.period][1]

    @property
    def until(self) -> datetime | None:
        """The moment from which nothing is shown, or None."""
        return _midnight(self.last + timedelta(days=1)) if self.last else None


@dataclass(frozen=True, slots=True)
class Line:
    """One entry in words. dossiers: numbers of what was opened or written; others: how many more ids it names."""

    number: int
    when: str
    who: str
    what: Any
    icon: str
    where: Any
    dossiers: list[str] = field(default_factory=list)
    others: int = 0
    genuine: bool = True


@dataclass(frozen=True, slots=True)
class Shown:
    """A page of the journal. older: the row from which it goes on, 0 when this is all."""

    lines: list[Line]
    older: int = 0


def page(asked: Asked) -> Shown:
    """The newest entries that fit, one page."""
    found: list[tuple[JournalEntry, Entry]] = []
    fits = KINDS[asked.kind][1]
    for row, entry in entries(asked.since, asked.until, before=asked.before):
        if fits(entry) and (not asked.about or asked.about in (entry["actor"], *entry["on"])):
            found.append((row, entry))
            if len(found) > PAGE:
                break
    shown = found[:PAGE]
    return Shown(_lines(shown), shown[-1][0].pk if len(found) > PAGE else 0)


def entries(since: datetime, until: datetime | None = None, *, before: int = 0) -> Iterator[tuple[JournalEntry, Entry]]:
    """Entries of a period, the newest first; one whose text was taken away is left out.

    One that is no entry is UNREADABLE at the moment of its neighbour; one that was edited does not end the period.
    """
    at = timezone.now()
    while True:
        rows = JournalEntry.objects.order_by("-id")
        piece = list(rows.filter(id__lt=before)[:PIECE] if before else rows[:PIECE])
        for row in piece:
            if row.text is None:
                continue
            entry = said(row) or UNREADABLE | {"at": at.isoformat()}
            at = datetime.fromisoformat(entry["at"])
            if at < since and journal.genuine(row):
                return
            if until is None or at < until or not journal.genuine(row):
                yield row, entry
        if len(piece) < PIECE:
            return
        before = piece[-1].pk


def named(words: str) -> str:
    """The id of the one dossier (by number) or colleague (by name) that somebody typed; "" when there is none."""
    typed = words.strip()
    dossier = Dossier.objects.filter(number__iexact=typed).values_list("id", flat=True).first()
    if dossier:
        return str(dossier)
    like = [one.principal for one in team.everybody() if typed and typed.casefold() in one.name.casefold()]
    return like[0] if len(like) == 1 else ""


def _midnight(day: date) -> datetime:
    return timezone.make_aware(datetime.combine(day, time.min))


def _lines(found: list[tuple[JournalEntry, Entry]]) -> list[Line]:
    people = team.colleagues({entry["actor"] for _row, entry in found})
    numbers = _numbers({one for _row, entry in found for one in entry["on"]})
    return [_line(row, entry, people, numbers) for row, entry in found]


def _numbers(ids: Iterable[str]) -> dict[str, str]:
    which, asked = among(ids)
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT id, number FROM support_dossier WHERE id {which}", [asked])  # noqa: S608  our own words
        return dict(cursor.fetchall())


def _line(row: JournalEntry, entry: Entry, people: dict[str, Colleague], numbers: dict[str, str]) -> Line:
    what, icon = verb(entry["verb"], entry["act"]) if entry["act"] else (gettext("cannot be read"), "doc")
    on = list(dict.fromkeys(entry["on"]))
    dossiers = [numbers[one] for one in on if one in numbers]
    when = timezone.localtime(datetime.fromisoformat(entry["at"]))
    return Line(
        number=row.pk,
        when=f"{words.day_month(when.date())}, {when:%H.%M}",
        who=_who(entry["actor"], people) if entry["act"] else "–",
        what=what,
        icon=icon,
        where=area(entry["act"]),
        dossiers=dossiers,
        others=len(on) - len(dossiers),
        genuine=journal.genuine(row),
    )


def _who(actor: str, people: dict[str, Colleague]) -> str:
    if actor in people:
        return people[actor].name
    if actor in ("", "system"):
        return gettext("Kring itself") if actor else gettext("somebody without an account")
    return gettext("behind a link")
