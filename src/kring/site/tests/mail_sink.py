"""A real SMTP server in this process that keeps what it is given, and refuses whom it is told to."""

import socket
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from email import message_from_bytes
from email.message import EmailMessage
from email.policy import default as modern
from typing import Any


@dataclass
class Sink:
    """What arrived, and the answers to give instead of taking it: address -> SMTP reply."""

    port: int
    mails: list[EmailMessage] = field(default_factory=list)
    replies: dict[str, str] = field(default_factory=dict)

    @property
    def address(self) -> str:
        return f"smtp://127.0.0.1:{self.port}"

    async def handle_RCPT(self, server: Any, session: Any, envelope: Any, address: str, options: Any) -> str:  # noqa: N802
        if address in self.replies:
            return self.replies[address]
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server: Any, session: Any, envelope: Any) -> str:  # noqa: N802  names of aiosmtpd
        self.mails.append(message_from_bytes(envelope.content, policy=modern))
        return "250 OK"


@contextmanager
def mail_sink() -> Iterator[Sink]:
    """A sink that listens while this lasts."""
    from aiosmtpd.controller import Controller

    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        sink = Sink(probe.getsockname()[1])
    controller = Controller(sink, hostname="127.0.0.1", port=sink.port)
    controller.start()
    try:
        yield sink
    finally:
        controller.stop()
