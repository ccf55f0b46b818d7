"""The line of time on the page of a dossier: what the filters are, what is shown, and whether it goes on."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.urls import reverse
from django.utils.functional import Promise
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _

from kring.support.contacts.log.queries import PAGE
from kring.support.desk import entries, stream
from kring.support.desk.card import Card

NAMES: dict[str, Promise] = {
    stream.ALL: _("Everything"),
    stream.CONTACTS: _("Contacts"),
    stream.EVENTS: _("Events"),
    stream.OWN: _("My notes"),
}


@dataclass(frozen=True, slots=True)
class Timeline:
    """What the page shows of the stream. older: where the rest stands, "" when this is all."""

    entries: SafeString
    filters: list[dict[str, Any]]
    show: str
    older: str
    newest: str
    words: dict[str, str] | None


def of(card: Card, *, show: str, before: date | None, most: int = PAGE) -> Timeline:
    """From an open card to its line of time."""
    here = reverse("desk:dossier", args=[card.dossier.id])
    heads = [row for row in card.stream.rows if before is None or row.on < before]
    more = len(heads) >= most
    last = min((row.on for row in heads if row.id not in card.stream.pinned), default=date.min)
    told = stream.lines(card.stream, card.names, card.sensitive, show=show, dossier=card.dossier.id)
    if show in (stream.ALL, stream.EVENTS):
        told += stream.events(card.dossier, card.summary, last if more else date.min, before)
        told.sort(key=lambda line: (line["pinned"], line["at"]), reverse=True)
    query = f"show={show}&" if show else ""
    return Timeline(
        entries.html(told),
        [
            {"url": f"{here}?show={code}" if code else here, "label": name, "current": code == show}
            for code, name in NAMES.items()
        ],
        show,
        f"{here}?{query}before={last.isoformat()}#stream" if more else "",
        here if before else "",
        next(({"text": line["voice"], "when": line["when"]} for line in told if line.get("voice")), None),
    )
