"""What of a file goes to an archive, by the rule and the marks: pure.

The marks decide as for the client. Names of others are not masked: the archive has rules of its own for who reads.
Working notes of one colleague never go: they have a term of their own (ARC-02).
"""

from collections import Counter
from dataclasses import dataclass
from datetime import date

from kring.privacy.access.items import OpenFile, Piece
from kring.privacy.access.rules import Outcome, Role, decide
from kring.privacy.access.words import OWN_NOTE
from kring.team.retention import Rule

SENSITIVE, SHUT = "sensitive", "shut"
"""Grounds beside those of the marks: the rule does not ask for these notes; one of a colleague does not open here."""


@dataclass(frozen=True, slots=True)
class Chosen:
    """going: in the order of the file. out: how many stay out, by ground."""

    going: list[Piece]
    out: Counter[str]


def choose(file: OpenFile, rule: Rule, on: date) -> Chosen:
    """What goes and what stays out. What came from police or justice is not counted (GDP-14)."""
    going, out = [], Counter[str]()
    for piece in file.pieces:
        verdict = decide(piece.marks, Role.CLIENT, on)
        if piece.own:
            out[OWN_NOTE] += 1
        elif piece.part == "sensitive" and not rule.keeps_all:
            out[SENSITIVE] += 1
        elif verdict.outcome is Outcome.GOES:
            going.append(piece)
        elif verdict.ground is not None:
            out[verdict.ground.value] += 1
    if file.shut:
        out[SHUT if rule.keeps_all else SENSITIVE] += file.shut
    return Chosen(going, out)
