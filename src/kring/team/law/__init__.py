"""Legal references by date: articles move, so they are rows with a term and never words in a page (SEC-14).

reference("secrecy", today(), "nl")  ->  "artikel 352 van het Strafwetboek (vroeger artikel 458)"
"""

from kring.team.law.registry import BASES, NEW_CODE_FROM, Basis, at, reference

__all__ = ["BASES", "NEW_CODE_FROM", "Basis", "at", "reference"]
