"""Fixtures of the stories: one served house for all of them, and a fresh page of a real Chromium for each."""

import json
import os
import shutil
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, sync_playwright

from tests.stories.house import FOUND, House, found_house, open_house, serve_house
from tests.stories.rich_town import Places
from tests.stories.windows import Windows

COUNTED = f"{FOUND}; from tests.stories.rich_town import counted; counted()"
RICH = "import django; django.setup(); from tests.stories.rich_town import found; found()"
FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


PROBED = pytest.StashKey[Counter[str]]()
Measure = Callable[..., None]


@pytest.fixture
def measure(request: pytest.FixtureRequest) -> Measure:
    """Adds figures by name to what `./kring probe` tells."""
    counted = request.config.stash.setdefault(PROBED, Counter())

    def add(**figures: int) -> None:
        counted.update(figures)

    return add


def pytest_sessionfinish(session: pytest.Session) -> None:
    """Hands the figures to `./kring probe`, where it asked for them."""
    if path := os.environ.get("KRING_PROBED"):
        counted = session.config.stash.setdefault(PROBED, Counter())
        Path(path).write_text(json.dumps(counted))


@pytest.fixture(scope="session")
def house(tmp_path_factory: pytest.TempPathFactory) -> Iterator[House]:
    """A town, founded and served."""
    with open_house(tmp_path_factory.mktemp("house")) as served:
        yield served


@pytest.fixture(scope="session")
def counted_town(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of a town whose figures are those of the founding answer: 276. To be copied, never served."""
    folder = tmp_path_factory.mktemp("counted") / "town"
    folder.mkdir(mode=0o700)
    found_house(folder, found=COUNTED)
    return folder


@pytest.fixture
def own_house(counted_town: Path, tmp_path: Path) -> Iterator[House]:
    """A house for one story alone, in which 276 dossiers are counted: an answer is frozen once a day."""
    shutil.copytree(counted_town, tmp_path / "house")
    with serve_house(tmp_path / "house") as served:
        yield served


@pytest.fixture(scope="session")
def rich_house(tmp_path_factory: pytest.TempPathFactory) -> Iterator[House]:
    """A town with something on every page."""
    with open_house(tmp_path_factory.mktemp("rich"), found=RICH) as served:
        yield served


@pytest.fixture
def places(rich_house: House) -> Places:
    """What lies where in the town with something on every page."""
    return Places.of(rich_house.data)


@pytest.fixture(scope="module")
def chromium() -> Iterator[Browser]:
    """Debian's Chromium, closed after each file: while it runs, its event loop would refuse others the database."""
    path = os.environ.get("KRING_BROWSER") or shutil.which("chromium")
    if not path:
        pytest.skip("no Chromium on this machine: apt-get install chromium")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=FLAGS)
        yield browser
        browser.close()


@pytest.fixture(params=[390, 1280], ids=["phone", "desk"])
def page(request: pytest.FixtureRequest, chromium: Browser) -> Iterator[Page]:
    """A new browser window in Dutch, at the width of a phone and of a desk."""
    width: int = request.param
    context = chromium.new_context(viewport={"width": width, "height": 900}, locale="nl-BE")
    context.set_default_timeout(8000)
    yield context.new_page()
    context.close()


@pytest.fixture
def windows(chromium: Browser) -> Iterator[Windows]:
    """Opens windows for several people; each has its own cookies."""
    opener = Windows(chromium)
    yield opener
    opener.close()


@pytest.fixture(scope="session")
def pictures() -> Path:
    """Where screenshots go, to be looked at beside the design; never in the repository."""
    folder = Path(os.environ.get("KRING_PICTURES") or "/tmp/kring-pictures")  # noqa: S108  a person looks there
    folder.mkdir(parents=True, exist_ok=True)
    return folder
