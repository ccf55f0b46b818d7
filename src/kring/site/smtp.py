"""The way to the mail server: one address says it all, and nothing leaves this machine unencrypted.

smtp://user:password@mail.example.be:587?tls=starttls     the default for another machine
smtp://mail.example.be:465?tls=implicit
smtp://127.0.0.1:2525                                     this machine: no encryption asked
"""

import ssl
from collections.abc import Iterator
from contextlib import contextmanager
from smtplib import SMTP, SMTP_SSL

from kring.site.servers import Kind, Server, is_this_machine

TIMEOUT_SECONDS = 30
SMTP_ADDRESS = Kind("smtp", "KRING_SMTP", {"starttls": 587, "implicit": 465, "none": 25}, "starttls")


def server_at(address: str) -> Server:
    """The server an address describes. Raises ImproperlyConfigured, without repeating the address."""
    return SMTP_ADDRESS.server_at(address)


@contextmanager
def connected(server: Server) -> Iterator[SMTP]:
    """An open line. The certificate of another machine is checked against the system's authorities."""
    context = ssl.create_default_context()
    if is_this_machine(server.host):
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
