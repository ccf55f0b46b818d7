"""What a dossier leaves behind for the council's figure: facts, written and never read here.

A fact is named by the dossier's own key, so a correction replaces without reading; the vault links the facts of one
dossier by a pseudonym. What does not live here: counting (reporting).
"""

from datetime import date

from kring.support.dossier.content import DossierClosed, DossierOpened, SummaryContent
from kring.vault import facts
from kring.vault.facts import Entry
from kring.vault.gate import Keys
from kring.vault.primitives import Key, derive

OPENED, CLOSED = "dossier_opened", "dossier_closed"


def opened(keys: Keys, *, dossier: str, summary: SummaryContent, opened_on: date, holder: str) -> Entry:
    """The fact that a dossier was opened, or taken up again."""
    content = DossierOpened(summary.programme, summary.mode, opened_on, facts.worker(holder))
    return Entry(OPENED, _row_key(keys, dossier, summary), "opened", content)


def closed(keys: Keys, *, dossier: str, summary: SummaryContent, closed_on: date) -> Entry:
    """The fact that a dossier was closed."""
    return Entry(CLOSED, _row_key(keys, dossier, summary), "closed", DossierClosed(closed_on))


def _row_key(keys: Keys, dossier: str, summary: SummaryContent) -> Key:
    """Each time a role is taken up again has facts of its own, so the days in between stay as they were counted."""
    first = facts.row_key(keys, bundle=dossier, part="summary")
    again = len(summary.reopened_on)
    return derive(first, f"taken up again {again}") if again else first
