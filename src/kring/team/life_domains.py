"""The thirteen life domains, for every register and for what the team learns. Source: domain.md 7.1."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class LifeDomain(TextChoices):
    """The thirteen life domains; no level, no sum."""

    HOUSING = "housing", _("Housing")
    MONEY = "money", _("Income and debts")
    WORK = "work", _("Work and daytime activity")
    SCHOOL = "school", _("School and training")
    MENTAL_HEALTH = "mental_health", _("Mental health")
    PHYSICAL_HEALTH = "physical_health", _("Body and self-care")
    SUBSTANCES = "substances", _("Substances, gaming, gambling")
    FAMILY = "family", _("Family and parenting")
    NETWORK = "network", _("Friends and network")
    LEISURE = "leisure", _("Leisure")
    MEANING = "meaning", _("Belonging, meaning")
    RIGHTS = "rights", _("Papers and rights")
    JUSTICE = "justice", _("Justice, also as victim")
