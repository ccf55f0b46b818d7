"""The app of this floor, as Django sees it."""

from django.apps import AppConfig


class SupportConfig(AppConfig):
    """Label `support`."""

    name = "kring.support"
    label = "support"
    default_auto_field = "django.db.models.BigAutoField"
