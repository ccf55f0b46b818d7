"""Where a contact was, as far as how it was made tells it; the place that was written down stays in the dossier."""

from django.utils.translation import gettext_lazy as _

from kring.figures.asked import Field, How, Plain
from kring.reporting.dimensions.dimension import Dimension, Look
from kring.reporting.subjects import CONTACT
from kring.support.contacts.log.codelists import Kind

PLACES = {
    "street": (Kind.STREET, Kind.ROUND, Kind.CHANCE),
    "home": (Kind.HOME,),
    "office": (Kind.OFFICE,),
    "service": (Kind.ALONG, Kind.SCHOOL, Kind.VISIT),
    "remote": (Kind.PHONE, Kind.CHAT, Kind.VIDEO, Kind.LETTER, Kind.ONLINE),
    "elsewhere": (Kind.GROUP, Kind.CONTEXT, Kind.SERVICE),
}
NAMES = {
    "street": _("on the street"),
    "home": _("at home"),
    "office": _("at our office"),
    "service": _("at a school, a service, a hospital or a prison"),
    "remote": _("by phone, message, letter or online"),
    "elsewhere": _("elsewhere, or not noted where"),
}
OF_KIND = {str(kind): place for place, kinds in PLACES.items() for kind in kinds}


def _how(look: Look) -> How | None:
    return Plain(Field(CONTACT.kind, "kind"), OF_KIND, rest="elsewhere") if look.subject is CONTACT else None


def _groups(look: Look) -> tuple[str, ...]:
    """Every sort of place."""
    return tuple(PLACES) if look.subject is CONTACT else ()


def _label(code: str) -> str:
    """A sort of place in words."""
    return str(NAMES.get(code, code))


DIMENSION = Dimension(
    code="place",
    says=_("where the contact was, by how it was made"),
    how=_how,
    groups=_groups,
    label=_label,
    also={"phone": "remote", "online": "remote", "school": "service"},
    version=2,
)
