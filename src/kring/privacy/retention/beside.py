"""What is kept about a dossier by its id alone: it goes along, and a request that is not over holds it back (ARC-04).

Found in the tables themselves, as what hangs from the dossier is.
"""

from collections.abc import Iterable

from django.db import models

from kring.privacy.requests.models import PersonRequest
from kring.vault.rows import GuardedModel, concrete
from kring.vault.sharing import frozen
from kring.vault.whole import in_chunks

COLUMN = "dossier"


def rows_of(dossier: str) -> list[GuardedModel]:
    """Every guarded row that names a dossier in a plain column."""
    return [row for table in concrete() if _names_one(table) for row in in_chunks(table, COLUMN, [dossier])]


def open_requests(dossiers: Iterable[str], *, but: str = "") -> dict[str, str]:
    """Dossier -> the number of a request of the person that is not over: to be answered, or it froze a part.

    but: the number of the request that asks for the erasing itself.
    """
    rows = [row.verified() for row in in_chunks(PersonRequest, COLUMN, dossiers) if row.number != (but or None)]
    shut = frozen(row.dossier for row in rows if row.kind == PersonRequest.Kind.RESTRICTION)
    froze = [row for row in rows if row.kind == PersonRequest.Kind.RESTRICTION and row.dossier in shut]
    return {row.dossier: row.number for row in (*froze, *(row for row in rows if row.done_on is None))}


def _names_one(table: type[GuardedModel]) -> bool:
    return any(one.name == COLUMN and isinstance(one, models.CharField) for one in table._meta.concrete_fields)
