"""The outbox: mail that must go out while nobody is signed in. Address and template id, no content.

Sealed under the server key file (readable to who has database *and* key file until it is sent), destroyed on sending.
Which templates exist and how they are sent is the site's business.
"""

import json
from collections.abc import Iterator
from dataclasses import dataclass

from kring.vault.acts import Act
from kring.vault.models import OutboxRow
from kring.vault.primitives import encode, keep, open_kept
from kring.vault.server_keys import server_keys


@dataclass(frozen=True, slots=True)
class Outgoing:
    """One mail to be sent: where, which template, in which language, the few words it may carry (a link, a code)."""

    row: OutboxRow
    to: str
    template: str
    language: str
    words: dict[str, str]
    about: str = ""
    dossier: str = ""


def post(
    act: Act,
    *,
    to: str,
    template: str,
    language: str = "nl",
    words: dict[str, str] | None = None,
    about: str = "",
    dossier: str = "",
) -> OutboxRow:
    """Put a mail in the outbox, within the act that decided it. `about`: the public id that an answer belongs to.

    dossier: the dossier it comes from; when that fell silent meanwhile the mail does not go out. It stands in no mail.
    """
    row = OutboxRow()
    body = {"to": to, "template": template, "language": language, "words": words or {}, "about": about}
    if dossier:
        body["dossier"] = dossier
    row.sealed = keep(server_keys().of("outbox", 0), json.dumps(body).encode(), _context(row))
    return act.add(row)


def waiting() -> Iterator[Outgoing]:
    """The mails still to be sent, in order of posting."""
    for row in OutboxRow.objects.order_by("posted_at", "id"):
        body = json.loads(open_kept(server_keys().of("outbox", 0), bytes(row.verified().sealed), _context(row)))
        told = (body["to"], body["template"], body["language"], body["words"])
        yield Outgoing(row, *told, body.get("about", ""), body.get("dossier", ""))


def _context(row: OutboxRow) -> bytes:
    return encode(server_keys().instance, "outbox", row.id)
