"""What only shows when the house has a public address: settings are read once a process, so it is another process."""

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

ASKING = """
import json, django
django.setup()
from django.test import Client
through = {"host": "kring.town.example", "x-forwarded-proto": "https"}
there = Client(raise_request_exception=False, headers=through)
pages = ["/", "/sign-in", "/nowhere", "/healthz", "/static/kring/kring.js"]
told = {page: dict(there.get(page).headers) for page in pages}
there.post("/language", {"language": "fr"})
there.post("/theme", {"theme": "dark"})
plain = Client(headers={"host": "kring.town.example"}).get("/sign-in")
print(json.dumps({
    "headers": told,
    "cookies": {name: dict(cookie.items()) for name, cookie in there.cookies.items()},
    "plain": [plain.status_code, plain.headers.get("Location", "")],
}))
"""
YEAR = 365 * 24 * 3600


@pytest.fixture(scope="module")
def answers(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    data: Path = tmp_path_factory.mktemp("https")
    place = {"KRING_DATA": str(data), "KRING_ORIGIN": "https://kring.town.example"}
    ours = {name: value for name, value in os.environ.items() if not name.startswith("KRING_")}
    told = subprocess.run(
        [sys.executable, "-W", "ignore", "-c", ASKING],
        env={**ours, **place, "DJANGO_SETTINGS_MODULE": "kring.site.settings", "PYTHONPATH": os.pathsep.join(sys.path)},
        capture_output=True,
        text=True,
        check=True,
    )
    found: dict[str, Any] = json.loads(told.stdout)
    return found


def test_asvs_3_4_1_every_answer_asks_for_https_for_a_year_and_longer(answers: dict[str, Any]) -> None:
    assert set(answers["headers"]) >= {"/", "/nowhere", "/static/kring/kring.js"}
    for page, headers in answers["headers"].items():
        age, *more = headers["Strict-Transport-Security"].split("; ")
        assert int(age.removeprefix("max-age=")) >= YEAR, page
        assert "includeSubDomains" in more, page


def test_asvs_3_3_1_every_cookie_is_secure_and_of_this_host_alone(answers: dict[str, Any]) -> None:
    assert set(answers["cookies"]) == {"__Host-kring-form", "__Host-kring-language", "__Host-kring-theme"}
    for name, cookie in answers["cookies"].items():
        assert (cookie["secure"], cookie["path"], cookie["domain"]) == (True, "/", ""), name
        assert cookie["httponly"], name


def test_asvs_3_3_2_what_opens_something_is_sent_from_our_own_pages_alone(answers: dict[str, Any]) -> None:
    told = {name.removeprefix("__Host-kring-"): cookie["samesite"] for name, cookie in answers["cookies"].items()}
    assert told == {"form": "Strict", "language": "Lax", "theme": "Lax"}


def test_without_it_one_is_led_to_https(answers: dict[str, Any]) -> None:
    assert answers["plain"] == [301, "https://kring.town.example/sign-in"]
