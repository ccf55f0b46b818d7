"""The way to the mail server: one address says it all, and nothing leaves this machine unencrypted.

smtp://user:password@mail.example.be:587?tls=starttls     the default for another machine
smtp://mail.example.be:465?tls=implicit
smtp://127.0.0.1:2525                                     this machine: no encryption asked
"""

import ssl
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from ipaddress import ip_address
from smtplib import SMTP, SMTP_SSL
from urllib.parse import parse_qs, unquote, urlsplit

from django.core.exceptions import ImproperlyConfigured

TIMEOUT_SECONDS = 30
PORTS = {"starttls": 587, "implicit": 465, "none": 25}


@dataclass(frozen=True, slots=True)
class Server:
    """A mail server. `tls`: starttls, implicit, or none (this machine only)."""

    host: str
    port: int
    tls: str
    user: str = field(default="", repr=False)
    password: str = field(default="", repr=False)


def server_at(address: str) -> Server:
    """The server an address describes. Raises ImproperlyConfigured, without repeating the address."""
    try:
        parts = urlsplit(address)
        host, port = parts.hostname or "", parts.port
    except ValueError:
        raise ImproperlyConfigured("KRING_SMTP is no address such as smtp://mail.example.be:587.") from None
    tls = parse_qs(parts.query).get("tls", ["none" if _is_this_machine(host) else "starttls"])[0]
    if parts.scheme != "smtp" or not host or tls not in PORTS:
        raise ImproperlyConfigured("KRING_SMTP is no address such as smtp://mail.example.be:587?tls=starttls.")
    if tls == "none" and not _is_this_machine(host):
        raise ImproperlyConfigured("KRING_SMTP: mail to another machine must be encrypted (tls=starttls or implicit).")
    return Server(host, port or PORTS[tls], tls, unquote(parts.username or ""), unquote(parts.password or ""))


@contextmanager
def connected(server: Server) -> Iterator[SMTP]:
    """An open line. The certificate of another machine is checked against the system's authorities."""
    context = ssl.create_default_context()
    if _is_this_machine(server.host):
        context.check_hostname, context.verify_mode = False, ssl.CERT_NONE
    if server.tls == "implicit":
        line: SMTP = SMTP_SSL(server.host, server.port, timeout=TIMEOUT_SECONDS, context=context)
    else:
        line = SMTP(server.host, server.port, timeout=TIMEOUT_SECONDS)
    with line:
        if server.tls == "starttls":
            line.starttls(context=context)
        if server.user:
            line.login(server.user, server.password)
        yield line


def _is_this_machine(host: str) -> bool:
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"
