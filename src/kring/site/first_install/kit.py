"""The recovery kit: a sheet of paper for each of the five, with the code that opens Kring for him, and a first page.

It is one file for the owner of the folder alone (0600), to be printed and destroyed. It is written before anything is
founded: a house whose codes nobody has would be lost.
"""

import os
from dataclasses import dataclass
from pathlib import Path

from django.conf import settings
from django.template.loader import render_to_string
from django.utils import translation

from kring.site.key_file import on_paper
from kring.vault.server_keys import server_keys

FILE = "recovery-kit.html"
STYLE = Path(__file__).with_name("kit.css")


@dataclass(frozen=True, slots=True)
class Sheet:
    """One person's page: what he is here, how he signs in, his code, the four words of his key."""

    name: str
    role: object
    sign_in: str
    code: str
    words: tuple[str, ...]
    trustee: bool


def kit_file() -> Path:
    """Where the kit is written."""
    return Path(settings.KRING_DATA) / FILE


def write_kit(town: str, sheets: list[Sheet], *, signer: str, day: object, language: str = "nl") -> Path:
    """Render and write the kit, whole or not at all; one of an installation that did not get finished is replaced."""
    with translation.override(language):
        page = render_to_string(
            "site/first_install/pages/kit.html",
            {
                "town": town,
                "sheets": sheets,
                "signer": signer,
                "day": day,
                "address": settings.KRING_ORIGIN or "http://localhost:8000",
                "key_file": Path(settings.KRING_DATA) / "server.key",
                "key_lines": on_paper(server_keys()),
                "style": STYLE.read_text(encoding="utf-8"),
            },
        )
    path = kit_file()
    whole = path.with_suffix(f".{os.getpid()}")
    descriptor = os.open(whole, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(descriptor, "w", encoding="utf-8") as file:
        file.write(page)
        file.flush()
        os.fsync(file.fileno())
    whole.replace(path)
    return path
