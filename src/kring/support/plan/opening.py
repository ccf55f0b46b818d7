"""A plan that was opened: its rows, actions, agreed versions and the client's version, with the keys they came by.

Few queries whatever the number of rows. What came in by a link is filed on the way (filing.py).
"""

from collections.abc import Sequence
from dataclasses import dataclass

from django.db.models import Exists, OuterRef

from kring.support.consultation.queries import AgreedAction, agreed_actions
from kring.support.dossier.models import Dossier
from kring.support.dossier.opening import Opened, opening
from kring.support.intake.codelists import LifeDomain
from kring.support.plan.content import Action, AgreedVersion, ClientSheet, DomainRow, Statement
from kring.support.plan.models import PlanAction, PlanRecord
from kring.vault.gate import Keys, Session
from kring.vault.models import Letter
from kring.vault.refusals import Refused

PART, MINUTES, STATEMENTS = "plan", "minutes", "statements"
ANSWER, SAID = "nudge", "statement"
Kind = PlanRecord.Kind
_ORDER = {domain: number for number, domain in enumerate(LifeDomain.values)}


@dataclass(frozen=True, slots=True)
class KeptRow:
    """A row with the record it lies in."""

    record: PlanRecord
    content: DomainRow


@dataclass(frozen=True, slots=True)
class KeptAction:
    """An action with the record it lies in. answered: an answer waits in the letterbox."""

    record: PlanAction
    content: Action
    answered: bool = False


@dataclass(frozen=True, slots=True)
class KeptSheet:
    """The client's version with the record it lies in."""

    record: PlanRecord
    content: ClientSheet


@dataclass(frozen=True, slots=True)
class OpenPlan:
    """The plan of one dossier as it stands now; `agreements` oldest first.

    statements: what the client said behind the own link, newest first; said: more of it waits to be filed.
    at_table: what was agreed at a consultation and stands in no action here yet, where its minutes opened too.
    """

    opened: Opened
    rows: tuple[KeptRow, ...] = ()
    actions: tuple[KeptAction, ...] = ()
    agreements: tuple[AgreedVersion, ...] = ()
    sheet: KeptSheet | None = None
    at_table: tuple[AgreedAction, ...] = ()
    statements: tuple[Statement, ...] = ()
    said: bool = False

    @property
    def dossier(self) -> Dossier:
        """The dossier it belongs to."""
        return self.opened.dossier

    @property
    def keys(self) -> Keys:
        """The keys that opened it."""
        return self.opened.keys

    @property
    def is_open(self) -> bool:
        """Whether anything may still be written: not once the dossier was closed."""
        return self.dossier.state == Dossier.State.OPEN

    def row(self, row_id: str) -> KeptRow:
        """One row. Raises `Refused`."""
        return _one([row for row in self.rows if row.record.id == row_id])

    def action(self, action_id: str) -> KeptAction:
        """One action. Raises `Refused`."""
        return _one([action for action in self.actions if action.record.id == action_id])


def open_plan(session: Session, dossier_id: str, *, act: str, beside: Sequence[str] = ()) -> OpenPlan:
    """Open the plan of a dossier; one in which nothing was written yet is empty. Raises `Refused`. beside: more parts.

    Raises it too where something was written that this colleague holds no key of.
    """
    return read_plan(opening(session, dossier_id, act=act, parts=[PART, MINUTES, STATEMENTS, *beside]))


def read_plan(opened: Opened) -> OpenPlan:
    """The plan behind an opened dossier, as it stands in the tables now."""
    dossier = opened.dossier
    heard = Exists(Letter.objects.filter(about=OuterRef("dossier_id"), kind=SAID))
    records = list(PlanRecord.objects.filter(dossier=dossier).exclude(kind=Kind.EARLIER).annotate(heard=heard))
    waiting = Letter.objects.filter(about=OuterRef("id"), kind=ANSWER)
    actions = list(PlanAction.objects.filter(dossier=dossier).annotate(answered=Exists(waiting)))
    written = [one for one in records if one.kind != Kind.STATEMENT]
    if (written or actions) and not opened.holds(PART):
        raise opened.keys.refusal(dossier.id, PART)
    keys = opened.keys
    rows = [KeptRow(one, keys.open(one, DomainRow)) for one in records if one.kind == Kind.ROW]
    rows.sort(key=lambda one: (one.content.aside, _ORDER.get(one.content.domain, 99), one.record.id))
    kept = [KeptAction(one, keys.open(one, Action), one.answered) for one in actions]
    kept.sort(key=lambda one: (one.content.due_on is None, one.content.due_on or dossier.opened_on, one.record.id))
    agreed = [keys.open(one, AgreedVersion) for one in records if one.kind == Kind.AGREEMENT]
    sheets = [KeptSheet(one, keys.open(one, ClientSheet)) for one in records if one.kind == Kind.SHEET]
    agreements = sorted(agreed, key=lambda one: one.number)
    known = {one.content.taken_from for one in kept}
    at_table = [one for one in agreed_actions(keys, dossier.id) if one.id not in known]
    sheet = sheets[0] if sheets else None
    said = [keys.open(one, Statement) for one in records if one.kind == Kind.STATEMENT and opened.holds(STATEMENTS)]
    said.sort(key=lambda one: str(one.at), reverse=True)
    heard_more = any(one.heard for one in records)
    return OpenPlan(
        opened, tuple(rows), tuple(kept), tuple(agreements), sheet, tuple(at_table), tuple(said), heard_more
    )


def _one[Kept](found: list[Kept]) -> Kept:
    if not found:
        raise Refused
    return found[0]
