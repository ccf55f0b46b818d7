"""What must be so before an application is taken: pure, each with a sentence for beside its field."""

from collections.abc import Sequence
from datetime import date, timedelta

_SHORTEST, _LONGEST = 15, 34


def tidy_iban(typed: str) -> str:
    """An account number without what people type between its signs."""
    return "".join(sign for sign in typed.upper() if sign.isalnum())


def is_iban(tidied: str) -> bool:
    """Whether the check digits of an account number are right (ISO 13616: modulo 97 is 1)."""
    shaped = (
        tidied.isascii() and _SHORTEST <= len(tidied) <= _LONGEST and tidied[:2].isalpha() and tidied[2:4].isdigit()
    )
    if not shaped or (tidied.startswith("BE") and len(tidied) != 16):
        return False
    number = "".join(str(int(sign, 36)) for sign in tidied[4:] + tidied[:4])
    return int(number) % 97 == 1


def first_start(day: date, lead_days: int) -> date:
    """The first day on which a project may begin that is asked for today."""
    return day + timedelta(days=lead_days)


def same_address(addresses: Sequence[str]) -> int | None:
    """The place of the first address that stood there before, or None."""
    seen: set[str] = set()
    for place, typed in enumerate(addresses):
        plain = "".join(sign for sign in typed.casefold() if sign.isalnum())
        if plain and plain in seen:
            return place
        seen.add(plain)
    return None


def file_kind(head: bytes) -> str:
    """What a file is by its first bytes: pdf, jpeg or png; "" for what we do not take."""
    begins = {b"%PDF-": "pdf", b"\xff\xd8\xff": "jpeg", b"\x89PNG\r\n\x1a\n": "png"}
    return next((kind for begin, kind in begins.items() if head.startswith(begin)), "")
