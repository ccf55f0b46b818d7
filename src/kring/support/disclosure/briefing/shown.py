"""A letter upward in words, the same for who wrote it and for who is asked."""

from typing import Any

from kring.support.disclosure.briefing.queries import Kept
from kring.support.dossier import words
from kring.team.clock import today
from kring.team.names import Names, name_of


def shown(kept: Kept, names: Names) -> dict[str, Any]:
    """What a page says of one letter. may_pass_on: it was written by who carries the dossier, and went no further."""
    letter = kept.letter
    return {
        "id": kept.row.id,
        "question": letter.question,
        "options": letter.options,
        "needed": letter.needed,
        "items": letter.items,
        "by": name_of(names, letter.by),
        "to": name_of(names, letter.to),
        "on": words.day(letter.on),
        "until": words.day(letter.until),
        "over": letter.until < today(),
        "answers": [(one.words, words.day(one.on)) for one in letter.answers],
        "passed_on": words.day(letter.passed_on) if letter.passed_on else "",
        "may_pass_on": not kept.row.above and not letter.passed_on,
    }
