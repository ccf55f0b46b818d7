"""How a worry comes in on the long day: by the public form, by mail, and told to a colleague on the street.

What does not live here: looking for the words (test_stolen_database.py).
"""

from email.message import EmailMessage
from typing import TYPE_CHECKING

from tests.stories.browsing import Browser
from tests.stories.planting import CODE, OWN, said

if TYPE_CHECKING:
    from tests.stories.planting_day import Day


def somebody_refers(day: "Day") -> str:
    """The public form in its three steps, each wrong first; the code at the end."""
    browser, planted = day.place.stranger(), day.planted
    page = planted.see(browser.ask("GET", "/aanmelden"))
    page = planted.send(browser, page, "refer 1", "kind")
    page = planted.send(browser, page, "refer 2", "concern")
    page = planted.send(browser, page, "refer 3", "wishes", website="")
    found = CODE.search(said(page))
    assert found, said(page)
    day.planted.words["the referrer's code"] = found[0]
    own = OWN.search(page.text)
    assert own, said(page)
    day.planted.words["token of the referrer's own link"] = own[1]
    for where in ("/aanmelden/stand", f"/aanmelden/mijn/{own[1]}"):
        asked = planted.see(browser.ask("GET", where))
        asked = planted.send(browser, asked, f"{where.split('/')[2]} code", "code", code=found[0])
        assert asked.status == 200, said(asked)
    return found[0]


def mail_comes_in(day: "Day") -> None:
    """A forwarded message with everything a mail may hold, through the real command."""
    new = day.planted.new
    letter = EmailMessage()
    letter["From"] = f'"{new("mail, sender name")}" <{new("mail, sender")}@post.example>'
    letter["To"] = f"{new('mail, receiver')}@town.example"
    letter["Subject"] = f"FW: {new('mail, subject')}"
    letter["Message-ID"] = f"<{new('mail, id')}@post.example>"
    letter["In-Reply-To"] = f"<{new('mail, answers')}@post.example>"
    letter["Received"] = f"from {new('mail, way')} by mx.example; Mon, 1 Mar 2021 10:00:00 +0100"
    letter["X-Custom"] = new("mail, own header")
    letter["Date"] = "Mon, 1 Mar 2021 10:00:00 +0100"
    author = f"Van: {new('mail, author name')} <{new('mail, author')}@school.example>"
    shown = f"{author}\nVerzonden: maandag 1 maart 2021 9:00\nAan: ons\nOnderwerp: {new('mail, first subject')}"
    letter.set_content(
        f"{new('mail, text')}\n\n-----Oorspronkelijk bericht-----\n{shown}\n\n{new('mail, first text')}\n"
    )
    letter.add_alternative(f"<p title='{new('mail, html title')}'>{new('mail, html')}</p>", subtype="html")
    attached = f"{new('mail, attachment')} ".encode() * 50
    letter.add_attachment(attached, maintype="application", subtype="pdf", filename=f"{new('mail, file name')}.pdf")
    path = day.folder / f"{new('mail, name of the file itself')}.eml"
    path.write_bytes(letter.as_bytes())
    broken = day.folder / "broken.eml"
    broken.write_bytes(b"Content-Type: multipart/mixed; boundary=\xff\xfe\r\n\r\n" + new("broken mail").encode())
    day.place.command("import_mail", str(day.folder))


def takes_down(day: "Day", browser: Browser) -> None:
    """What somebody told on the street."""
    page = day.planted.see(browser.ask("GET", "/referrals/take-down"))
    page = day.planted.send(browser, page, "take down", "concern", website="")
    assert CODE.search(said(page)), said(page)
