"""What the city says counts when it is the city's, for us, of now and of this errand; bent in any way it is nobody."""

import json
import time
from collections.abc import Callable
from typing import Any

import pytest

from kring.team.city.tests.pretending import CLIENT, City, signed
from kring.team.city.tests.walking import bound, comes, onward, there_and_back
from kring.team.testing import Town
from kring.team.ways_in.tests.walking import stranger
from kring.vault import doors
from kring.vault.primitives import mac, sign, signer_of
from kring.vault.written import for_page

pytestmark = pytest.mark.django_db
LOCKED_OUT = "Dat lukte niet."
Claims = dict[str, Any]

BENT: dict[str, Claims] = {
    "another issuer": {"iss": "http://127.0.0.1:1"},
    "no issuer": {"iss": None},
    "for somebody else": {"aud": "the library of the city"},
    "for nobody": {"aud": None},
    "for several, asked by another": {"aud": [CLIENT, "library"], "azp": "library"},
    "for several, asked by nobody": {"aud": [CLIENT, "library"]},
    "asked by another": {"azp": "library"},
    "over": {"exp": int(time.time()) - 3600},
    "without an end": {"exp": None},
    "of tomorrow": {"iat": int(time.time()) + 86400},
    "without a beginning": {"iat": None},
    "of another errand": {"nonce": "x"},
    "of no errand": {"nonce": None},
    "nobody": {"sub": None},
    "an empty name": {"sub": ""},
    "a name without end": {"sub": "n" * 300},
    "a name that is a number": {"sub": 7},
}


def _unsigned(city: City, said: Claims) -> str:
    return signed(said, {"alg": "none"}, lambda _: b"")


def _by_another_key(city: City, said: Claims) -> str:
    return signed(said, {"alg": "EdDSA", "kid": city.kid}, lambda text: sign(bytes(32), text))


def _with_the_public_key_as_secret(city: City, said: Claims) -> str:
    """The oldest trick: what anybody may read, used as if it were shared with us."""
    public = signer_of(city.seed)
    return signed(said, {"alg": "HS256", "kid": city.kid}, lambda text: mac(public, text))


def _of_an_unknown_key(city: City, said: Claims) -> str:
    return signed(said, {"alg": "EdDSA", "kid": "never heard of"}, lambda text: sign(city.seed, text))


def _with_another_algorithm_in_its_head(city: City, said: Claims) -> str:
    return signed(said, {"alg": "RS256", "kid": city.kid}, lambda text: sign(city.seed, text))


def _changed_afterwards(city: City, said: Claims) -> str:
    good = signed(said, {"alg": "EdDSA", "kid": city.kid}, lambda text: sign(city.seed, text))
    head, _, signature = good.split(".")
    return f"{head}.{for_page(json.dumps(said | {'sub': 'joris-at-the-city'}).encode())}.{signature}"


def _no_token(city: City, said: Claims) -> str:
    return "a.b.c"


FORGED: list[Callable[[City, Claims], str]] = [
    _unsigned,
    _by_another_key,
    _with_the_public_key_as_secret,
    _of_an_unknown_key,
    _with_another_algorithm_in_its_head,
    _changed_afterwards,
    _no_token,
]


def refused(city: City) -> bool:
    """Whether who comes now is nobody."""
    browser, page = comes(city)
    assert doors.COOKIE not in browser.cookies
    return LOCKED_OUT in page.content.decode()


@pytest.mark.parametrize("claims", BENT.values(), ids=BENT)
def test_a_token_that_is_bent_is_nobody_s(town: Town, city: City, claims: Claims) -> None:
    bound(city, town.noor)
    city.claims = claims
    assert refused(city)
    city.claims = {}
    assert not refused(city)


@pytest.mark.parametrize("forged", FORGED, ids=lambda each: each.__name__.strip("_"))
def test_a_token_that_is_forged_is_nobody_s(town: Town, city: City, forged: Any) -> None:
    bound(city, town.noor)
    city.signed = forged
    assert refused(city)


def test_a_token_for_several_that_we_asked_for_is_for_us(town: Town, city: City) -> None:
    bound(city, town.noor)
    city.claims = {"aud": [CLIENT, "library"], "azp": CLIENT}
    assert not refused(city)


def test_the_city_may_take_another_key(town: Town, city: City, monkeypatch: pytest.MonkeyPatch) -> None:
    """A key we have not met is asked for once more, a minute after we asked last; not each time somebody forges one."""
    from kring.team.city import wire

    bound(city, town.noor)
    city.turn_key()
    assert refused(city)
    monkeypatch.setattr(wire, "AGAIN_SECONDS", 0)
    assert not refused(city)
    asked = city.asked.count("/keys")
    monkeypatch.setattr(wire, "AGAIN_SECONDS", 60)
    city.signed = _of_an_unknown_key
    assert [refused(city) for _ in range(3)] == [True] * 3
    assert city.asked.count("/keys") == asked


def test_an_algorithm_the_city_does_not_use_is_not_taken(town: Town, city: City) -> None:
    from kring.team.city import wire

    bound(city, town.noor)
    city.about = {"id_token_signing_alg_values_supported": ["RS256"]}
    wire.forget()
    assert refused(city)


