"""A referral on the long day: from the talk to the role, with answers behind a link and by mail.

What does not live here: looking for the words (test_stolen_database.py).
"""

import re
from email.message import EmailMessage
from typing import TYPE_CHECKING

from tests.stories import (
    planting_case,
    planting_followup,
    planting_log,
    planting_network,
    planting_plan,
    planting_table,
)
from tests.stories.browsing import Answer, Browser, follow
from tests.stories.planting import LINK, said

if TYPE_CHECKING:
    from tests.stories.planting_day import Day


def becomes_a_dossier(day: "Day", browser: Browser, code: str) -> None:
    """Talk, proposal, the referrer's yes by link, the role, the dossier."""
    path = _referral_with(day, browser, day.planted.words["refer 2, concern"])
    for step in ("acute", "ask", "wait", "wait_for_referrer", "back_to_new", "plan", "remind"):
        _step(day, browser, path, step)
    _answer_behind_the_link(day, code, "invitation")
    _answer_by_mail(day, browser, path)
    _step(day, browser, path, "note")
    me = _me(day, browser, path)
    _step(day, browser, path, "propose", asked=me, outcome="role")
    _step(day, browser, path, "confirm", answer="almost")
    _step(day, browser, path, "propose", asked=me, outcome="role", again="again")
    _answer_behind_the_link(day, code, "proposal")
    name = " ".join(day.planted.new(f"take_role, {part}") for part in ("name", "family name"))
    page = _step(day, browser, path, "take_role", name=name, told_by_client="")
    assert day.planted.words["take_role, name"] in page.text, page.path
    assert day.planted.words["refer 2, concern"] in page.text
    planting_network.draws(day, browser, page.path.partition("#")[0])
    planting_table.sits_down(day, browser, page.path)
    planting_plan.write(day, browser, page.path)
    planting_log.notes(browser, day.planted, dossier := page.path.partition("#")[0])
    planting_case.meets(day.planted, browser, dossier)
    planting_followup.works_together(day.planted, browser, dossier)
    left = day.planted.see(browser.ask("GET", "/board")).page.links
    one = next(link for link in left if re.fullmatch(r"/referrals/[\w-]{22}", link))
    for step in ("merge", "acute", "end_acute"):
        _step(day, browser, one, step, of="others")


def _answer_by_mail(day: "Day", browser: Browser, path: str) -> None:
    """The referrer answers the invitation by mail and a mail of ours comes back; a colleague sees to both."""
    new, ours = day.planted.new, day.place.posted_id()
    answer, returned = EmailMessage(), EmailMessage()
    answer["From"] = f'"{new("answer, sender name")}" <{new("answer, sender")}@post.example>'
    answer["Subject"] = new("answer, subject")
    answer["In-Reply-To"] = ours
    answer.set_content(f"{new('answer, text')}\n\nOp 1-3-2021 om 9:00 schreef Kring:\n> {new('answer, quoted')}\n")
    answer.add_attachment(new("answer, file").encode(), maintype="a", subtype="b", filename=new("answer, file name"))
    returned["From"] = "MAILER-DAEMON@mx.example"
    failed = f"Final-Recipient: rfc822; {new('returned mail, to')}@post.example\nMessage-ID: {ours}"
    returned.set_content(f"{new('returned mail, text')}\n\n{failed}\n")
    for name, mail in (("answer", answer), ("returned", returned)):
        file = day.folder / f"{name}.eml"
        file.write_bytes(mail.as_bytes())
        day.place.command("import_mail", str(file))
    page = day.planted.see(browser.ask("GET", path))
    assert day.planted.words["answer, text"] in page.text
    assert day.planted.words["returned mail, to"] in page.text
    for link in {link for link in page.page.links if link.startswith(f"{path}/mail/")}:
        assert day.planted.see(browser.ask("GET", link)).status == 200
    _step(day, browser, path, "settle")


def _referral_with(day: "Day", browser: Browser, concern: str) -> str:
    """The path of the referral that says so; every card is opened on the way, so that all are filed."""
    board = day.planted.see(browser.ask("GET", "/board"))
    paths = {link.partition("#")[0].partition("?")[0] for link in board.page.links}
    pages = {
        path: day.planted.see(browser.ask("GET", path)) for path in paths if re.fullmatch(r"/referrals/[\w-]{22}", path)
    }
    for path in pages:
        day.planted.see(browser.ask("GET", f"{path}/original"))
    [found] = [path for path, page in pages.items() if concern in page.text]
    return found


def _step(day: "Day", browser: Browser, path: str, step: str, *, again: str = "", of: str = "", **given: str) -> Answer:
    page = day.planted.see(browser.ask("GET", path))
    [form] = [form for form in page.page.forms if form.action == f"{path}/{step}"]
    where = f"{of} {step} {again}".strip()
    if not again:
        day.planted.see(browser.ask("POST", form.action, day.planted.fill(form, where, right=False)))
    answer = follow(browser, browser.ask("POST", form.action, day.planted.fill(form, where, given)))
    assert answer.status == 200, (step, answer.status, said(answer))
    return day.planted.see(answer)


def _me(day: "Day", browser: Browser, path: str) -> str:
    """The principal of who looks, as the form offers it: Noor."""
    found = re.search(r'value="([\w-]{22})"[^>]*>[^<]*Noor', browser.ask("GET", path).text)
    assert found
    return found[1]


def _answer_behind_the_link(day: "Day", code: str, what: str) -> None:
    day.place.command("send_outbox")
    token = LINK.search(day.place.posted())
    assert token
    day.planted.words[f"{what}, token of the link"] = token[1]
    browser, planted, path = day.place.stranger(), day.planted, f"/c/{token[1]}"
    page = planted.see(browser.ask("GET", path))
    page = planted.send(browser, page, f"{what} code", "code", code=code)
    page = planted.send(browser, page, f"{what} answer", "words", code=code)
    assert page.status == 200, said(page)
