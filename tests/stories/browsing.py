"""Walking through the product as a browser without script does: pages, their links and forms, over two kinds of wire.

`Inside` asks the test's own process (real sessions, real queries to count); `Outside` asks a served house over HTTP.
Both give the same `Answer`, so a walk is written once.
"""

import http.client
import re
from collections.abc import Iterable, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from html.parser import HTMLParser
from http.cookies import SimpleCookie
from typing import Any, Protocol
from urllib.parse import urlencode, urljoin, urlsplit

from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client, RequestFactory
from django.test.client import ClientHandler

from tests.stories.house import House

Fields = Mapping[str, str | list[str]]
Files = Mapping[str, tuple[str, bytes]]
SECONDS = 20
HOPS = 5
HUNG_UP = 0
NEVER_FOLLOWED = ("/static/", "/sign-out")
TEXTS = {"text", "email", "tel", "search", "password", "url", "textarea", "date", "time", "datetime-local", "number"}


@dataclass(frozen=True)
class Answer:
    """What came back. `headers` has lower-case names; `cookies` are the raw Set-Cookie lines."""

    status: int
    headers: Mapping[str, str]
    body: bytes
    path: str
    cookies: tuple[str, ...] = ()

    @property
    def text(self) -> str:
        return self.body.decode("utf-8", "replace")

    @property
    def page(self) -> "Page":
        return read_page(self.text, self.path)


class Browser(Protocol):
    """Somebody at a screen."""

    def ask(
        self, method: str, path: str, fields: Fields | None = None, files: Files | None = None
    ) -> Answer: ...  # pragma: no cover

    def kept(self) -> dict[str, str]:
        """The cookies it keeps."""
        ...  # pragma: no cover


def follow(browser: Browser, answer: Answer) -> Answer:
    """Where a redirect leads; at most five times."""
    for _ in range(HOPS):
        if answer.status not in (301, 302, 303, 307):
            break
        answer = browser.ask("GET", urljoin(answer.path, answer.headers["location"]))
    return answer


class _Straight(RequestFactory):
    """Straight to the house: Django's test client without its copies of every template and context."""

    handler = ClientHandler(enforce_csrf_checks=False)

    def request(self, **environ: Any) -> Any:
        response = self.handler(self._base_environ(**environ))  # type: ignore[attr-defined]  # absent in the stubs
        self.cookies.update(response.cookies)
        return response


@dataclass
class Inside:
    """A browser in the test's own process, with the cookies of this client."""

    client: Client

    def __post_init__(self) -> None:
        self._straight = _Straight(headers={"accept-language": "nl"})
        self._straight.cookies = self.client.cookies

    def ask(self, method: str, path: str, fields: Fields | None = None, files: Files | None = None) -> Answer:
        if method == "POST":
            uploads = {name: SimpleUploadedFile(*each) for name, each in (files or {}).items()}
            response: Any = self._straight.post(path, {**(fields or {}), **uploads})
        else:
            response = self._straight.generic(method, path)
        headers = {name.lower(): value for name, value in response.headers.items()}
        cookies = tuple(morsel.OutputString() for morsel in response.cookies.values())
        body = b"".join(response.streaming_content) if response.streaming else response.content
        return Answer(response.status_code, headers, body, path, cookies)

    def kept(self) -> dict[str, str]:
        return {name: morsel.value for name, morsel in self._straight.cookies.items() if morsel.value}


