"""Letting somebody in: a colleague who holds the key gives it on, after comparing four words and taking over a code.

The giver is a member of that circle or office, never an administrator and never the person himself. The circle, the
person and the data protection officer are told; for two days everybody in the circle sees it.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import timedelta

from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from kring.team import apart, queries
from kring.team.clock import today
from kring.team.enrolment.handed_code import code_fits
from kring.team.enrolment.rules import NotAllowed, check_admits
from kring.team.models import Admission, Colleague, Function, Group, Invitation, Membership, Wish
from kring.vault import gate, outbox, sharing, throttle
from kring.vault.acts import Act, acting
from kring.vault.gate import OWN_KEY, Session
from kring.vault.journal import Verb
from kring.vault.models import Principal
from kring.vault.refusals import Refused

SHOWN_FOR = timedelta(hours=48)
TRIES, WINDOW = 5, timedelta(minutes=10)
LETTER = "let_in"


@dataclass(frozen=True, slots=True)
class Waiting:
    """Somebody who waits, with the circles and offices this colleague can open to him."""

    colleague: Colleague
    groups: tuple[Group, ...]


def waiting_for(giver: str, groups: Iterable[Group] | None = None) -> list[Waiting]:
    """Everybody who waits for a key that this colleague holds, in alphabetical order.

    groups: those the colleague belongs to, where they were asked already.
    """
    asked = list(queries.groups_of(giver) if groups is None else groups)
    holds = sharing.holders_of(one.principal for one in asked)
    mine = {one.id: one for one in asked if (giver, one.principal) in holds}
    found: dict[Colleague, list[Group]] = {}
    for colleague, group in queries.belonging(mine):
        if (colleague.principal, group.principal) not in holds and group not in found.setdefault(colleague, []):
            found[colleague].append(group)
    waiting = [Waiting(who, tuple(groups)) for who, groups in found.items() if groups and who.principal != giver]
    return sorted(waiting, key=lambda one: one.colleague.name)


def waiting_person(giver: str, person: str) -> Waiting:
    """One of them. Raises `Refused`: nobody, somebody else and somebody who has his keys are one answer."""
    for one in waiting_for(giver):
        if one.colleague.principal == person:
            return one
    raise Refused


def admit(session: Session, person: str, *, code: str, same_words: bool) -> Waiting:
    """Give the keys of the circles and offices both share. Raises `Refused`, `NotAllowed`."""
    waiting = waiting_person(session.person, person)
    kinds = [one.kind for one in waiting.groups]
    check_admits(
        by_administrator=_administers(session.person),
        is_administrator=_administers(person),
        secrecy=queries.secrecy_of(person),
        kinds=kinds,
    )
    apart.check_groups(apart.functions_to_come(waiting.colleague, today()), [one.code for one in waiting.groups])
    check_code(session.person, waiting.colleague, code, same_words)
    bundles = [one.principal for one in waiting.groups]
    keys = gate.entering(session, act="team.admit", of=bundles, parts=[OWN_KEY], about=[person])
    with acting("team.admit", by=session.person, verb=Verb.GAVE, on=[person, *bundles]) as act:
        Principal.objects.select_for_update(no_key=True).get(id=person)
        if {one.id for one in queries.keyless(person)}.isdisjoint(one.id for one in waiting.groups):
            raise Refused  # another colleague was first
        [holder] = sharing.holders([person])
        for group in waiting.groups:
            sharing.give_parts(act, keys, bundle=group.principal, parts=[OWN_KEY], to=[holder])
            _belong(act, waiting.colleague, group)
        _tell(act, waiting)
    return waiting


def done_just_now(giver: str, person: str) -> bool:
    """Whether this was done in the last minutes and nothing is left: a double tap is no mistake."""
    since = timezone.now() - WINDOW
    mine = Admission.objects.filter(by=giver, colleague__principal=person, at__gt=since).exists()
    return mine and not any(one.colleague.principal == person for one in waiting_for(giver))


def lately(groups: Iterable[Group]) -> list[Admission]:
    """Who was let in to these in the last two days, newest first."""
    since = timezone.now() - SHOWN_FOR
    rows = Admission.objects.filter(group__in=[one.id for one in groups], at__gt=since)
    return [row.verified() for row in rows.select_related("colleague", "group").order_by("-at")]


def coming_back(groups: Iterable[Group]) -> list[Colleague]:
    """Who of these circles and offices is being let back in and did not use the link yet."""
    rows = Invitation.objects.filter(colleague__memberships__group__in=[one.id for one in groups])
    found = {row.verified().colleague_id: row.colleague for row in rows.select_related("colleague").distinct()}
    return sorted((one for one in found.values() if one is not None), key=lambda one: one.name)


def _administers(person: str) -> bool:
    return any(row.function == Function.ADMINISTRATOR for row in queries.functions_of(person))


def check_code(giver: str, colleague: Colleague, code: str, same_words: bool) -> None:
    """Raise `NotAllowed` unless the words were compared and this is the code on the other's screen."""
    if not same_words:
        raise NotAllowed(_("Compare the four words first. Are they not the same? Stop, and call the administrator."))
    if throttle.count("handed code", f"{giver} {colleague.principal}", WINDOW) > TRIES:
        raise NotAllowed(_("That were many tries. Wait ten minutes and begin again."))
    row = Principal.objects.filter(id=colleague.principal).first()
    if row is None or not code_fits(colleague, row.verified(), code):
        raise NotAllowed(_("This code does not fit. Let your colleague open the page again and read out the new one."))


def _belong(act: Act, colleague: Colleague, group: Group) -> None:
    again = group.id in {one.id for one in queries.groups_of(colleague.principal)}
    if not again:
        act.add(Membership(group=group, colleague=colleague, from_on=today()))
    act.remove(list(Wish.objects.filter(colleague=colleague, group=group)))
    act.add(Admission(colleague=colleague, group=group, by=act.actor, at=timezone.now(), again=again))


def _tell(act: Act, waiting: Waiting) -> None:
    """A mail without content to the person, the others of the circle and the data protection officer."""
    told = {waiting.colleague.email: waiting.colleague.language}
    for group in (*waiting.groups, *queries.groups(["dpo"])):
        told |= {one.email: one.language for one in queries.members_of(group.principal)}
    for email, language in told.items():
        if email:
            outbox.post(act, to=email, template=LETTER, language=language)
