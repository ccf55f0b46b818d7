"""What a file really is: decent ones are known by their content, harmful ones are told no with a sentence."""

import random

import pytest

from kring.support.contacts.attachments.kinds import HEAD, NotTaken, Signs
from kring.support.contacts.attachments.tests.files import BAD, GOOD


def kind_of(content: bytes, *, step: int = 65_536) -> str:
    """As the upload sees it: the beginning, then piece by piece."""
    signs = Signs(content[:HEAD])
    for at in range(0, len(content), step):
        signs.watch(content[at : at + step])
    return signs.ended()


@pytest.mark.parametrize("kind", GOOD)
def test_decent_files_are_known_by_what_they_are(kind: str) -> None:
    assert kind_of(GOOD[kind]) == kind


@pytest.mark.parametrize("name", BAD)
@pytest.mark.parametrize("step", [65_536, 7])
def test_harmful_files_are_not_taken_however_they_come_in(name: str, step: int) -> None:
    content = BAD[name] if step > 100 or len(BAD[name]) < 100_000 else BAD[name][:HEAD]
    if content is not BAD[name]:
        pytest.skip("too long to give in sevens")
    with pytest.raises(NotTaken) as refusal:
        kind_of(content, step=step)
    assert str(refusal.value.sentence).endswith(".")


def test_pressed_pixels_do_not_spell_a_program_by_chance() -> None:
    """Noise of five megabytes in a PDF is not taken for a program."""
    noise = random.Random(7).randbytes(5_000_000)
    assert kind_of(b"%PDF-1.7\n" + noise + b"\n%%EOF") == "pdf"
