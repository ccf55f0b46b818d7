"""The register of individual support, as Django sees it."""

from django.apps import AppConfig


class SupportConfig(AppConfig):
    """Hands the lines of its fields to the catalogue, and who must hold its parts to `keycheck`."""

    name = "kring.support"
    label = "support"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        from kring.support import access, purpose
        from kring.vault import catalogue, keycheck

        keycheck.demand(access.AT_LEAST)
        catalogue.declare(purpose.fields())
