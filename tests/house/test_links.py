"""Every page that answers somebody who is not signed in is a link of the table, or says why it is none."""

from collections.abc import Iterator

import pytest
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver, reverse

from tests.stories.links import LINKS, NO_LINKS

SOME = "A" * 22


def routes(resolver: URLResolver, above: str = "", space: str = "") -> Iterator[tuple[str, str]]:
    """Name and path of every route, with an id that is nobody's for each parameter."""
    for pattern in resolver.url_patterns:
        route = above + str(pattern.pattern)
        if isinstance(pattern, URLResolver):
            inner = ":".join(filter(None, [space, pattern.namespace or ""]))
            yield from routes(pattern, route, inner)
        elif isinstance(pattern, URLPattern):
            path = "/" + "".join(part.partition(">")[2] if part.startswith("str:") else part for part in filled(route))
            yield ":".join(filter(None, [space, pattern.name or route])), path


def filled(route: str) -> list[str]:
    """The pieces of a route, parameters filled in."""
    pieces = route.split("<")
    return [pieces[0], *(_some(piece) + piece.partition(">")[2] for piece in pieces[1:])]


def _some(parameter: str) -> str:
    return "1" if parameter.startswith("int:") else SOME


def answers_strangers(path: str) -> bool:
    """Whether anybody gets more there than the way to the sign-in page, by looking or by sending."""
    doors = (reverse("signin"), reverse("locked"))
    answers = [Client().get(path), Client().post(path)]
    shown_out = [
        answer.status_code == 405 or (answer.status_code == 302 and answer["Location"].startswith(doors))
        for answer in answers
    ]
    return not all(shown_out)


@pytest.mark.django_db
def test_every_way_in_without_signing_in_is_in_the_table() -> None:
    found = {name for name, path in routes(get_resolver()) if answers_strangers(path)}
    assert sorted(found - LINKS.keys() - NO_LINKS.keys()) == [], "a row in tests/stories/links/, or why it is none"
    assert sorted((LINKS.keys() | NO_LINKS.keys()) - found) == []


@pytest.mark.django_db
def test_it_would_notice() -> None:
    assert answers_strangers(f"/c/{SOME}")
    assert not answers_strangers("/board")
    assert not answers_strangers("/dossiers/" + SOME)


def test_a_link_says_how_it_ends_and_how_it_is_guessed() -> None:
    assert [name for name, link in LINKS.items() if not link.over or link.most > 200] == []
    assert LINKS.keys() & NO_LINKS.keys() == set()
