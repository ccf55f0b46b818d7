"""The database: SQLite as embedded default, PostgreSQL in production. Transactions are opened by actions only."""

from typing import Any

from kring.site.settings.place import KRING_DATA, KRING_DATABASE, KRING_POOLER

_SQLITE_PRAGMAS = "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA secure_delete=ON; PRAGMA temp_store=MEMORY"
PREPARE_AFTER = 3
"""A question asked so often on one connection is planned for good."""


def _sqlite() -> dict[str, Any]:
    return {
        "ENGINE": "django.db.backends.sqlite3",
        "NAME": KRING_DATA / "kring.sqlite3",
        "OPTIONS": {"transaction_mode": "IMMEDIATE", "timeout": 20, "init_command": _SQLITE_PRAGMAS},
        "CONN_MAX_AGE": 60,
    }


def _postgresql(address: str, *, pooled: bool = False) -> dict[str, Any]:
    """Settings for a postgresql:// address, several hosts and parameters included.

    Values travel beside the question, so a log of the database holds none; pages ask the same few questions, so their
    plans are kept (docs/decisions/0070). pooled: who answers may be another session each time.
    """
    from psycopg.conninfo import conninfo_to_dict

    parts = {key: str(value) for key, value in conninfo_to_dict(address).items() if value is not None}
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": parts.pop("dbname", "kring"),
        "USER": parts.pop("user", ""),
        "PASSWORD": parts.pop("password", ""),
        "HOST": parts.pop("host", ""),
        "PORT": parts.pop("port", ""),
        "OPTIONS": parts | {"server_side_binding": True, "prepare_threshold": None if pooled else PREPARE_AFTER},
        "CONN_MAX_AGE": 60,
        "CONN_HEALTH_CHECKS": True,
        # Of what lives in a connection only plans may, and not behind a pooler in transaction mode.
        "DISABLE_SERVER_SIDE_CURSORS": True,
    }


_chosen = (
    _postgresql(KRING_DATABASE, pooled=KRING_POOLER)
    if KRING_DATABASE.startswith(("postgresql:", "postgres:"))
    else _sqlite()
)
# The gate writes the journal before it hands out a key, so no request may be one big transaction.
DATABASES = {"default": {**_chosen, "ATOMIC_REQUESTS": False}}