@dataclass
class Outside:
    """A browser on the wire of a served house, with its cookies; form tokens come from the pages themselves."""

    house: House
    cookies: dict[str, str] = field(default_factory=dict)

    def ask(
        self,
        method: str,
        path: str,
        fields: Fields | None = None,
        files: Files | None = None,
        *,
        raw: tuple[str, bytes] | None = None,
    ) -> Answer:
        headers = {"Accept-Language": "nl", "Cookie": "; ".join(f"{k}={v}" for k, v in self.cookies.items())}
        body = b""
        if raw is not None:
            headers["Content-Type"], body = raw
        elif method == "POST":
            headers["Content-Type"], body = _packed(fields or {}, files or {})
        wire = http.client.HTTPConnection("127.0.0.1", self.house.port, timeout=SECONDS)
        try:
            with suppress(BrokenPipeError, ConnectionResetError):  # the house may answer before it has read everything
                wire.request(method, path, body=body or None, headers={**headers, "Host": self.host})
            response = wire.getresponse()
            lines = tuple(value for name, value in response.getheaders() if name.lower() == "set-cookie")
            answer = Answer(response.status, _lowered(response.getheaders()), response.read(), path, lines)
        except ConnectionError:
            return Answer(HUNG_UP, {}, b"", path)
        finally:
            wire.close()
        for line in lines:
            self._keep(line)
        return answer

    @property
    def host(self) -> str:
        return f"localhost:{self.house.port}"

    def sign_in(self, name: str, password: str) -> Answer:
        """Through the front door; the answer to the form."""
        form = self.ask("GET", "/sign-in").page.form("password")
        return self.ask("POST", form.action, {**form.given, "sign_in": name, "password": password})

    def kept(self) -> dict[str, str]:
        return dict(self.cookies)

    def _keep(self, line: str) -> None:
        for name, morsel in SimpleCookie(line).items():
            self.cookies[name] = morsel.value
            if not morsel.value or morsel["max-age"] == "0":
                del self.cookies[name]


def _lowered(headers: Iterable[tuple[str, str]]) -> dict[str, str]:
    return {name.lower(): value for name, value in headers}


def _packed(fields: Fields, files: Files) -> tuple[str, bytes]:
    if not files:
        return "application/x-www-form-urlencoded", urlencode(fields, doseq=True).encode()
    lines = [(f'name="{name}"', text.encode()) for name, value in fields.items() for text in _each(value)]
    lines += [(f'name="{name}"; filename="{called}"', content) for name, (called, content) in files.items()]
    mark = b"----a-line-between"
    parts = [mark2 for what, text in lines for mark2 in (b"--" + mark, _disposition(what), b"", text)]
    return f"multipart/form-data; boundary={mark.decode()}", b"\r\n".join([*parts, b"--" + mark + b"--", b""])


def _disposition(what: str) -> bytes:
    return f"Content-Disposition: form-data; {what}".encode()


def _each(value: str | list[str]) -> list[str]:
    return [value] if isinstance(value, str) else value


@dataclass
class Field:
    """One field of a form: its kind, and what may be chosen."""

    name: str
    kind: str
    choices: list[str] = field(default_factory=list)

    @property
    def takes_text(self) -> bool:
        return self.kind in TEXTS


@dataclass
class Form:
    """A form as it stands on a page. `given`: what a browser would send with nothing changed."""

    action: str
    method: str
    fields: dict[str, Field] = field(default_factory=dict)
    given: dict[str, str | list[str]] = field(default_factory=dict)
    buttons: list[tuple[str, str]] = field(default_factory=list)


@dataclass
class Page:
    """What a page holds that can be followed, sent or loaded, and what a strict policy forbids."""

    title: str = ""
    links: list[str] = field(default_factory=list)
    forms: list[Form] = field(default_factory=list)
    loaded: list[str] = field(default_factory=list)
    inline: list[str] = field(default_factory=list)

    def form(self, with_field: str) -> Form:
        """The form that has this field."""
        return next(form for form in self.forms if with_field in form.fields)


