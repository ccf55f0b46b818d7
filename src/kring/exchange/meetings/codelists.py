"""What a line of the agenda may be, in words a colleague chooses from."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class Kind(TextChoices):
    """What somebody puts on the agenda."""

    QUESTION = "question", _("a question to colleagues")
    VIGNETTE = "vignette", _("a vignette: a case without a name")
    QUIET = "quiet", _("a dossier of mine has grown quiet")
    SIGNAL = "signal", _("a structural signal")


OF_A_CASE = frozenset({Kind.VIGNETTE, Kind.QUIET})
"""What tells of a case, without a name: destroyed after the day of the meeting."""
ICONS = {Kind.QUESTION: "chat", Kind.VIGNETTE: "lock", Kind.QUIET: "clock", Kind.SIGNAL: "warn"}
