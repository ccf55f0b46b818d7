"""One row or one action under the pen: its form, where it stands on the page, and both texts when two wrote at once."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from typing import Any

from django.utils.translation import gettext

from kring.support.network.content import Tie, TieKind
from kring.support.plan import joining
from kring.support.plan.actions import Kind
from kring.support.plan.content import Action, DomainRow, Earlier, Owner
from kring.support.plan.forms import ActionForm, PlanForm, RowForm, texts_of_action, texts_of_row
from kring.support.plan.models import PlanRecord
from kring.support.plan.opening import KeptAction, KeptRow, OpenPlan
from kring.support.plan.rules import NotWhole
from kring.team import queries as team
from kring.vault.primitives import new_id
from kring.vault.refusals import Conflict


@dataclass
class Editing:
    """A form in its place. kind: row or action. at: the id of what is written, or of the row it belongs to.

    late: a colleague was earlier; the form comes back with both texts.
    """

    kind: str
    form: Any
    at: str
    sent: bool
    theirs: KeptRow | KeptAction | None = None
    people: Mapping[str, str] | None = None
    late: bool = False

    @property
    def of(self) -> str:
        """The id of what is written; "" when it is new."""
        return self.theirs.record.id if self.theirs else ""

    def beside(self, opened: OpenPlan) -> "Editing":
        """The same words beside what a colleague wrote meanwhile: the form asks field by field what to keep."""
        now = _again(opened, self)
        if now is None:
            return self
        if self.kind == "ask":
            fresh = {**self.form.data.dict(), "seen": str(now.record.revision), "once": new_id()}
            form = type(self.form)(fresh)
            form.add_error(None, gettext("A colleague changed this action meanwhile. Look, and send it once more."))
            return replace(self, form=form, theirs=now)
        given = {name: self.form.data.get(name, "") for name in self.form.data}
        mine = {name: given.get(name, "") for name in _texts(now.content)}
        before = _before(opened, now, self.form.cleaned_data.get("seen", 0))
        found = joining.clashes(before, _texts(now.content), mine)
        fresh = {**given, "seen": str(now.record.revision), "once": new_id()}
        form = ActionForm(fresh, people=self.people or {}) if self.kind == "action" else RowForm(fresh)
        form.clashes = found
        return replace(self, form=form, theirs=now)


def row(given: Any, kept: KeptRow | None) -> Editing:
    """The form of a row, new or known."""
    at = kept.record.id if kept else "new-row"
    if given is None:
        seen = kept.record.revision if kept else 0
        form: PlanForm = RowForm(row=kept.content if kept else None, seen=seen)
    else:
        form = RowForm(RowForm.kept(given, _texts(kept.content) if kept else {}))
    return Editing("row", form, at, given is not None, kept)


def action(
    given: Any, kept: KeptAction | None, people: Mapping[str, str], *, row: str = "", doer: Tie | None = None
) -> Editing:
    """The form of an action, new or known; a new one stands with its row. doer: who is filled in."""
    at = kept.record.id if kept else f"new-{row}"
    if given is None:
        seen = kept.record.revision if kept else 0
        content = kept.content if kept else by_tie(doer) if doer else None
        form: PlanForm = ActionForm(people=people, action=content, seen=seen)
    else:
        texts = _texts(kept.content) if kept else {}
        form = ActionForm(ActionForm.kept(given, texts), people=people)
    return Editing("action", form, at, given is not None, kept, people)


def by_tie(tie: Tie) -> Action:
    """An action of somebody on the network, of which nothing was agreed yet."""
    if tie.kind is TieKind.PERSON:
        return Action("", owner=Owner.NETWORK, name=tie.name)
    if tie.kind is TieKind.ORGANISATION:
        return Action("", owner=Owner.ORGANISATION, organisation=tie.name)
    return Action("", owner=Owner.ORGANISATION, name=tie.name)


def write(edit: Editing, act: Callable[[], object]) -> bool:
    """Do it when the form is whole; False with a sentence beside the field, or when a colleague was earlier."""
    if not edit.form.is_valid():
        return False
    try:
        act()
    except NotWhole as reason:
        edit.form.refuse(reason)
    except Conflict:
        edit.late = True
    else:
        return True
    return False


def people(opened: OpenPlan) -> dict[str, str]:
    """Who of the dossier's circle can do an action, by name; who does one already stays among them."""
    members = {one.principal: one.name for one in team.members_of(opened.dossier.circle)}
    there = {one.content.person for one in opened.actions} - {*members, ""}
    return {**members, **{who: found.name for who, found in team.colleagues(there).items()}}


def _again(opened: OpenPlan, edit: Editing) -> KeptRow | KeptAction | None:
    if edit.theirs is None:
        return None
    known = opened.row if edit.kind == "row" else opened.action
    found: KeptRow | KeptAction = known(edit.theirs.record.id)
    return found


def _texts(content: Action | DomainRow) -> dict[str, str]:
    return texts_of_action(content) if isinstance(content, Action) else texts_of_row(content)


def _before(opened: OpenPlan, now: KeptRow | KeptAction, seen: int) -> dict[str, str]:
    """What both began with: the state that was kept when the colleague wrote."""
    for record in PlanRecord.objects.filter(dossier=opened.dossier, kind=Kind.EARLIER, of=now.record.id):
        earlier = opened.keys.open(record, Earlier)
        if earlier.revision == seen:
            return _texts(content) if (content := earlier.row or earlier.action) else {}
    return {}
