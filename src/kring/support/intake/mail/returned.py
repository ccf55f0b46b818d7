"""What a mail system sends when it could not deliver: the parts in which the returned mail stands, and to whom it went.

Each system writes it in another place (a report, an attached message, plain text), so every part is given. A notice
that a mail is only late is no failure and gives nothing. Source: RFC 3464.
"""

import re
from collections.abc import Iterator
from typing import Final

from kring.support.intake.mail.letter import ParsedMail

_READ: Final = 500_000
_LATE = re.compile(r"^action\s*:\s*(?:delayed|delivered|relayed|expanded)", re.IGNORECASE | re.MULTILINE)
_FAILED = re.compile(r"^action\s*:\s*failed", re.IGNORECASE | re.MULTILINE)
_ADDRESS = r"<?([^\s<>;,]{1,64}@[^\s<>;,]{1,250})>?"
_RECIPIENTS = (
    re.compile(rf"^(?:final|original)-recipient\s*:\s*(?:rfc822\s*;\s*)?{_ADDRESS}", re.IGNORECASE | re.MULTILINE),
    re.compile(rf"^x-failed-recipients\s*:\s*{_ADDRESS}", re.IGNORECASE | re.MULTILINE),
)


def returned_texts(mail: ParsedMail) -> list[str]:
    """Every text in which the id of the returned mail may stand; none when the mail is only late."""
    texts = list(_texts(mail))
    late = any(_LATE.search(text) for text in texts) and not any(_FAILED.search(text) for text in texts)
    return [] if late else [mail.earlier, *texts]


def returned_to(mail: ParsedMail) -> str:
    """The address that could not be reached, as the mail system names it; "" when it does not."""
    texts = list(_texts(mail))
    named = (found[1] for pattern in _RECIPIENTS for text in texts if (found := pattern.search(text)))
    return next(named, "")


def _texts(mail: ParsedMail) -> Iterator[str]:
    yield mail.text[:_READ]
    for attachment in mail.attachments:
        yield attachment.content[:_READ].decode("utf-8", "replace")
    yield mail.raw[:_READ].decode("utf-8", "replace")