class _Reader(HTMLParser):
    def __init__(self, path: str) -> None:
        super().__init__()
        self.path, self.page = path, Page()
        self.open: list[str] = []
        self.form: Form | None = None
        self.field: Field | None = None

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        self.open.append(tag)
        self.page.inline += [f"{tag} {name}" for name in given if name == "style" or name.startswith("on")]
        self.page.inline += [f"{tag} {name}" for name, value in given.items() if value.startswith("javascript:")]
        self.page.loaded += [given[name] for name in ("src", "srcset", "data", "poster") if given.get(name)]
        if tag in ("link", "image", "use"):
            self.page.loaded += [given[name] for name in ("href", "xlink:href") if given.get(name)]
        if tag == "a" and "href" in given:
            self.page.links.append(urljoin(self.path, given["href"]))
        if tag == "form":
            self.form = Form(urljoin(self.path, given.get("action") or self.path), given.get("method", "get").upper())
            self.page.forms.append(self.form)
        elif self.form is not None:
            self._field(tag, given)

    def _field(self, tag: str, given: dict[str, str]) -> None:
        form, name = self.form, given.get("name", "")
        if form is None:
            return
        if tag == "button" and name:
            form.buttons.append((name, given.get("value", "")))
        elif tag == "option" and self.field is not None:
            self.field.choices.append(given.get("value", ""))
            if "selected" in given or self.field.name not in form.given:
                form.given[self.field.name] = given.get("value", "")
        elif tag in ("input", "textarea", "select") and name:
            kind = given.get("type", "text") if tag == "input" else tag
            self.field = form.fields.setdefault(name, Field(name, kind))
            value = given.get("value", "on" if kind in ("checkbox", "radio") else "")
            if kind in ("checkbox", "radio"):
                self.field.choices.append(value)
                if "checked" in given:
                    before = form.given.get(name, [])
                    form.given[name] = [*_each(before), value] if kind == "checkbox" else value
            elif tag != "select" and kind not in ("submit", "file"):
                form.given[name] = value

    def handle_endtag(self, tag: str) -> None:
        if tag in self.open:
            while self.open.pop() != tag:
                pass
        if tag == "form":
            self.form = None
        if tag in ("select", "textarea"):
            self.field = None

    def handle_data(self, data: str) -> None:
        inside = self.open[-1] if self.open else ""
        if inside == "title" and "svg" not in self.open:
            self.page.title += data
        if inside in ("script", "style") and data.strip():
            self.page.inline.append(f"{inside} body")
        if inside == "textarea" and self.form is not None and self.field is not None:
            before = self.form.given.get(self.field.name, "")
            self.form.given[self.field.name] = f"{before}{data}"


def read_page(text: str, path: str) -> Page:
    """Read a page of HTML."""
    reader = _Reader(path)
    reader.feed(text)
    return reader.page


def ours(link: str) -> str:
    """The path of a link within this site, or "": other hosts, mail, telephone, static files, signing out."""
    parts = urlsplit(link)
    if parts.scheme or parts.netloc or not parts.path.startswith("/") or parts.path.startswith(NEVER_FOLLOWED):
        return ""
    return parts.path + (f"?{parts.query}" if parts.query else "")


def walk(browser: Browser, begin: Iterable[str], *, at_most: int = 120) -> dict[str, Answer]:
    """Every page that links lead to: path -> answer. Redirects are followed as links."""
    found: dict[str, Answer] = {}
    waiting = list(dict.fromkeys(begin))
    while waiting and len(found) < at_most:
        path = waiting.pop(0)
        if path in found:
            continue
        answer = found[path] = browser.ask("GET", path)
        following = [urljoin(path, answer.headers["location"])] if "location" in answer.headers else []
        if answer.headers.get("content-type", "").startswith("text/html"):
            following += answer.page.links
            following += [form.action for form in answer.page.forms if form.method == "GET"]
        waiting += [there for link in following if (there := ours(link)) and there not in found]
    return found


TOKEN = re.compile(r'name="csrfmiddlewaretoken" value="\w+"|data-challenge="[\w-]+"')


def without_token(text: str) -> str:
    """A page without its form token and its challenge, which are fresh each time."""
    return TOKEN.sub("", text)
