"""Start-up checks on the habits of Django that would leave plaintext behind (security.md 4.19)."""

from collections.abc import Sequence
from typing import Any

from django.conf import settings
from django.core.checks import Error, Tags, register
from django.db import connections

from kring.site.backup import standstill
from kring.site.settings.register import APPS_OF

FORBIDDEN_APPS = ("auth", "sessions", "messages", "admin")
MEMORY_ONLY_UPLOADS = ["kring.site.uploads.BoundedMemoryUpload"]
NO_CACHE = "django.core.cache.backends.dummy.DummyCache"


@register()
def nothing_in_clear(**_: Any) -> list[Error]:
    """Refuse to start where content could reach a temporary file, a cache, a cookie, a log or a debug page."""
    claims = {
        "E101 DEBUG shows local variables, so it stays off.": not settings.DEBUG,
        "E102 Uploads may be kept in memory only.": settings.FILE_UPLOAD_HANDLERS == MEMORY_ONLY_UPLOADS,
        "E103 Nothing may be cached.": all(cache["BACKEND"] == NO_CACHE for cache in settings.CACHES.values()),
        "E104 Django's accounts, sessions, messages and admin stay out.": not any(
            f"django.contrib.{name}" in settings.INSTALLED_APPS for name in FORBIDDEN_APPS
        ),
        "E105 Error reports may not show values.": settings.DEFAULT_EXCEPTION_REPORTER
        == "kring.site.quiet.SilentReporter",
        "E106 A request may not be one transaction.": not any(
            engine.get("ATOMIC_REQUESTS") for engine in settings.DATABASES.values()
        ),
        "E107 SQLite must delete securely and sort in memory.": all(
            _sqlite_is_careful(engine) for engine in settings.DATABASES.values() if "sqlite3" in engine["ENGINE"]
        ),
    }
    return [Error(claim[5:], id=f"site.{claim[:4]}") for claim, holds in claims.items() if not holds]


@register()
def nothing_half_restored(**_: Any) -> list[Error]:
    """Refuse every command on a database that was not brought up to the ledger."""
    said = Error("A back-up is being put back, or was not put back to the end.", hint="restore", id="site.E110")
    return [said] if standstill.mark().exists() else []


@register()
def one_register_a_process(**_: Any) -> list[Error]:
    """SAN-01: a process that knew two registers could search, count or join across them."""
    there = [name for name, own in APPS_OF.items() if set(own) & set(settings.INSTALLED_APPS)]
    said = Error("One process holds one register.", hint=", ".join(there), id="site.E111")
    return [said] if len(there) > 1 else []


@register(Tags.database)
def one_register_a_database(databases: Sequence[str] | None = None, **_: Any) -> list[Error]:
    """SAN-01: before the first migration, refuse a database that holds the tables of another register."""
    every = {app for own in APPS_OF.values() for app in own}
    elsewhere = {app.rpartition(".")[2] for app in every.difference(settings.INSTALLED_APPS)}
    found = sorted(
        table
        for alias in databases or ()
        for table in connections[alias].introspection.table_names()
        if table.partition("_")[0] in elsewhere
    )
    said = Error("This database belongs to another register.", hint=", ".join(found[:3]), id="site.E112")
    return [said] if found else []


def _sqlite_is_careful(engine: dict[str, Any]) -> bool:
    pragmas = engine.get("OPTIONS", {}).get("init_command", "")
    return "secure_delete=ON" in pragmas and "temp_store=MEMORY" in pragmas
