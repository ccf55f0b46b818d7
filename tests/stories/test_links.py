"""Links and codes, every kind: looking changes nothing, whatever is over looks alike, guessing is slowed down.

The kinds stand in links/; tests/house/test_links.py holds that table against the routes.
"""

import re
from html import unescape
from typing import Any

import pytest
from django.db import connection
from django.test import Client

from kring.team.testing import Town
from tests.stories.links import LINKS, Sent

KINDS = sorted(LINKS)
OVER = [(kind, how) for kind in KINDS for how in LINKS[kind].over]
SCANNER = {"user-agent": "mail scanner", "accept-language": "nl"}


def stored() -> dict[str, list[str]]:
    """Every row of every table but the counts of tries."""
    found = {}
    with connection.cursor() as cursor:
        for table in connection.introspection.table_names(cursor):
            if table != "vault_throttle":
                cursor.execute(f'SELECT * FROM "{table}"')
                found[table] = sorted(map(repr, cursor.fetchall()))
    return found


def face(sent: Sent, place: str = "10.0.0.1") -> tuple[int, str, dict[str, str]]:
    """All that an answer shows: status, text and headers, without the path, form tokens and what one sent oneself."""
    answer = sent.ask(place)
    text = re.sub(r'name="(?:csrfmiddlewaretoken|visit)" value="[\w.-]+"', "", unescape(answer.content.decode()))
    headers = {name: value for name, value in answer.headers.items() if name.lower() != "content-length"}
    return answer.status_code, text.replace(sent.path, "(this page)"), headers


def opens(sent: Sent, place: str = "10.0.0.2") -> bool:
    return sent.ask(place).status_code in (200, 302)


@pytest.mark.parametrize("kind", KINDS)
def test_a_scanner_of_mail_that_looks_at_everything_changes_nothing(town: Town, kind: str) -> None:
    sent = LINKS[kind].living(town)
    browser, before = Client(headers=SCANNER), stored()
    for method in ("GET", "HEAD", "OPTIONS", "GET", "GET", "GET", "GET", "GET", "PROPFIND"):
        browser.generic(method, sent.path)
    assert stored() == before
    assert opens(sent), "and it still opens for who it was meant for"


@pytest.mark.parametrize(("kind", "how"), OVER, ids=[f"{kind} {how}" for kind, how in OVER])
def test_whatever_does_not_open_has_the_face_of_a_guess(town: Town, kind: str, how: str) -> None:
    sent = LINKS[kind].over[how](town)
    guessed = face(LINKS[kind].guess())
    assert face(sent) == guessed
    assert guessed[0] == 404


@pytest.mark.parametrize("kind", KINDS)
def test_looking_at_one_that_is_over_is_like_looking_at_a_guess(town: Town, kind: str) -> None:
    """What a GET tells, to who found an old mail."""
    guessed = face(Sent(LINKS[kind].guess().path))
    for make in LINKS[kind].over.values():
        assert face(Sent(make(town).path)) == guessed


@pytest.mark.parametrize("kind", KINDS)
def test_who_guesses_is_slowed_down_and_keeps_nobody_else_out(town: Town, kind: str) -> None:
    link, sent = LINKS[kind], LINKS[kind].living(town)
    answers: list[Any] = [link.guess().ask("10.6.6.6").status_code for _ in range(link.most + 20)]
    assert answers == [404] * link.most + [429] * 20
    if kind != "clarification:feed":  # a program of the colleague in the same house goes on
        assert not opens(sent, "10.6.6.6"), "a right one neither, or the guessing could go on"
    assert opens(sent, "10.7.7.7")
