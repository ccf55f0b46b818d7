"""An instance of its own for one command: folder, key file, database; gone afterwards."""

import os
import secrets
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from urllib.parse import urlsplit


@contextmanager
def own_instance() -> Iterator[str]:
    """Set Django up on a new, migrated database; the name of the engine. Call once a process, before any model."""
    server = os.environ.get("KRING_DATABASE", "")
    with tempfile.TemporaryDirectory(prefix="kring-strain-") as folder:
        os.environ["KRING_DATA"] = folder
        os.environ["DJANGO_SETTINGS_MODULE"] = "kring.site.settings"
        name = f"kring_strain_{secrets.token_hex(6)}"
        if server:
            on_server(server, f'CREATE DATABASE "{name}"')
            os.environ["KRING_DATABASE"] = urlsplit(server)._replace(path=f"/{name}").geturl()
        try:
            yield _set_up()
        finally:
            let_go()
            if server:
                on_server(server, f'DROP DATABASE "{name}" WITH (FORCE)')


def let_go() -> None:
    """Close this process's connections: before forking, so that no two processes speak over one."""
    from django.db import connections

    connections.close_all()


def _set_up() -> str:
    import django

    django.setup()
    from django.core.management import call_command
    from django.db import connection

    call_command("migrate", verbosity=0)
    return connection.vendor


def on_server(server: str, sql: str) -> None:
    """Run one statement on a server, outside any transaction."""
    import psycopg

    with psycopg.connect(server, autocommit=True) as connection:
        connection.execute(sql)
