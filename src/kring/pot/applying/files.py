"""Files that come along with an application: few, small, of a kind known by its bytes. Never shown by us."""

from collections.abc import Sequence
from typing import Any

from django.utils.translation import gettext

from kring.pot.applying.checks import file_kind
from kring.pot.applying.content import SentAlong

MOST_FILES, MOST_BYTES = 3, 3 * 1024 * 1024


class NotTaken(Exception):
    """What was sent along is not taken; the sentence may be shown."""

    def __init__(self, sentence: str) -> None:
        super().__init__("not taken")
        self.sentence = sentence


def taken(files: Sequence[Any]) -> list[SentAlong]:
    """What was sent along. Raises `NotTaken`."""
    if len(files) > MOST_FILES:
        raise NotTaken(gettext("Three files at most. Put the others together, or leave them out."))
    found = []
    for one in files:
        raw = one.read()
        if len(raw) > MOST_BYTES:
            raise NotTaken(gettext("A file is 3 MB at most. Make a smaller photo or PDF of it."))
        kind = file_kind(raw)
        if not kind:
            raise NotTaken(gettext("We take a PDF or a photo (JPEG, PNG)."))
        found.append(SentAlong(kind, raw))
    return found
