"""The database: SQLite as embedded default, PostgreSQL in production. Transactions are opened by actions only."""

from typing import Any

from kring.site.settings.place import KRING_DATA, KRING_DATABASE

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
        "OPTIONS": parts,
        "CONN_MAX_AGE": 60,
        "CONN_HEALTH_CHECKS": True,
        # Nothing may live in a connection: a pooler in transaction mode must stay possible.
        "DISABLE_SERVER_SIDE_CURSORS": True,
    }


_chosen = _postgresql(KRING_DATABASE) if KRING_DATABASE.startswith(("postgresql:", "postgres:")) else _sqlite()
# The gate writes the journal before it hands out a key, so no request may be one big transaction.
DATABASES = {"default": {**_chosen, "ATOMIC_REQUESTS": False}}
