"""What is kept about a dossier by its id alone: it goes with the dossier, and an open request holds it back (ARC-04).

Found in the tables themselves, as what hangs from the dossier is.
"""

from collections.abc import Iterable

from django.db import models

from kring.privacy.requests.models import PersonRequest
from kring.vault.rows import GuardedModel, concrete
from kring.vault.whole import in_chunks

COLUMN = "dossier"


def rows_of(dossier: str) -> list[GuardedModel]:
    """Every guarded row that names a dossier in a plain column."""
    return [row for table in concrete() if _names_one(table) for row in in_chunks(table, COLUMN, [dossier])]


def open_requests(dossiers: Iterable[str]) -> dict[str, str]:
    """Dossier -> the number of a request of the person that is still to be answered."""
    rows = in_chunks(PersonRequest, COLUMN, dossiers)
    return {row.dossier: row.number for row in rows if row.verified().done_on is None}


def _names_one(table: type[GuardedModel]) -> bool:
    return any(one.name == COLUMN and isinstance(one, models.CharField) for one in table._meta.concrete_fields)
