"""The vault as a Django app: the lowest floor of the house."""

from django.apps import AppConfig


class VaultConfig(AppConfig):
    """Loads the start-up checks (a door on every view, safe settings)."""

    name = "kring.vault"
    label = "vault"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        from kring.vault import catalogue, checks  # noqa: F401  the checks register themselves

        catalogue.declare("kring.vault.fields.FIELDS")
