"""From a message to a figure, in a real browser at both widths: refer, decide together, take a role, count.

One person, one window. Mail goes through a real server; the figure comes out of sealed facts.
"""

import re
import sqlite3
from contextlib import closing
from email.message import EmailMessage, Message

import pytest
from playwright.sync_api import Page, expect

from kring.team.testing import PASSWORD
from tests.stories import steps
from tests.stories.house import House
from tests.stories.rich_town import COUNTED
from tests.stories.windows import DESK, PHONE, Windows

pytestmark = pytest.mark.browser
BEFORE = sum(COUNTED.values())
STREET_WORK = sum(COUNTED[who] for who in ("noor", "joris", "fatma"))
TELLING = ("bushokje", "vaart", "school", "turnleraar", "rol", "Noor", "Fatma", "14.30", "14:30", "A-", "jongere")
"""What no mail may hold: words of the concern, the talk, the outcome, the moment, a colleague, the card."""
LINK = re.compile(r"http://localhost:\d+/(?:c|aanmelden/mijn)/[\w-]+")


def newest_letter(house: House) -> Message:
    """Send what waits; the last mail that arrived."""
    before = len(house.mail.letters)
    assert house.manage("send_outbox").strip() == "1 sent"
    assert len(house.mail.letters) == before + 1
    return house.mail.letters[-1]


def link_in(letter: Message) -> str:
    """The one link in a mail, which holds nothing of what was said."""
    assert isinstance(letter, EmailMessage)
    assert letter["to"] == steps.REFERRER
    body = letter.get_body(("plain",))
    assert body is not None
    text = f"{letter['subject']}\n{letter['from']}\n{body.get_content()}"
    [link] = set(LINK.findall(text))
    told = [word for word in TELLING if word.casefold() in text.replace(link, "").casefold()]
    assert told == []
    return str(link)


def figure(page: Page, house: House, query: str = "") -> str:
    """The words of the page of figures."""
    page.goto(f"{house.address}/figures{query}")
    words: str = page.get_by_role("main").inner_text()
    return words


def total(words: str) -> int:
    found = re.search(r"(\d+)\s+lopende dossiers bij \d+ outreachers", words)
    assert found, words
    return int(found[1])


@pytest.mark.parametrize("width", [PHONE, DESK], ids=["phone", "desk"])
def test_a_message_becomes_a_dossier_and_counts(own_house: House, windows: Windows, width: int) -> None:
    house = own_house
    saar = windows.of(house, "saar", width)
    assert total(figure(saar, house)) == BEFORE

    referrer = windows.open(width)
    code = steps.refer(referrer, house)
    own = link_in(newest_letter(house))

    noor = windows.of(house, "noor", width)
    card = steps.open_newest(noor, house)
    steps.plan_talk(noor)
    invitation = link_in(newest_letter(house))
    steps.note_talk(noor)
    steps.propose_role(noor, "Fatma Yilmaz")
    proposal = link_in(newest_letter(house))
    assert len({own, invitation, proposal}) == 3
    noor.goto(card)
    expect(noor.get_by_role("button", name="Ja, open het dossier")).to_have_count(0)

    steps.confirm_by_link(referrer, proposal, code)

    fatma = windows.of(house, "fatma", width)
    fatma.goto(f"{house.address}/dossiers")
    expect(fatma.get_by_text("Hier zijn nog geen dossiers")).to_be_visible()
    fatma.goto(f"{house.address}/board")
    fatma.get_by_role("link", name=re.compile("^Neem de rol op")).click()
    steps.take_role(fatma, nickname="Bushalte", deputy="Noor Claes")
    expect(fatma.get_by_text(steps.CONCERN)).to_be_visible()
    fatma.goto(f"{house.address}/dossiers")
    expect(fatma.get_by_role("link", name="Bushalte")).to_be_visible()
    noor.goto(card)
    steps.heading(noor, "Deze pagina gaat niet open")

    assert total(figure(saar, house)) == BEFORE + 1
    steps.button(saar, "Bevries")
    expect(saar.get_by_text("cijfers bevroren")).to_be_visible()
    greet = windows.of(house, "greet", width)
    public, inside = figure(greet, house), figure(greet, house, "?audience=internal")
    assert total(public) == total(inside) == BEFORE + 1
    for words in (public, inside):
        assert re.search(rf"(?i)straathoekwerke?r?\s+3\s+{STREET_WORK + 1}\b", words), words
    assert "Bushalte" not in public + inside
    told = house.manage("council_answer", "--format", "json", typed=f"saar@kring.example\n{PASSWORD}\n")
    assert f'"total": {BEFORE + 1}' in told


def test_a_talk_that_was_enough_is_counted_and_forgotten(own_house: House, windows: Windows) -> None:
    house = own_house
    steps.refer(windows.open(PHONE), house)
    link_in(newest_letter(house))
    noor = windows.of(house, "noor", DESK)
    card = steps.open_newest(noor, house)
    assert kept_of(house, card) >= 1
    steps.unfold(noor, "Noteer het gesprek")
    steps.note_talk(noor)
    noor.get_by_role("radio", name=re.compile("^Het gesprek was genoeg")).check()
    noor.get_by_role("radio", name="Ik bel zelf").check()
    steps.button(noor, "Leg voor aan de aanmelder")
    steps.done(noor, "Het ligt voor bij de aanmelder.")
    assert house.manage("send_outbox").strip() == "nothing to send"
    noor.get_by_role("radio", name="Ja, dit klopt").check()
    steps.button(noor, "Noteer het")
    steps.done(noor, "Het telt mee als resultaat. Alles wat erover geschreven was, is gewist.")
    decided = noor.locator(".lane").last
    expect(decided.get_by_role("heading", level=3)).to_have_text("1 × het gesprek was genoeg")
    assert noor.get_by_role("link", name=re.compile("^A-")).count() == 0, "no card of it is left"
    for who in ("noor", "fatma"):
        page = noor if who == "noor" else windows.of(house, who)
        assert (answer := page.goto(card))
        assert answer.status == 404
        assert "bushokje" not in page.content()
    assert kept_of(house, card) == 0
    saar = windows.of(house, "saar")
    assert total(figure(saar, house)) == BEFORE, "no dossier was made"


def kept_of(house: House, card: str) -> int:
    """How many sealed rows and ways into them the database keeps of a referral."""
    referral = card.rpartition("/")[2]
    asked = (
        "SELECT count(*) FROM support_referralrecord WHERE referral_id = ?",
        "SELECT count(*) FROM support_referrerlink WHERE referral_id = ?",
        "SELECT count(*) FROM vault_letter WHERE about = ?",
        "SELECT count(*) FROM vault_envelope WHERE bundle = ?",
    )
    with closing(sqlite3.connect(f"file:{house.data / 'kring.sqlite3'}?mode=ro", uri=True)) as database:
        return sum(int(database.execute(question, [referral]).fetchone()[0]) for question in asked)


def test_without_script_one_refers_signs_in_and_reads_the_board(own_house: House, windows: Windows) -> None:
    house = own_house
    steps.refer(windows.open(PHONE, script=False), house)
    noor = windows.of(house, "noor", PHONE, script=False)
    steps.heading(noor, "Dag Noor")
    card = steps.open_newest(noor, house)
    steps.plan_talk(noor)
    steps.note_talk(noor)
    noor.locator(".tabbar details summary").click()
    noor.get_by_role("button", name="Afmelden").last.click()
    noor.goto(card)
    assert "/sign-in" in noor.url
