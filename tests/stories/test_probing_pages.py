"""Every page as everybody sees it: strict headers, nothing inline or from elsewhere, no names in titles, safe cookies.

Walked by links from the pages one starts at, and beyond: refusals, wrong methods, forms that were filled in wrongly,
requests that cannot be read, an error of ours.
"""

import re
from collections.abc import Iterator
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from kring.support.testing import ON
from kring.team.testing import PASSWORD, PEOPLE, Town
from kring.vault.doors import COOKIE
from tests.stories.browsing import Answer, Inside, walk
from tests.stories.conftest import Measure
from tests.stories.need_to_know_town import Planted, plant
from tests.stories.need_to_know_ways import NOBODY
from tests.stories.probing import addresses

EVERYBODY = (NOBODY, *PEOPLE)
TYPED = "marker-that-was-typed"
OWN_SOURCES = {"'self'", "'none'"}
NEEDED = {
    "default-src": {"'self'"},
    "script-src": {"'self'"},
    "style-src": {"'self'"},
    "object-src": {"'none'"},
    "base-uri": {"'none'"},
    "frame-ancestors": {"'none'"},
    "form-action": {"'self'"},
}
OPENED = ("robin", "kim", "in talk", "arrived")
WITH_IDS = (NOBODY, "noor", "fatma", "nele", "greet", "saar")
"""One of each kind tries addresses with ids too; all of them do in test_probing_ids.py."""
FILE_POLICY = {"default-src": {"'none'"}, "sandbox": set()}
HEADERS = {
    "cache-control": "no-store",
    "x-content-type-options": "nosniff",
    "x-frame-options": "DENY",
    "referrer-policy": "no-referrer",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    "x-robots-tag": "noindex, nofollow",
}
ELSEWHERE = re.compile(r"""(?:https?:)?//[\w.-]+""")


@pytest.fixture
def planted(town: Town, settings: Any) -> Planted:
    """The town with everything in it."""
    settings.KRING_TODAY = ON
    made = plant(town)
    made.arrive()
    return made


FILE = {"content-disposition": 'attachment; filename="answer.html"'}


def policy(header: str) -> dict[str, set[str]]:
    """A content security policy as a table."""
    parts = [each.split() for each in header.split(";") if each.strip()]
    return {name: set(sources) for name, *sources in parts}


def faults(answer: Answer, names: set[str]) -> Iterator[str]:
    """What is not as strict as it should be. `names`: words that may stand in no title."""
    found = policy(answer.headers.get("content-security-policy", ""))
    is_file = "attachment" in answer.headers.get("content-disposition", "")
    if is_file:
        yield from ("policy of a file" for _ in [1] if found != FILE_POLICY)
    else:
        yield from (f"policy: {name}" for name, sources in NEEDED.items() if found.get(name) != sources)
        told = found.pop("report-uri", set())
        yield from ("policy: reports go elsewhere" for _ in [1] if told != {"/policy-broken"})
        yield from (f"policy: {name} lets in more" for name, sources in found.items() if sources - OWN_SOURCES)
    yield from (f"header {name}" for name, value in HEADERS.items() if answer.headers.get(name) != value)
    yield from (f"no {name}" for name in ("permissions-policy", "vary") if not answer.headers.get(name))
    yield from (f"tells {name}" for name in ("server", "x-powered-by") if name in answer.headers)
    if answer.headers.get("content-type", "").startswith("text/html") and answer.body:
        yield from _faults_of_page(answer, names, alone=is_file)
    yield from (f"cookie {line}" for line in answer.cookies if not _safe(line))


def _faults_of_page(answer: Answer, names: set[str], *, alone: bool) -> Iterator[str]:
    """alone: a file to keep, shown by us nowhere: it has its style in it and nothing that runs."""
    page = answer.page
    yield from (f"inline {what}" for what in page.inline if not (alone and what == "style body"))
    yield from (f"loads {path}" for path in page.loaded if not path.startswith(("/static/", "#")))
    yield from (
        f"names {found}"
        for found in ELSEWHERE.findall(answer.text)
        if not found.startswith(("//www.w3.org", "http://www.w3.org"))
    )
    yield from (f"title tells {name}" for name in names if name in page.title)
    yield from ("no title" for _ in [1] if not page.title.strip())


def _safe(line: str) -> bool:
    """A cookie of ours: unreadable to script, never sent from elsewhere; the session's also secure and of this host."""
    low = line.lower()
    strict = "httponly" in low and ("samesite=strict" in low or "samesite=lax" in low) and "domain=" not in low
    session = not line.startswith(COOKIE) or ("secure" in low and "samesite=strict" in low and "path=/" in low)
    return strict and session


