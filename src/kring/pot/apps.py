"""The project pot, as Django sees it; in the process of casework, beside it and without a tie to it."""

from django.apps import AppConfig


class PotConfig(AppConfig):
    """Hands the lines of its fields to the catalogue, and who must hold its parts to `keycheck`."""

    name = "kring.pot"
    label = "pot"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        from kring.vault import catalogue, keycheck

        keycheck.demand("kring.pot.access.AT_LEAST")
        catalogue.declare("kring.pot.fields.FIELDS")
