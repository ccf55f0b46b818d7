"""The settings with the apps of every register, to check types alone; what serves knows one register."""

from kring.site.settings import *  # noqa: F403
from kring.site.settings.apps import INSTALLED_APPS as OF_CASEWORK
from kring.site.settings.register import APPS_OF

INSTALLED_APPS = [*dict.fromkeys([*OF_CASEWORK, *(app for own in APPS_OF.values() for app in own)])]
