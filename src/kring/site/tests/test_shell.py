"""The shell around a page, and the parts of a form."""

from types import SimpleNamespace

import pytest
from django.template import Context, Template
from django.test import Client, RequestFactory
from django.urls import resolve
from pytest_django import Settings

from kring.site import shell


def test_the_start_page_speaks_dutch_and_names_nobody(visitor: Client) -> None:
    page = visitor.get("/").content.decode()

    assert '<html lang="nl-BE">' in page
    assert "Bezorgd om iemand?" in page
    assert all(number in page for number in ("<b>112</b>", "<b>1813</b>", "<b>102</b>"))


def test_a_colleague_sees_where_to_go_and_who_is_signed_in(visitor: Client) -> None:
    page = visitor.get("/referrals").content.decode()

    assert '<a class="skip" href="#content">' in page
    assert '<main class="main" id="content"' in page
    assert page.count('href="/referrals" aria-current="page"') == 2
    assert "Noor Claes<small>Straathoekwerk</small>" in page
    assert "<title>kring</title>" in page
    assert page.count("<h1>") == 1


def test_navigation_follows_the_destinations_of_a_colleague(settings: Settings) -> None:
    settings.ROOT_URLCONF = "kring.site.tests.sample_site"
    request = RequestFactory().get("/referrals")
    request.resolver_match = resolve("/referrals")

    assert [(line["url"], line["current"]) for line in shell.navigation(request)] == [("/referrals", "page")]
    request.colleague = SimpleNamespace(destinations=frozenset())  # type: ignore[attr-defined]  # what the door does
    assert shell.navigation(request) == []


def test_under_a_thumb_the_main_action_stands_in_the_middle_and_nothing_is_lost() -> None:
    places = [{"url": str(at), "thumb": at == 2} for at in range(7)]
    shown = shell.bar(places)
    assert [place["url"] for place in shown["first"]] == ["0", "1", "2", "3"]
    assert [place["url"] for place in shown["more"]] == ["4", "5", "6"]
    assert shell.bar(places[:4]) == {"first": places[:4], "more": []}


def test_language_and_theme_are_remembered(visitor: Client) -> None:
    assert visitor.post("/language", {"language": "fr", "next": "/form"}).headers["Location"] == "/form"
    visitor.post("/theme", {"theme": "dark", "next": "/"})

    page = visitor.get("/").content.decode()
    assert '<html lang="fr" data-theme="dark">' in page
    assert "Inquiet pour quelqu’un" in page


@pytest.mark.parametrize("elsewhere", ["https://example.org/", "//example.org", "javascript:x", "/\\example.org", ""])
def test_the_way_back_stays_in_the_house(visitor: Client, elsewhere: str) -> None:
    assert visitor.post("/theme", {"theme": "dark", "next": elsewhere}).headers["Location"] == "/"


def test_an_unknown_choice_is_not_remembered(visitor: Client) -> None:
    visitor.post("/language", {"language": "xx"})
    visitor.post("/theme", {"theme": "xx"})

    assert not {"kring-language", "kring-theme"} & set(visitor.cookies)


def test_an_icon_is_silent_and_stands_in_the_sprite(visitor: Client) -> None:
    icon = Template('{% icon "key" "l" %}').render(Context())

    assert icon == '<svg class="i l" aria-hidden="true"><use href="#i-key"/></svg>'
    assert 'id="i-key"' in visitor.get("/").content.decode()


def test_a_field_is_private_and_tied_to_its_hint(visitor: Client) -> None:
    page = visitor.get("/form").content.decode()

    assert 'id="id_story"' in page
    assert 'autocomplete="off" spellcheck="false"' in page
    assert 'autocomplete="address-level2"' in page
    assert 'data-most="600"' in page
    assert "maxlength" not in page, "what is pasted is never cut; too long comes back whole"
    assert 'aria-describedby="left id_story-hint"' in page
    assert '<span class="hint" id="id_story-hint">Short is fine.</span>' in page
    assert '<label for="id_place">Place <span class="opt">(mag leeg)</span>' in page
    assert '<b>School</b> <span class="meta">· teacher</span>' in page
    assert '<use href="#i-house"/></svg>Housing' in page
    assert "aria-invalid" not in page


def test_a_mistake_stands_beside_its_field(visitor: Client) -> None:
    page = visitor.post("/form", {"place": "<b>here"}).content.decode()

    assert "3 dingen kloppen nog niet." in page
    assert 'id="id_story-error"' in page
    assert 'aria-describedby="left id_story-hint id_story-error" aria-invalid="true"' in page
    assert '<fieldset class="field error" id="id_kind" aria-describedby="id_kind-error">' in page
    assert "&lt;b&gt;here" in page


def test_steps_say_where_one_stands(visitor: Client) -> None:
    page = visitor.get("/form").content.decode()

    assert '<li class="done">1. 1</li>' in page
    assert '<li aria-current="step">2. 2</li>' in page
