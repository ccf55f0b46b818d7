"""Which passwords will do: a table of what people really try, and of what they should be free to choose."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from kring.team.ways_in.password_rules import SHORTEST, WeakPassword, check_password, common

ABOUT = ("Noor Claes", "noor.claes@kring.example")
WEAK = [
    "",
    "short",
    "thirteen.sign",
    "aaaaaaaaaaaaaaaa",
    "abababababababab",
    "123456789123456789",
    "1234567890123456",
    "98765432109876543210",
    "qwertyuiopasdfgh",
    "azertyuiopqsdfgh",
    "abcdefghijklmnop",
    "wachtwoord1234!",
    "Wachtwoord2026!!",
    "W@chtw00rd-2026",
    "Welkom01Welkom01",
    "welkomwelkomwelkom",
    "PasswordPassword",
    "p4ssw0rd!p4ssw0rd!",
    "password12345678",
    "letmein!letmein!",
    "noorclaes1985!!",
    "NoorClaesNoorClaes",
    "Claes.Noor.2026",
    "kring-mechelen-2026",
    "motdepasse123456",
    "1q2w3e4r5t6y7u8i",
    "friend of emily",
    "x" * 513,
]
GOOD = [
    "correct horse battery staple",
    "vier groene fietsen op zolder",
    "regenjas lantaarn ui klarinet",
    "Vk7-9qLm2-x8Tz4",
    "de kat van noor slaapt overdag",
    "ik fiets elke dag naar mechelen",
    "wachtwoordvrije zondagen bestaan",
    "éénentwintig kastanjes",
    "a password long enough",
]


@pytest.mark.parametrize("password", WEAK)
def test_what_everybody_tries_will_not_do(password: str) -> None:
    with pytest.raises(WeakPassword):
        check_password(password, ABOUT)


@pytest.mark.parametrize("password", GOOD)
def test_long_and_ones_own_will_do(password: str) -> None:
    check_password(password, ABOUT)


@given(st.sampled_from(sorted(common())), st.text("0123456789!.-_", max_size=8))
@example("bingbing", "0")
def test_a_common_password_with_figures_behind_it_is_common(word: str, tail: str) -> None:
    """Where it is letters alone: those are lengthened most often."""
    whole = (word + tail).ljust(SHORTEST, "1")
    if word.isascii() and word.isalpha():
        with pytest.raises(WeakPassword):
            check_password(whole)


def test_the_list_is_there() -> None:
    assert len(common()) > 15_000
