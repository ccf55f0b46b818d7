"""One face for absent, forbidden and expired; errors say nothing of what was typed or asked."""

import logging
import re

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from kring.site.quiet import QuietFormatter
from kring.site.tests.sample_site import ENDINGS, SECRET

ONE_FACE = ["/nowhere", "/end/absent", "/end/forbidden", "/end/refused"]
TOKEN = re.compile(rb'name="csrfmiddlewaretoken" value="[^"]+"|name="next" value="[^"]+"')


def test_absent_forbidden_and_refused_look_the_same(visitor: Client) -> None:
    visitor.get("/form")
    answers = [visitor.get(page) for page in ONE_FACE]

    assert {answer.status_code for answer in answers} == {404}
    assert len({TOKEN.sub(b"", answer.content) for answer in answers}) == 1
    assert len({tuple(sorted(answer.headers)) for answer in answers}) == 1


@pytest.mark.parametrize(
    ("how", "status", "heading"),
    [
        ("refused", 404, "Deze pagina gaat niet open"),
        ("busy", 503, "Het is druk aan de deur"),
        ("suspicious", 400, "Dat konden we niet lezen"),
        ("broken", 500, "Dit ging bij ons mis"),
    ],
)
def test_every_ending_has_its_page(visitor: Client, how: str, status: int, heading: str) -> None:
    answer = visitor.get(f"/end/{how}")

    assert answer.status_code == status
    assert f"<h1>{heading}</h1>" in answer.content.decode()


@pytest.mark.parametrize("how", ENDINGS)
def test_neither_page_nor_log_repeats_the_text_of_an_error(
    visitor: Client, how: str, caplog: pytest.LogCaptureFixture
) -> None:
    answer = visitor.get(f"/end/{how}?{SECRET}")
    written = "\n".join(QuietFormatter().format(record) for record in caplog.records)

    assert SECRET not in answer.content.decode()
    assert SECRET not in written
    assert f"end/{how}" not in written
    assert "GET end " in written


def test_an_error_of_ours_is_written_down_by_kind_and_place(visitor: Client, caplog: pytest.LogCaptureFixture) -> None:
    visitor.get("/end/broken")
    written = [QuietFormatter().format(record) for record in caplog.records]

    assert [line for line in written if re.search(r" ERROR .*ValueError at [\w/]+\.py:\d+ in \w+$", line)], written
    assert [line for line in written if re.search(r" INFO kring\.requests GET end 500 \d+ms$", line)], written


def test_a_form_without_its_token_is_asked_again() -> None:
    strict = Client(enforce_csrf_checks=True, headers={"host": "localhost", "accept-language": "nl"})

    answer = strict.post("/theme", {"theme": "dark"})

    assert answer.status_code == 403
    assert "Dit formulier stond te lang open" in answer.content.decode()


@pytest.mark.parametrize(
    ("came_from", "status"),
    [
        ({"Origin": "null"}, 302),
        ({"Origin": "null", "Sec-Fetch-Site": "same-origin"}, 302),
        ({"Origin": "null", "Sec-Fetch-Site": "cross-site"}, 403),
        ({"Origin": "null", "Sec-Fetch-Site": "none"}, 403),
        ({"Origin": "http://localhost"}, 302),
        ({"Origin": "https://example.org"}, 403),
    ],
)
def test_our_own_forms_pass_and_foreign_ones_do_not(came_from: dict[str, str], status: int) -> None:
    strict = Client(enforce_csrf_checks=True, headers={"host": "localhost"})
    page = strict.get("/").content.decode()
    found = re.search(r'name="csrfmiddlewaretoken" value="([^"]+)"', page)
    assert found

    form = {"theme": "dark", "csrfmiddlewaretoken": found[1]}
    assert strict.post("/theme", form, headers=came_from).status_code == status


@pytest.mark.parametrize("claimed", ["raw_unicode_escape", "unicode_escape", "utf-7", "hex", "undefined", "idna"])
def test_a_form_is_read_in_our_alphabet_whatever_it_claims(claimed: str) -> None:
    """Otherwise anybody breaks a public page with half a character, or with no alphabet at all."""
    body = b'--x\r\nContent-Disposition: form-data; name="sign_in"\r\n\r\n\\ud800 +2AA-\r\n--x--\r\n'
    visitor = Client(raise_request_exception=False, headers={"host": "localhost", "accept-language": "nl"})

    answer = visitor.generic("POST", "/aanmelden", body, f"multipart/form-data; boundary=x; charset={claimed}")

    assert answer.status_code == 200


def test_uploads_stay_in_memory_and_within_bounds(visitor: Client, tmp_path: object) -> None:
    small = SimpleUploadedFile("a.txt", b"x" * 3_000_000)
    assert visitor.post("/take", {"file": small}).content == b"3000000"

    big = SimpleUploadedFile("b.txt", b"x" * 11_000_000)
    answer = visitor.post("/take", {"file": big})
    assert answer.status_code == 413
    assert "Dat is te groot" in answer.content.decode()

    halves = {name: SimpleUploadedFile(name, b"x" * 5_400_000) for name in ("c", "d")}
    assert visitor.post("/take", halves).status_code == 413


def test_foreign_lines_lose_their_values() -> None:
    line = QuietFormatter().format(logging.makeLogRecord({"name": "some.library", "msg": "got %s", "args": (SECRET,)}))
    bare = QuietFormatter().format(logging.makeLogRecord({"name": "some.library", "msg": SECRET}))

    assert SECRET not in line
    assert SECRET not in bare
