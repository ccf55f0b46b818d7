"""The team as a Django app: tells the door who a principal is, and the catalogue what it keeps."""

from django.apps import AppConfig


class TeamConfig(AppConfig):
    """Colleagues, circles, offices, programmes."""

    name = "kring.team"
    label = "team"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        from kring.team.who import who
        from kring.vault import catalogue, doors

        doors.introduce(who)
        catalogue.declare("kring.team.fields.FIELDS")
