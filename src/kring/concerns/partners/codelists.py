"""As what somebody raises concerns, and what binds them. Values are for ever; labels may change."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class WorksAs(TextChoices):
    """domain.md 2.4: partners of the team, no colleagues."""

    ASSISTANT = "assistant", _("school assistant")
    BRIDGE = "bridge", _("bridge figure")
    PUPIL_CARE = "pupil_care", _("pupil care at school")
    OTHER = "other", _("something else")


class Secrecy(TextChoices):
    """What binds a partner; written down at the invitation (SEC-01)."""

    SECRECY = "secrecy", _("professional secrecy")
    DISCRETION = "discretion", _("duty of discretion")
