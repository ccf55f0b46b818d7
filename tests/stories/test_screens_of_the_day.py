"""The pages of the work of a day, in a real browser: light and dark, three widths, keyboard."""

from pathlib import Path

import pytest

from tests.stories import screens
from tests.stories.house import House
from tests.stories.looking import looked_at
from tests.stories.rich_town import Places
from tests.stories.windows import Windows

pytestmark = pytest.mark.browser


@pytest.mark.parametrize("group", screens.TWO)
def test_every_page_with_something_on_it(
    rich_house: House, places: Places, windows: Windows, pictures: Path, group: str
) -> None:
    assert looked_at(rich_house, windows, screens.TWO[group](places), pictures) == []
