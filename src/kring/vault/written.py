"""Codes that people write over by hand: groups of four, no signs that look alike (Crockford). And bytes for a page."""

from base64 import urlsafe_b64decode, urlsafe_b64encode

ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
"""I, L, O and U are left out."""
LENGTH = 4
_LOOKALIKES = str.maketrans("OIL", "011")


def written(raw: bytes, parts: int) -> str:
    """A code of `parts` groups out of random bytes, like M82R-7VTC: twenty bits a group."""
    number, letters = int.from_bytes(raw, "big"), []
    for _ in range(parts * LENGTH):
        number, position = divmod(number, len(ALPHABET))
        letters.append(ALPHABET[position])
    return grouped("".join(letters))


def plain(typed: str) -> str:
    """A typed code as it is meant: capitals, no spaces or dashes; O reads as 0, I and L as 1."""
    return "".join(letter for letter in typed.upper() if letter.isalnum()).translate(_LOOKALIKES)


def for_page(raw: bytes) -> str:
    """Bytes as a script in a page reads them: base64 for addresses, without padding."""
    return urlsafe_b64encode(raw).rstrip(b"=").decode()


def from_page(text: str) -> bytes:
    """The bytes of `for_page`. Raises ValueError."""
    return urlsafe_b64decode(text + "=" * (-len(text) % 4))


def grouped(code: str) -> str:
    """Dashes between the groups."""
    return "-".join(code[start : start + LENGTH] for start in range(0, len(code), LENGTH))
