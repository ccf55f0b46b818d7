"""How taking in messages is told: how many, never what."""

from collections import Counter
from collections.abc import Iterator

from kring.support.intake.mailbox import Taken

WORDS = {
    Taken.REFERRAL: "new",
    Taken.TO_LOOK_AT: "new, to be looked at",
    Taken.MACHINE: "of machines, set aside",
    Taken.REPLY: "with the referral they answer",
    Taken.RETURNED: "of ours that did not arrive",
    Taken.SEEN: "seen before",
    Taken.LEFT: "too large, left where they lie",
    Taken.FAILED: "could not be taken in, left where they lie",
}


def lines(counts: Counter[Taken]) -> Iterator[str]:
    """One line in all, and one for each thing that became of messages."""
    yield f"{counts.total()} messages"
    for taken in Taken:
        if counts[taken]:
            yield f"{counts[taken]:7} {WORDS[taken]}"
