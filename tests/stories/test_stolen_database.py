"""A thief takes everything an instance wrote: database, write-ahead log, logs, temporary files, mail that waits.

Random words are planted through every form, mail and file name of the product (planting.py) and looked for in every
shape (searching.py). None may be found. Nor does a copy of the folder open anything without the server key file, nor
an old cookie with a back-up.
"""

import logging
import os
import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from io import StringIO
from pathlib import Path
from typing import Any

import pytest
from django.core.management import call_command
from django.db import connection
from django.test import Client

from kring.site.post import letter
from kring.site.quiet import QuietFormatter
from kring.support.testing import ON
from kring.team import testing
from kring.team.testing import found_town
from kring.vault import outbox
from kring.vault.doors import COOKIE
from tests.stories import planting_team
from tests.stories.browsing import Browser, Inside, Outside
from tests.stories.conftest import Measure
from tests.stories.house import House, open_house, serve_house
from tests.stories.planting import FORM_TOKEN, Planting
from tests.stories.planting_day import Day
from tests.stories.planting_left import NOTHING_TYPED
from tests.stories.probing import addresses
from tests.stories.searching import Search, word

FOUND = """
import os, django; django.setup()
from django.conf import settings; settings.KRING_STRETCH = (1, 1024)
from kring.team import testing; testing.PASSWORD = os.environ["PLANTED_PASSWORD"]
testing.found_town()
"""
ERRORS = {400, 403, 404, 413}
on_files = pytest.mark.skipif(bool(os.environ.get("KRING_DATABASE")), reason="asks the files of a house on SQLite")


@dataclass
class Served:
    """The day in a served house."""

    house: House

    def stranger(self) -> Browser:
        return Outside(self.house)

    def command(self, *words: str) -> None:
        self.house.manage(*words)

    def posted(self) -> str:
        body = self.house.mail.letters[-1].get_body(("plain",))  # type: ignore[attr-defined]  # a modern message
        return str(body.get_content())

    def posted_id(self) -> str:
        return str(self.house.mail.letters[-1]["Message-ID"])


class Within:
    """The day in the test's own process, on whatever database that has."""

    def stranger(self) -> Browser:
        return Inside(Client(raise_request_exception=False))

    def command(self, *words: str) -> None:
        if words[0] != "send_outbox":
            call_command(*words)

    def posted(self) -> str:
        return "/c/" + list(outbox.waiting())[-1].words["token"]

    def posted_id(self) -> str:
        return str(letter(list(outbox.waiting())[-1])["Message-ID"])


@pytest.fixture
def password(monkeypatch: pytest.MonkeyPatch) -> str:
    """The password of everybody: a random word like the others."""
    chosen = f"{word()} {word()}"
    monkeypatch.setenv("PLANTED_PASSWORD", chosen)
    monkeypatch.setattr(testing, "PASSWORD", chosen)
    return chosen


def searched(planted: Planting) -> Search:
    return Search(planted.words, (planted.stem, planted.number_stem))


def unplanted(planted: Planting) -> tuple[set[tuple[str, str]], set[str]]:
    """Fields that were offered and got no word; addresses nobody came by, but those where nothing is typed."""
    addressed = {each.name for each in addresses()}
    return planted.offered - planted.fields, addressed - planted.routes - NOTHING_TYPED.keys()


def told(search: Search, hits: object, where: str) -> str:
    words, places = len(search.planted), len(search.places)
    return f"\nstolen {where}: {words} words, {places} places, {search.tried} looks, {hits} hits"


def everything_in(*folders: Path) -> Iterator[tuple[str, bytes]]:
    """Every file, and its name too."""
    for folder in folders:
        for path in sorted(folder.rglob("*")):
            yield f"name of {path.name}", path.name.encode()
            if path.is_file():
                yield path.name, path.read_bytes()


@on_files
def test_nothing_of_a_whole_day_lies_readable_in_a_served_house(
    tmp_path: Path,
    password: str,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    measure: Measure,
) -> None:
    data, temporary, mails, disk = (tmp_path / name for name in ("data", "temporary", "mails", "disk"))
    for folder in (data, temporary, mails):
        folder.mkdir(mode=0o700)
    monkeypatch.setenv("TMPDIR", str(temporary))
    planted = Planting()
    with open_house(data, found=FOUND) as house:
        Day(Served(house), planted, password, mails).spend()
        house.manage("backup", str(disk), "--without-keys")
        _break(house, planted)
        search = searched(planted)
        hits = search.of(everything_in(data, temporary))
        assert {"kring.sqlite3", "kring.sqlite3-wal", "server.log"} <= set(search.places)
    hits += search.of(everything_in(data, temporary, disk))
    assert {"database.sqlite3", "manifest.json", "ledger.log"} <= set(search.places)
    measure(markers=len(search.planted), markers_found=len(hits))
    with capsys.disabled():
        print(told(search, len(hits), "served"))
    assert hits == []
    assert planted.statuses >= ERRORS
    assert unplanted(planted) == (set(), set()), "a field, or a page, of the product in which nothing was typed"
    assert (data / "server.log").stat().st_size > 10_000, "the log was on"


