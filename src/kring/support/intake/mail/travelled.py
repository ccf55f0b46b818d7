"""What a message brought along from its sender, without the lines that the road added.

A second delivery of one message bears other lines of the road, and a mailbox gives other line ends than a file; all the
rest was written by who sent it. Two messages that differ in anything else are two, though they claim one id.
"""

import re
from typing import Final

from kring.support.intake.mail.limits import head_of

_ROAD: Final = re.compile(
    rb"(?:received|received-spf|x-received|return-path|delivered-to|x-original-to|envelope-to|authentication-results"
    rb"|arc-[\w-]+|x-(?:spam|virus|ms-exchange|google|gm)-[\w-]+|status|x-status|x-keywords|x-uid|content-length|lines)"
    rb"\s*:",
    re.IGNORECASE,
)
_FIELD: Final = re.compile(rb"[^\n]*\n(?:[ \t][^\n]*\n)*")


def travelled(raw: bytes) -> bytes:
    """The message with even line ends and without the lines of the road (RFC 5322 3.6.7 and what servers add)."""
    raw = raw.replace(b"\r\n", b"\n")
    head = head_of(raw)
    fields = [field for field in _FIELD.findall(head) if not _ROAD.match(field) and not field.startswith(b"From ")]
    return b"".join(fields) + raw[len(head) :]
