"""The way to the team mailbox: one address says it all. The certificate is always checked, also on this machine.

imap://user%40example.be:password@mail.example.be   encrypted; each message is deleted once it is sealed here
...?then=move&to=Verwerkt                           moved to a folder instead
...?then=leave                                      left where it lies and marked; the server must keep keywords
imap://user%40example.be@outlook.office365.com?token=/run/kring/token    XOAUTH2; the file holds the access token
...?tls=starttls   ?folder=Aanmeldingen   ?ca=/etc/kring/ca.pem (an authority of one's own)
"""

import imaplib
import ssl
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Final

from django.core.exceptions import ImproperlyConfigured

from kring.site.servers import Kind, Server

if TYPE_CHECKING:
    from imap_tools import BaseMailBox

TIMEOUT_SECONDS: Final = 60
IMAP_ADDRESS = Kind("imap", "KRING_IMAP", {"implicit": 993, "starttls": 143, "none": 143}, "implicit")
_OPTIONS: Final = {"folder", "then", "to", "token", "ca"}


class SignInRefused(Exception):
    """The mailbox knows no such user, password or token; what it said is not repeated."""


class Then(StrEnum):
    """What is done with a message at the source once it is sealed here. GDP-18: deleted, unless the town says else."""

    DELETE = "delete"
    MOVE = "move"
    LEAVE = "leave"


@dataclass(frozen=True, slots=True)
class Box:
    """A mailbox to empty. `to`: the folder messages move to. `token`: the file with the access token, for XOAUTH2."""

    server: Server
    folder: str
    then: Then
    to: str
    token: Path | None
    authority: str | None


def box_at(address: str) -> Box:
    """The mailbox an address describes. Raises ImproperlyConfigured, without repeating the address."""
    server = IMAP_ADDRESS.server_at(address)
    options = dict(server.options)
    if unknown := sorted(set(options) - _OPTIONS):
        raise ImproperlyConfigured(f"KRING_IMAP: {unknown[0]} is none of {', '.join(sorted(_OPTIONS))}.")
    then = options.get("then", Then.DELETE)
    if then not in set(Then):
        raise ImproperlyConfigured("KRING_IMAP: then is delete, move or leave.")
    if (then == Then.MOVE) != bool(options.get("to")):
        raise ImproperlyConfigured("KRING_IMAP: then=move needs a folder (to=Verwerkt), and only that.")
    if bool(server.password) == bool(options.get("token")) or not server.user:
        raise ImproperlyConfigured("KRING_IMAP: needs a user, and either a password or token=FILE.")
    token = Path(options["token"]) if "token" in options else None
    return Box(
        server, options.get("folder", "INBOX"), Then(then), options.get("to", ""), token, options.get("ca") or None
    )


@contextmanager
def opened(box: Box) -> "Iterator[BaseMailBox]":
    """The mailbox with its folder selected; the folder to move to exists.

    Raises SignInRefused, OSError (an unknown certificate among them), imaplib.IMAP4.error or ImapToolsError.
    """
    line = _connected(box.server, ssl.create_default_context(cafile=box.authority))
    try:
        _sign_in(line, box)
        if box.then is Then.MOVE and not line.folder.exists(box.to):
            line.folder.create(box.to)
        line.folder.set(box.folder)
        yield line
    finally:
        _leave(line)


def _connected(server: Server, context: ssl.SSLContext) -> "BaseMailBox":
    from imap_tools import MailBox, MailBoxStartTls, MailBoxUnencrypted  # read by who fetches

    match server.tls:
        case "implicit":
            return MailBox(server.host, server.port, timeout=TIMEOUT_SECONDS, ssl_context=context)
        case "starttls":
            return MailBoxStartTls(server.host, server.port, timeout=TIMEOUT_SECONDS, ssl_context=context)
    return MailBoxUnencrypted(server.host, server.port, timeout=TIMEOUT_SECONDS)


def _sign_in(line: "BaseMailBox", box: Box) -> None:
    """The token is read anew each time: it lives for an hour."""
    from imap_tools.errors import MailboxLoginError

    user, password = box.server.user, box.server.password
    try:
        if box.token is not None:
            line.xoauth2(user, box.token.read_text(encoding="ascii").strip(), initial_folder=None)
        elif (user + password).isascii():
            line.login(user, password, initial_folder=None)
        else:
            line.login_utf8(user, password, initial_folder=None)
    except imaplib.IMAP4.abort:
        raise
    except (imaplib.IMAP4.error, MailboxLoginError):
        raise SignInRefused from None
    # What the server can do (MOVE, UIDPLUS, IDLE) is told after signing in only, and nobody asks again.
    _, told = line.client.capability()
    line.client.capabilities = tuple(told[-1].decode("ascii", "replace").upper().split())


def _leave(line: "BaseMailBox") -> None:
    """Say goodbye; a line that broke is closed all the same."""
    try:
        line.client.logout()
    except (OSError, imaplib.IMAP4.error):
        line.client.shutdown()
