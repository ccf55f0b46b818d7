"""The team as a Django app: tells the door who a principal is, and the catalogue what it keeps."""

from typing import Any

from django.apps import AppConfig


def _keep(request: Any) -> str:
    from kring.team.while_locked.keeping import keep

    return keep(request)


class TeamConfig(AppConfig):
    """Colleagues, circles, offices, programmes."""

    name = "kring.team"
    label = "team"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        from kring.team.who import who
        from kring.vault import catalogue, doors

        doors.introduce(who)
        doors.keep_when_locked(_keep)
        catalogue.declare("kring.team.fields.FIELDS")
