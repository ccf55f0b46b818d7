"""The door: who passes, where the others land, and what a refusal leaves behind."""

import re
from collections.abc import Callable
from typing import Any

import pytest
from django.core.exceptions import ImproperlyConfigured
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.test import RequestFactory

from kring.vault import doors, sessions, slots
from kring.vault.doors import COOKIE, KeyedRequest, door
from kring.vault.models import JournalEntry, Throttle
from kring.vault.primitives import new_id
from kring.vault.refusals import Refused
from kring.vault.routes import to
from kring.vault.tests.conftest import PASSWORD, World

View = Callable[..., HttpResponseBase]


def inside(request: KeyedRequest, /, **_: str) -> HttpResponse:
    return HttpResponse(f"inside: {getattr(request, 'signed_in', None) is not None}")


def refusing(request: KeyedRequest, /, **_: str) -> HttpResponse:
    raise Refused


def asked(cookie: str = "", method: str = "get", path: str = "/some/page") -> HttpRequest:
    request = getattr(RequestFactory(), method)(path)
    request.COOKIES = {COOKIE: cookie} if cookie else {}
    return request  # type: ignore[no-any-return]  # chosen by its name


def told(view: View, request: HttpRequest, **ids: str) -> tuple[int, str, str]:
    """Status, text (but for the form token, which is random) and where to."""
    answer: Any = view(request, **ids)
    text = re.sub(r'(name="csrfmiddlewaretoken" value=)"\w+"', r"\1", answer.content.decode())
    return answer.status_code, text, answer.headers.get("Location", "")


@pytest.fixture
def cookie(world: World) -> str:
    return sessions.start(slots.open_password(world.noor.person, PASSWORD))


@pytest.fixture
def locked(world: World, cookie: str) -> str:
    found = sessions.resume(cookie)
    sessions.lock(found.id)  # type: ignore[union-attr]  # it was started a moment ago
    return cookie


def test_who_signed_in_passes_and_nobody_else(cookie: str) -> None:
    view = door("test.page")(inside)
    assert told(view, asked(cookie)) == (200, "inside: True", "")
    for stranger in ("", "x", cookie[:-1]):
        status, text, where = told(view, asked(stranger))
        assert (status, text) == (302, "")
        assert where == "/sign-in?next=%2Fsome%2Fpage"


def test_a_locked_session_reads_nothing_but_may_write_where_that_is_said(locked: str) -> None:
    status, _, where = told(door("test.page")(inside), asked(locked))
    assert (status, where) == (302, "/locked?next=%2Fsome%2Fpage")
    assert told(door("test.write", while_locked=True)(inside), asked(locked))[:2] == (200, "inside: False")
    assert told(door("test.write", while_locked=True)(inside), asked())[0] == 302


@pytest.mark.parametrize(("method", "path"), [("post", "/some/page"), ("get", "/some/page?words=typed")])
def test_what_was_typed_goes_into_no_address(world: World, method: str, path: str) -> None:
    assert told(door("test.page")(inside), asked(method=method, path=path))[2] == "/sign-in"


@pytest.mark.parametrize("path", ["/some/page?id=%00", "/some/page?id=a&id=b%00&id=c"])
def test_a_sign_that_no_engine_keeps_is_as_absent_in_an_address(cookie: str, path: str) -> None:
    assert told(door("test.page")(inside), asked(cookie, path=path))[0] == 404
    assert told(door("test.page")(inside), asked(cookie, path="/some/page?id=%01"))[0] == 200
    assert told(door("test.page")(inside), asked(cookie), dossier="a\0")[0] == 404


def test_who_it_is_is_looked_up_where_somebody_asks(cookie: str, monkeypatch: pytest.MonkeyPatch) -> None:
    looked_up: list[str] = []
    monkeypatch.setattr(doors, "_introductions", [looked_up.append])
    request = asked(cookie)
    assert told(door("test.page")(inside), request)[0] == 200
    assert looked_up == []
    assert not doors.identify(request).colleague
    assert looked_up == [doors.identify(request).signed_in.person]


def test_who_may_pass_is_asked_of_a_public_door_too(cookie: str) -> None:
    for public in (False, True):
        assert told(door("test.page", to=lambda _: False, public=public)(inside), asked(cookie))[0] == 404
        assert told(door("test.page", to=lambda _: True, public=public)(inside), asked(cookie))[0] == 200


def test_every_refusal_has_one_face_and_one_line_in_the_journal(world: World, cookie: str) -> None:
    one, typed = new_id(), "words somebody typed"
    before = JournalEntry.objects.count()
    faces = {
        told(door("test.page")(refusing), asked(cookie), dossier=one, words=typed)[:2],
        told(door("test.page", to=lambda _: False)(inside), asked(cookie), dossier=new_id())[:2],
        told(door("test.page")(refusing), asked(cookie), token=new_id())[:2],
    }
    assert len(faces) == 1
    entries = [bytes(entry.text or b"").decode() for entry in JournalEntry.objects.order_by("id")[before:]]
    assert len(entries) == 3
    assert one in entries[0]
    assert typed not in "".join(entries)
    assert '"on":[]' in entries[2]  # a link's token is a key, and no public id


def test_a_refusal_of_nobody_is_counted_and_not_journaled(world: World) -> None:
    before = JournalEntry.objects.count()
    assert told(door("test.link", public=True)(refusing), asked())[0] == 404
    assert JournalEntry.objects.count() == before
    assert Throttle.objects.count() == 1


def test_the_cookie_is_for_this_host_and_no_script() -> None:
    response = HttpResponse()
    doors.set_cookie(response, "value")
    put = response.cookies[COOKIE]
    assert COOKIE.startswith("__Host-")
    assert (put["secure"], put["httponly"], put["samesite"], put["path"]) == (True, True, "Strict", "/")
    doors.forget_cookie(response)
    gone = response.cookies[COOKIE]
    assert (gone.value, gone["max-age"]) == ("", 0)
    assert (gone["secure"], gone["httponly"], gone["samesite"]) == (True, True, "Strict")


def test_a_view_without_a_door_is_never_called() -> None:
    with pytest.raises(ImproperlyConfigured):
        to("django.views.defaults.page_not_found")(asked())


def test_an_address_with_a_nul_is_refused_before_any_engine_is_asked(world: World, cookie: str) -> None:
    """PostgreSQL fails on it where SQLite finds nothing: an error would tell it from an absent id."""
    view = door("test.some")(inside)
    assert told(view, asked(cookie), dossier="\0") == told(door("test.some")(refusing), asked(cookie), dossier="x")
    assert told(view, asked(cookie), dossier="x\0y")[0] == 404
    assert told(view, asked(cookie), dossier=new_id())[0] == 200
