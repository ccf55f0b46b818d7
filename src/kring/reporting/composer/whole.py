"""The whole answer as one document: own words and drafted paragraphs in their order, the tables of all its figures."""

from collections.abc import Iterable
from dataclasses import replace

from django.utils.translation import gettext as _
from django.utils.translation import override

from kring.protection.tables import Rules
from kring.reporting import document, saying
from kring.reporting.answers import Standing
from kring.reporting.composer.content import Composed, Received, Wish
from kring.reporting.document import Document
from kring.reporting.spoken import day


def figure(wish: Wish) -> Document | None:
    """What was counted for one figure; None before."""
    return document.read(wish.counted) if wish.counted else None


def of(said: Composed) -> Document:
    """Every figure in one. There is at least one, and each is counted."""
    made = [document.read(one.counted) for one in said.figures]
    with override(said.received.language):
        figures = replace(
            made[0],
            period="; ".join(_once(one.period for one in made)),
            **_standing(made),  # type: ignore[arg-type]  # two fields of text
            tables=tuple(table for one in made for table in one.tables),
            not_held=_once(each for one in made for each in one.not_held),
            excluded=_once(each for one in made for each in one.excluded),
            not_said=_once(each for one in made for each in one.not_said),
            definitions=_once(each for one in made for each in one.definitions),
        )
        came, words = said.received, tuple(paragraphs(said))
        return document.reworded(figures, title=title(came), number=came.number, question=came.text, paragraphs=words)


def internal(said: Composed) -> str:
    """Every number of all figures as one document without a sentence, written out; "" where one was not kept."""
    if not all(one.internal for one in said.figures):
        return ""
    made = of(replace(said, figures=tuple(replace(one, counted=one.internal) for one in said.figures)))
    return document.write(document.reworded(made, paragraphs=()))


def paragraphs(said: Composed) -> Iterable[str]:
    """The text of the answer, one paragraph after another."""
    if said.correcting and said.versions:
        before = {"day": day(said.versions[-1].on), "why": said.correcting}
        yield _("This answer takes the place of the one of %(day)s. Why: %(why)s") % before
    yield from _rows(said.opening)
    for one in said.figures:
        yield from _rows(one.before)
        yield from (found.paragraphs if (found := figure(one)) else ())
        yield from _rows(one.after)
    yield from _rows(said.closing)


def title(received: Received) -> str:
    """What the answer is called: by number and who asked, never by what it says of anybody."""
    if received.number:
        return _("Answer to question %(number)s of %(asker)s") % {"number": received.number, "asker": received.asker}
    return _("Answer to the question of %(asker)s") % {"asker": received.asker}


def rules() -> str:
    """The rules of disclosure control that hold, to be told apart from others."""
    held = Rules()
    return f"{held.threshold}/{held.carriers}"


def _standing(made: list[Document]) -> dict[str, str]:
    found = {one.standing for one in made}
    if found == {Standing.UNSAFE.value}:
        standing = Standing.UNSAFE
    elif found == {Standing.NOT_HELD.value}:
        standing = Standing.NOT_HELD
    else:
        standing = Standing.ANSWERED if found == {Standing.ANSWERED.value} else Standing.PARTLY
    return {"standing": standing.value, "standing_says": str(saying.STANDINGS[standing])}


def _once[One](found: Iterable[One]) -> tuple[One, ...]:
    return tuple(dict.fromkeys(found))


def _rows(words: str) -> list[str]:
    return [row for row in (row.strip() for row in words.splitlines()) if row]
