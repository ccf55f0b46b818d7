"""What every answer tells the browser, whether it is a page, a refusal or an error."""

import re

import pytest
from django.http import HttpResponse
from django.test import Client

from kring.site.headers import empty_browser
from kring.site.tests.sample_site import ENDINGS

PAGES = ["/", "/sign-in", "/form", "/referrals", "/nowhere", *(f"/end/{how}" for how in ENDINGS)]
INLINE = re.compile(r"<style|\sstyle=|\son[a-z]+=|javascript:|<script(?![^>]*\ssrc=)", re.IGNORECASE)
ELSEWHERE = re.compile(r"""(?:src|href|action)=["'](?:https?:)?//""", re.IGNORECASE)


@pytest.mark.parametrize("page", PAGES)
def test_every_answer_is_closed_to_others_and_kept_nowhere(visitor: Client, page: str) -> None:
    headers = visitor.get(page).headers

    policy = dict(part.split(" ", 1) for part in headers["Content-Security-Policy"].split("; "))
    assert policy["default-src"] == policy["script-src"] == policy["style-src"] == policy["form-action"] == "'self'"
    assert policy["frame-ancestors"] == policy["object-src"] == policy["base-uri"] == "'none'"
    assert headers["Cache-Control"] == "no-store"
    assert headers["X-Frame-Options"] == "DENY"
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["Referrer-Policy"] == "no-referrer"
    assert headers["Cross-Origin-Opener-Policy"] == headers["Cross-Origin-Resource-Policy"] == "same-origin"
    assert "HX-Request" in headers["Vary"]


@pytest.mark.parametrize("page", PAGES)
def test_nothing_stands_inline_or_comes_from_elsewhere(visitor: Client, page: str) -> None:
    shown = visitor.get(page).content.decode()

    assert INLINE.findall(shown) == []
    assert ELSEWHERE.findall(shown) == []


def test_inline_code_would_be_noticed() -> None:
    bad = ['<p style="x">', "<p onclick=x>", "<script>x</script>", "<style>x</style>"]
    assert all(INLINE.search(page) for page in bad)
    assert not INLINE.search('<script src="/static/kring/kring.js" defer></script>')


def test_cookies_are_closed_to_scripts_and_to_other_sites(visitor: Client) -> None:
    visitor.get("/form")
    visitor.post("/language", {"language": "fr", "next": "/form"})
    visitor.post("/theme", {"theme": "dark", "next": "/form"})

    assert set(visitor.cookies) == {"kring-form", "kring-language", "kring-theme"}
    assert all(cookie["httponly"] and cookie["samesite"] for cookie in visitor.cookies.values())


def test_signing_out_empties_the_browser() -> None:
    assert empty_browser(HttpResponse()).headers["Clear-Site-Data"] == '"cache", "cookies", "storage"'
