"""Four words: a fixed list, other words for another key, person or generation."""

import pytest

from kring.team.enrolment.wordlist import WORDS
from kring.team.enrolment.words import four_words
from kring.team.testing import Town
from kring.vault import renewal
from kring.vault.acts import acting
from kring.vault.primitives import digest, new_id
from kring.vault.refusals import Refused


def test_the_list_is_fixed_and_every_word_is_another() -> None:
    """A changed list would give every key other words on one screen than on the other during an upgrade."""
    assert len(WORDS) == len(set(WORDS)) == 512
    assert all(word.isascii() and word.isalpha() and word.islower() and 2 < len(word) < 12 for word in WORDS)
    assert list(WORDS) == sorted(WORDS)
    assert digest(" ".join(WORDS).encode()).hex()[:16] == "04c671068f7f3355"


@pytest.mark.django_db
def test_words_follow_the_key(town: Town) -> None:
    before = four_words(town.noor.principal)
    assert len(before) == 4
    assert before == four_words(town.noor.principal)
    assert before != four_words(town.joris.principal)
    with acting("test.anew", by="system") as act:
        renewal.begin_anew(act, town.noor.principal)
    assert four_words(town.noor.principal) != before


@pytest.mark.django_db
def test_a_circle_has_no_words(town: Town) -> None:
    for who in (town.groups["welfare"], new_id()):
        with pytest.raises(Refused):
            four_words(who)
