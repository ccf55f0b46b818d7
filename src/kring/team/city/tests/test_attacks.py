"""Odd words from a sign-in of the city that is hostile or broken, odd ways back, and two windows at once."""

from typing import Any

import pytest
from django.test import Client
from django.utils.http import urlencode

from kring.team.city import wire
from kring.team.city.models import CityAccount
from kring.team.city.said import account_of
from kring.team.city.tests.pretending import City, signed
from kring.team.city.tests.test_said import refused
from kring.team.city.tests.walking import bound, comes, onward, shown, there_and_back
from kring.team.testing import PASSWORD, Town
from kring.team.ways_in.tests.walking import confirmed, stranger
from kring.vault.primitives import sign

pytestmark = pytest.mark.django_db
HALF = "\ud800"
FOR_EVER, NO_NUMBER = float("inf"), float("nan")
ODD: dict[str, dict[str, Any]] = {
    "half a sign as nonce": {"nonce": HALF},
    "half a sign as name": {"sub": HALF},
    "a name that turns the line": {"sub": "noor\u202e"},
    "no sign at all in a name": {"sub": "noor\x00"},
    "a list as nonce": {"nonce": ["x"]},
    "ends never": {"exp": FOR_EVER},
    "ends at no number": {"exp": NO_NUMBER},
    "ended long ago": {"exp": -(10**400)},
    "ends in words": {"exp": "tomorrow"},
    "ends in a list": {"exp": [1]},
    "since ever": {"iat": -FOR_EVER},
    "not before for ever": {"nbf": FOR_EVER},
    "not before no number": {"nbf": NO_NUMBER},
    "asked by a list": {"azp": ["kring"]},
    "for a map": {"aud": {"kring": 1}},
    "for numbers": {"aud": [1, 2]},
    "issuer in a list": {"iss": ["x"]},
    "a map as name": {"sub": {"a": 1}},
    "true as name": {"sub": True},
}
OKP = {"kty": "OKP", "crv": "Ed25519"}
KEYS: list[Any] = [
    None,
    {},
    {"keys": 7},
    {"keys": []},
    {"keys": [7]},
    {"keys": [{"kty": ["x"]}]},
    {"keys": [{"kty": "oct", "k": "AAAA"}]},
    {"keys": [{"kty": "RSA", "n": "AQ", "e": "AQ"}]},
    {"keys": [{"kty": "EC", "crv": "P-256", "x": "AA", "y": "AA"}]},
    {"keys": [{**OKP, "x": HALF}]},
    {"keys": [{**OKP, "x": 7, "kid": [1]}]},
]
HEADS: list[dict[str, Any]] = [
    {"alg": ["EdDSA"]},
    {"alg": None},
    {"kid": 7},
    {"kid": HALF},
    {"crit": ["x"]},
    {"b64": False},
]


@pytest.mark.parametrize("claims", ODD.values(), ids=ODD)
def test_an_odd_token_is_nobody_s(town: Town, city: City, claims: dict[str, Any]) -> None:
    bound(city, town.noor)
    city.claims = claims
    assert refused(city)


@pytest.mark.parametrize("keys", KEYS, ids=str)
def test_odd_keys_are_none(town: Town, city: City, keys: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    bound(city, town.noor)
    monkeypatch.setattr(City, "keys", lambda _: keys)
    wire.forget()
    _browser, page = comes(city)
    assert (page.status_code, "Noor" in page.content.decode()) == (200, False)


@pytest.mark.parametrize("head", HEADS, ids=str)
def test_an_odd_head_is_nobody_s(town: Town, city: City, head: dict[str, Any]) -> None:
    bound(city, town.noor)
    usual = {"alg": "EdDSA", "kid": city.kid}
    city.signed = lambda city, said: signed(said, usual | head, lambda text: sign(city.seed, text))
    assert refused(city)


@pytest.mark.parametrize("name", ["a\x00b", HALF, "\u202emoc.live", "n" * 10_000, " ", "<b>x</b>"], ids=ascii)
def test_an_odd_name_does_no_harm_on_the_page(town: Town, city: City, name: str) -> None:
    city.claims = {"email": name}
    browser = confirmed(town.noor)
    there_and_back(city, browser, "/ways-in/city/go")
    page = browser.get("/ways-in/city").content.decode()
    assert "Ben jij dit?" in page
    for sign_ in ("\u202e", "\x00", "<b>x", "n" * 81):
        assert sign_ not in page


ODD_WAYS = ["", "state=", "state=%ff&code=%ed%a0%80", "state=a&state=b&code=c&code=d", f"state={'x' * 10_000}"]


@pytest.mark.parametrize("query", [*ODD_WAYS, "error=access_denied&error_description=%3Cscript%3E"])
def test_an_odd_way_back_is_the_one_page(town: Town, city: City, query: str) -> None:
    browser = stranger()
    browser.get("/sign-in/city")
    answer = browser.get(f"/sign-in/city/back?{query}")
    assert (answer.status_code, onward(answer)) == (200, "/sign-in/known")
    assert "script%3E" not in answer.content.decode()


ELSEWHERE = ["//evil.example", "https://evil.example", "/\\evil.example", "///evil.example", "/\t/evil.example"]


@pytest.mark.parametrize(
    "place", [*ELSEWHERE, "javascript:alert(1)", "/x\r\nSet-Cookie: a=b", "/" + "a" * 10_000], ids=ascii
)
def test_nobody_is_led_elsewhere(town: Town, city: City, place: str) -> None:
    bound(city, town.noor)
    browser, page = comes(city, start=f"/sign-in/city?{urlencode({'next': place})}")
    assert "Noor" in page.content.decode()
    assert _comes_in(browser, place).startswith("/")
    assert not _comes_in(comes(city)[0], place).startswith(("//", "/\\"))


def test_what_was_seen_is_bound_and_not_what_came_back_in_another_window(town: Town, city: City) -> None:
    browser = confirmed(town.noor)
    there_and_back(city, browser, "/ways-in/city/go")
    seen = shown(browser.get("/ways-in/city"))
    city.subject = "joris-at-the-city"
    there_and_back(city, browser, "/ways-in/city/go")
    assert "Er is niets veranderd." in browser.post("/ways-in/city", seen).content.decode()
    assert not CityAccount.objects.exists()
    assert seen["account"] == account_of(city.issuer, "noor-at-the-city")


def _comes_in(browser: Client, place: str) -> str:
    return str(browser.post("/sign-in/known", {"password": PASSWORD, "next": place})["Location"])
