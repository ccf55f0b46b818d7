"""The privacy officer's side: beginning a round, ending it, and the report of what was handed in."""

from dataclasses import dataclass

from django.db import IntegrityError
from django.utils.functional import Promise
from django.utils.translation import gettext

from kring.privacy.access import sources
from kring.privacy.access.items import BASICS, CONTACT, WHO
from kring.privacy.access.labels import LABELS
from kring.privacy.unused import rules, stock
from kring.privacy.unused.content import FieldCounting, FieldSums
from kring.privacy.unused.models import FieldRound
from kring.privacy.unused.queries import FIELDS, holders, letters, office, sound
from kring.support.contacts.log.content import Contact
from kring.support.dossier.content import Identity, SummaryContent
from kring.team.clock import today
from kring.vault import catalogue, gate, letterbox
from kring.vault.acts import acting
from kring.vault.gate import OWN_KEY, Session
from kring.vault.models import Letter
from kring.vault.refusals import Conflict


@dataclass(frozen=True, slots=True)
class Seldom:
    """One field that nearly nobody uses. name: in the catalogue; purpose: what it was asked for."""

    name: str
    label: str | Promise
    purpose: str


@dataclass(frozen=True, slots=True)
class Group:
    """The fields of one sort of piece. whole: the sort itself is seldom used, so none of its fields is named."""

    title: str | Promise
    whole: bool
    fields: list[Seldom]


@dataclass(frozen=True, slots=True)
class Report:
    """files: dossiers that were counted. bound: each field stands in fewer of them. looked: at so many fields."""

    files: int
    bound: int
    looked: int
    groups: list[Group]

    @property
    def whole(self) -> list[str | Promise]:
        """The sorts of pieces that are seldom used at all."""
        return [one.title for one in self.groups if one.whole]

    @property
    def named(self) -> int:
        """How many fields are named on their own."""
        return sum(len(one.fields) for one in self.groups)


def begin(by: str, *, once: str) -> None:
    """Ask everybody who holds enough dossiers to count. Twice is once; while one is open there is no other."""
    one = FieldRound(by=by, began_on=today())
    try:
        with acting("fields.ask", by=by, on=[one.id]) as act:
            if act.once(f"fields {once}", lock="fields", outcome=one.id) is None:
                act.add(one)
                for who in sorted(holders()):
                    letterbox.drop(act, FieldCounting(), owner=who, kind=FIELDS, about=one.id, author=by)
    except IntegrityError:
        raise Conflict from None


def end(by: str, one: FieldRound) -> None:
    """Destroy everything that was counted and handed in. Raises `Conflict` when it ended already."""
    with acting("fields.end", by=by, on=[one.id]) as act:
        act.change(one, ended_on=today(), state=FieldRound.State.ENDED)
        act.erase(letters(one))


def report(session: Session, handed_in: list[Letter]) -> Report | None:
    """What nearly nobody uses, of what was handed in to the office; None while that is too little. Raises `Refused`."""
    if len(handed_in) < rules.COLLEAGUES:
        return None
    owner = handed_in[0].letterbox.owner
    keys = gate.entering(session, act="fields.report", of=[owner], parts=[OWN_KEY])
    given = letterbox.read(keys, handed_in, FieldSums, owner=owner)
    if not rules.enough(given):
        return None
    sums = sum(given, FieldSums())
    names = stock.names()
    found = (_group(title, kinds, sums, set(names)) for title, kinds in _sorts().items())
    groups = [one for one in found if one.whole or one.fields]
    return Report(sums.files, rules.bound(sums.files), len(names), groups)


def handed_in(found: list[Letter]) -> list[Letter]:
    """Those of the letters about a round that lie with the office, as they were handed in."""
    to = office()
    return sound(letter for letter in found if letter.letterbox.owner == to)


def _sorts() -> dict[str | Promise, list[type]]:
    """What a sort of piece is called -> its kinds of content, as in the copy for the person."""
    found: dict[str | Promise, list[type]] = {BASICS: [SummaryContent], WHO: [Identity], CONTACT: [Contact]}
    for source in sources.SOURCES:
        of = [kind for code, kind in source.contents.items() if source.parts.get(code) in stock.PARTS]
        if of:
            found.setdefault(source.title, []).extend(of)
    return found


def _group(title: str | Promise, kinds: list[type], sums: FieldSums, names: set[str]) -> Group:
    lines = catalogue.lines()
    kept = [kind for kind in kinds if kind.__name__ not in rules.BY_LAW]
    elsewhere = {kind.__name__ for of in _sorts().values() for kind in of} - {kind.__name__ for kind in kinds}
    if kept and all(rules.seldom(kind.__name__, sums) for kind in kinds):
        return Group(title, whole=True, fields=[])
    here = [name for name in rules.counted(kept, lines) if name in names and name.partition(".")[0] not in elsewhere]
    of = [name for name in here if rules.named(name, kinds, sums)]
    told = [
        Seldom(name, LABELS.get(name.partition(".")[2], ""), gettext(lines[f"support.{name}"].purpose)) for name in of
    ]
    return Group(title, whole=False, fields=told)
