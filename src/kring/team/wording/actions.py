"""Writing a new version of a text or a fact. The one before stays, so that one sees which letter said what."""

from django.db import IntegrityError
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from kring.team.wording import placeholders, queries
from kring.team.wording.letters import FACTS, LETTERS
from kring.team.wording.models import Wording
from kring.vault.acts import acting
from kring.vault.refusals import Conflict, Refused


class NotWritten(ValueError):
    """The text was not kept; the sentence may be shown. `words`: what it is about, as it was typed."""

    def __init__(self, sentence: str | Promise, words: str = "") -> None:
        super().__init__(sentence)
        self.sentence, self.words = sentence, words


def write(by: str, *, code: str, language: str, text: str, seen: int, once: str) -> int:
    """The next version of a letter; its number. seen: the version it was written on.

    Raises `NotWritten` for an empty text or an unknown placeholder, `Conflict` when somebody was earlier.
    """
    if code not in {one.code for one in LETTERS}:
        raise Refused
    check(text)
    try:
        return _next(by, code, language, text, seen, once)
    except IntegrityError:  # two wrote the same number in one moment
        raise Conflict from None


def write_facts(by: str, given: dict[str, str], *, once: str) -> None:
    """The facts of the town that changed, each its next version."""
    before = queries.fact_rows()
    with acting("letters.facts", by=by) as act:
        if act.once(once, lock="facts", outcome="facts") is not None:
            return
        for code in FACTS:
            row, text = before[code], given.get(code, "").strip()
            if text != (row.text if row else ""):
                act.add(_version(by, code, "", text, (row.number if row else 0) + 1))


def check(text: str) -> None:
    """Raise `NotWritten` unless the text can become a letter."""
    if not text.strip():
        raise NotWritten(_("A letter needs a text."))
    if strange := placeholders.unknown(text):
        raise NotWritten(_("There is no such placeholder. Choose one of the list."), ", ".join(strange))


def _next(by: str, code: str, language: str, text: str, seen: int, once: str) -> int:
    with acting("letters.word", by=by) as act:
        made = act.once(once, lock=f"{code} {language}", outcome=str(seen + 1))
        if made is not None:
            return int(made)
        newest = Wording.objects.select_for_update(no_key=True).filter(code=code, language=language)
        if (newest.order_by("-number").values_list("number", flat=True).first() or 0) != seen:
            raise Conflict
        act.add(_version(by, code, language, text.strip() + "\n", seen + 1))
    return seen + 1


def _version(by: str, code: str, language: str, text: str, number: int) -> Wording:
    return Wording(code=code, language=language, number=number, text=text, by=by, written_at=timezone.now())
