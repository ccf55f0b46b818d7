"""A mail server in one address: scheme, user, password, host, port, and what else it needs to know.

Nothing leaves this machine unencrypted, so `tls=none` is for servers on this machine alone. An address holds a
password: no refusal repeats it. How to send stands in smtp.py, how to fetch in imap.py.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from ipaddress import ip_address
from urllib.parse import parse_qsl, unquote, urlsplit

from django.core.exceptions import ImproperlyConfigured


@dataclass(frozen=True, slots=True)
class Server:
    """A mail server. `tls`: starttls, implicit, or none (this machine only). `options`: the rest of the address."""

    host: str
    port: int
    tls: str
    user: str = field(default="", repr=False)
    password: str = field(default="", repr=False)
    options: Mapping[str, str] = field(default_factory=dict, repr=False)


@dataclass(frozen=True, slots=True)
class Kind:
    """What an address of one protocol looks like. `setting`: where it stands. `usual`: tls to another machine."""

    scheme: str
    setting: str
    ports: Mapping[str, int]
    usual: str

    def server_at(self, address: str) -> Server:
        """The server an address describes. Raises ImproperlyConfigured, without repeating the address."""
        example = f"{self.scheme}://mail.example.be:{self.ports[self.usual]}?tls={self.usual}"
        try:
            parts = urlsplit(address)
            host, port = parts.hostname or "", parts.port
        except ValueError:
            raise ImproperlyConfigured(f"{self.setting} is no address such as {example}.") from None
        options = dict(parse_qsl(parts.query))
        tls = options.pop("tls", "none" if is_this_machine(host) else self.usual)
        if parts.scheme != self.scheme or not host or tls not in self.ports:
            raise ImproperlyConfigured(f"{self.setting} is no address such as {example}.")
        if tls == "none" and not is_this_machine(host):
            raise ImproperlyConfigured(
                f"{self.setting}: mail to and from another machine must be encrypted (tls=starttls or implicit)."
            )
        user, password = unquote(parts.username or ""), unquote(parts.password or "")
        return Server(host, port or self.ports[tls], tls, user, password, options)


def is_this_machine(host: str) -> bool:
    """Whether a host is this machine itself, by name or by number."""
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"