def test_the_answer_of_another_sign_in_is_none(town: Town, city: City) -> None:
    """RFC 9207: who answers says who it is, and a city that always does may not leave it out."""
    from kring.team.city import wire

    bound(city, town.noor)

    def led(more: str) -> bool:
        browser = stranger()
        back = city.sends_back(browser.get("/sign-in/city")["Location"])
        return LOCKED_OUT not in browser.get(onward(browser.get(back + more))).content.decode()

    assert led("")
    assert led(f"&iss={city.issuer}")
    assert not led("&iss=https://elsewhere.example")
    city.about = {"authorization_response_iss_parameter_supported": True}
    wire.forget()
    assert led(f"&iss={city.issuer}")
    assert not led("")


@pytest.mark.parametrize("bend", ["state", "code", "error", "other browser", "twice"])
def test_an_answer_belongs_to_the_browser_that_asked_and_counts_once(town: Town, city: City, bend: str) -> None:
    bound(city, town.noor)
    browser = stranger()
    back = city.sends_back(browser.get("/sign-in/city")["Location"])
    bent = {"state": back + "x", "code": back.replace("code=", "code=x"), "error": back.replace("code=", "error=")}
    kept = browser.cookies["__Host-kring-city"].value
    if bend == "twice":
        browser.get(back)
        browser.cookies["__Host-kring-city"] = kept
    browser = stranger() if bend == "other browser" else browser
    assert LOCKED_OUT in browser.get(onward(browser.get(bent.get(bend, back)))).content.decode()


def test_a_code_is_worth_nothing_without_what_the_browser_carries(town: Town, city: City) -> None:
    """PKCE: a code that somebody picked up, brought in on an errand of his own."""
    bound(city, town.noor)
    picked = city.sends_back(stranger().get("/sign-in/city")["Location"]).partition("&")[0]
    thief = stranger()
    state = city.sends_back(thief.get("/sign-in/city")["Location"]).partition("&")[2]
    assert LOCKED_OUT in thief.get(onward(thief.get(f"{picked}&{state}"))).content.decode()


AWAY = {"broken": 500, "moved": 302, "gone": 404}


@pytest.mark.parametrize("status", AWAY.values(), ids=AWAY)
@pytest.mark.parametrize("when", ["before", "after"])
def test_a_city_that_does_not_answer_is_said_kindly(town: Town, city: City, status: int, when: str) -> None:
    from kring.team.city import wire

    bound(city, town.noor)
    browser = stranger()
    if when == "before":
        wire.forget()
        city.status = status
        there = browser.get("/sign-in/city")["Location"]
        assert there == "/sign-in/known"
    else:
        away = browser.get("/sign-in/city")
        city.status = status
        there = onward(browser.get(city.sends_back(away["Location"])))
    page = browser.get(there).content.decode()
    assert "Het aanmelden van de stad antwoordt niet" in page
    assert 'href="/sign-in"' in page


@pytest.mark.parametrize("answer", [b"", b"<html>", b"[]", b"[" * 100_000, b'"' + b"x" * 300_000 + b'"', b"{}"])
def test_nonsense_is_no_answer(town: Town, city: City, answer: bytes) -> None:
    from kring.team.city import wire

    city.answer = answer
    wire.forget()
    assert stranger().get("/sign-in/city")["Location"] == "/sign-in/known"


@pytest.mark.parametrize(
    "about",
    [
        {"issuer": "https://elsewhere.example"},
        {"token_endpoint": "http://elsewhere.example/token"},
        {"jwks_uri": "file:///etc/passwd"},
        {"authorization_endpoint": None},
    ],
)
def test_what_it_says_of_itself_is_looked_at(town: Town, city: City, about: dict[str, Any]) -> None:
    from kring.team.city import wire

    city.about = about
    wire.forget()
    assert stranger().get("/sign-in/city")["Location"] == "/sign-in/known"


def test_a_secret_goes_as_the_city_wants_it_or_there_is_none(town: Town, city: City, settings: Any) -> None:
    from kring.team.city import wire

    bound(city, town.noor)
    city.about = {"token_endpoint_auth_methods_supported": ["client_secret_post"]}
    wire.forget()
    assert not refused(city)
    settings.KRING_OIDC_SECRET_FILE = ""
    _browser, page = comes(city)
    assert "antwoordt niet" in page.content.decode(), "how we are set up there is the city's to mend, not who comes"


def test_a_secret_that_others_may_read_is_not_used(town: Town, city: City, settings: Any) -> None:
    from pathlib import Path

    from django.core.exceptions import ImproperlyConfigured

    from kring.team.city.provider import provider

    Path(settings.KRING_OIDC_SECRET_FILE).chmod(0o640)
    there = provider()
    assert there is not None
    with pytest.raises(ImproperlyConfigured):
        there.secret()


def test_going_there_asks_no_more_than_who_it_is(town: Town, city: City) -> None:
    away = stranger().get("/sign-in/city")["Location"]
    assert "scope=openid&" in away
    assert "prompt" not in away
    assert "prompt=login" in stranger().get("/sign-in/city?other=1")["Location"]
    assert there_and_back(city, stranger()).status_code == 200
