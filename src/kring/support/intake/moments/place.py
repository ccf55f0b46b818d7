"""Where a talk is: sealed under the server key file, so that a stolen database does not tell who waits where."""

from kring.support.intake.moments.models import TalkMoment
from kring.vault.primitives import encode, keep, open_kept
from kring.vault.server_keys import server_keys


def sealed(moment: str, where: str) -> bytes:
    """The words as they lie in the row."""
    return keep(server_keys().of("place of a talk", 0), where.encode(), _context(moment))


def of(row: TalkMoment) -> str:
    """The words again. Raises `Refused`."""
    return open_kept(server_keys().of("place of a talk", 0), bytes(row.verified().place), _context(row.id)).decode()


def _context(moment: str) -> bytes:
    return encode(server_keys().instance, "place of a talk", moment)
