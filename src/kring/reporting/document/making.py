"""From an answer to a document: the words around the tables. Nothing counts here, and nothing is looked up."""

import unicodedata
from collections.abc import Sequence
from dataclasses import replace

from django.utils import translation
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from kring.reporting import saying
from kring.reporting.answers import Answer, Missing
from kring.reporting.content import Audience
from kring.reporting.document.tabling import tables
from kring.reporting.document.values import Absent, Definition, Document, Excluded, Words
from kring.reporting.spoken import day, excluded, why_withheld

AUDIENCES = {
    Audience.PUBLIC: gettext_lazy("public version"),
    Audience.INTERNAL: gettext_lazy("internal version"),
    Audience.PREVIEW: gettext_lazy("preview of the public version"),
}
JOINERS = "\u200c\u200d"
"""They hold letters and pictures together."""


def of(answer: Answer, language: str, *, title: str = "") -> Document:
    """The answer as it leaves, for the audience it was counted for. title: as the one who asked would know it."""
    with translation.override(language):
        question = answer.question
        return Document(
            language=language,
            audience=answer.audience.value,
            question_id=_plain(question.id),
            title=_plain(title) or _("Answer to a question about figures"),
            question=_plain(question.words),
            asked_on=question.asked_on,
            dated=day(question.asked_on),
            period="; ".join(dict.fromkeys(saying.when(span) for span in question.period.spans)),
            standing=answer.standing.value,
            standing_says=str(saying.STANDINGS[answer.standing]),
            tables=tuple(tables(answer.parts, saying.only(question))),
            paragraphs=tuple(saying.sentences(answer)),
            not_held=tuple(_absent(each) for each in answer.missing),
            excluded=tuple(Excluded(each["name"], each["reason"]) for each in excluded()),
            not_said=tuple(_sentence(trap) for trap in saying.traps(answer)),
            definitions=tuple(_definition(**each) for each in saying.definitions(answer)),
            words=_words(answer.audience),
        )


def reworded(
    made: Document,
    *,
    title: str | None = None,
    number: str | None = None,
    question: str | None = None,
    paragraphs: Sequence[str] | None = None,
) -> Document:
    """The same figures under other words, as somebody wrote them; tables cannot be changed. number: of the question."""
    return replace(
        made,
        title=made.title if title is None else _plain(title),
        question_id=made.question_id if number is None else _plain(number),
        question=made.question if question is None else _plain(question),
        paragraphs=made.paragraphs if paragraphs is None else tuple(map(_plain, paragraphs)),
    )


def bare(made: Document) -> Document:
    """The figures alone, under a title that they give: nothing that somebody wrote, for who knows what stands in it."""
    title = f"{made.words.figures}: {made.period}" if made.period else made.words.figures
    return replace(made, question_id="", title=title, question="", paragraphs=())


def _plain(words: str) -> str:
    """What somebody wrote, without signs that no form can hold or that turn the words around them."""
    kept = (sign for sign in words if sign == "\n" or not unicodedata.category(sign).startswith("C") or sign in JOINERS)
    return "".join(kept).strip()


def _absent(each: Missing) -> Absent:
    split = tuple(way.code for way in each.dims)
    return Absent(saying.what(each), each.measure.code, split, str(each.why.reason), str(each.why.ask))


def _definition(*, code: str, version: int, counted: str, unit: str = "", base: str = "") -> Definition:
    return Definition(code, version, counted, unit, base)


def _sentence(words: str) -> str:
    return f"{saying.capital(words)}."


def _words(audience: Audience) -> Words:
    return Words(
        asked=_("The question"),
        period=_("Period"),
        dated=_("Counted on"),
        audience=str(AUDIENCES[audience]),
        figures=_("Figures"),
        table=_("Table"),
        explained=_("Explanation"),
        not_held=_("Not held here"),
        ask=_("Whom to ask"),
        excluded=_("Not counted"),
        not_said=_("What this number does not say"),
        definitions=_("Definitions"),
        versioned=_("version"),
        hash=_("Fingerprint"),
        withheld=saying.shown(None),
        withheld_means=_("“%(mark)s” means: %(why)s. Do not read it as 0.")
        % {"mark": saying.shown(None), "why": why_withheld()},
    )
