"""One case from referral to closing and reopening, in a real browser, on the phone and at the desk.

Five people, each in an own window: a referrer without an account, Noor who talks with the referrer, Fatma who takes
the role, a guest at the table, Joris who takes over; the owner of an action and the client come through links.
"""

import re
from email.message import EmailMessage
from pathlib import Path

import pytest

from tests.stories import steps
from tests.stories.case import endings, first_weeks, planning, table
from tests.stories.case.sitting import Sitting
from tests.stories.house import House
from tests.stories.test_from_message_to_figure import link_in, newest_letter
from tests.stories.windows import DESK, PHONE, Windows

pytestmark = pytest.mark.browser
LINK = re.compile(r"http://localhost:\d+/(?:overleg|actie|blad)/[\w-]+")
TELLING = ("Robin", "Bushalte", "School", "voetbal", "Yusuf", "training", "oma")
"""What no mail may hold: words of the dossier, the table and the plan."""


def posted(house: House, to: str) -> str:
    """The one link in the newest mail, which came to who was meant and holds nothing of the case."""
    letter = newest_letter(house)
    assert isinstance(letter, EmailMessage)
    assert letter["to"] == to
    body = letter.get_body(("plain",))
    assert body is not None
    text = f"{letter['subject']}\n{body.get_content()}"
    [link] = set(LINK.findall(text))
    assert [word for word in TELLING if word.casefold() in text.replace(link, "").casefold()] == []
    return str(link)


@pytest.mark.parametrize(("street", "office"), [(PHONE, DESK), (DESK, PHONE)], ids=["on the street", "reversed"])
def test_one_case(own_house: House, windows: Windows, pictures: Path, street: int, office: int) -> None:
    house = own_house

    def sits(name: str, width: int) -> Sitting:
        """A colleague signed in, or somebody without an account."""
        known = name in ("noor", "fatma", "joris")
        page = windows.of(house, name, width) if known else windows.open(width)
        return Sitting(page, house, pictures, f"{width}-{name}")

    referrer, noor = sits("referrer", street), sits("noor", office)
    code = steps.refer(referrer.page, house)
    referrer.look("code")
    link_in(newest_letter(house))
    steps.open_newest(noor.page, house)
    steps.plan_talk(noor.page)
    link_in(newest_letter(house))
    steps.note_talk(noor.page)
    noor.look("talk")
    steps.propose_role(noor.page, "Fatma Yilmaz")
    steps.confirm_by_link(referrer.page, link_in(newest_letter(house)), code)

    fatma = sits("fatma", street)
    fatma.go("board")
    fatma.page.get_by_role("link", name=re.compile("^Neem de rol op")).click()
    fatma.look("take-role")
    steps.take_role(fatma.page, nickname="Bushalte", deputy="Noor Claes")
    dossier = fatma.page.url.partition("#")[0].rpartition("/")[2]
    fatma.look("new-dossier")

    first_weeks.log_first_contact(fatma, dossier)
    first_weeks.agree_on_appointment(fatma, dossier)
    first_weeks.draw_network(fatma, dossier)

    said = table.prepare(fatma, dossier)
    here = fatma.page.url
    table.answer_as_guest(sits("guest", office), posted(house, table.MAIL), said)
    table.hold(fatma, here)

    planning.write(fatma, dossier)
    planning.ask_owner(fatma, dossier)
    planning.answer_as_owner(sits("owner", street), posted(house, planning.OWNER_MAIL))
    planning.send_to_client(fatma, dossier)
    planning.read_as_client(sits("client", street), posted(house, planning.CLIENT_MAIL))
    planning.follow_up(fatma, dossier)

    joris = sits("joris", office)
    endings.offer(fatma, dossier, to="Joris")
    endings.accept(joris)
    endings.move_keys(fatma, dossier)

    endings.close(joris, dossier)
    endings.read_status(referrer, code)
    endings.care_afterwards(joris, dossier)
    endings.reopen(joris, dossier)
