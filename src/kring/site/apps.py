"""The site as a Django app: registers the start-up checks and keeps the catalogues of words fresh."""

import logging

from django.apps import AppConfig


class SiteConfig(AppConfig):
    """Top floor of the house."""

    name = "kring.site"
    label = "site"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        from kring.site import catalogues, checks  # noqa: F401

        try:
            catalogues.refresh()
        except (catalogues.Disagreement, ValueError) as mistake:
            # Old words are better than no pages; the house test on translations does fail.
            logging.getLogger("kring.words").warning("Catalogues not rebuilt: %s", mistake)
