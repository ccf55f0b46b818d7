"""What enrolling asks: pure functions; `check_x` raises with a sentence that a colleague may read.

Source: SEC-01 (a standing key of a circle needs secrecy), security.md 4.8, architecture invariant 9.
"""

from collections.abc import Iterable
from datetime import date

from django.utils.translation import gettext_lazy as _

from kring.team.models import Function, Group, SecrecyStatus
from kring.team.ways_in import password_rules
from kring.team.ways_in.password_rules import WeakPassword
from kring.vault.refusals import VaultError


class NotAllowed(VaultError):
    """A rule of the house stands in the way; the sentence may be shown."""


def check_password(password: str, again: str, about: Iterable[str] = ()) -> None:
    """Raise `NotAllowed` unless this may be a password and was typed twice alike. about: names of who chooses it."""
    try:
        password_rules.check_password(password, about)
    except WeakPassword as weak:
        raise NotAllowed(str(weak)) from None
    if password != again:
        raise NotAllowed(_("The two are not the same. Type them again."))


def check_wishes(function: str, secrecy: str, kinds: list[str]) -> None:
    """Raise `NotAllowed` when somebody with this function may not wait for keys of these kinds of groups."""
    if function == Function.ADMINISTRATOR and kinds:
        raise NotAllowed(_("An administrator belongs to no circle and no office, and holds no key."))
    if Group.Kind.CIRCLE in kinds and secrecy != SecrecyStatus.Status.SECRECY:
        raise NotAllowed(_("A circle takes colleagues under professional secrecy alone."))


def check_period(from_on: date | None, until_on: date | None) -> None:
    """Raise `NotAllowed` when the end comes before the beginning."""
    if from_on and until_on and until_on < from_on:
        raise NotAllowed(_("The last day comes before the first."))


def check_admits(*, by_administrator: bool, is_administrator: bool, secrecy: str, kinds: list[str]) -> None:
    """Raise `NotAllowed` unless this giver may let that person in to groups of these kinds."""
    if by_administrator:
        raise NotAllowed(_("An administrator can start this and not finish it."))
    check_wishes(Function.ADMINISTRATOR if is_administrator else "", secrecy, kinds)
