"""What colleagues call an attachment. There is deliberately no word for papers of the police (LIV-02)."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Sort(models.TextChoices):
    """What it is."""

    PHOTO = "photo", _("Photo")
    LETTER = "letter", _("Letter")
    FORM = "form", _("Form")
    CERTIFICATE = "certificate", _("Certificate")
    MADE = "made", _("Made by the client")
    SOUND = "sound", _("Sound")
    OTHER = "other", _("Something else")
