"""The app of this floor, as Django sees it."""

from django.apps import AppConfig


class PrivacyConfig(AppConfig):
    """Hands the lines of its fields to the catalogue."""

    name = "kring.privacy"
    label = "privacy"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        from kring.support.desk.today import letters
        from kring.support.plan import looking
        from kring.vault import catalogue, doors, keycheck

        keycheck.demand("kring.privacy.purpose.AT_LEAST")
        catalogue.declare("kring.privacy.purpose.FIELDS")
        doors.tell_frozen("kring.privacy.requests.frozen.told")
        letters.shows("fields", at="privacy:count", icon="chart", said="kring.privacy.unused.words.asked")
        looking.tells_who_looked("kring.privacy.looked.client.sentences")
