"""The demo founded once for all tests of the town, in a folder of its own, with cheap stretching; undone at the end."""

from collections.abc import Iterator
from dataclasses import dataclass
from io import StringIO
from pathlib import Path

import pytest
from django.core.management import call_command
from django.db import transaction
from django.test import override_settings
from pytest_django import DjangoDbBlocker

from kring.site.town.recipe import Recipe, town_of_2021
from kring.team import clock
from kring.vault import journal


@dataclass(frozen=True)
class FoundedDemo:
    """The folder of the demo, its recipe and what the command said."""

    folder: Path
    recipe: Recipe
    said: str


@pytest.fixture(scope="module")
def demo(
    django_db_setup: None, django_db_blocker: DjangoDbBlocker, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[FoundedDemo]:
    """A whole demo town, founded by its command."""
    folder, said = tmp_path_factory.mktemp("demo"), StringIO()
    journal._boot.reset()  # the test before this one took its entries back; their numbers are no gap of this town
    whole = transaction.atomic()
    whole._from_testcase = True  # type: ignore[attr-defined]  # what Django's TestCase sets, so that acts may be durable
    with django_db_blocker.unblock(), override_settings(KRING_DATA=folder, KRING_STRETCH=(1, 1024)), whole:
        call_command("demo_town", stdout=said)
        yield FoundedDemo(folder, town_of_2021(), said.getvalue())
        transaction.set_rollback(True)
        clock.forget()
