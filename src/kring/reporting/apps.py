"""The app of this floor, as Django sees it."""

from django.apps import AppConfig


class ReportingConfig(AppConfig):
    """Label `reporting`."""

    name = "kring.reporting"
    label = "reporting"
    default_auto_field = "django.db.models.BigAutoField"