def everything(planted: Planted, who: str) -> dict[str, Answer]:
    """Every page this colleague can get, and every kind of refusal."""
    browser = planted.browser(who)
    begin = ["/", *(each.path() for each in addresses() if not each.parameters)]
    named = planted.things if who == "ann" else OPENED if who in WITH_IDS else ()
    ids = [planted.things[name].id for name in named if planted.things[name].id]
    begin += [
        each.path(**dict.fromkeys(each.parameters, one)) for each in addresses() if each.parameters for one in ids
    ]
    found = walk(browser, begin, at_most=200)
    search = {"words": "Zq", "phase": "nonsense"}
    for path in ("/", "/dossiers", "/nowhere", *begin[-3:]):
        found |= {f"PUT {path}": browser.ask("PUT", path), f"POST {path}": browser.ask("POST", path, search)}
    return found


WITHOUT_COOKIES = {"intake:embedded"}
"""The public form in a frame of another site: it knows no session, so a forged sending does what anybody may."""
READ_BEHIND_THE_DOOR = {"contacts:attachments"}
"""A large form is not read before its key was asked; that it needs its token is tested where it is."""


def words_for_no_title(planted: Planted) -> set[str]:
    """Names of colleagues and everything planted."""
    names = {word for name, _, _ in PEOPLE.values() for word in name.split()}
    return names | {text for thing in planted.things.values() for text in thing.words.values() if len(text) > 5}


def test_every_page_of_everybody_is_strict(
    planted: Planted, capsys: pytest.CaptureFixture[str], measure: Measure
) -> None:
    names, count, wrong = words_for_no_title(planted), 0, set()
    for who in EVERYBODY:
        for path, answer in everything(planted, who).items():
            count += 1
            wrong |= {f"{fault} at {re.sub(r'[\w-]{22}', '<id>', path)}" for fault in faults(answer, names)}
            assert answer.status < 500, path
    measure(answers=count, headers_failing=len(wrong))
    with capsys.disabled():
        print(f"\npages: {count} answers looked at, {len(wrong)} faults")
    assert sorted(wrong) == []


def test_the_administrator_opens_nothing(planted: Planted) -> None:
    planted_words = {text for thing in planted.things.values() for text in thing.words.values()}
    for path, answer in everything(planted, "ann").items():
        assert not {text for text in planted_words if text in answer.text}, path


def test_answers_of_last_resort_are_strict_too(town: Town, monkeypatch: pytest.MonkeyPatch) -> None:
    """Too big, unreadable, without a form token, an error of ours, a host that is not ours."""
    client = Client(raise_request_exception=False, enforce_csrf_checks=True)
    answers = {
        413: Client().post("/sign-in", b"x" * 12_000_000, content_type="multipart/form-data; boundary=y"),
        400: client.get("/", headers={"host": "elsewhere.example"}),
        403: client.post("/sign-in", {"sign_in": TYPED}),
        404: client.get("/nowhere"),
    }
    monkeypatch.setattr("kring.site.views.navigation", lambda request: 1 / 0)
    person = town.noor.client
    person.raise_request_exception = False
    answers[500] = person.get("/")
    for status, response in answers.items():
        assert response.status_code == status
        found = {name.lower(): value for name, value in response.headers.items()}
        assert set(faults(Answer(status, found, response.content, "/"), {"Noor", TYPED})) == set(), status
        assert TYPED not in response.content.decode()


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        ({"body": b"<title>x</title><p style='a'>"}, "inline p style"),
        ({"body": b"<title>x</title><a onclick='a'>"}, "inline a onclick"),
        ({"body": b"<title>x</title><script>alert(1)</script>"}, "inline script body"),
        ({"body": b"<title>x</title><img src='//cdn.example/a.png'>"}, "loads //cdn.example/a.png"),
        ({"body": b"<title>x</title><style>p { color: red }</style>"}, "inline style body"),
        ({"headers": FILE, "body": b"<title>x</title><script>alert(1)</script>"}, "inline script body"),
        ({"headers": FILE, "body": b"<title>x</title><p onclick='a'>"}, "inline p onclick"),
        ({"headers": FILE, "body": b"<title>x</title><p style='a'>"}, "inline p style"),
        ({"body": b"<title>Robin</title>"}, "title tells Robin"),
        ({"body": b"<title></title>"}, "no title"),
        ({"headers": {"cache-control": "private"}}, "header cache-control"),
        ({"headers": {"content-security-policy": "default-src 'self' 'unsafe-inline'"}}, "policy: default-src"),
        ({"headers": {"content-security-policy": "connect-src https:"}}, "policy: connect-src lets in more"),
        ({"headers": {"content-security-policy": "report-uri https://x.example"}}, "policy: reports go elsewhere"),
        ({"cookies": ("kring-form=1; SameSite=Strict",)}, "cookie kring-form=1; SameSite=Strict"),
        (
            {"cookies": (f"{COOKIE}=1; HttpOnly; SameSite=Strict; Path=/",)},
            f"cookie {COOKIE}=1; HttpOnly; SameSite=Strict; Path=/",
        ),
    ],
)
def test_each_fault_is_noticed(change: dict[str, Any], expected: str) -> None:
    good = Answer(200, {"content-type": "text/html"}, b"<title>x</title>", "/")
    headers = {**good.headers, **change.get("headers", {})}
    answer = Answer(200, headers, change.get("body", good.body), "/", change.get("cookies", ()))
    assert expected in set(faults(answer, {"Robin"}))


