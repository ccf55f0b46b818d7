"""The register of mediation between neighbours, as Django sees it; installed in its own process alone."""

from django.apps import AppConfig


class MediationConfig(AppConfig):
    """Hands the lines of its fields to the catalogue, and who must hold its parts to `keycheck`."""

    name = "kring.mediation"
    label = "mediation"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        from kring.vault import catalogue, keycheck

        keycheck.demand("kring.mediation.access.AT_LEAST")
        catalogue.declare("kring.mediation.fields.FIELDS")
