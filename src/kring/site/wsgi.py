"""The WSGI entry: `kring.site.wsgi:application`. WSGI, because pages that ask the database are faster there.

The first request of a process starts its sealer: not the import, which commands and tests do too, and which a server
may do before it forks. The import does say that this process serves: not while a back-up is being put back.
"""

import os
from typing import TYPE_CHECKING

from django.conf import settings
from django.core.exceptions import ImproperlyConfigured
from django.core.wsgi import get_wsgi_application
from django.db import connections

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "kring.site.settings")
_pages = get_wsgi_application()

from kring.site.backup import standstill  # noqa: E402  after the apps were loaded
from kring.site.settings import engine  # noqa: E402
from kring.vault import sealer  # noqa: E402

if settings.KRING_REGISTER_OFF:
    raise ImproperlyConfigured("This register is switched off: ./kring register enable switches it on again.")
standstill.serve()
engine.prepare_what_is_asked_again(connections.settings["default"])

if TYPE_CHECKING:
    from collections.abc import Iterable
    from wsgiref.types import StartResponse, WSGIEnvironment


def application(environ: "WSGIEnvironment", start_response: "StartResponse") -> "Iterable[bytes]":
    """Serve one request."""
    sealer.ensure_running()
    pages: Iterable[bytes] = _pages(environ, start_response)
    return pages
