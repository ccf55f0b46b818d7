"""Codes that people write over by hand: capitals in groups of four, without signs that look alike (Crockford)."""

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


def grouped(code: str) -> str:
    """Dashes between the groups."""
    return "-".join(code[start : start + LENGTH] for start in range(0, len(code), LENGTH))
