"""Nothing names a folder of somebody's machine, and nothing of Django's own accounts came in."""

import re

from django.conf import settings

from tests.house.tree import files, text_of

HOME = re.compile(r"(?<![\w.~}])/(?:root/|(?:home|Users)/[a-z][\w.-]*/)")
NOT_OURS = {"auth", "sessions", "messages", "admin", "contenttypes"}


def test_no_file_names_a_folder_of_one_machine() -> None:
    assert [f"{path}: {found[0]}" for path in files() if (found := HOME.search(text_of(path)))] == []


def test_no_accounts_or_sessions_of_the_framework() -> None:
    assert NOT_OURS & {app.removeprefix("django.contrib.") for app in settings.INSTALLED_APPS} == set()


def test_it_would_notice() -> None:
    assert HOME.search("open('/ho" + "me/ann/kring')")
    assert HOME.search("/ro" + "ot/.venv")
    assert not HOME.search("~/.pyenv and src/ro" + "ot/thing")
