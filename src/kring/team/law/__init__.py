"""Legal references by date: articles move, so they are rows with a term and never words in a page (SEC-14).

reference("secrecy", today(), "nl")  ->  "artikel 352 van het Strafwetboek (vroeger artikel 458)"

Both numbers are named until a person confirms the day of the move, on the page of the references.
"""

from datetime import date

from kring.team.law.registry import BASES, NEW_CODE_FROM, Basis, at, said

__all__ = ["BASES", "NEW_CODE_FROM", "Basis", "at", "reference"]


def reference(of: str, on: date, language: str) -> str:
    """The reference that holds on the day of an event."""
    from kring.team.law.switch import confirmed_on

    return said(of, on, language, confirmed=confirmed_on())
