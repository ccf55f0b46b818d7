"""Four words of a public key, to be compared on two screens: another key under the same name has other words."""

from kring.team.enrolment.wordlist import WORDS
from kring.vault.models import Principal
from kring.vault.primitives import digest, encode
from kring.vault.refusals import Refused
from kring.vault.server_keys import server_keys

NUMBER, BITS = 4, 9


def four_words(person: str) -> tuple[str, ...]:
    """The words of somebody's present key. Raises `Refused` when there is no such person."""
    row = Principal.objects.filter(id=person, kind=Principal.Kind.PERSON).first()
    if row is None:
        raise Refused
    return words_of(row.verified())


def words_of(row: Principal) -> tuple[str, ...]:
    """36 bits over instance, person, generation and public key."""
    context = encode(server_keys().instance, "four words", row.id, row.generation, bytes(row.public_key))
    number = int.from_bytes(digest(context)[:8], "big")
    return tuple(WORDS[number >> place * BITS & (1 << BITS) - 1] for place in range(NUMBER))
