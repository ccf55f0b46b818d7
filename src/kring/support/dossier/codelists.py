"""Code lists of who somebody is, for the figures: labels are translated, codes never change. Source: domain.md 7.10."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class Gender(TextChoices):
    """As the person says it; not saying is an answer."""

    F = "f", _("woman")
    M = "m", _("man")
    X = "x", _("x")
    UNKNOWN = "", _("not said")


class Area(TextChoices):
    """Parts of town: the finest place that is ever published."""

    CENTRE = "centre", _("Centre")
    NORTH = "north", _("North")
    EAST = "east", _("East")
    SOUTH = "south", _("South")
    WEST = "west", _("West")
    VILLAGES = "villages", _("Villages")
    OUTSIDE = "outside", _("Outside the town")
    UNKNOWN = "unknown", _("Not known")


class LanguageHelp(TextChoices):
    """Whether an interpreter or bridge person has to come; never which language."""

    YES = "yes", _("an interpreter is needed")
    NO = "no", _("no interpreter needed")
    UNKNOWN = "", _("not said")
