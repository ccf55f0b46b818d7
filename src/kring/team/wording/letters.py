"""Which letters there are, what each asks for when it is written, and the town's own facts that stand in them."""

from dataclasses import dataclass
from pathlib import Path

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

LANGUAGES = (("nl", "Nederlands"), ("fr", "Français"), ("en", "English"))
TEXTS = Path(__file__).parent / "texts"


@dataclass(frozen=True, slots=True)
class Letter:
    """One sort of letter. asks: placeholders filled in when it is written. to_person: it goes to the client."""

    code: str
    name: Promise
    purpose: Promise
    asks: tuple[str, ...] = ()
    to_person: bool = True


LETTERS: tuple[Letter, ...] = (
    Letter("invitation", _("Invitation"), _("A first talk, and how to say no."), ("name", "day", "place")),
    Letter(
        "leaflet",
        _("Information leaflet"),
        _("What we write down, why, who reads it, and what the person may ask (GDPR 13 and 14)."),
    ),
    Letter("closing", _("Closing letter"), _("Our part is done, and how to find us again."), ("name",)),
    Letter(
        "referral",
        _("Referral letter"),
        _("To a service, with what the person agreed to say."),
        ("name", "organisation", "service", "request"),
        to_person=False,
    ),
    Letter(
        "silence",
        _("Refusal to speak"),
        _("Why a colleague keeps silent, with the article of the day (SEC-12)."),
        to_person=False,
    ),
)
BY_CODE = {one.code: one for one in LETTERS}
FROM_DOSSIER = tuple(one for one in LETTERS if one.code != "silence")

FACTS: dict[str, Promise] = {
    "town": _("Name of the town"),
    "team": _("Name of the team"),
    "team_address": _("Address of the team"),
    "team_phone": _("Phone of the team"),
    "team_email": _("E-mail of the team"),
    "dpo": _("Data protection officer: how to reach"),
    "supervisor": _("Supervisor for data protection"),
    "complaints": _("Where a complaint goes"),
    "read_when": _("When the words of a client are read"),
    "help_now": _("Where help is now, day and night"),
}
"""The town's own facts, asked once (GDP-16). How long a dossier is kept is none of them: its selection rule says it."""
LAWS = {
    "law_secrecy": "secrecy",
    "law_information": "information",
    "law_task": "public_task",
    "law_policy": "social_policy",
}
"""Placeholder -> subject in the registry of law."""


def standard(code: str, language: str) -> str:
    """The text a letter has as long as the town wrote none of its own."""
    return (TEXTS / language / f"{code}.txt").read_text(encoding="utf-8")
