"""A visitor of a site over HTTP: keeps cookies, carries the CSRF token, follows nothing by itself.

Written on http.client with one kept connection, so that the visitor costs little and always the same.
"""

import http.client
import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Protocol
from urllib.parse import urlencode, urlsplit

TOKEN = re.compile(r'name="csrfmiddlewaretoken" value="([^"]+)"')

Fields = Sequence[tuple[str, str]]


@dataclass(frozen=True)
class Answer:
    status: int
    body: bytes
    location: str = ""

    @property
    def text(self) -> str:
        return self.body.decode()

    @property
    def token(self) -> str:
        found = TOKEN.search(self.text)
        return found.group(1) if found else ""


@dataclass(frozen=True)
class Ask:
    """One request, ready to send."""

    path: str
    fields: Fields | None = None


class Visitor(Protocol):
    """Somebody who walks through a site: over HTTP here, in the same process in inside.py."""

    def send(self, ask: Ask) -> Answer: ...

    def move(self) -> None:
        """Come from another address of this machine from now on, as other referrers do."""


class RefusedByServer(Exception):
    """A journey met an answer it did not expect; the message names the path and the status."""


def get(visitor: Visitor, path: str) -> Answer:
    answer = visitor.send(Ask(path))
    if answer.status != 200:
        raise RefusedByServer(f"GET {path} answered {answer.status} {answer.location}")
    return answer


@dataclass
class HttpVisitor:
    """A visitor over a kept connection to one loopback port."""

    port: int
    cookies: dict[str, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=60)
        self._moves = 0

    def send(self, ask: Ask) -> Answer:
        headers = {"Cookie": "; ".join(f"{name}={value}" for name, value in self.cookies.items())}
        body = None
        if ask.fields is not None:
            body = urlencode(list(ask.fields)).encode()
            origin = f"http://127.0.0.1:{self.port}"
            headers |= {"Content-Type": "application/x-www-form-urlencoded", "Origin": origin}
        self.connection.request("POST" if body is not None else "GET", ask.path, body, headers)
        answer = self.connection.getresponse()
        self._keep_cookies(answer.headers.get_all("Set-Cookie") or [])
        location = urlsplit(answer.headers.get("Location", ""))
        return Answer(answer.status, answer.read(), location._replace(scheme="", netloc="").geturl())

    def move(self) -> None:
        self._moves += 1
        here = (f"127.0.{1 + self._moves // 250 % 250}.{1 + self._moves % 250}", 0)
        self.connection.close()
        self.connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=60, source_address=here)

    def _keep_cookies(self, lines: list[str]) -> None:
        for line in lines:
            name, _, rest = line.partition("=")
            value = rest.partition(";")[0]
            if value.strip('"'):
                self.cookies[name.strip()] = value
            else:
                self.cookies.pop(name.strip(), None)

    def close(self) -> None:
        self.connection.close()
