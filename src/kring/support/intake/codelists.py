"""Code lists of the referral: who refers, how urgent, how old about, in which life domains. Labels are translated.

Source: domain.md 7.1, 7.2, 7.9, 7.10. Codes never change; labels may.
"""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _

from kring.team import life_domains

LifeDomain = life_domains.LifeDomain


class Channel(TextChoices):
    """How it came in."""

    FORM = "form", _("by the form")
    MAIL = "mail", _("by mail")
    COLLEAGUE = "colleague", _("taken down by a colleague")


class ReferrerKind(TextChoices):
    """Who refers, as coarse as the first tap of the form."""

    SCHOOL = "school", _("School")
    PROFESSIONAL = "professional", _("Care worker")
    FAMILY = "family", _("Parent or family")
    SELF = "self", _("Myself")
    OTHER = "other", _("Somebody else")
    COLLEAGUE = "colleague", _("Own observation")
    UNKNOWN = "unknown", _("Not known yet")


class Urgency(TextChoices):
    """When somebody should answer; no scale of a person."""

    TODAY = "today", _("today")
    THIS_WEEK = "this_week", _("this week")
    NORMAL = "normal", _("normal")


class AgeBand(TextChoices):
    """About how old, in the words of the form."""

    UNDER_12 = "under_12", _("younger than 12")
    TO_17 = "12_17", _("12 to 17")
    TO_25 = "18_25", _("18 to 25")
    OLDER = "older", _("older")
    UNKNOWN = "", _("not said")


class Informed(TextChoices):
    """Does the person know that somebody refers?"""

    AGREES = "agrees", _("yes, agrees")
    DOUBTS = "doubts", _("yes, has doubts")
    NOT_YET = "not_yet", _("not yet")
    UNKNOWN = "", _("not said")


DOMAIN_ICONS = {
    "housing": "house",
    "money": "pot",
    "work": "work",
    "school": "school",
    "mental_health": "mind",
    "physical_health": "cup",
    "substances": "glass",
    "family": "family",
    "network": "net",
    "leisure": "ball",
    "meaning": "sun",
    "rights": "doc",
    "justice": "shield",
}
"""Icon of each life domain in the sprite."""
