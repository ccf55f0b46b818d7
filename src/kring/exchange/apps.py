"""The team exchange, as Django sees it; installed beside casework."""

from django.apps import AppConfig


class ExchangeConfig(AppConfig):
    """Hands the lines of its fields to the catalogue, and who must hold its parts to `keycheck`."""

    name = "kring.exchange"
    label = "exchange"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        from kring.vault import catalogue, keycheck

        keycheck.demand("kring.exchange.access.AT_LEAST")
        catalogue.declare("kring.exchange.fields.FIELDS")
