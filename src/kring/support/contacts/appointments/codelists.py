"""How one meets. The codes are those of a contact, so that its log begins with them."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class Way(TextChoices):
    """Where or how."""

    HOME = "home", _("home visit")
    OFFICE = "office", _("at our office")
    SCHOOL = "school", _("talk at school")
    STREET = "street", _("out on the street")
    ALONG = "along", _("going along somewhere")
    PHONE = "phone", _("a phone call")
    VIDEO = "video", _("a video call")
    SERVICE = "service", _("at another service")


ICONS: dict[str, str] = {
    Way.HOME: "house",
    Way.OFFICE: "work",
    Way.SCHOOL: "school",
    Way.STREET: "street",
    Way.ALONG: "hand",
    Way.PHONE: "phone",
    Way.VIDEO: "eye",
    Way.SERVICE: "table",
}
