"""Somebody leaves: shut out for good, memberships and functions end, every lock he held moves on without him (SEC-10).

Needs no private key, so an administrator can do it and still opens nothing. It goes in slices: what is not done when a
request ends, the next one does. What was carried is listed, to be handed over by who still holds the keys.
"""

from django.utils.module_loading import import_string

_left_behind: dict[str, None] = {}


def counts(left: str) -> None:
    """A register names the function that tells how many files somebody leaves behind for a colleague to take over."""
    _left_behind[left] = None


def left_behind(person: str) -> int:
    """How many files of all registers still name somebody."""
    return sum(import_string(count)(person) for count in _left_behind)
