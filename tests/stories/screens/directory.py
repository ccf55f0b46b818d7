"""The services directory."""

from collections.abc import Iterator

from playwright.sync_api import Page

from tests.stories.rich_town import Places
from tests.stories.screens.screen import Screen, Way, in_turn
from tests.stories.screens.ways import search, send_as_it_is, unfold_all

ODD = b'{"id": "odd", "name": "Fietspunt Noord", "status": "maybe", "x_town": 1, "phones": [{"id": "p"}]}'


def directory(places: Places) -> Iterator[Screen]:
    """The services directory, for who looks and for who keeps it."""
    service = places.people["service"]
    yield Screen("services", "noor", "team/services")
    yield Screen("services-not-found", "noor", "team/services", search)
    yield Screen("service", "noor", f"team/services/{service}", unfold_all)
    yield Screen("service-keep", "greet", f"team/services/{service}/keep")
    yield Screen("service-new-errors", "ann", "team/services/new", send_as_it_is)
    yield Screen("services-file", "ann", "team/services/file")
    yield Screen("services-file-errors", "ann", "team/services/file", _send_file(b"not a file of the standard"))
    yield Screen("services-file-read", "ann", "team/services/file", in_turn(_send_file(ODD), unfold_all))


def _send_file(raw: bytes) -> Way:
    def send(page: Page) -> None:
        page.locator("input[type=file]").set_input_files(
            {"name": "services.json", "mimeType": "application/json", "buffer": raw}
        )
        page.locator("main form .btn.primary").click()
        page.wait_for_load_state()

    return send
