"""Protocols with other bodies: parties, purpose, categories, term, where it was published (GDP-13).

Professional secrecy is shared with somebody of another body only while such a protocol holds; the record of what was
told names the version. The privacy officer and the head of service keep them, everybody reads them. Law: decree of 18
July 2008 on electronic exchange, art. 8; Governance Decree, art. III.70. What does not live here: which grounds need
one (`support/dossier/disclosing`), and what a client agreed to (another object altogether).
"""

from datetime import date

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from kring.team.protocols.rules import Protocol

__all__ = ["Protocol", "choices_on"]


def choices_on(day: date) -> list[tuple[str, str | Promise]]:
    """What a form offers: nothing first, then every protocol that holds on a day, by the id of its version."""
    from kring.team.protocols.queries import holding

    return [("", _("choose")), *((one.row, one.label) for one in holding(day))]
