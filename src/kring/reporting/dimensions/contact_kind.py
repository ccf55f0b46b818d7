"""How there was contact: the list of kinds of the contact form."""

from django.utils.translation import gettext_lazy as _

from kring.figures.asked import Field, How, Plain
from kring.reporting.dimensions.dimension import Dimension, Look
from kring.reporting.labels import of_list
from kring.reporting.subjects import CONTACT
from kring.support.contacts.log.codelists import Kind


def _how(look: Look) -> How | None:
    return Plain(Field(CONTACT.kind, "kind")) if look.subject is CONTACT else None


def _groups(look: Look) -> tuple[str, ...]:
    """Every kind."""
    return tuple(Kind.values) if look.subject is CONTACT else ()


DIMENSION = Dimension(
    code="contact_kind",
    says=_("how there was contact"),
    how=_how,
    groups=_groups,
    label=of_list(Kind),
)
