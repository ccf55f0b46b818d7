"""Concerns, as Django sees them; in the process of casework."""

from django.apps import AppConfig


class ConcernsConfig(AppConfig):
    """Hands the lines of its fields to the catalogue, and who must hold its parts to `keycheck`."""

    name = "kring.concerns"
    label = "concerns"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        from kring.vault import catalogue, keycheck

        keycheck.demand("kring.concerns.access.AT_LEAST")
        catalogue.declare("kring.concerns.fields.FIELDS")
