"""The app of this floor, as Django sees it."""

from django.apps import AppConfig


class TeamConfig(AppConfig):
    """Label `team`."""

    name = "kring.team"
    label = "team"
    default_auto_field = "django.db.models.BigAutoField"