def test_signing_out_empties_the_browser_and_ends_the_session(town: Town) -> None:
    client = town.noor.client
    before = client.cookies[COOKIE].value
    answer = Inside(client).ask("POST", reverse("signout"))
    assert answer.headers["clear-site-data"] == '"cache", "cookies", "storage"'
    assert any(line.startswith(f'{COOKIE}=""') and "Max-Age=0" in line for line in answer.cookies)
    client.cookies[COOKIE] = before
    assert Inside(client).ask("GET", reverse("desk:my_dossiers")).status == 302


def test_a_session_cannot_be_planted(town: Town) -> None:
    """ASVS 7.2.4: signing in gives a fresh cookie, whatever the browser came with; the one it came with is dead."""
    mallory = town.marc.client.cookies[COOKIE].value
    for planted_cookie in ("chosen-by-somebody-else", mallory):
        client = Client()
        client.cookies[COOKIE] = planted_cookie
        answer = Inside(client).ask("POST", reverse("signin"), {"sign_in": "noor@kring.example", "password": PASSWORD})
        assert answer.status == 302
        fresh = client.cookies[COOKIE].value
        assert fresh != planted_cookie
        assert len(fresh) >= 43
        client.cookies[COOKIE] = planted_cookie
        assert Inside(client).ask("GET", reverse("desk:my_dossiers")).status == 302
        client.cookies[COOKIE] = fresh
        assert Inside(client).ask("GET", reverse("desk:my_dossiers")).status == 200


def test_a_session_lives_in_its_cookie_alone(town: Town) -> None:
    value = town.noor.client.cookies[COOKIE].value
    stranger = Client(headers={"authorization": f"Bearer {value}", "x-session": value})
    for path in (f"/dossiers?{COOKIE}={value}", f"/dossiers;{COOKIE}={value}", "/dossiers"):
        assert stranger.get(path).status_code in (302, 404)


def test_every_form_needs_its_token(planted: Planted) -> None:
    """ASVS 3.5.1: a POST without the form token changes nothing, on every address and for everybody."""
    ids = {name: thing.id for name, thing in planted.things.items() if thing.id}
    for who in (NOBODY, "noor", "saar"):
        client = Client(enforce_csrf_checks=True)
        client.cookies = Client().cookies if who == NOBODY else planted.town.people[who].client.cookies
        for address in addresses():
            path = address.path(**dict.fromkeys(address.parameters, ids["in talk"]))
            if address.name in WITHOUT_COOKIES:
                assert client.post(path, {"text": "Zq"}).status_code == 404, "closed unless a setting names a site"
                continue
            if address.name == "policy_report":  # a browser sends it, without cookies, and nothing follows from it
                assert client.post(path, {"text": "Zq"}).status_code == 204
                continue
            if address.name in READ_BEHIND_THE_DOOR:
                mine = address.path(dossier=ids["robin"])
                told = {NOBODY: 403, "noor": 403, "saar": 404}[who]
                assert client.post(mine, {"text": "Zq"}).status_code == told, "the door, then the token, then the form"
                assert client.post(path, {"text": "Zq"}).status_code in (403, 404), "refused before the form is read"
                continue
            assert client.post(path, {"text": "Zq", "once": "x"}).status_code == 403, path
            assert client.post(path, {"csrfmiddlewaretoken": "x" * 64}).status_code == 403, path


@pytest.mark.parametrize("method", ["PUT", "DELETE", "PATCH", "TRACE", "OPTIONS", "PROPFIND"])
def test_wrong_methods_do_nothing(planted: Planted, method: str) -> None:
    ids = {name: thing.id for name, thing in planted.things.items() if thing.id}
    for who in (NOBODY, "noor"):
        browser = planted.browser(who)
        for address in addresses():
            path = address.path(**dict.fromkeys(address.parameters, ids["robin"]))
            answer = browser.ask(method, path)
            assert answer.status in (302, 404, 405) or (method == "OPTIONS" and answer.status == 200), (
                path,
                answer.status,
            )
            assert not [line for line in answer.cookies if line.startswith(COOKIE)]
