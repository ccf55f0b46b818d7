"""The form in a frame on the city's own site: for named sites alone, in the language of the address, no cookie."""

import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from django.test import Client

import kring
from kring.support.intake.models import Referral
from kring.support.intake.tests.public_form import STORY, TALK, YOU, Browser
from kring.team.testing import Town

SITE = "https://www.stad.example"


@pytest.fixture
def city(settings: Any) -> None:
    settings.KRING_EMBED_ON = [SITE]


def framed() -> Browser:
    """A browser that takes no cookie from a frame of another site, and is asked for a form token if there is one."""
    return Browser(Client(enforce_csrf_checks=True))


@pytest.mark.usefixtures("city")
def test_a_whole_referral_in_a_frame_without_a_cookie(town: Town) -> None:
    browser = framed().open("/ingebed/nl/aanmelden")
    for typed in (YOU, STORY, TALK):
        assert browser.page.headers["content-security-policy"].split("frame-ancestors ")[1].startswith(SITE)
        assert "x-frame-options" not in browser.page.headers
        assert not browser.page.cookies
        assert "csrfmiddlewaretoken" not in browser.text
        browser.send(typed)
    assert "code c4" in browser.text
    assert not browser.client.cookies
    assert Referral.objects.count() == 1


@pytest.mark.usefixtures("city")
def test_going_back_and_a_mistake_stay_in_the_frame(town: Town) -> None:
    browser = framed().open("/ingebed/nl/aanmelden").send({"kind": []})
    assert "Kies wie je bent." in browser.text
    browser.send(YOU).send(STORY).send(button="back")
    assert browser.fields["concern"] == [STORY["concern"]]
    assert "/ingebed/nl/gesprek" in browser.text
    assert Client().get("/ingebed/nl/gesprek").headers["location"] == "/ingebed/nl/aanmelden"


@pytest.mark.usefixtures("city")
@pytest.mark.parametrize(
    ("language", "words"), [("nl", "Wie ben jij?"), ("fr", "Qui êtes-vous"), ("en", "Who are you?")]
)
def test_in_the_language_of_the_address(town: Town, language: str, words: str) -> None:
    answer = Client(headers={"accept-language": "nl"}).get(f"/ingebed/{language}/aanmelden")
    assert words in answer.content.decode()
    assert answer.headers["content-language"] == language


@pytest.mark.usefixtures("city")
def test_every_other_page_stays_out_of_frames(town: Town) -> None:
    for path in ("/aanmelden", "/aanmelden/stand", "/", "/sign-in", "/ingebed/xx/aanmelden", "/ingebed/nl/elders"):
        answer = Client().get(path)
        assert answer.headers["x-frame-options"] == "DENY", path
        assert "frame-ancestors 'none'" in answer.headers["content-security-policy"], path


def test_without_the_setting_it_is_not_there(town: Town) -> None:
    for method in ("get", "post"):
        assert getattr(Client(enforce_csrf_checks=True), method)("/ingebed/nl/aanmelden").status_code == 404


@pytest.mark.parametrize("named", ["*", "https://x.example; script-src *", "http://stad.example", "www.stad.example"])
def test_a_setting_that_would_let_everybody_in_stops_the_start(named: str) -> None:
    environ = {**os.environ, "KRING_EMBED_ON": named, "PYTHONPATH": str(Path(kring.__path__[0]).parent)}
    code = "import kring.site.settings.place"
    done = subprocess.run([sys.executable, "-c", code], env=environ, capture_output=True, text=True, check=False)
    assert "KRING_EMBED_ON names no origin" in done.stderr
