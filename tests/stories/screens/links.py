"""What a referrer sees behind a link."""

from collections.abc import Iterator

from playwright.sync_api import Page

from tests.stories.rich_town import Places
from tests.stories.screens.screen import NOBODY, Screen, in_turn
from tests.stories.screens.ways import give_code, send_as_it_is, yes


def links(places: Places) -> Iterator[Screen]:
    """What a referrer sees behind a link."""
    own = places.links["own"]
    yield Screen("status-code", NOBODY, "aanmelden/stand")
    yield Screen("status-refused", NOBODY, "aanmelden/stand", give_code("0000-0000-0000-0000"))
    yield Screen("status", NOBODY, "aanmelden/stand", give_code(own.code))
    yield Screen("own-link", NOBODY, own.path[1:], give_code(own.code))
    yield Screen("own-link-errors", NOBODY, own.path[1:], in_turn(give_code(own.code), _withdraw_unsure))
    proposal, invitation, used = (places.links[name] for name in ("proposal", "invitation", "to use up"))
    yield Screen("link-code", NOBODY, proposal.path[1:])
    yield Screen("link-refused", NOBODY, proposal.path[1:], give_code("0000-0000-0000-0000"))
    yield Screen("link-proposal", NOBODY, proposal.path[1:], give_code(proposal.code))
    yield Screen("link-errors", NOBODY, proposal.path[1:], in_turn(give_code(proposal.code), send_as_it_is))
    yield Screen("link-invitation", NOBODY, invitation.path[1:], give_code(invitation.code))
    yield Screen("link-thanks", NOBODY, used.path[1:], in_turn(give_code(used.code), yes))


def _withdraw_unsure(page: Page) -> None:
    page.locator("details").last.locator("summary").click()
    page.locator("main form .btn.danger").click()
    page.wait_for_load_state()
