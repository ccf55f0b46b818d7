"""Reading drafts back: the one that belongs to a form that was opened again, and the list of what is unfinished."""

import re
from dataclasses import dataclass, field
from datetime import datetime

from kring.team.drafts.actions import letters
from kring.team.drafts.content import Draft
from kring.team.paths import own_path
from kring.vault import gate, letterbox
from kring.vault.gate import Session
from kring.vault.keycheck import OWN
from kring.vault.primitives import is_id

SHORT = 3
CODE = re.compile(r"[a-z0-9_.:-]+")
"""How the value of a choice, a day and an hour look in a form."""


@dataclass(frozen=True, slots=True)
class Kept:
    """One draft, opened: `pen` of the page that wrote it."""

    letter: str
    pen: str
    kept_at: datetime
    draft: Draft = field(repr=False)

    @property
    def path(self) -> str:
        """Where one goes on with it, "" when that is no page of ours."""
        return own_path(self.draft.path)

    @property
    def words(self) -> list[str]:
        """What somebody typed, as far as one can tell it from choices and ids."""
        return [text for _, text in self.draft.fields if len(text) > SHORT and not is_id(text) and not text.isdigit()]

    @property
    def said(self) -> list[str]:
        """The same without the choices: what has a space in it, or one word that is no code, day or hour."""
        sentences = [text for text in self.words if " " in text.strip()]
        return sentences or [text for text in self.words if not CODE.fullmatch(text)][:1]


def unfinished(session: Session) -> list[Kept]:
    """All drafts, the newest first; one entry in the journal, none when there is nothing."""
    found = list(letters(session.person))
    if not found:
        return []
    keys = gate.entering(session, act="draft.read", of=[session.person], parts=[OWN])
    drafts = letterbox.read(keys, found, Draft, owner=session.person)
    return [Kept(row.id, row.about, row.dropped_at, draft) for row, draft in zip(found, drafts, strict=True)]


def find(session: Session, form: str, on: str) -> Kept | None:
    """The newest draft of one form, or None."""
    return next((one for one in unfinished(session) if (one.draft.form, one.draft.on) == (form, on)), None)
