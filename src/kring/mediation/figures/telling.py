"""What a file leaves behind for figures: one fact, written and never read here.

It is named by the file's own key, so what is written later replaces it without reading; when the file is destroyed, the
fact stays, and nothing is left that could change it.
"""

from collections.abc import Mapping

from kring.mediation.figures.content import MediationTold
from kring.mediation.files.codelists import Side
from kring.mediation.files.content import FileContent, SideContent
from kring.mediation.files.models import MediationFile
from kring.vault import facts
from kring.vault.acts import Act
from kring.vault.gate import Keys

KIND = "mediation"
STARTED, NOT_STARTED, OPEN = "started", "not_started", "open"


def tell(act: Act, keys: Keys, file: MediationFile, content: FileContent, sides: Mapping[Side, SideContent]) -> None:
    """Leave what is known of a file now."""
    named = facts.row_key(keys, bundle=file.id, part="file")
    facts.write(act, kind=KIND, row_key=named, event="file", content=told(file, content, sides))


def told(file: MediationFile, content: FileContent, sides: Mapping[Side, SideContent]) -> MediationTold:
    """The fact itself: codes and a day."""
    a, b = sides[Side.A], sides[Side.B]
    return MediationTold(
        applied_on=file.opened_on,
        way=content.way,
        referrer=content.referrer,
        natures=" ".join(content.natures),
        outcome=NOT_STARTED if content.not_started else STARTED if content.form else OPEN,
        not_started=content.not_started,
        form=content.form,
        willing_a=a.willing,
        willing_b=b.willing,
        result_a=a.result,
        result_b=b.result,
        holds_a=a.holds,
        holds_b=b.holds,
    )
