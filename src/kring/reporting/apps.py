"""The app of this floor, as Django sees it."""

from django.apps import AppConfig


class ReportingConfig(AppConfig):
    """Hands the lines of its fields to the catalogue, and who must hold an answer to `keycheck`."""

    name = "kring.reporting"
    label = "reporting"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        from kring.vault import catalogue, keycheck

        keycheck.demand("kring.reporting.purpose.AT_LEAST")
        catalogue.declare("kring.reporting.purpose.FIELDS")
