"""Which dossiers are kept when a rule says one in so many: pure, repeated by anybody, steered by nobody.

A dossier is in the sample when SHA-256("seed number") begins with eight signs that come before those of the rule. The
seed is the id of the first version of the rule, which nobody chose and no later version changes; the number was made by
the program when the dossier was opened. So nobody picks, a new version does not draw again, and a smaller sample is a
part of a larger one.

    printf 'SEED K-7Q4M' | sha256sum
"""

from kring.team.retention import Rule
from kring.team.retention.rules import SIGNS
from kring.vault.primitives import digest


def in_sample(rule: Rule, number: str) -> bool:
    """Whether the dossier with this number is among those a rule that keeps keeps."""
    if not rule.drawn_below:
        return True
    return digest(f"{rule.seed} {number}".encode()).hex()[:SIGNS] < rule.drawn_below


def keeps(rule: Rule, number: str) -> bool:
    """Whether an archive must have the file of this dossier before it is destroyed."""
    return rule.keeps and in_sample(rule, number)