def _break(house: House, planted: Planting) -> None:
    """Errors of ours in the middle of work: tables are gone, and somebody searches and refers."""
    browser = Outside(house)
    browser.sign_in("joris@kring.example", testing.PASSWORD)
    with closing(sqlite3.connect(house.data / "kring.sqlite3", timeout=20)) as database:
        for table in ("support_summary", "vault_letter", "support_dossier"):
            database.execute(f"ALTER TABLE {table} RENAME TO lost_{table}")
    token = str(browser.ask("GET", "/aanmelden").page.form("kind").given[FORM_TOKEN])
    sent = {"kind": "school", "urgency": "normal", "concern": planted.new("concern in an error")}
    sent |= {"name": planted.new("name in an error"), "email": f"{planted.new('address in an error')}@post.example"}
    asked = [
        browser.ask("POST", "/dossiers", {FORM_TOKEN: token, "words": planted.new("search in an error")}),
        browser.ask("POST", "/aanmelden/bedankt", {FORM_TOKEN: token, **sent}),
        browser.ask("GET", f"/dossiers?{planted.new('query in an error')}={planted.new('value in an error')}"),
    ]
    assert [answer.status for answer in asked] == [500, 500, 500]


@pytest.mark.django_db
def test_nor_in_any_row_of_any_table_nor_in_the_log_of_an_error(
    tmp_path: Path,
    password: str,
    settings: Any,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    measure: Measure,
) -> None:
    """The same day on the engine of this run, every row read as it lies; then errors that hold a word in their text."""
    settings.KRING_TODAY = ON
    found_town()
    planted, place = Planting(), Within()
    day = Day(place, planted, password, tmp_path)
    log = logging.StreamHandler(StringIO())
    log.setFormatter(QuietFormatter())
    logging.getLogger().addHandler(log)
    try:
        day.spend()
        browser = planting_team.comes_in(day, "joris")

        def careless(*ignored: object) -> None:
            typed = planted.new(f"error {len(planted.words)}")
            raise ValueError(f"could not handle {typed}")

        for where, path in (("kring.site.views.navigation", "/"), ("kring.support.desk.queries.caseload", "/dossiers")):
            monkeypatch.setattr(where, careless)
            assert browser.ask("GET", path).status == 500
    finally:
        logging.getLogger().removeHandler(log)
    written = log.stream.getvalue()
    assert "ValueError at" in written
    search = searched(planted)
    hits = search.of([*rows(), ("log", written.encode()), *everything_in(Path(settings.KRING_DATA))])
    measure(markers=len(search.planted), markers_found=len(hits))
    with capsys.disabled():
        print(told(search, len(hits), f"rows of {connection.vendor}"))
    assert hits == []
    assert unplanted(planted) == (set(), set())


def copy(house: House, to: Path, *, without: tuple[str, ...]) -> Path:
    """A copy of the folder, as a thief or a back-up has it, to be served again."""
    return Path(shutil.copytree(house.data, to, ignore=shutil.ignore_patterns(*without)))


def inside(house: House, cookie: str) -> bool:
    """Whether this cookie opens the list of dossiers."""
    return Outside(house, {COOKIE: cookie}).ask("GET", "/dossiers").status == 200


def signed_in(house: House, password: str) -> str:
    """The cookie somebody gets who signs in as Noor, or nothing."""
    browser = Outside(house)
    browser.sign_in("noor@kring.example", password)
    return browser.cookies.get(COOKIE, "")


@on_files
def test_a_copy_without_the_key_file_and_an_old_cookie_with_a_back_up_open_nothing(
    tmp_path: Path, password: str
) -> None:
    data = tmp_path / "data"
    data.mkdir(mode=0o700)
    with open_house(data, found=FOUND) as house:
        browser = Outside(house)
        browser.sign_in("noor@kring.example", password)
        cookie = browser.cookies[COOKIE]
        assert inside(house, cookie)
        image = copy(house, tmp_path / "image", without=("*.log",))
        stolen = copy(house, tmp_path / "stolen", without=("server.key",))
        altered = copy(house, tmp_path / "altered", without=("server.key", "server.id"))
        form = browser.ask("GET", "/dossiers").page
        token = next(str(one.given[FORM_TOKEN]) for one in form.forms if FORM_TOKEN in one.given)
        browser.ask("POST", "/sign-out", {FORM_TOKEN: token})
        assert not inside(house, cookie)
    with serve_house(image) as house:
        assert inside(house, cookie), "a copy of the whole machine while the session lives: so the test can fail"
    shutil.rmtree(image / "runtime")
    with serve_house(image) as house:
        assert not inside(house, cookie), "a back-up holds no runtime secrets: the old cookie opens nothing"
        assert signed_in(house, password), "and the restored house works"
    with serve_house(stolen) as house:
        assert not inside(house, cookie)
        asked = [name for form in Outside(house).ask("GET", "/sign-in").page.forms for name in form.fields]
        assert "password" not in asked, "no key file is made over what a lost one opens"
    with serve_house(altered) as house:  # the thief takes away what remembers that there was one
        assert not inside(house, cookie)
        assert not signed_in(house, password), "the right password without the server key file"


def rows() -> Iterator[tuple[str, bytes]]:
    """Every table as one heap of bytes."""
    with connection.cursor() as cursor:
        for table in connection.introspection.table_names(cursor):
            cursor.execute(f"SELECT * FROM {connection.ops.quote_name(table)}")
            yield table, b"\n".join(_bytes(value) for row in cursor.fetchall() for value in row)


def _bytes(value: object) -> bytes:
    return bytes(value) if isinstance(value, (bytes, memoryview)) else str(value).encode()
