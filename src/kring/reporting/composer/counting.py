"""A figure counted: the question it makes, in a sentence and for the vault, and the document of what was found."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import override

from kring.reporting import asking, document, planning, saying
from kring.reporting.answering import pairs
from kring.reporting.answers import Answer
from kring.reporting.asking import Question
from kring.reporting.composer import drafting, names, pictures
from kring.reporting.composer.content import Wish
from kring.reporting.content import Audience
from kring.reporting.dimensions import DIMENSIONS
from kring.vault.gate import Session

COMPANIONS = ("trend", "denominator")
"""Measures that say something of the others."""


def question(figure: Wish, as_of: date) -> Question:
    """What a figure asks. Raises `NotUnderstood`."""
    return asking.understood(_said(figure, as_of), as_of)


def drafted(session: Session, figures: Sequence[Wish], as_of: date, language: str) -> tuple[Wish, ...]:
    """The figures as a draft has them, all of it in one question to the vault; nothing of it is remembered.

    For members of the statistics office. Raises `NotUnderstood`, `Refused`.
    """
    return _counted(session, figures, as_of, language, Audience.PREVIEW)


def for_everybody(session: Session, figures: Sequence[Wish], as_of: date, language: str) -> tuple[Wish, ...]:
    """The figures as everybody may have them, in one go, remembered for good: once, when an answer is frozen.

    For members of the statistics office. Raises `NotUnderstood`, `Refused`, `Busy`.
    """
    return _counted(session, figures, as_of, language, Audience.PUBLIC)


def wished(figure: Wish, as_of: date) -> Wish:
    """The figure as who may not count asks for it: understood, and not counted yet. Raises `NotUnderstood`."""
    planning.plan(question(figure, as_of))
    return uncounted(figure)


def uncounted(figure: Wish) -> Wish:
    """The figure without what was counted for it."""
    return replace(figure, counted="", internal="")


def sentence(figure: Wish, as_of: date) -> str:
    """What is asked, as one sentence. Raises `NotUnderstood`."""
    what = saying.capital(
        drafting.joined([names.measure_name(code) for code in figure.measures if code not in COMPANIONS])
    )
    by = drafting.joined([names.way_name(code) for code in figure.splits])
    only = _only(figure)
    when = drafting.joined([saying.when(span) for span in planning.spans(question(figure, as_of))])
    said = _("%(what)s by %(by)s") % {"what": what, "by": by} if by else what
    said = _("%(what)s, only %(only)s") % {"what": said, "only": only} if only else said
    said = _("%(what)s, %(when)s") % {"what": said, "when": when} if when else said
    return _("%(what)s, beside the period before.") % {"what": said} if "trend" in figure.measures else f"{said}."


def _said(figure: Wish, as_of: date) -> dict[str, Any]:
    filters: dict[str, list[str]] = {}
    for one in figure.only:
        name, _sign, group = one.partition("=")
        filters.setdefault(name, []).append(group)
    crossed = [one for one in figure.splits if not _is_time(one)]
    return {
        "id": figure.id,
        "topic": figure.topic,
        "measures": list(figure.measures),
        "dimensions": list(figure.splits),
        "tables": [[one] for one in crossed] if figure.apart else [crossed],
        "filters": filters,
        "period": figure.period,
        "asked_on": as_of.isoformat(),
    }


def _only(figure: Wish) -> str:
    return ", ".join(names.narrowed(one) for one in figure.only)


def _is_time(code: str) -> bool:
    way = DIMENSIONS.get(code)
    return way is not None and way.time


def _counted(
    session: Session, figures: Sequence[Wish], as_of: date, language: str, outside: Audience
) -> tuple[Wish, ...]:
    with override(language):
        found = pairs(session, [question(one, as_of) for one in figures], outside)
        return tuple(
            replace(one, counted=_kept(one, made.outside, language), internal=_inside(one, made.internal, language))
            for one, made in zip(figures, found, strict=True)
        )


def _kept(figure: Wish, made: Answer, language: str) -> str:
    title = sentence(figure, made.question.asked_on)
    said = pictures.honest(document.of(made, language, title=title))
    return document.write(document.reworded(said, paragraphs=drafting.paragraphs(said, _only(figure))))


def _inside(figure: Wish, made: Answer, language: str) -> str:
    """The tables with every number, without a sentence: no word of an answer is made of them."""
    title = sentence(figure, made.question.asked_on)
    return document.write(document.reworded(document.of(made, language, title=title), paragraphs=()))
