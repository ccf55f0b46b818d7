"""The start-up checks see a setting that would leave plaintext behind, and the database is the one asked for."""

import pytest
from django.core.exceptions import ImproperlyConfigured

from kring.site.checks import nothing_in_clear
from kring.site.settings import engine
from kring.site.settings.engine import _postgresql, _sqlite
from kring.site.settings.place import _check_city


def test_the_product_passes_its_own_checks() -> None:
    assert nothing_in_clear() == []


@pytest.mark.parametrize(
    ("name", "value", "claim"),
    [
        ("DEBUG", True, "E101"),
        ("FILE_UPLOAD_HANDLERS", ["django.core.files.uploadhandler.TemporaryFileUploadHandler"], "E102"),
        ("CACHES", {"default": {"BACKEND": "django.core.cache.backends.filebased.FileBasedCache"}}, "E103"),
        ("INSTALLED_APPS", ["django.contrib.messages"], "E104"),
        ("DEFAULT_EXCEPTION_REPORTER", "django.views.debug.ExceptionReporter", "E105"),
        ("DATABASES", {"default": {"ENGINE": "x", "ATOMIC_REQUESTS": True}}, "E106"),
        ("DATABASES", {"default": {"ENGINE": "django.db.backends.sqlite3"}}, "E107"),
    ],
)
def test_each_check_notices(
    settings: object, name: str, value: object, claim: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(f"kring.site.checks.settings.{name}", value)

    assert [found.id for found in nothing_in_clear()] == [f"site.{claim}"]


def test_sqlite_is_durable_and_leaves_nothing_behind() -> None:
    options = _sqlite()["OPTIONS"]

    assert options["transaction_mode"] == "IMMEDIATE"
    for pragma in ("journal_mode=WAL", "synchronous=FULL", "secure_delete=ON", "temp_store=MEMORY"):
        assert f"PRAGMA {pragma}" in options["init_command"]


def test_a_postgresql_address_may_name_several_hosts() -> None:
    made = _postgresql("postgresql://kring:s%40fe@one:5433,two:5434/town?target_session_attrs=read-write")

    assert (made["HOST"], made["PORT"], made["NAME"]) == ("one,two", "5433,5434", "town")
    assert (made["USER"], made["PASSWORD"]) == ("kring", "s@fe")
    assert made["OPTIONS"] == {"target_session_attrs": "read-write", "server_side_binding": True}
    assert made["DISABLE_SERVER_SIDE_CURSORS"]


def test_only_a_server_lets_postgresql_keep_how_a_question_is_answered() -> None:
    command, server, embedded = _postgresql("postgresql:///town"), _postgresql("postgresql:///town"), _sqlite()

    engine.prepare_what_is_asked_again(server)
    engine.prepare_what_is_asked_again(embedded)

    assert server["OPTIONS"]["prepare_threshold"] == 2
    assert "prepare_threshold" not in command["OPTIONS"]
    assert embedded == _sqlite()


def test_before_an_old_pooler_nothing_is_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(engine, "KRING_PREPARE", False)
    server = _postgresql("postgresql:///town")

    engine.prepare_what_is_asked_again(server)

    assert "prepare_threshold" not in server["OPTIONS"]


@pytest.mark.parametrize(
    ("issuer", "client", "origin"),
    [
        ("http://login.town.example", "kring", "https://kring.town.example"),
        ("https://login.town.example/?a=b", "kring", "https://kring.town.example"),
        ("login.town.example", "kring", "https://kring.town.example"),
        ("https://login.town.example", "", "https://kring.town.example"),
        ("https://login.town.example", "kring", ""),
    ],
)
def test_a_sign_in_of_the_city_that_anybody_could_be_stops_the_start(issuer: str, client: str, origin: str) -> None:
    with pytest.raises(ImproperlyConfigured):
        _check_city(issuer, client, origin)


def test_no_sign_in_of_the_city_or_a_good_one_starts() -> None:
    _check_city("", "", "")
    _check_city("https://login.town.example/realms/town", "kring", "https://kring.town.example")
    _check_city("http://127.0.0.1:9400", "kring", "http://localhost:8000")
