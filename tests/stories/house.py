"""A house for a story: an own data folder, a served town, a sink for mail, all real processes on this machine."""

import json
import os
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from email import message_from_bytes
from email.message import Message
from email.policy import default as modern
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
FOUND = "import django; django.setup(); from kring.team.testing import found_town; found_town()"


def free_port() -> int:
    """A port that nobody uses now."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


@dataclass
class MailSink:
    """An SMTP server that keeps what it is given."""

    port: int = field(default_factory=free_port)
    letters: list[Message] = field(default_factory=list)

    async def handle_DATA(self, server: object, session: object, envelope: object) -> str:  # noqa: N802  aiosmtpd's name
        content: bytes = envelope.content  # type: ignore[attr-defined]  # aiosmtpd's envelope
        self.letters.append(message_from_bytes(content, policy=modern))
        return "250 OK"


@dataclass
class House:
    """A served town: its address, its folder, how to run a command in it."""

    data: Path
    port: int
    mail: MailSink
    more: dict[str, str] = field(default_factory=dict)
    """What this installation chose besides (settings/place.py)."""

    @property
    def address(self) -> str:
        """On `localhost`, where a browser accepts secure cookies over plain http."""
        return f"http://localhost:{self.port}"

    @property
    def environment(self) -> dict[str, str]:
        named = {
            "KRING_DATA": str(self.data),
            "KRING_DATABASE": "",
            "KRING_ORIGIN": self.address,
            "KRING_SMTP": f"smtp://127.0.0.1:{self.mail.port}",
            "DJANGO_SETTINGS_MODULE": "kring.site.settings",
            "PYTHONPATH": os.pathsep.join([str(ROOT / "src"), str(ROOT)]),
        }
        return {**os.environ, **named, **self.more}

    def manage(self, *words: str, typed: str = "") -> str:
        """Run one of the product's commands, answering its questions with `typed`; its output."""
        command = [sys.executable, "-m", "kring", *words]
        done = subprocess.run(
            command,
            input=typed,
            env=self.environment,
            cwd=ROOT,
            capture_output=True,
            text=True,
            check=False,
            start_new_session=True,  # no terminal to ask a password at
        )
        assert done.returncode == 0, done.stdout + done.stderr
        return done.stdout

    def run(self, line: str) -> None:
        """Run a line of Python within the instance, as time passing or somebody elsewhere would."""
        command = [sys.executable, "-c", line]
        done = subprocess.run(command, env=self.environment, cwd=ROOT, capture_output=True, text=True, check=False)
        assert done.returncode == 0, done.stdout + done.stderr

    def files(self) -> Iterator[Path]:
        """Every file the instance wrote."""
        yield from (path for path in self.data.rglob("*") if path.is_file())


@contextmanager
def open_house(data: Path, *, found: str = FOUND) -> Iterator[House]:
    """Found a town in `data` and serve it until the story is over."""
    found_house(data, found=found)
    with serve_house(data) as house:
        yield house


def found_house(data: Path, *, found: str = FOUND) -> None:
    """Make an instance in `data` and let `found`, a line of Python, put a town in it."""
    house = House(data, port=0, mail=MailSink())
    house.manage("migrate", "--verbosity=0")
    command = [sys.executable, "-c", found]
    done = subprocess.run(command, env=house.environment, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr


@contextmanager
def serve_house(data: Path, *, port: int = 0, more: dict[str, str] | None = None) -> Iterator[House]:
    """Serve the instance in `data` until the story is over; its mail goes to a sink. more: what it chose besides."""
    from aiosmtpd.controller import Controller

    sink = MailSink()
    post = Controller(sink, hostname="127.0.0.1", port=sink.port)
    house = House(data, port or free_port(), sink, more or {})
    post.start()
    log = (data / "server.log").open("wb")
    try:
        server = subprocess.Popen(_serve(house.port), env=house.environment, cwd=ROOT, stdout=log, stderr=log)
        try:
            _wait_for(f"{house.address}/healthz")
            yield house
        finally:
            server.terminate()
            server.wait(timeout=20)
    finally:
        log.close()
        post.stop()


def _serve(port: int) -> list[str]:
    options = ["--interface", "wsgi", "--host", "127.0.0.1", "--port", str(port), "--workers", "1", "--no-ws"]
    options += ["--workers-kill-timeout", "5"]
    return [sys.executable, "-m", "granian", *options, "kring.site.wsgi:application"]


def _wait_for(address: str, seconds: float = 30) -> None:
    deadline = time.monotonic() + seconds
    while True:
        try:
            with urllib.request.urlopen(address, timeout=2):  # noqa: S310  our own server on this machine
                return
        except OSError:
            if time.monotonic() > deadline:
                raise
            time.sleep(0.1)


def personas(house: House) -> dict[str, dict[str, str]]:
    """The people of a demo folder by first name."""
    people = json.loads((house.data / "personas.json").read_text())
    return {one["name"].split()[0].lower(): one for one in people}
