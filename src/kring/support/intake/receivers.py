"""Who may take a referral down: members of the intake circle, also while their session is locked (it reads nothing)."""

from kring.team import queries as team
from kring.vault.doors import KeyedRequest


def writer_of(request: KeyedRequest) -> str:
    """The principal who writes, unlocked or locked; "" when nobody does."""
    session = getattr(request, "signed_in", None) or request.locked
    return session.person if session is not None else ""


def may_take_down(request: KeyedRequest) -> bool:
    """Whether this colleague belongs to the intake circle today."""
    return any(group.code == "intake" for group in team.circles_of(writer_of(request)))
