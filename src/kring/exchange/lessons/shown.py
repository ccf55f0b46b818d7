"""A card as its pages show it."""

from collections.abc import Iterable
from typing import Any

from django.utils.formats import date_format

from kring.exchange.lessons.codelists import WorkingForm
from kring.exchange.lessons.content import LessonCard
from kring.exchange.lessons.models import LibraryRecord
from kring.team.life_domains import LifeDomain


def card(record: LibraryRecord, content: LessonCard) -> dict[str, Any]:
    """One card: its words, life domains, working form and day. Not by whom: it is the team's."""
    tags = [LifeDomain(one).label for one in content.domains if one in LifeDomain.values]
    tags += [WorkingForm(content.form).label] if content.form in WorkingForm.values else []
    return {
        "id": record.id,
        "title": content.title,
        "situation": content.situation,
        "helped": content.helped,
        "not_helped": content.not_helped,
        "tags": tags,
        "day": date_format(record.on, "j F Y"),
    }


def cards(found: Iterable[tuple[LibraryRecord, LessonCard]]) -> list[dict[str, Any]]:
    """Many of them."""
    return [card(record, content) for record, content in found]
