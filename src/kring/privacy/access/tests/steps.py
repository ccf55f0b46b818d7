"""The way of a copy over HTTP: the worksheet filled in page by page, the copy handed over."""

from typing import Any

from django.test import Client
from django.urls import reverse
from django.utils.html import strip_tags

from kring.privacy.access import giving
from kring.team.testing import Persona, Town
from kring.vault.primitives import new_id


def sheet_of(who: Persona, dossier: str, request: str) -> giving.Work:
    return giving.work(who.session, dossier, request, act="test.work")


def filled(work: giving.Work, number: int, **choices: dict[str, Any]) -> dict[str, Any]:
    """The form of a page as it is proposed; choices: by a word that stands in the piece."""
    fields: dict[str, Any] = {"once": new_id(), "seen": work.known.record.revision}
    for one in work.sheet.page(number):
        given = {"choice": "mask" if one.found else "give", "found": list(one.found), "more": "", "ground": ""}
        if one.piece.own:
            given = {"choice": "keep", "found": [], "more": "", "ground": "own_note"}
        text = " ".join(text for _label, text in one.lines)
        for word, chosen in choices.items():
            given |= chosen if word in text else {}
        given["digest"] = one.piece.digest
        fields |= {f"{one.piece.id}-{name}": value for name, value in given.items()}
    return fields


def url(name: str, dossier: str, request: str, *more: str) -> str:
    return reverse(f"privacy:{name}", args=[dossier, request, *more])


def looked_at(town: Town, dossier: str, request: str, **choices: dict[str, Any]) -> Client:
    """Noor goes through every page of the worksheet."""
    browser = town.noor.client
    for number in range(1, sheet_of(town.noor, dossier, request).sheet.pages + 1):
        work = sheet_of(town.noor, dossier, request)
        answer = browser.post(url("worksheet", dossier, request, str(number)), filled(work, number, **choices))
        assert answer.status_code == 302, strip_tags(answer.content.decode())
    return browser


def handed(browser: Client, dossier: str, request: str, how: str = "json") -> Any:
    return browser.post(url("give", dossier, request), {"once": new_id(), "sure": "on", how: how})


def texts(copy: dict[str, Any]) -> str:
    return " ".join(line["text"] for piece in copy["pieces"] for line in piece["says"])
