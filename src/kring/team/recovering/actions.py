"""Asking two trustees, the two halves of giving, and calling it off."""

from collections.abc import Sequence

from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from kring.team import queries
from kring.team.enrolment.admitting import check_code
from kring.team.enrolment.rules import NotAllowed
from kring.team.models import Admission, Colleague, Group
from kring.team.recovering import places
from kring.team.recovering.told import privacy_officers, tell, whose_lock
from kring.vault import recovery, sharing
from kring.vault.acts import Act, acting
from kring.vault.gate import OWN_KEY, Session
from kring.vault.models import Principal, RecoveryRequest, RecoveryShare
from kring.vault.refusals import Refused

LETTERS = {False: "recovery", True: places.LETTER}
"""Whether it is about the places of the trustees -> what is posted when half of it is done."""
Part = tuple[str, str]
"""(bundle, part)."""


def stalled(person: str) -> list[Group]:
    """Circles and offices somebody waits for and of which nobody who can come in holds the key."""
    waiting = queries.keyless(person)
    holds = sharing.holders_of(one.principal for one in waiting)
    here = Principal.objects.filter(id__in={who for who, _bundle in holds}, state=Principal.State.ACTIVE)
    able = set(here.values_list("id", flat=True))
    return [one for one in waiting if not any(who in able for who, bundle in holds if bundle == one.principal)]


def ask_for_groups(person: str) -> None:
    """Ask for every circle and office that is stalled. Raises `NotAllowed` when there is none, or one was asked."""
    ask(person, [(one.principal, OWN_KEY) for one in stalled(person)])


def ask(person: str, named: Sequence[Part]) -> None:
    """Ask two trustees to give somebody these parts again.

    Everybody whose lock is named, all trustees and the data protection officer are told.
    """
    split = queries.recovery()
    if not named or split is None:
        raise NotAllowed(_("There is nothing to ask two trustees for: a colleague can help."))
    if is_trustee(person):
        raise NotAllowed(_("A trustee cannot ask for himself."))
    if RecoveryRequest.objects.filter(receiver=person, finished_at=None).exists():
        raise NotAllowed(_("This was asked already. The trustees know."))
    with acting("recovery.ask", by=person, on=[person, *(bundle for bundle, _part in named)]) as act:
        row = recovery.ask(act, recovery=split, receiver=person, parts=named)
        tell(act, [*whose_lock(row), *trustees(), *privacy_officers()], "recovery")


def begin(session: Session, request: str, second: str, *, code: str, same_words: bool) -> None:
    """The first trustee, with the person at the table, opens his half for a second one."""
    row, colleague = _open(session, request)
    places.check_newcomer(row)
    check_code(session.person, colleague, code, same_words)
    recovery.release(session, row, second)
    with acting("recovery.told", by=session.person, on=[row.id]) as act:
        tell(act, [*whose_lock(row), *trustees(), *privacy_officers(), colleague], LETTERS[bool(row.trustees)])


def finish(session: Session, request: str, *, code: str, same_words: bool) -> None:
    """The second trustee, a day after it was asked, with the person at the table. Raises `Refused`, `NotAllowed`."""
    row, colleague = _open(session, request)
    if not recovery.may_finish(session, row):
        raise NotAllowed(_("It cannot be finished yet: a day has to pass, and another trustee begins."))
    places.check_newcomer(row)
    check_code(session.person, colleague, code, same_words)
    before, given = recovery.trustees(row.recovery), groups_in(row)

    def told(act: Act) -> None:
        act.on.append(colleague.principal)
        rows = [Admission(colleague=colleague, group=one, by=act.actor, at=timezone.now(), again=True) for one in given]
        act.add_all(rows)
        if row.trustees:
            places.changed(act, row, before)
        else:
            tell(act, [*whose_lock(row), *trustees(), *privacy_officers(), colleague], "let_in")

    recovery.finish(session, row, told)


def call_off(session: Session, request: str) -> None:
    """A trustee ends a request: nothing is given, the half that was opened is destroyed."""
    if not is_trustee(session.person):
        raise Refused
    recovery.call_off(session, _request(request))


def is_trustee(person: str) -> bool:
    """Whether somebody holds a share of the recovery key; most people cost one question."""
    if not RecoveryShare.objects.filter(first=person).exists():
        return False
    return person in recovery.trustees(queries.recovery() or "")


def trustees() -> list[Colleague]:
    """The three, in alphabetical order."""
    found = queries.colleagues(recovery.trustees(queries.recovery() or ""))
    return sorted(found.values(), key=lambda one: one.name)


def open_requests() -> list[RecoveryRequest]:
    """What was asked in earnest and is not finished, oldest first."""
    rows = [row.verified() for row in RecoveryRequest.objects.filter(finished_at=None).order_by("asked_at")]
    return [row for row in rows if not recovery.rehearses(row)]


def groups_in(row: RecoveryRequest) -> list[Group]:
    """The circles and offices a request names."""
    return [one for one in queries.open_groups() if one.principal in bundles_in(row)]


def bundles_in(row: RecoveryRequest) -> set[str]:
    """Of what a request names a part."""
    return {name.rsplit("/", 1)[0] for name in row.parts.split()}


def _open(session: Session, request: str) -> tuple[RecoveryRequest, Colleague]:
    row = _request(request)
    colleague = queries.colleague(row.receiver)
    if colleague is None or not is_trustee(session.person) or row.receiver == session.person:
        raise Refused
    return row, colleague


def _request(request: str) -> RecoveryRequest:
    row: RecoveryRequest | None = RecoveryRequest.objects.filter(id=request, finished_at=None).first()
    if row is None or recovery.rehearses(row.verified()):
        raise Refused
    return row
