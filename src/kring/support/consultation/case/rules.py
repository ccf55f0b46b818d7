"""What the law asks before a case consultation is opened, and who may sit there. Pure checks (SEC-06)."""

from collections.abc import Collection

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _

from kring.support.consultation.case.content import CaseTable, Participant
from kring.support.consultation.rules import NotNow


class Basis(TextChoices):
    """What allows it (article 353, paragraph 2)."""

    LAW = "law", _("an act, decree or ordinance")
    PERMISSION = "permission", _("leave of the prosecutor, with reasons")


def check_opening(*, basis: str, document: str, purpose: str, modalities: str, permitted: Collection[str]) -> None:
    """Raise `NotNow` unless the law is met: basis with document, purpose, modalities, who may take part (SEC-06)."""
    if basis not in Basis.values:
        raise NotNow(_("Choose the legal basis."), "basis")
    if not document.strip():
        raise NotNow(_("Name the document of the legal basis."), "document")
    if not purpose.strip():
        raise NotNow(_("Say what it is for."), "purpose")
    if not modalities.strip():
        raise NotNow(_("Say how it goes about: what may be shared, who leads, what is kept."), "modalities")
    if not [who for who in permitted if who.strip()]:
        raise NotNow(_("Name who may take part."), "permitted")


def permitted(table: CaseTable, participant: str) -> Participant:
    """Somebody on the list by id. Raises `NotNow` for who is not on it (SEC-06)."""
    found = next((one for one in table.permitted if one.id == participant), None)
    if found is None:
        raise NotNow(_("Who is not on the list cannot be added."))
    return found
