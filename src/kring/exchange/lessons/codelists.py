"""How one worked, in words a colleague chooses from and finds by."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class WorkingForm(TextChoices):
    """The working form of a lesson."""

    OUTREACH = "outreach", _("going to people")
    TALK = "talk", _("a talk")
    TOGETHER = "together", _("going along")
    NETWORK = "network", _("with family and friends")
    TABLE = "table", _("a consultation with the client")
    GROUP = "group", _("a group")
    PARTNERS = "partners", _("with organisations")
    STREET = "street", _("on the street")
    ONLINE = "online", _("online")
