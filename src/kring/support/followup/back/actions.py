"""Going out, coming back, and what happens when somebody does not."""

from datetime import datetime

from django.utils import timezone

from kring.support.followup.content import WhereToGo
from kring.support.followup.handover.offering import mail
from kring.support.followup.models import EveningOut
from kring.team import queries as team
from kring.vault import gate, letterbox
from kring.vault.acts import Act, acting
from kring.vault.codec import pack
from kring.vault.gate import Session
from kring.vault.keycheck import OWN
from kring.vault.models import Letter
from kring.vault.primitives import digest
from kring.vault.refusals import Conflict, Refused

KIND, BY = "evening_out", "system"
State = EveningOut.State


def watchers(person: str) -> list[tuple[str, str]]:
    """Who may be chosen: colleagues of one of his circles, (principal, name), in alphabetical order."""
    circles = team.circles_of(person)
    found = {one.principal: one.name for circle in circles for one in team.members_of(circle.principal)}
    return sorted(((who, name) for who, name in found.items() if who != person), key=lambda one: one[1])


def go(session: Session, watcher: str, where: WhereToGo, due_at: datetime, *, once: str) -> None:
    """Say where one goes and until when; sent twice it is said once. Raises `Refused`."""
    if watcher not in dict(watchers(session.person)):
        raise Refused
    with acting("back.go", by=session.person, on=[watcher]) as act:
        row = EveningOut(person=session.person, watcher=watcher, due_at=due_at)
        if act.once(f"evening {once} {digest(pack(where)).hex()}", lock=session.person, outcome=row.id) is None:
            act.add(row)
            letterbox.drop(act, where, owner=watcher, kind=KIND, about=row.id, author=session.person)


def back(session: Session, evening: str) -> None:
    """Safely back: the words are destroyed. Pressed twice it is pressed once. Raises `Refused`."""
    row = EveningOut.objects.filter(id=evening, person=session.person).first()
    if row is None:
        raise Refused
    if row.verified().state != State.BACK:
        with acting("back.back", by=session.person, on=[row.watcher]) as act:
            row = EveningOut.objects.select_for_update(no_key=True).get(id=evening)
            if row.verified().state != State.BACK:
                act.change(row, state=State.BACK)
            _forget(act, row)


def call_due(now: datetime | None = None) -> int:
    """Mail the chosen colleague for everybody whose time is over; how many. Needs no key, so a schedule does it."""
    called = 0
    for row in EveningOut.objects.filter(state=State.OUT, due_at__lte=now or timezone.now()):
        try:
            with acting("back.call", by=BY, on=[row.watcher]) as act:
                act.change(row, state=State.CALLED)
                mail(act, row.watcher, "not_back")
        except (Conflict, Refused):
            continue
        called += 1
    return called


def read(session: Session, evening: str) -> tuple[EveningOut, WhereToGo]:
    """What a colleague who is not back said: for the chosen one alone, after the time. Raises `Refused`."""
    row = EveningOut.objects.filter(id=evening, watcher=session.person).first()
    over = row is not None and row.verified().state != State.BACK and row.due_at <= timezone.now()
    letters = list(Letter.objects.filter(letterbox__owner=session.person, kind=KIND, about=evening))
    if row is None or not over or not letters:
        raise Refused
    keys = gate.entering(session, act="back.read", of=[session.person], parts=[OWN], about=[evening])
    [where] = letterbox.read(keys, letters[:1], WhereToGo, owner=session.person)
    return row, where


def settle(session: Session, evening: str) -> None:
    """The chosen colleague heard that all is well: the words are destroyed. Raises `Refused`."""
    row = EveningOut.objects.filter(id=evening, watcher=session.person, state=State.CALLED).first()
    if row is None:
        raise Refused
    with acting("back.settle", by=session.person, on=[row.verified().person]) as act:
        act.change(row, state=State.BACK)
        _forget(act, row)


def _forget(act: Act, row: EveningOut) -> None:
    act.erase(Letter.objects.filter(letterbox__owner=row.watcher, kind=KIND, about=row.id))
