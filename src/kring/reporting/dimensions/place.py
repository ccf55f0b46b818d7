"""Where a contact was: street, home, office, by phone, elsewhere."""

from django.utils.translation import gettext_lazy as _

from kring.reporting.dimensions.dimension import Dimension, Look
from kring.reporting.subjects import CONTACT
from kring.vault.asked import Field, How, Plain

PLACES = {
    "street": "street",
    "round": "street",
    "chance": "street",
    "home": "home",
    "office": "office",
    "phone": "remote",
    "chat": "remote",
    "online": "remote",
    "video": "remote",
    "letter": "remote",
}
"""How there was contact -> where; all the rest is elsewhere: at school, going along, with a service."""
NAMES = {
    "street": _("on the street"),
    "home": _("at home"),
    "office": _("at the office"),
    "remote": _("from afar: phone, message, letter"),
    "elsewhere": _("elsewhere: school, going along, service"),
}


def _how(look: Look) -> How | None:
    return Plain(Field(CONTACT.kind, "how"), PLACES, rest="elsewhere") if look.subject is CONTACT else None


def _groups(_look: Look) -> tuple[str, ...]:
    """Every place."""
    return tuple(NAMES)


def _label(code: str) -> str:
    """A place in words."""
    return str(NAMES.get(code, code))


DIMENSION = Dimension(
    code="place",
    says=_("where the contact was"),
    how=_how,
    groups=_groups,
    label=_label,
)
