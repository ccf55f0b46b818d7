"""Call-words: two everyday words by which both sides know which referral a mail without content is about.

Drawn by the house and never typed, so that nobody makes a name of one; the same for ever for one referral, and nothing
is stored. The words are written nearly alike in Dutch, French and English and mean nothing about anybody.
"""

from kring.vault.primitives import encode, mac
from kring.vault.server_keys import server_keys

_LIST = """
album atlas ballet bamboo banjo bonsai bravo cactus camping caramel confetti croissant dahlia delta dessert disco
domino fanfare festival flamingo garage globe golf gorilla hockey horizon hotel iguana indigo iris jaguar jazz jungle
karaoke kayak kiwi koala laser lama magnolia mango menu mimosa oasis opera orca panda panorama parachute parasol patio
piano pizza polo poster puma quiz radar robot rugby safari scooter tango trampoline
"""
WORDS = tuple(_LIST.split())


def call_word(referral: str) -> str:
    """The call-word of a referral, like "piano kayak"; only this installation can compute it."""
    number = int.from_bytes(mac(server_keys().of("call-word", 0), encode(referral)), "big")
    number, first = divmod(number, len(WORDS))
    second = number % (len(WORDS) - 1)
    return f"{WORDS[first]} {WORDS[second + (second >= first)]}"
