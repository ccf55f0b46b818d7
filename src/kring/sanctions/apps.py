"""The register of sanction mediation, as Django sees it; installed in its own process alone."""

from django.apps import AppConfig


class SanctionsConfig(AppConfig):
    """Hands the lines of its fields to the catalogue, and who must hold its parts to `keycheck`."""

    name = "kring.sanctions"
    label = "sanctions"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        from kring.vault import catalogue, keycheck

        keycheck.demand("kring.sanctions.access.AT_LEAST")
        catalogue.declare("kring.sanctions.fields.FIELDS")
