"""The database: SQLite as embedded default, PostgreSQL in production. Transactions are opened by actions only."""

from typing import Any

from kring.site.settings.place import KRING_DATA, KRING_DATABASE, KRING_PREPARE

_SQLITE_PRAGMAS = "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA secure_delete=ON; PRAGMA temp_store=MEMORY"


def _sqlite() -> dict[str, Any]:
    return {
        "ENGINE": "django.db.backends.sqlite3",
        "NAME": KRING_DATA / "kring.sqlite3",
        "OPTIONS": {"transaction_mode": "IMMEDIATE", "timeout": 20, "init_command": _SQLITE_PRAGMAS},
        "CONN_MAX_AGE": 60,
    }


def _postgresql(address: str) -> dict[str, Any]:
    """Settings for a postgresql:// address, several hosts and parameters included."""
    from psycopg.conninfo import conninfo_to_dict

    parts = {key: str(value) for key, value in conninfo_to_dict(address).items() if value is not None}
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": parts.pop("dbname", "kring"),
        "USER": parts.pop("user", ""),
        "PASSWORD": parts.pop("password", ""),
        "HOST": parts.pop("host", ""),
        "PORT": parts.pop("port", ""),
        "OPTIONS": {**parts, "server_side_binding": True},
        "CONN_MAX_AGE": 60,
        "CONN_HEALTH_CHECKS": True,
        # Nothing may live in a connection but what `prepare_what_is_asked_again` says: a pooler must stay possible.
        "DISABLE_SERVER_SIDE_CURSORS": True,
    }


def prepare_what_is_asked_again(settings: dict[str, Any]) -> None:
    """For a process that serves pages: PostgreSQL reads a question it was asked twice on a connection no third time.

    Not for commands and tests: they fill a table through one connection, and a plan made for an empty table would
    stay until PostgreSQL has counted it. A connection of a server lives CONN_MAX_AGE at most (decision 0091).
    """
    if KRING_PREPARE and settings["ENGINE"].endswith("postgresql"):
        settings["OPTIONS"]["prepare_threshold"] = 2


_chosen = _postgresql(KRING_DATABASE) if KRING_DATABASE.startswith(("postgresql:", "postgres:")) else _sqlite()
# The gate writes the journal before it hands out a key, so no request may be one big transaction.
DATABASES = {"default": {**_chosen, "ATOMIC_REQUESTS": False}}
