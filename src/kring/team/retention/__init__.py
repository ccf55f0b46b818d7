"""How long each sort of record is kept, and by which rule: selection rules with versions (ARC-01, ARC-02).

They stand below the registers, so that the term somebody sees at a closing and the batch in which a dossier is
destroyed years later come from the same rule. What does not live here: the pages of the rules, batches, holds and
destroying (privacy/retention). Law: Flemish administrative decree, art. III.79 to III.89.
"""

from kring.team.retention.queries import rule_on
from kring.team.retention.rules import DEFAULTS, NoRule, Rule, Series, over_in, over_on

__all__ = ["DEFAULTS", "NoRule", "Rule", "Series", "over_in", "over_on", "rule_on"]
