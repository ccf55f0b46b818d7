"""What a dossier leaves behind for the council's figure: facts, written and never read here.

A fact is named by the dossier's own key, so a correction replaces without reading; the vault links the facts of one
dossier by a pseudonym. What does not live here: counting (reporting).
"""

from datetime import date

from kring.support.dossier.content import DossierClosed, DossierOpened, SummaryContent
from kring.vault import facts
from kring.vault.acts import Act
from kring.vault.facts import Entry
from kring.vault.gate import Keys

OPENED, CLOSED = "dossier_opened", "dossier_closed"


def opened(keys: Keys, *, dossier: str, summary: SummaryContent, opened_on: date, holder: str) -> Entry:
    """The fact that a dossier was opened."""
    content = DossierOpened(summary.programme, summary.mode, opened_on, facts.worker(holder))
    return Entry(OPENED, facts.row_key(keys, bundle=dossier, part="summary"), "opened", content)


def tell_closed(act: Act, keys: Keys, *, dossier: str, closed_on: date) -> None:
    """Leave the fact that a dossier was closed."""
    row_key = facts.row_key(keys, bundle=dossier, part="summary")
    facts.write(act, kind=CLOSED, row_key=row_key, event="closed", content=DossierClosed(closed_on))
