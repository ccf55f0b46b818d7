"""Asking two trustees, the two halves of giving, and calling it off."""

from collections.abc import Iterable, Sequence

from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from kring.team import queries
from kring.team.enrolment.admitting import check_code
from kring.team.enrolment.rules import NotAllowed
from kring.team.models import Admission, Colleague, Group
from kring.vault import outbox, recovery, sharing
from kring.vault.acts import Act, acting
from kring.vault.gate import OWN_KEY, Session
from kring.vault.journal import Verb
from kring.vault.models import Principal, RecoveryRequest
from kring.vault.refusals import Refused

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
    """Ask two trustees to give somebody these parts again; all trustees and the data protection officer are told."""
    split = queries.recovery()
    if not named or split is None:
        raise NotAllowed(_("There is nothing to ask two trustees for: a colleague can help."))
    if is_trustee(person):
        raise NotAllowed(_("A trustee cannot ask for himself."))
    if RecoveryRequest.objects.filter(receiver=person, finished_at=None).exists():
        raise NotAllowed(_("This was asked already. The trustees know."))
    with acting("recovery.ask", by=person, on=[person, *(bundle for bundle, _part in named)]) as act:
        recovery.ask(act, recovery=split, receiver=person, parts=named)
        _tell(act, [*trustees(), *_privacy_officers()], "recovery")


def begin(session: Session, request: str, second: str, *, code: str, same_words: bool) -> None:
    """The first trustee, with the person at the table, opens his half for a second one."""
    row, colleague = _open(session, request)
    check_code(session.person, colleague, code, same_words)
    recovery.release(session, row, second)
    with acting("recovery.told", by=session.person, on=[row.id]) as act:
        _tell(act, [*trustees(), *_privacy_officers(), colleague], "recovery")


def finish(session: Session, request: str, *, code: str, same_words: bool) -> None:
    """The second trustee, a day after it was asked, with the person at the table. Raises `Refused`, `NotAllowed`."""
    row, colleague = _open(session, request)
    if not recovery.may_finish(session, row):
        raise NotAllowed(_("It cannot be finished yet: a day has to pass, and another trustee begins."))
    check_code(session.person, colleague, code, same_words)
    recovery.finish(session, row)
    given = groups_in(row)
    with acting("recovery.told", by=session.person, verb=Verb.GAVE, on=[row.id, colleague.principal]) as act:
        rows = [Admission(colleague=colleague, group=one, by=act.actor, at=timezone.now(), again=True) for one in given]
        act.add_all(rows)
        members = [who for one in given for who in queries.members_of(one.principal)]
        _tell(act, [*members, *trustees(), *_privacy_officers(), colleague], "let_in")


def call_off(session: Session, request: str) -> None:
    """A trustee ends a request: nothing is given, the half that was opened is destroyed."""
    if not is_trustee(session.person):
        raise Refused
    recovery.call_off(session, _request(request))


def is_trustee(person: str) -> bool:
    """Whether somebody holds a share of the recovery key."""
    return person in recovery.trustees(queries.recovery() or "")


def trustees() -> list[Colleague]:
    """The three, in alphabetical order."""
    found = queries.colleagues(recovery.trustees(queries.recovery() or ""))
    return sorted(found.values(), key=lambda one: one.name)


def open_requests() -> list[RecoveryRequest]:
    """What was asked and is not finished, oldest first."""
    return [row.verified() for row in RecoveryRequest.objects.filter(finished_at=None).order_by("asked_at")]


def groups_in(row: RecoveryRequest) -> list[Group]:
    """The circles and offices a request names."""
    bundles = {name.rsplit("/", 1)[0] for name in row.parts.split()}
    return [one for one in queries.open_groups() if one.principal in bundles]


def _open(session: Session, request: str) -> tuple[RecoveryRequest, Colleague]:
    row = _request(request)
    colleague = queries.colleague(row.receiver)
    if colleague is None or not is_trustee(session.person) or row.receiver == session.person:
        raise Refused
    return row, colleague


def _request(request: str) -> RecoveryRequest:
    row: RecoveryRequest | None = RecoveryRequest.objects.filter(id=request, finished_at=None).first()
    if row is None:
        raise Refused
    return row.verified()


def _privacy_officers() -> list[Colleague]:
    return [who for one in queries.groups(["dpo"]) for who in queries.members_of(one.principal)]


def _tell(act: Act, people: Iterable[Colleague], letter: str) -> None:
    for email, language in {one.email: one.language for one in people if one.email}.items():
        outbox.post(act, to=email, template=letter, language=language)
