"""What a payment is. Values are for ever."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class Kind(TextChoices):
    """Why euros go, or come back."""

    ADVANCE = "advance", _("advance")
    BALANCE = "balance", _("balance")
    RECLAIM = "reclaim", _("to come back")
