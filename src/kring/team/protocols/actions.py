"""Writing a protocol, and its next version. The one before stays: what was told by it names it."""

from dataclasses import replace

from django.db import IntegrityError
from django.utils import timezone

from kring.team.protocols import queries
from kring.team.protocols.models import SharingProtocol
from kring.team.protocols.rules import Protocol
from kring.vault.acts import acting
from kring.vault.primitives import digest
from kring.vault.refusals import Conflict


def write_protocol(by: str, said: Protocol, *, seen: int, once: str) -> str:
    """The first or the next version; the id of the protocol. seen: the version it was written on, 0 for the first.

    Raises `Conflict` when somebody was earlier.
    """
    row = SharingProtocol(
        protocol=said.protocol,
        number=seen + 1,
        parties=said.parties,
        purpose=said.purpose,
        categories=said.categories,
        published=said.published,
        document=said.document,
        from_on=said.from_on,
        until_on=said.until_on,
        ended_on=said.ended_on,
        by=by,
        written_at=timezone.now(),
    )
    words = digest(repr(replace(said, protocol="", number=0, row="")).encode()).hex()
    try:
        with acting("protocols.write", by=by, on=[row.id]) as act:
            made = act.once(f"{once} {words}", lock="protocols", outcome=said.protocol)
            if made is not None:
                return made
            newest = SharingProtocol.objects.select_for_update(no_key=True).filter(protocol=said.protocol)
            if (newest.order_by("-number").values_list("number", flat=True).first() or 0) != seen:
                raise Conflict
            act.add(row)
    except IntegrityError:  # two wrote the same number in one moment
        raise Conflict from None
    queries.forget()
    return said.protocol
