"""What an administrator may not do: pure functions, each raising with a sentence he may read."""

from django.utils.translation import gettext_lazy as _

from kring.team.enrolment.rules import NotAllowed
from kring.team.models import Function

OFFERED = tuple(Function.choices)
"""Also the function of a trustee: somebody has to come in before two trustees give him a share, which this does not."""


def check_manages(administrator: str, person: str) -> None:
    """Raise `NotAllowed` when an administrator changes what he himself is or may; so one always stays."""
    if administrator == person:
        raise NotAllowed(_("You cannot do this for yourself. Another administrator does."))


def check_function(function: str, *, in_groups: bool) -> None:
    """Raise `NotAllowed` for a function that is not given here, or that does not go with holding keys."""
    if function not in dict(OFFERED):
        raise NotAllowed(_("This function is not given here."))
    if function == Function.ADMINISTRATOR and in_groups:
        raise NotAllowed(_("An administrator belongs to no circle and no office, and holds no key."))


def check_somebody_holds(*, others: bool) -> None:
    """Raise `NotAllowed` when the key of a circle or an office would be with nobody."""
    if not others:
        raise NotAllowed(_("Nobody else holds this key. First a second colleague has to be let in."))


def check_no_trustee(*, is_trustee: bool) -> None:
    """Raise `NotAllowed` for who holds a share of the recovery key: leaving, a circle and administering come after."""
    if is_trustee:
        raise NotAllowed(_("This is one of the three trustees. First another one takes that place."))


def check_reachable(email: str) -> None:
    """Raise `NotAllowed` when there is no address for a link."""
    if not email:
        raise NotAllowed(_("There is no work address to send a link to. Fill it in first."))
