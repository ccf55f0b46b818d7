"""The register of individual support, as Django sees it."""

from django.apps import AppConfig


class SupportConfig(AppConfig):
    """Hands the lines of its fields to the catalogue, and who must hold its parts to `keycheck`."""

    name = "kring.support"
    label = "support"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        from kring.support.clarification import agenda
        from kring.team import leaving, own_words
        from kring.vault import catalogue, keycheck

        keycheck.demand("kring.support.access.AT_LEAST")
        leaving.counts("kring.support.followup.handing_over.left_behind")
        own_words.told_by("kring.support.desk.own_words.own_words")
        agenda.shows("kring.support.contacts.appointments.feed.items")
        catalogue.declare("kring.support.purpose.FIELDS")
