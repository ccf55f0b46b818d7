"""The code of who applied to the project pot: it tells how far the application is, and never a word of it."""

from django.urls import reverse

from kring.pot.applying.codes import new_code
from kring.pot.testing import an_application
from kring.vault.primitives import new_id
from tests.stories.links.sent import Link, Sent


def _code(code: str) -> Sent:
    return Sent(reverse("pot:stand"), {"code": code})


STAND = Link(
    living=lambda town: _code(an_application(town).code),
    guess=lambda: _code(new_code(new_id())),
    most=20,
    while_seconds=1800,
    over={"no code": lambda _: _code(""), "no form of a code": lambda _: _code("x" * 39)},
)
