"""Two names that were learnt after the role was taken: one is to be told, one was (GDP-06)."""

import pytest
from django.test import Client
from django.utils.html import strip_tags

from kring.site.town.identities import LEARNT, TOLD
from kring.site.town.tests.conftest import FoundedDemo
from kring.site.town.tests.test_demo import personas
from kring.support.dossier.models import Task
from kring.support.dossier.telling.models import TellingRecord

pytestmark = pytest.mark.django_db


def test_gdp_06_one_is_to_be_told_and_one_was(demo: FoundedDemo) -> None:
    tasks = [task.verified() for task in Task.objects.filter(kind=Task.Kind.TELL_AT_FIRST_TALK)]
    [told] = [task for task in tasks if task.done_on]
    [open_one] = [task for task in tasks if task.contact_from == LEARNT]
    assert (told.done_on, open_one.done_on) == (TOLD, None)
    assert TellingRecord.objects.filter(dossier=told.dossier_id).count() == 1


def test_gdp_06_the_first_page_of_noor_asks_for_it(demo: FoundedDemo) -> None:
    [noor] = [one for one in personas(demo) if one["sign_in"].startswith("noor")]
    browser = Client()
    browser.post("/sign-in", {"sign_in": noor["sign_in"], "password": noor["password"]})
    assert "Vertel het in je eerste gesprek" in strip_tags(browser.get("/today").content.decode())
