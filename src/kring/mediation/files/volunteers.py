"""A volunteer helps on one file until a day: the key of that file, no other, and it ends by itself.

A volunteer is a mediator who is no member of the circle: nothing opens for him but what a member gave him for a time.
"""

from contextlib import suppress
from datetime import date

from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from kring.mediation import access
from kring.mediation.files import rules
from kring.mediation.files.models import Helper
from kring.mediation.files.opening import PARTS, OpenFile
from kring.mediation.files.rules import NotYet
from kring.team import queries as team
from kring.team.clock import today
from kring.team.models import Colleague, Function, SecrecyStatus
from kring.vault import sharing
from kring.vault.acts import Act, acting
from kring.vault.journal import Verb
from kring.vault.models import Principal
from kring.vault.refusals import Conflict, Refused

BY = "system"


def volunteers(circle: str) -> list[Colleague]:
    """Mediators under professional secrecy who are no members of the circle, in alphabetical order."""
    members = {one.principal for one in team.members_of(circle)}
    rows = [row for row in team.appointments(today()) if row.function == Function.NEIGHBOUR_MEDIATOR]
    found = {row.colleague.principal: row.colleague for row in rows if row.colleague.principal not in members}
    bound = team.secrecy_of_all(list(found))
    fit = [one for principal, one in found.items() if bound[principal] == SecrecyStatus.Status.SECRECY]
    return sorted(fit, key=lambda one: one.name)


def circle_of(person: str) -> str:
    """The circle of mediators somebody is a member of; "" for who is not."""
    found = (group.principal for group in team.circles_of(person) if group.code == access.CIRCLE)
    return next(found, "")


def mediates(person: str) -> bool:
    """Whether somebody is appointed as a mediator today, member of the circle or not."""
    return any(row.function == Function.NEIGHBOUR_MEDIATOR for row in team.functions_of(person))


def helping(file: str) -> list[Helper]:
    """Who helps on a file now, since longest first."""
    return [row.verified() for row in Helper.objects.filter(file=file, ended_on=None).order_by("from_on", "id")]


def let_help(opened: OpenFile, person: str, *, until: date, once: str) -> None:
    """Give a volunteer this one file until a day. Raises `Refused`, `NotYet`, and `Conflict` when he has it already."""
    _check_member(opened)
    if person not in {one.principal for one in volunteers(opened.row.circle)}:
        raise Refused
    if not today() <= until <= today() + rules.LONGEST_HELP:
        raise NotYet(_("Choose a day within half a year."), "until")
    file = opened.row.id
    with acting("mediation.help", by=opened.keys.actor, verb=Verb.GAVE, on=[file, person]) as act:
        if act.once(once, lock=file, outcome=file) is not None:
            return
        if person in {one.person for one in helping(file)}:
            raise Conflict
        act.add(Helper(file=opened.row, person=person, from_on=today(), until_on=until))
        sharing.give_parts(act, opened.keys, bundle=file, parts=PARTS, to=sharing.holders([person]))


def end_help(opened: OpenFile, helper: str) -> None:
    """End it today; ended twice it is ended once. Raises `Refused`."""
    row = Helper.objects.select_related("file").filter(id=helper, file=opened.row).first()
    if row is None:
        raise Refused
    if row.verified().person != opened.keys.actor:
        _check_member(opened)
    if row.ended_on is None:
        on = [row.file_id, row.person]
        with (
            suppress(Conflict),  # a colleague ended it in the same moment
            acting("mediation.end_help", by=opened.keys.actor, verb=Verb.WITHDREW, on=on) as act,
        ):
            _end(act, row)


def end_due() -> int:
    """End what was agreed until a day before today, and the help of who left; how many. Needs no key."""
    gone = Principal.objects.filter(state=Principal.State.DISABLED).values("id")
    due = Helper.objects.select_related("file").filter(Q(until_on__lt=today()) | Q(person__in=gone), ended_on=None)
    ended = 0
    for row in due:
        try:
            row.verified().file.verified()
            with acting("mediation.end_help", by=BY, verb=Verb.WITHDREW, on=[row.file_id, row.person]) as act:
                _end(act, row)
        except (Conflict, Refused):
            continue
        ended += 1
    return ended


def _end(act: Act, row: Helper) -> None:
    act.change(row, ended_on=today())
    sharing.withdraw(act, bundle=row.file_id, parts=PARTS, holder=row.person)


def _check_member(opened: OpenFile) -> None:
    """A volunteer passes on nothing."""
    if opened.keys.actor not in {one.principal for one in team.members_of(opened.row.circle)}:
        raise Refused
