"""Code lists of who somebody is, for the figures: labels are translated, codes never change. Source: domain.md 7.10."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class Gender(TextChoices):
    """As the person says it; not saying is an answer."""

    F = "f", _("woman")
    M = "m", _("man")
    X = "x", _("x")
    UNKNOWN = "", _("not said")
