"""Code lists of a contact: how, in which direction, how long. Source: domain.md 7.3."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class Kind(TextChoices):
    """How there was contact; the first ten are the tiles of the phone."""

    SCHOOL = "school", _("At school")
    STREET = "street", _("Street")
    HOME = "home", _("At home")
    OFFICE = "office", _("Office")
    ALONG = "along", _("Going along")
    PHONE = "phone", _("Phone call")
    CHAT = "chat", _("Message")
    ONLINE = "online", _("Online")
    GROUP = "group", _("Group")
    CONTEXT = "context", _("Relatives")
    ROUND = "round", _("On a round")
    VIDEO = "video", _("Video call")
    LETTER = "letter", _("Mail or letter")
    VISIT = "visit", _("Hospital or prison")
    SERVICE = "service", _("With a service")
    CHANCE = "chance", _("Found by chance")


TILES = tuple(Kind)[:10]
NOT_THE_CLIENT = frozenset({Kind.CONTEXT, Kind.SERVICE})
"""Contact with somebody around the client: it says nothing of how long the client was not reached."""


class Direction(TextChoices):
    """Who sought whom."""

    WORKER = "worker", _("we sought contact")
    CLIENT = "client", _("the client sought contact")
    THIRD = "third", _("somebody else")


class Minutes(TextChoices):
    """How long, in bands."""

    SHORT = "short", "<15"
    MIDDLE = "middle", "15–60"
    LONG = "long", ">60"


class Topic(TextChoices):
    """What a sensitive note is about: never more than this."""

    HEALTH = "health", _("Health")
    JUSTICE = "justice", _("Justice")
    FAMILY = "family", _("Family secret")
