"""One long day in the house in which a random word is typed, sent or mailed at every place that takes text.

The day goes through the real pages: a stranger refers, a mail comes in, a colleague talks, proposes and takes the role,
the referrer answers behind a link; everybody also types wrong things in wrong places. It runs against a served house
and inside the test's own process alike. What does not live here: looking for the words (test_stolen_database.py).
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from email.message import EmailMessage
from pathlib import Path
from typing import Protocol
from urllib.parse import urlencode

from tests.stories import planting_log, planting_plan, planting_street
from tests.stories.browsing import Answer, Browser, Form, follow
from tests.stories.searching import digits, word

FORM_TOKEN = "csrfmiddlewaretoken"
LINK = re.compile(r"/(?:c|team/invited)/([\w-]{22})")
LET_IN = re.compile(r"/team/let-in/[\w-]{22}")
HANDED = re.compile(r'class="code[^"]*">([0-9A-Z]{4}-[0-9A-Z]{4})<')
GUEST = re.compile(r"/(?:c|overleg)/([\w-]{22})")
SEAT = re.compile(r"/dossiers/[\w-]{22}/consultations/[\w-]{22}/seats/[\w-]{22}")
OWN = re.compile(r"/aanmelden/mijn/([\w-]{22})")
CODE = re.compile(r"\b[0-9A-Z]{4}(?:-[0-9A-Z]{4}){3}\b")
NOTHING: Mapping[str, str] = {}
OWN_PAGES = ("/ways-in", "/ways-in/confirm", "/ways-in/password", "/locked/write", "/written", "/unfinished")
TALK_DAY, BIRTHDAY = "2031-03-11", "2004-05-06"
CHOSEN = {"kind": "school", "urgency": "today", "answer": "yes", "outcome": "role", "mode": "hands_on", "to": "@"}


class Place(Protocol):
    """Where the day is spent."""

    def stranger(self) -> Browser: ...  # pragma: no cover

    def command(self, *words: str) -> None: ...  # pragma: no cover

    def posted(self) -> str:
        """The text of the newest mail that went out."""
        ...  # pragma: no cover

    def posted_id(self) -> str:
        """The Message-ID of that mail."""
        ...  # pragma: no cover


@dataclass
class Planting:
    """The words planted so far by where they were typed, and which fields of which form have had one."""

    words: dict[str, str] = field(default_factory=dict)
    fields: set[tuple[str, str]] = field(default_factory=set)
    offered: set[tuple[str, str]] = field(default_factory=set)
    statuses: set[int] = field(default_factory=set)
    stem: str = field(default_factory=lambda: word(8))
    number_stem: str = field(default_factory=lambda: digits(12))

    def new(self, where: str, *, number: bool = False) -> str:
        """A fresh word for a place. Raises when the place has one already, so that none is lost."""
        assert where not in self.words, where
        self.words[where] = digits(8, self.number_stem) if number else word(10, self.stem)
        return self.words[where]

    def see(self, answer: Answer) -> Answer:
        """Remember which text fields a page offers."""
        self.statuses.add(answer.status)
        for form in answer.page.forms:
            self.offered |= {(place(form.action), _row(one.name)) for one in form.fields.values() if one.takes_text}
        return answer

    def fill(
        self, form: Form, where: str, given: Mapping[str, str] = NOTHING, *, right: bool = True
    ) -> dict[str, str | list[str]]:
        """What somebody types: right, or a word in every field there is, also those that offer a choice."""
        typed = dict(form.given)
        for one in form.fields.values():
            if one.name == FORM_TOKEN:
                continue
            if one.name in given:
                typed[one.name] = given[one.name]
            elif not right and one.kind != "hidden":
                typed[one.name] = self.new(f"{where}, wrong {one.name}")
            elif one.kind in ("radio", "checkbox", "select"):
                typed[one.name] = _choose(one.name, one.choices)
            elif one.kind == "hidden" or not one.takes_text:
                continue
            else:
                typed[one.name] = self._text(one.name, one.kind, f"{where}, {one.name}")
            if one.takes_text:
                self.fields.add((place(form.action), _row(one.name)))
        return typed

    def _text(self, name: str, kind: str, where: str) -> str:
        if kind == "tel":
            return self.new(where, number=True)
        if kind == "email":
            return f"{self.new(where)}@post.example"
        fixed = {"date": BIRTHDAY if name == "born_on" else TALK_DAY, "time": "14:30"}
        return fixed.get(kind) or self.new(where)

    def send(
        self, browser: Browser, page: Answer, where: str, with_field: str, *, wrong: bool = True, **given: str
    ) -> Answer:
        """Send a form of a page twice: with a word in every field, and as it should be. The answer to the last."""
        form = page.page.form(with_field)
        if wrong:
            self.see(browser.ask("POST", form.action, self.fill(form, where, right=False)))
        return self.see(follow(browser, browser.ask("POST", form.action, self.fill(form, where, given))))


def place(action: str) -> str:
    """The address of a form without its ids."""
    return re.sub(r"/[\w-]{20,}(?=/|$)", "/<id>", action.partition("?")[0])


def _row(name: str) -> str:
    """The name of a field; those of a list of lines count as one."""
    return re.sub(r"^line-\d+$", "line-<n>", name)


def _choose(name: str, choices: Iterable[str]) -> str:
    """What fits the story, or the last that is offered."""
    offered = [one for one in choices if one]
    wanted = CHOSEN.get(name, "")
    return next((one for one in offered if wanted and wanted in one), offered[-1] if offered else "")


def _said(answer: Answer) -> str:
    """What a page says, for a failing assertion: its words without the marks."""
    return " ".join(re.sub(r"<svg.*?</svg>|<wbr>|<[^>]*>", " ", answer.text, flags=re.DOTALL).split()).replace(
        "- ", "-"
    )[:1500]


@dataclass
class Day:
    """The day itself. Passwords, cookies, links and codes are planted too: they may lie nowhere either."""

    place: Place
    planted: Planting
    password: str
    folder: Path

    def spend(self) -> None:
        """Everything, in an order in which it can happen."""
        self.planted.words["the password"] = self.password
        code = self.somebody_refers()
        self.mail_comes_in()
        colleague = self.colleague_comes_in("noor")
        self.colleague_takes_down(colleague)
        self.referral_becomes_a_dossier(colleague, code)
        self.colleague_takes_over(colleague)
        self.colleague_makes_an_appointment(colleague)
        self.colleague_refers_onward(colleague)
        planting_street.walks(colleague, self.planted)
        planting_street.attaches(colleague, self.planted)
        self.colleague_agrees(colleague)
        administrator = self.colleague_comes_in("ann")
        self.newcomer_gets_in(administrator, colleague)
        for looking in (colleague, *(self.colleague_comes_in(other) for other in ("greet", "saar")), administrator):
            self.colleague_looks_around(looking)
        self.somebody_is_rude()

    def somebody_refers(self) -> str:
        """The public form in its three steps, each wrong first; the code at the end."""
        browser, planted = self.place.stranger(), self.planted
        page = planted.see(browser.ask("GET", "/aanmelden"))
        page = planted.send(browser, page, "refer 1", "kind")
        page = planted.send(browser, page, "refer 2", "concern")
        page = planted.send(browser, page, "refer 3", "wishes", website="")
        found = CODE.search(_said(page))
        assert found, _said(page)
        self.planted.words["the referrer's code"] = found[0]
        own = OWN.search(page.text)
        assert own, _said(page)
        self.planted.words["token of the referrer's own link"] = own[1]
        for where in ("/aanmelden/stand", f"/aanmelden/mijn/{own[1]}"):
            asked = planted.see(browser.ask("GET", where))
            asked = planted.send(browser, asked, f"{where.split('/')[2]} code", "code", code=found[0])
            assert asked.status == 200, _said(asked)
        return found[0]

    def newcomer_gets_in(self, administrator: Browser, colleague: Browser) -> None:
        """An invitation, a password behind its link, and a key at one table. Whom the town employs is no secret."""
        form = administrator.ask("GET", "/team/manage/new").page.form("email")
        staff = {"name": "Zoe Peeters", "email": "zoe@post.example", "function": "coach", "status": "secrecy"}
        administrator.ask("POST", form.action, {**form.given, **staff, "wishes": ["welfare"]})
        self.place.command("send_outbox")
        found = LINK.search(self.place.posted())
        assert found, "a link in the invitation"
        self.planted.words["token of the invitation"] = found[1]
        browser, password = self.place.stranger(), self.planted.new("newcomer, the password")
        self.planted.send(browser, browser.ask("GET", "/sign-in"), "newcomer, no paper", "paper", wrong=False)
        page = self.planted.see(browser.ask("GET", f"/team/invited/{found[1]}"))
        page = self.planted.send(browser, page, "newcomer", "again", password=password, again=password)
        code = HANDED.search(page.text)
        assert code, _said(page)
        self.planted.words["the code handed over"] = code[1]
        way = LET_IN.search(colleague.ask("GET", "/team").text)
        assert way, "somebody waits"
        page = self.planted.see(colleague.ask("GET", way[0]))
        page = self.planted.send(colleague, page, "let in", "code", code=code[1], same_words="on")
        assert browser.ask("GET", "/dossiers").status == 200, _said(page)

    def colleague_takes_over(self, browser: Browser) -> None:
        """Running cases pasted into the page: one that opens, one that comes back and is mended wrong again."""
        new, planted = self.planted.new, self.planted
        form = planted.see(browser.ask("GET", "/take-over")).page.form("text")
        lines = (
            f"{new('case, label')};1/5/2019;straathoekwerk;outreach;elke week;Joris\n{new('case, wrong')};{new('day')}"
        )
        looked = planted.see(browser.ask("POST", form.action, planted.fill(form, "take over", {"text": lines})))
        mending = looked.page.form("line-2")
        opened = browser.ask("POST", mending.action, {**planted.fill(mending, "mend", {"text": ""}), "open": "1"})
        assert "1 dossier geopend" in planted.see(opened).text, _said(opened)
        wrong = "\n".join(f"{new(f'case {at}, wrong')};nooit" for at in range(3))
        page = planted.see(browser.ask("GET", "/take-over"))
        looked = planted.see(
            browser.ask("POST", form.action, planted.fill(page.page.form("text"), "all", {"text": wrong}))
        )
        planted.see(browser.ask("POST", form.action, planted.fill(looked.page.form("line-3"), "mend all")))
        file = {"file": (f"{new('list, name')}.csv", f"{new('list, label')};1/5/2019".encode())}
        browser.ask("POST", form.action, {FORM_TOKEN: str(form.given[FORM_TOKEN]), "once": "f"}, file)

    def colleague_makes_an_appointment(self, browser: Browser) -> None:
        """An appointment with a client, changed; each form wrong first."""
        found = re.search(r"/dossiers/[\w-]{22}", browser.ask("GET", "/dossiers").text)
        assert found, "a dossier"
        path = f"{found[0]}/appointments"
        page = self.planted.see(browser.ask("GET", path))
        page = self.planted.send(browser, page, "appointment", "about", seen="")
        one = re.search(rf"{path}/[\w-]{{22}}", page.text)
        assert one, _said(page)
        page = self.planted.see(browser.ask("GET", one[0]))
        page = self.planted.send(browser, page, "appointment, changed", "about")
        assert page.status == 200, _said(page)

    def colleague_refers_onward(self, browser: Browser) -> None:
        """An onward referral, whether it still runs, and two letters; each form wrong first."""
        found = re.search(r"/dossiers/[\w-]{22}", browser.ask("GET", "/dossiers").text)
        assert found, "a dossier"
        page = self.planted.see(browser.ask("GET", f"{found[0]}/linkages"))
        sent = self.planted.send(browser, page, "onward", "service", went_along="yes")
        assert sent.status == 200, _said(sent)
        page = self.planted.see(browser.ask("GET", f"{found[0]}/linkages"))
        self.planted.send(browser, page, "onward, answer", "runs", runs="no")
        for letter in ("invitation", "referral"):
            page = self.planted.see(browser.ask("GET", f"{found[0]}/letters/{letter}"))
            self.planted.send(browser, page, f"letter, {letter}", "language", language="nl")

    def colleague_agrees(self, browser: Browser) -> None:
        """A rhythm, and a judgement at an age: each form wrong first."""
        for found in dict.fromkeys(re.findall(r"/dossiers/[\w-]{22}", browser.ask("GET", "/dossiers").text)):
            page = self.planted.see(browser.ask("GET", f"{found}/rhythm"))
            self.planted.send(browser, page, f"rhythm {len(self.planted.words)}", "often", wrong=False, days="9")
            page = self.planted.see(browser.ask("GET", f"{found}/age"))
            if any("words" in form.fields for form in page.page.forms):
                self.planted.send(browser, page, f"age {len(self.planted.words)}", "words")

    def mail_comes_in(self) -> None:
        """A forwarded message with everything a mail may hold, through the real command."""
        new = self.planted.new
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
        path = self.folder / f"{new('mail, name of the file itself')}.eml"
        path.write_bytes(letter.as_bytes())
        broken = self.folder / "broken.eml"
        broken.write_bytes(b"Content-Type: multipart/mixed; boundary=\xff\xfe\r\n\r\n" + new("broken mail").encode())
        self.place.command("import_mail", str(self.folder))

    def colleague_comes_in(self, name: str) -> Browser:
        """The front door: with a wrong name, a wrong password, and then rightly."""
        browser, planted = self.place.stranger(), self.planted
        page = planted.see(browser.ask("GET", f"/sign-in?next=/dossiers/{planted.new(f'{name}, where to')}"))
        wrong = {"sign_in": planted.new(f"{name}, wrong name"), "password": planted.new(f"{name}, wrong password")}
        planted.send(browser, page, f"{name}, sign-in", "password", wrong=False, **wrong)
        sign_in = f"{name}@kring.example"
        almost = {"sign_in": sign_in, "password": planted.new(f"{name}, almost the password")}
        planted.send(browser, page, f"{name}, sign-in again", "password", wrong=False, **almost)
        right = {"sign_in": sign_in, "password": self.password}
        answer = planted.send(browser, page, f"{name}, come in", "password", wrong=False, **right)
        planted.words |= {f"{name}, cookie {kept}": text for kept, text in browser.kept().items()}
        assert answer.status in (200, 404), answer.status
        return browser

    def colleague_takes_down(self, browser: Browser) -> None:
        """What somebody told on the street."""
        page = self.planted.see(browser.ask("GET", "/referrals/take-down"))
        page = self.planted.send(browser, page, "take down", "concern", website="")
        assert CODE.search(_said(page)), _said(page)

    def referral_becomes_a_dossier(self, browser: Browser, code: str) -> None:
        """Talk, proposal, the referrer's yes by link, the role, the dossier."""
        path = self._referral_with(browser, self.planted.words["refer 2, concern"])
        for step in ("acute", "ask", "wait", "wait_for_referrer", "back_to_new", "plan", "remind"):
            self._step(browser, path, step)
        self._answer_behind_the_link(code, "invitation")
        self._answer_by_mail(browser, path)
        self._step(browser, path, "note")
        me = self._me(browser, path)
        self._step(browser, path, "propose", asked=me, outcome="role")
        self._step(browser, path, "confirm", answer="almost")
        self._step(browser, path, "propose", asked=me, outcome="role", again="again")
        self._answer_behind_the_link(code, "proposal")
        name = " ".join(self.planted.new(f"take_role, {part}") for part in ("name", "family name"))
        page = self._step(browser, path, "take_role", name=name)
        assert self.planted.words["take_role, name"] in page.text, page.path
        assert self.planted.words["refer 2, concern"] in page.text
        self.colleague_draws_the_network(browser, page.path.partition("#")[0])
        self.colleague_at_the_table(browser, page.path)
        planting_plan.write(self, browser, page.path)
        planting_log.notes(browser, self.planted, page.path.partition("#")[0])
        left = self.planted.see(browser.ask("GET", "/board")).page.links
        one = next(link for link in left if re.fullmatch(r"/referrals/[\w-]{22}", link))
        for step in ("merge", "acute", "end_acute"):
            self._step(browser, one, step, of="others")

    def colleague_draws_the_network(self, browser: Browser, dossier: str) -> None:
        """Somebody on the map with every mark, drawn together, moved; and what loosens the bond, looked at again."""
        planted, here, day = self.planted, f"{dossier}/network", "2021-02-01"
        page = planted.see(browser.ask("GET", f"{here}/add"))
        page = planted.send(browser, page, "network add", "name", from_on=day, domain="school", kin="parent")
        somebody = planted.words["network add, name"]
        assert somebody in page.text, _said(page)
        page = planted.send(browser, page, "network drawn", "words", on=day)
        assert planted.words["network drawn, words"] in page.text, _said(page)
        tie = next(link for link in page.page.links if re.fullmatch(rf"{here}/[\w-]{{22}}", link))
        page = planted.send(
            browser, planted.see(browser.ask("GET", tie)), "network move", "words", from_on="2021-02-27"
        )
        assert planted.words["network move, words"] in page.text, _said(page)
        page = planted.see(browser.ask("GET", tie))
        page = planted.send(browser, page, "network correct", "role", name=planted.new("network, name"), from_on=day)
        planted.send(browser, planted.see(browser.ask("GET", tie)), "network end", "until_on", until_on="2021-02-27")
        [at] = [form for form in planted.see(browser.ask("GET", here)).page.forms if form.action == here]
        planted.see(browser.ask("GET", f"{here}?{urlencode(planted.fill(at, 'network at'), doseq=True)}"))
        page = planted.see(browser.ask("GET", f"{here}/factors/add"))
        page = planted.send(browser, page, "network factor", "action", noted_on=day)
        assert planted.words["network factor, action"] in page.text, _said(page)
        factor = next(link for link in page.page.links if re.fullmatch(rf"{here}/factors/[\w-]{{22}}", link))
        page = planted.see(browser.ask("GET", factor))
        page = planted.send(browser, page, "network review", "still", on="2021-02-27", still="changed")
        planted.see(browser.ask("GET", factor))

    def colleague_at_the_table(self, browser: Browser, dossier: str) -> None:
        """A client consultation: prepared, somebody invited and given lines, an agreement, a guest who answers."""
        planted = self.planted
        page = planted.see(browser.ask("GET", f"{dossier}/consultations"))
        page = planted.send(browser, page, "table start", "place", minutes="60")
        here = page.path.partition("#")[0]
        page = planted.send(browser, page, "table item", "title", minutes="15")
        page = planted.send(
            browser, page, "table seat", "organisation", kind="school", secrecy="none", language="nl", only=""
        )
        page = planted.send(browser, page, "table details", "prepares", wrong=False, minutes="60")
        page = planted.send(browser, page, "table notes", "text", wrong=False)
        [invite] = [form for form in page.page.forms if form.action.endswith("/invite")]
        planted.see(follow(browser, browser.ask("POST", invite.action, invite.given)))
        self.place.command("send_outbox")
        token, seat = GUEST.search(self.place.posted()), SEAT.search(page.text)
        assert token, _said(page)
        assert seat, _said(page)
        page = planted.see(browser.ask("GET", seat[0]))
        code = HANDED.search(page.text)
        assert code, _said(page)
        planted.words |= {"table, token of the link": token[1], "table, code": code[1]}
        self._give(browser, page)
        [again] = [form for form in page.page.forms if form.action.endswith("/seat")]
        was = {name: str(again.given[name]) for name in ("name", "email", "organisation")}
        said = {"kind": "school", "secrecy": "none", "language": "nl", **was}
        planted.send(browser, page, "table seat again", "organisation", wrong=True, **said)
        self._agree(browser, f"{here}/table")
        page = planted.see(browser.ask("GET", here))
        on = str(page.page.form("why_absent").given["held_on"])
        page = planted.send(browser, page, "table held", "why_absent", held_on=on, client="no", result="agreed")
        assert planted.words["table agree otherwise, what"] in page.text, _said(page)
        self._guest(f"/overleg/{token[1]}", code[1])

    def _give(self, browser: Browser, page: Answer) -> None:
        """Lines for somebody at the table: refused with words in every field, then with everything weighed."""
        form, planted = page.page.form("typed"), self.planted
        planted.see(browser.ask("POST", form.action, planted.fill(form, "table lines", right=False)))
        weighed, until = list(form.fields["checklist"].choices), str(form.given["until"])
        typed = planted.fill(form, "table lines", {"until": until, "by_link": "link"})
        answer = follow(browser, browser.ask("POST", form.action, {**typed, "checklist": weighed}))
        assert "Geef deze lijnen in de plaats" in planted.see(answer).text, _said(answer)

    def _agree(self, browser: Browser, screen: str) -> None:
        page = self.planted.see(browser.ask("GET", screen))
        page = self.planted.send(browser, page, "table agree", "what")
        self.planted.send(browser, page, "table agree otherwise", "record", wrong=False)

    def _guest(self, path: str, code: str) -> None:
        """Who was invited reads it behind the link, after the consultation as well."""
        browser, planted = self.place.stranger(), self.planted
        page = planted.see(browser.ask("GET", path))
        page = planted.send(browser, page, "table guest", "code", code=code)
        assert planted.words["table lines, typed"] in page.text, _said(page)
        page = planted.send(browser, page, "table guest answer", "words", code=code)
        assert page.status == 200, _said(page)

    def _answer_by_mail(self, browser: Browser, path: str) -> None:
        """The referrer answers the invitation by mail and a mail of ours comes back; a colleague sees to both."""
        new, ours = self.planted.new, self.place.posted_id()
        answer, returned = EmailMessage(), EmailMessage()
        answer["From"] = f'"{new("answer, sender name")}" <{new("answer, sender")}@post.example>'
        answer["Subject"] = new("answer, subject")
        answer["In-Reply-To"] = ours
        answer.set_content(f"{new('answer, text')}\n\nOp 1-3-2021 om 9:00 schreef Kring:\n> {new('answer, quoted')}\n")
        answer.add_attachment(
            new("answer, file").encode(), maintype="a", subtype="b", filename=new("answer, file name")
        )
        returned["From"] = "MAILER-DAEMON@mx.example"
        failed = f"Final-Recipient: rfc822; {new('returned mail, to')}@post.example\nMessage-ID: {ours}"
        returned.set_content(f"{new('returned mail, text')}\n\n{failed}\n")
        for name, mail in (("answer", answer), ("returned", returned)):
            file = self.folder / f"{name}.eml"
            file.write_bytes(mail.as_bytes())
            self.place.command("import_mail", str(file))
        page = self.planted.see(browser.ask("GET", path))
        assert self.planted.words["answer, text"] in page.text
        assert self.planted.words["returned mail, to"] in page.text
        for link in {link for link in page.page.links if link.startswith(f"{path}/mail/")}:
            assert self.planted.see(browser.ask("GET", link)).status == 200
        self._step(browser, path, "settle")

    def _referral_with(self, browser: Browser, concern: str) -> str:
        """The path of the referral that says so; every card is opened on the way, so that all are filed."""
        board = self.planted.see(browser.ask("GET", "/board"))
        paths = {link.partition("#")[0].partition("?")[0] for link in board.page.links}
        pages = {
            path: self.planted.see(browser.ask("GET", path))
            for path in paths
            if re.fullmatch(r"/referrals/[\w-]{22}", path)
        }
        for path in pages:
            self.planted.see(browser.ask("GET", f"{path}/original"))
        [found] = [path for path, page in pages.items() if concern in page.text]
        return found

    def _step(self, browser: Browser, path: str, step: str, *, again: str = "", of: str = "", **given: str) -> Answer:
        page = self.planted.see(browser.ask("GET", path))
        [form] = [form for form in page.page.forms if form.action == f"{path}/{step}"]
        where = f"{of} {step} {again}".strip()
        if not again:
            self.planted.see(browser.ask("POST", form.action, self.planted.fill(form, where, right=False)))
        answer = follow(browser, browser.ask("POST", form.action, self.planted.fill(form, where, given)))
        assert answer.status == 200, (step, answer.status, _said(answer))
        return self.planted.see(answer)

    def _me(self, browser: Browser, path: str) -> str:
        """The principal of who looks, as the form offers it: Noor."""
        found = re.search(r'value="([\w-]{22})"[^>]*>[^<]*Noor', browser.ask("GET", path).text)
        assert found
        return found[1]

    def _answer_behind_the_link(self, code: str, what: str) -> None:
        self.place.command("send_outbox")
        token = LINK.search(self.place.posted())
        assert token
        self.planted.words[f"{what}, token of the link"] = token[1]
        browser, planted, path = self.place.stranger(), self.planted, f"/c/{token[1]}"
        page = planted.see(browser.ask("GET", path))
        page = planted.send(browser, page, f"{what} code", "code", code=code)
        page = planted.send(browser, page, f"{what} answer", "words", code=code)
        assert page.status == 200, _said(page)

    def colleague_looks_around(self, browser: Browser) -> None:
        """Every form of the pages one comes by, addresses with words in them, language and look; then out again."""
        new, number = self.planted.new, len(self.planted.words)
        for path in (
            "/today",
            "/today/week",
            "/dossiers",
            "/street",
            "/words",
            "/board",
            "/referrals/moments",
            "/figures",
            "/team",
            "/waiting",
            "/",
            "/locked",
            *OWN_PAGES,
        ):
            page = self.planted.see(browser.ask("GET", f"{path}?on={new(f'{number} query of {path}')}"))
            self.planted.see(browser.ask("GET", f"{path}/{new(f'{number} path under {path}')}"))
            for form in page.page.forms:
                if any(one.takes_text for one in form.fields.values()):
                    typed = self.planted.fill(form, f"{number} {path} {len(self.planted.words)}", right=False)
                    query = urlencode(typed, doseq=True)
                    ask = (f"{form.action}?{query}", None) if form.method == "GET" else (form.action, typed)
                    self.planted.see(browser.ask(form.method, *ask))
        for path in ("/figures/freeze", "/language", "/theme", "/sign-out"):
            fields = {name: new(f"{number} {path} {name}") for name in ("on", "language", "theme", "next")}
            self.planted.see(browser.ask("POST", path, {**fields, FORM_TOKEN: self._token(browser)}))

    def _token(self, browser: Browser) -> str:
        form = browser.ask("GET", "/aanmelden").page.form("kind")
        return str(form.given[FORM_TOKEN])

    def somebody_is_rude(self) -> None:
        """Addresses, headers and bodies nobody asked for."""
        browser, new = self.place.stranger(), self.planted.new
        for path in ("/", "/c/", "/dossiers/", "/referrals/", "/referrals/x/", "/static/", "/healthz/"):
            self.planted.see(browser.ask("GET", f"{path}{new(f'rude path {path}')}"))
            self.planted.see(browser.ask("POST", f"{path}{new(f'rude post {path}')}", {"x": new(f"rude field {path}")}))
        token = {FORM_TOKEN: self._token(browser)}
        small = {new("upload, field"): (f"{new('upload, name')}.pdf", new("upload, content").encode() * 99)}
        self.planted.see(browser.ask("POST", "/aanmelden", token, small))
        large = {"file": (f"{new('big upload, name')}.pdf", new("big upload, content").encode() * 600_000)}
        self.planted.see(browser.ask("POST", "/aanmelden", token, large))
        self.planted.see(browser.ask("POST", "/aanmelden", {**token, "concern": new("long text") * 80_000}))
        name = new("field name")
        many = {f"{name}{number}": "x" for number in range(400)}
        self.planted.see(browser.ask("POST", "/aanmelden", {**token, **many}))
