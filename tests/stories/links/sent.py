"""What a link is to who has it, and what makes any of them be over."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import timedelta
from typing import Any

from django.test import Client
from django.utils import timezone

from kring.team.testing import Town
from kring.vault import sharing
from kring.vault.acts import acting
from kring.vault.models import Slot

BEFORE = timedelta(seconds=1)


@dataclass(frozen=True)
class Sent:
    """A link as somebody has it: its path, and the fields he sends with it (None: looking is all there is)."""

    path: str
    fields: dict[str, str] | None = None

    def ask(self, place: str = "10.0.0.1") -> Any:
        """The answer to who uses it, from an address."""
        browser = Client(headers={"accept-language": "nl"}, REMOTE_ADDR=place)
        return browser.get(self.path) if self.fields is None else browser.post(self.path, self.fields)


Make = Callable[[Town], Sent]


@dataclass(frozen=True)
class Link:
    """One kind. over: each way in which one no longer opens, as it is tried then.

    most: tries that one place has in `while_seconds`; whoever tries more waits.
    """

    living: Make
    guess: Callable[[], Sent]
    most: int
    while_seconds: int
    over: Mapping[str, Make] = field(default_factory=dict)


def expire(person: str) -> None:
    """The term of a link's slot is over since a moment."""
    with acting("story.expire", by="system") as act:
        act.change(Slot.objects.get(person=person), expires_at=timezone.now() - BEFORE)


def withdraw(bundle: str, principal: str) -> None:
    """The key of an extract is withdrawn; its link still has a slot."""
    with acting("story.withdraw", by="system") as act:
        sharing.withdraw(act, bundle=bundle, parts=[sharing.EXTRACT], holder=principal)


def guess_too_often(wrong: Callable[[], Sent]) -> None:
    """From six places, so that it is the link that was tried too often and no place."""
    for number in range(6):
        wrong().ask(f"10.9.{number}.1")
