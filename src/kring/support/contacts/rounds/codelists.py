"""What is counted on the street, and where: fixed lists with their words. Source: domain.md 6.3, 7.3, 7.8."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class TallyKind(models.TextChoices):
    """What a tap counts; a guest who was seen and talked with counts in both."""

    SEEN = "seen", _("Guests seen")
    TALK = "talk", _("Chat")
    GROUP = "group", _("Group")
    EXPLAINED = "explained", _("Explained something")


BESIDE = {
    TallyKind.SEEN: _("a nod counts too"),
    TallyKind.TALK: _("more than a nod"),
    TallyKind.GROUP: _("three or more together"),
    TallyKind.EXPLAINED: _("a service, an address, a paper"),
}
"""The small words beside each."""


class GroupSize(models.TextChoices):
    """About how many."""

    SMALL = "3_5", _("3–5")
    MIDDLE = "6_10", _("6–10")
    LARGE = "more", _("more")


NICKNAME, GROUP = "nickname", "group"
"""The two sorts of contact noted on a round."""
