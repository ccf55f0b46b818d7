"""Every page of the product and how one comes there: the list the browser stories look at, one line for each page.

A screen is reached in a window of somebody; what is typed on the way is invented. What does not live here: what every
page must hold to (looking.py).
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from playwright.sync_api import Page

from kring.team.testing import PASSWORD
from tests.stories.rich_town import WAITING, Places

Way = Callable[[Page], None]
NOBODY = ""
DOWN = "referrals/take-down"
TOMORROW = (date.today() + timedelta(days=1)).isoformat()  # noqa: DTZ011  the town's own day


@dataclass(frozen=True, slots=True)
class Screen:
    """One page. `who`: who looks, "" without an account. `way`: what is done after going there. `status`: of `path`."""

    name: str
    who: str
    path: str
    way: Way | None = None
    status: int = 200

    def reach(self, page: Page, address: str) -> None:
        """Go there."""
        answer = page.goto(f"{address}/{self.path}")
        assert answer is not None
        assert answer.status == self.status, f"{self.name}: {answer.status}"
        if self.way:
            self.way(page)


def every(places: Places) -> Iterator[Screen]:
    """Every page of a rich town."""
    yield from public()
    yield from links(places)
    yield from door()
    yield from getting_in(places)
    yield from referrals(places)
    yield from dossiers(places)
    yield from network(places)
    yield from plans(places)
    yield from endings(places)
    yield from keeping(places)
    yield from tables(places)
    yield from figures(places)
    yield from papers(places)
    yield from directory(places)
    yield from street()
    yield from attachments(places)


def public() -> Iterator[Screen]:
    """What anybody sees, up to the code of a referral."""
    yield Screen("home", NOBODY, "")
    yield Screen("refused", NOBODY, "no-such-page", status=404)
    yield Screen("refer-1", NOBODY, "aanmelden")
    yield Screen("refer-1-errors", NOBODY, "aanmelden", _in_turn(_next))
    yield Screen("refer-2", NOBODY, "aanmelden", _in_turn(_who, _next))
    yield Screen("refer-2-errors", NOBODY, "aanmelden", _in_turn(_who, _next, _next))
    yield Screen("refer-2-number", NOBODY, "aanmelden", _in_turn(_who, _next, _number))
    yield Screen("refer-3", NOBODY, "aanmelden", _in_turn(_who, _next, _concern, _next))
    yield Screen("refer-3-errors", NOBODY, "aanmelden", _in_turn(_who, _next, _concern, _next, _bad_mail, _send))
    yield Screen("refer-thanks", NOBODY, "aanmelden", _in_turn(_who, _next, _concern, _next, _send))


def links(places: Places) -> Iterator[Screen]:
    """What a referrer sees behind a link."""
    own = places.links["own"]
    yield Screen("status-code", NOBODY, "aanmelden/stand")
    yield Screen("status-refused", NOBODY, "aanmelden/stand", _code("0000-0000-0000-0000"))
    yield Screen("status", NOBODY, "aanmelden/stand", _code(own.code))
    yield Screen("own-link", NOBODY, own.path[1:], _code(own.code))
    yield Screen("own-link-errors", NOBODY, own.path[1:], _in_turn(_code(own.code), _withdraw_unsure))
    proposal, invitation, used = (places.links[name] for name in ("proposal", "invitation", "to use up"))
    yield Screen("link-code", NOBODY, proposal.path[1:])
    yield Screen("link-refused", NOBODY, proposal.path[1:], _code("0000-0000-0000-0000"))
    yield Screen("link-proposal", NOBODY, proposal.path[1:], _code(proposal.code))
    yield Screen("link-errors", NOBODY, proposal.path[1:], _in_turn(_code(proposal.code), _send_as_it_is))
    yield Screen("link-invitation", NOBODY, invitation.path[1:], _code(invitation.code))
    yield Screen("link-thanks", NOBODY, used.path[1:], _in_turn(_code(used.code), _yes))


def door() -> Iterator[Screen]:
    """The front door."""
    yield Screen("sign-in", NOBODY, "sign-in")
    yield Screen("sign-in-wrong", NOBODY, "sign-in", _wrong_password)
    yield Screen("form-too-old", NOBODY, "sign-in", _in_turn(_without_token, _wrong_password))
    yield Screen("waiting", WAITING, "waiting")
    yield Screen("team", "greet", "team")
    yield Screen("write-locked", "noor", "locked/write")
    yield Screen("write-locked-errors", "noor", "locked/write", _drop)
    yield Screen("written-nothing", "greet", "written")
    yield Screen("written", "noor", "locked/write", _in_turn(_note, _drop, _read_back))
    yield Screen("unfinished-none", "greet", "unfinished")
    yield Screen("unfinished", "lotte", DOWN, _in_turn(_concern, _kept_as_draft, _unfinished))
    yield Screen("ways-in", "noor", "ways-in")
    yield Screen("ways-in-confirm", "noor", "ways-in/confirm")
    yield Screen("ways-in-confirm-wrong", "noor", "ways-in/confirm", _wrong_proof)
    yield Screen("ways-in-passkey", "noor", "ways-in/passkey", _right_proof)
    yield Screen("ways-in-password", "noor", "ways-in/password")
    yield Screen("ways-in-password-errors", "noor", "ways-in/password", _keep)
    yield Screen("ways-in-code", "noor", "ways-in/code")
    yield Screen("ways-in-unlock-here", "noor", "ways-in/unlock-here")
    yield Screen("ways-in-paper", "noor", "ways-in/paper")
    yield Screen("ways-in-paper-made", "noor", "ways-in/paper", _keep)


def getting_in(places: Places) -> Iterator[Screen]:
    """An invitation, waiting, letting somebody in, and the administrator's pages."""
    newcomer, link, colleague = (places.people[name] for name in ("newcomer", "invitation", "colleague"))
    yield Screen("invitation", NOBODY, f"team/invited/{link}")
    yield Screen("invitation-short", NOBODY, f"team/invited/{link}", _short_password)
    yield Screen("invitation-over", NOBODY, f"team/invited/{colleague}", status=404)
    yield Screen("team-waiting", "noor", "team")
    yield Screen("let-in", "noor", f"team/let-in/{newcomer}")
    yield Screen("let-in-errors", "noor", f"team/let-in/{newcomer}", _send_as_it_is)
    yield Screen("keys", "noor", "keys")
    yield Screen("recovery", "marc", "team/recovery")
    yield Screen("recovery-errors", "karel", "team/recovery", _send_half)
    yield Screen("manage", "ann", "team/manage")
    yield Screen("manage-new", "ann", "team/manage/new")
    yield Screen("manage-new-errors", "ann", "team/manage/new", _send_as_it_is)
    yield Screen("manage-person", "ann", f"team/manage/{colleague}")
    yield Screen("manage-person-unfolded", "ann", f"team/manage/{colleague}", _unfold_all)


def referrals(places: Places) -> Iterator[Screen]:
    """The board, a referral wherever it stands, and taking one down."""
    yield Screen("board", "noor", "board")
    for name, referral in places.referrals.items():
        if name != "talk_enough":
            yield Screen(f"referral-{name}", "noor", f"referrals/{referral}")
    gone, new, agreed = (places.referrals[name] for name in ("talk_enough", "new", "role agreed"))
    yield Screen("referral-gone", "noor", f"referrals/{gone}", status=404)
    yield Screen("referral-over", "noor", f"referrals/{new}", _sent_to(gone))
    yield Screen("referral-errors", "noor", f"referrals/{places.referrals['deciding']}", _propose_nothing)
    yield Screen("referral-role", "fatma", f"referrals/{agreed}")
    yield Screen("referral-role-known", "fatma", f"referrals/{agreed}", _look("Vermeulen Robin", "2005-06-01"))
    yield Screen("referral-role-perhaps", "fatma", f"referrals/{agreed}", _look("Robbe Vermeulen", ""))
    yield Screen("referral-role-nobody", "fatma", f"referrals/{agreed}", _look("Ibrahim Aydin", "2001-12-30"))
    yield Screen("moments", "noor", "referrals/moments")
    yield Screen("moments-errors", "noor", "referrals/moments", _keep)
    yield Screen("moments-none", "tom", "referrals/moments")
    yield Screen("agenda", "samir", "agenda")
    yield Screen("agenda-made", "samir", "agenda", _keep)
    yield Screen("take-down", "noor", DOWN)
    yield Screen("take-down-errors", "noor", DOWN, _keep)
    yield Screen("taken-down", "noor", DOWN, _in_turn(_who, _concern, _keep))


def dossiers(places: Places) -> Iterator[Screen]:
    """My dossiers, and a dossier for who carries it, for who works along, and for who has no key of it any more."""
    yield Screen("my-dossiers", "noor", "dossiers")
    yield Screen("my-dossiers-along", "noor", "dossiers?role=along")
    yield Screen("my-dossiers-none", "tom", "dossiers")
    yield Screen("my-dossiers-not-found", "noor", "dossiers", _search)
    yield Screen("today", "noor", "today")
    yield Screen("today-nothing", "lotte", "today")
    yield Screen("week", "noor", "today/week")
    yield Screen("appointments", "noor", f"dossiers/{places.dossiers['long']}/appointments")
    yield Screen("appointments-errors", "noor", f"dossiers/{places.dossiers['bare']}/appointments", _send_as_it_is)
    yield Screen("rhythm", "noor", f"dossiers/{places.dossiers['quiet']}/rhythm")
    yield Screen("rhythm-errors", "noor", f"dossiers/{places.dossiers['bare']}/rhythm", _other_rhythm)
    yield Screen("age", "noor", f"dossiers/{places.dossiers['young']}/age")
    yield Screen("age-errors", "noor", f"dossiers/{places.dossiers['young']}/age", _send_as_it_is)
    yield Screen("age-nothing", "noor", f"dossiers/{places.dossiers['quiet']}/age")
    yield Screen("take-over", "fatma", "take-over")
    yield Screen("take-over-nothing", "fatma", "take-over", _look_first)
    yield Screen("take-over-looked", "fatma", "take-over", _in_turn(_paste, _look_first))
    yield Screen("take-over-opened", "fatma", "take-over", _in_turn(_paste, _look_first, _open))
    yield Screen("take-over-proof", "fatma", "take-over/proof")
    yield Screen("take-over-no-proof", "lotte", "take-over/proof")
    yield Screen("log", "noor", "log")
    yield Screen("log-none", "tom", "log")
    told, quiet = places.dossiers["along"], places.dossiers["quiet"]
    yield Screen("dossier-along-client", "noor", f"dossiers/{told}?show=client")
    yield Screen("contact", "joris", f"dossiers/{told}", _first_contact)
    yield Screen("sensitive", "noor", f"dossiers/{quiet}/sensitive")
    yield Screen("sensitive-errors", "noor", f"dossiers/{quiet}/sensitive", _keep)
    yield Screen("sensitive-note", "joris", f"dossiers/{told}", _open_note)
    yield Screen("notes", "joris", "notes", _search)
    yield Screen("notes-found", "joris", "notes", _look_for("schooltoelage"))
    yield Screen("log-errors", "noor", "log", _keep_contact)
    yield Screen("log-one", "noor", f"log/{places.dossiers['long']}", _unfold_all)
    yield Screen("logged", "noor", f"log/{places.dossiers['long']}", _in_turn(_happened, _keep_contact))
    for name, dossier in places.dossiers.items():
        yield Screen(f"dossier-{name}", "noor", f"dossiers/{dossier}", status=403 if name == "shut" else 200)


def plans(places: Places) -> Iterator[Screen]:
    """The plan, a row and an action of it under the pen, the client's version, and what an owner sees."""
    robin, bare = (f"dossiers/{places.dossiers[name]}/plan" for name in ("quiet", "bare"))
    asked, used = places.links["nudge"], places.links["nudge to use up"]
    yield Screen("plan", "noor", robin)
    yield Screen("plan-empty", "noor", bare)
    yield Screen("plan-closed", "noor", f"dossiers/{places.dossiers['closed']}/plan")
    yield Screen("plan-row", "noor", robin, _in_turn(_pen("plan/row/"), _unfold_all))
    yield Screen("plan-row-errors", "noor", f"{robin}/row", _sent_kept)
    yield Screen("plan-both-texts", "noor", robin, _written_twice)
    yield Screen("plan-action", "noor", robin, _pen("plan/action/"))
    yield Screen("plan-action-errors", "noor", f"{robin}/action", _sent_kept)
    yield Screen("plan-ask", "noor", robin, _pen("/ask"))
    yield Screen("plan-agree", "noor", f"{robin}/agree")
    yield Screen("client-page", "noor", f"{robin}/client", _unfold_all)
    yield Screen("client-paper", "noor", f"{robin}/client/paper")
    yield Screen("client-words", "noor", f"{robin}/client/words")
    yield Screen("nudge-word", NOBODY, asked.path[1:])
    yield Screen("nudge-refused", NOBODY, asked.path[1:], _word("banjo kiwi"))
    yield Screen("nudge", NOBODY, asked.path[1:], _in_turn(_word(asked.code), _unfold_all))
    yield Screen("nudge-thanks", NOBODY, used.path[1:], _in_turn(_word(used.code), _done))


def tables(places: Places) -> Iterator[Screen]:
    """The consultations of a dossier, a preparation, people at the table, the shared screen, and what a guest sees."""
    full, bare = places.people["table"], places.people["table bare"]
    many = full.rpartition("/")[0]
    lens, maas = places.links["guest Mevrouw Lens"], places.links["guest Dirk Maas"]
    yield Screen("consultations", "noor", many)
    yield Screen("consultations-none", "noor", f"dossiers/{places.dossiers['long']}/consultations")
    yield Screen("consultations-errors", "noor", many, _send_as_it_is)
    yield Screen("consultation", "noor", full, _unfold_all)
    yield Screen("consultation-empty", "noor", bare)
    yield Screen("consultation-errors", "noor", bare, _send_as_it_is)
    yield Screen("seat", "noor", places.people["seat"], _unfold_all)
    yield Screen("seat-errors", "noor", places.people["seat"], _send_as_it_is)
    yield Screen("seat-bound", "noor", f"{places.people['seat bound']}?ground=shared_secrecy")
    yield Screen("seat-police", "noor", places.people["seat police"])
    yield Screen("table-screen", "noor", f"{full}/table", _unfold_all)
    yield Screen("table-screen-errors", "noor", f"{full}/table", _send_as_it_is)
    yield Screen("table-screen-empty", "noor", f"{bare}/table")
    yield Screen("case-consultations", "noor", f"dossiers/{places.dossiers['quiet']}/case-consultations")
    yield Screen("case-errors", "noor", f"dossiers/{places.dossiers['bare']}/case-consultations", _send_as_it_is)
    yield Screen("case", "noor", places.people["case"])
    yield Screen("guest-code", NOBODY, lens.path[1:])
    yield Screen("guest-refused", NOBODY, lens.path[1:], _code("0000-0000"))
    yield Screen("guest", NOBODY, lens.path[1:], _code(lens.code))
    yield Screen("guest-errors", NOBODY, lens.path[1:], _in_turn(_code(lens.code), _send_as_it_is))
    yield Screen("guest-thanks", NOBODY, maas.path[1:], _in_turn(_code(maas.code), _yes))


def endings(places: Places) -> Iterator[Screen]:
    """Closing a dossier, and how two ended."""
    quiet, bare = (f"dossiers/{places.dossiers[name]}/closing" for name in ("quiet", "bare"))
    yield Screen("closing", "noor", quiet)
    yield Screen("closing-errors", "noor", bare, _send_as_it_is)
    yield Screen("closing-ended", "noor", f"dossiers/{places.dossiers['closed']}/closing", _unfold_all)
    yield Screen("closing-silent", "noor", f"dossiers/{places.dossiers['silent']}/closing")


def papers(places: Places) -> Iterator[Screen]:
    """The letters: worded by the town, and filled in for somebody; where somebody was referred onward."""
    quiet, silent = (f"dossiers/{places.dossiers[name]}" for name in ("quiet", "silent"))
    yield Screen("letters-wording", "greet", "team/letters")
    yield Screen("letters-word", "greet", "team/letters/invitation/nl", _unfold_all)
    yield Screen("letters-word-errors", "ann", "team/letters/leaflet/fr", _unknown_placeholder)
    yield Screen("letters-silence", "noor", "team/letters/silence")
    yield Screen("letters", "noor", f"{quiet}/letters")
    yield Screen("letters-invitation", "noor", f"{quiet}/letters/invitation")
    yield Screen("letters-leaflet", "noor", f"{quiet}/letters/leaflet")
    yield Screen("letters-referral", "noor", f"{quiet}/letters/referral")
    yield Screen("letters-none", "noor", f"{silent}/letters/closing")
    yield Screen("linkages", "noor", f"{quiet}/linkages", _unfold_all)
    yield Screen("linkages-none", "noor", f"dossiers/{places.dossiers['bare']}/linkages")
    yield Screen("linkages-errors", "noor", f"{quiet}/linkages", _send_as_it_is)
    yield Screen("linkages-found", "noor", f"{quiet}/linkages", _look_up("brug"))
    yield Screen("linkages-silent", "noor", f"{silent}/linkages")


def directory(places: Places) -> Iterator[Screen]:
    """The services directory, for who looks and for who keeps it."""
    service = places.people["service"]
    yield Screen("services", "noor", "team/services")
    yield Screen("services-not-found", "noor", "team/services", _search)
    yield Screen("service", "noor", f"team/services/{service}", _unfold_all)
    yield Screen("service-keep", "greet", f"team/services/{service}/keep")
    yield Screen("service-new-errors", "ann", "team/services/new", _send_as_it_is)
    yield Screen("services-file", "ann", "team/services/file")
    yield Screen("services-file-errors", "ann", "team/services/file", _send_file(b"not a file of the standard"))
    yield Screen("services-file-read", "ann", "team/services/file", _in_turn(_send_file(ODD), _unfold_all))


def network(places: Places) -> Iterator[Screen]:
    """The map of somebody with many people around, of somebody with nobody yet, and what one does with it."""
    many, nobody = (f"dossiers/{places.dossiers[name]}" for name in ("quiet", "bare"))
    tie = f"{many}/network/{places.people['kobe']}"
    yield Screen("network", "noor", f"{many}/network")
    yield Screen("network-then", "noor", f"{many}/network?on=2020-11-05")
    yield Screen("network-nobody", "noor", f"{nobody}/network")
    yield Screen("network-add", "noor", f"{many}/network/add", _unfold_all)
    yield Screen("network-add-errors", "noor", f"{many}/network/add", _send_as_it_is)
    yield Screen("network-factor-add", "noor", f"{many}/network/factors/add")
    yield Screen("network-factor-add-errors", "noor", f"{many}/network/factors/add", _send_as_it_is)
    yield Screen("network-factor", "noor", f"{many}/network/factors/{places.people['factor']}", _unfold_all)
    yield Screen("network-tie", "noor", tie, _unfold_all)
    yield Screen("network-tie-unsure", "noor", tie, _in_turn(_unfold_all, _erase_unsure))


def keeping(places: Places) -> Iterator[Screen]:
    """Directing a case, handing over, being away, going out alone."""
    quiet, long, bare = (f"dossiers/{places.dossiers[name]}" for name in ("quiet", "long", "bare"))
    yield Screen("direction", "noor", f"{quiet}/follow-up", _unfold_all)
    yield Screen("direction-along", "noor", f"dossiers/{places.dossiers['along']}/follow-up", _unfold_all)
    yield Screen("handover", "noor", f"{bare}/handover")
    yield Screen("handover-errors", "noor", f"{bare}/handover", _send_as_it_is)
    yield Screen("handover-waits", "noor", f"{long}/handover")
    yield Screen("handovers", "noor", "handovers")
    yield Screen("handovers-to-me", "fatma", "handovers")
    yield Screen("handovers-none", "tom", "handovers")
    yield Screen("handover-many", "noor", "handovers/many")
    yield Screen("handover-many-none", "tom", "handovers/many")
    yield Screen("offer", "fatma", f"handovers/{places.people['offer']}")
    yield Screen("offer-errors", "fatma", f"handovers/{places.people['offer']}", _send_as_it_is)
    yield Screen("away", "noor", "away")
    yield Screen("away-none", "tom", "away")
    yield Screen("away-errors", "tom", "away", _send_as_it_is)
    yield Screen("back", "noor", "back")
    yield Screen("back-errors", "tom", "back", _send_as_it_is)
    yield Screen("back-where", "noor", f"back/{places.people['evening']}/where")


def figures(places: Places) -> Iterator[Screen]:
    """The figures for who reads and for who counts."""
    yield Screen("figures-public", "greet", f"figures?on={places.frozen_on}")
    yield Screen("figures-internal", "greet", f"figures?on={places.frozen_on}&audience=internal")
    yield Screen("figures-not-frozen", "greet", "figures?on=2020-01-01")
    yield Screen("figures-draft", "saar", f"figures?on={date.today().isoformat()}")  # noqa: DTZ011
    yield Screen("figures-to-come", "saar", f"figures?on={TOMORROW}")


def street() -> Iterator[Screen]:
    """The street round and words for a colleague."""
    yield Screen("street-begin", "fatma", "street")
    yield Screen("street-round", "noor", "street")
    yield Screen("street-round-errors", "noor", "street", _keep_no_nickname)
    yield Screen("street-over", "fatma", "street", _first_round)
    yield Screen("words", "joris", "words")
    yield Screen("words-none", "tom", "words")
    yield Screen("words-errors", "tom", "words", _send_word)


def attachments(places: Places) -> Iterator[Screen]:
    """What is attached to a dossier."""
    there = f"dossiers/{places.dossiers['quiet']}/attachments"
    yield Screen("attachments", "noor", there)
    yield Screen("attachments-none", "noor", f"dossiers/{places.dossiers['bare']}/attachments")
    yield Screen("attachments-errors", "noor", there, _keep_sealed)
    yield Screen("attachment-photo", "noor", there, _look_at("last"))
    yield Screen("attachment-letter", "noor", there, _look_at("first"))


def empty() -> Iterator[Screen]:
    """Pages of a town where nothing has happened yet."""
    yield Screen("empty-street", "noor", "street")
    yield Screen("empty-board", "noor", "board")
    yield Screen("empty-figures", "greet", "figures")


def _in_turn(*ways: Way) -> Way:
    def walk(page: Page) -> None:
        for way in ways:
            way(page)

    return walk


def _press(page: Page, name: str | re.Pattern[str]) -> None:
    page.get_by_role("main").get_by_role("button", name=name).last.click()
    page.wait_for_load_state()


def _next(page: Page) -> None:
    _press(page, re.compile("^(Verder|Continuer|Next)"))


def _send(page: Page) -> None:
    page.locator("form[action$=bedankt] .btn.primary").click()
    page.wait_for_load_state()


def _keep_no_nickname(page: Page) -> None:
    form = page.locator("form[action$=met]").last
    form.locator("xpath=ancestor::details/summary").click()
    form.locator("input[name=words]").fill("zag hem bij het bankje, lachte terug")
    form.locator("button").last.click()
    page.wait_for_load_state()


def _first_round(page: Page) -> None:
    page.locator("main ul.rows a").first.click()
    page.wait_for_load_state()


def _keep_sealed(page: Page) -> None:
    page.locator("input[name=words]").fill("Attest van de sportclub")
    page.locator("main form .btn.log").click()
    page.wait_for_load_state()


def _look_at(which: str) -> Way:
    def look(page: Page) -> None:
        links = page.locator("main ul.rows a")
        (links.first if which == "first" else links.last).click()
        page.wait_for_load_state()

    return look


def _send_word(page: Page) -> None:
    page.locator("main form .btn").last.click()
    page.wait_for_load_state()


def _send_as_it_is(page: Page) -> None:
    page.locator("main form").last.evaluate("form => { form.noValidate = true; }")
    page.locator("main form .btn.primary").last.click()
    page.wait_for_load_state()


def _keep(page: Page) -> None:
    page.locator("main form .btn.primary").last.click()
    page.locator("form[data-keep-sending]").wait_for(state="detached")
    page.wait_for_load_state()


def _keep_contact(page: Page) -> None:
    page.locator(".savebar .btn.log").click()
    page.locator("form[data-keep-sending]").wait_for(state="detached")
    page.wait_for_load_state()


def _happened(page: Page) -> None:
    page.locator(".hows .chip").first.click()
    page.locator("textarea[name=sentence]").fill("Wil opnieuw voetballen.")


def _who(page: Page) -> None:
    page.locator("input[name=kind][value=school]").check()
    page.locator("input[name=email]").fill("mia@school.example")


def _concern(page: Page) -> None:
    page.locator("textarea[name=concern]").fill("Hij slaapt in het bushokje aan de vaart.")


def _number(page: Page) -> None:
    page.locator("textarea[name=concern]").fill("Zijn nummer is 93.05.18-223.61, zei zijn zus.")


def _bad_mail(page: Page) -> None:
    page.locator("input[name=email]").evaluate_all("them => them.forEach(one => { one.value = 'mia@school'; })")


def _code(code: str) -> Way:
    def type_it(page: Page) -> None:
        page.locator("input[name=code]").fill(code)
        page.locator("main .btn.primary").click()
        page.wait_for_load_state()

    return type_it


def _withdraw_unsure(page: Page) -> None:
    page.locator("details").last.locator("summary").click()
    page.locator("main form .btn.danger").click()
    page.wait_for_load_state()


def _erase_unsure(page: Page) -> None:
    page.locator("main form .btn.danger").click()
    page.wait_for_load_state()


def _yes(page: Page) -> None:
    page.locator("input[name=answer][value=yes]").check()
    _send_as_it_is(page)


def _wrong_password(page: Page) -> None:
    page.locator("input[name=sign_in]").fill("nobody@kring.example")
    page.locator("input[name=password]").fill("not a password of anybody")
    page.locator("input[name=password]").press("Enter")
    page.wait_for_load_state()


def _wrong_proof(page: Page) -> None:
    page.locator("main input[name=password]").fill("not a password of anybody")
    page.locator("main input[name=password]").press("Enter")
    page.wait_for_load_state()


def _right_proof(page: Page) -> None:
    page.locator("main input[name=password]").fill(PASSWORD)
    page.locator("main input[name=password]").press("Enter")
    page.wait_for_load_state()


def _short_password(page: Page) -> None:
    page.locator("input[name=password]").fill("kort")
    page.locator("input[name=again]").fill("kort")
    _send_as_it_is(page)


def _send_half(page: Page) -> None:
    page.locator("main form").first.evaluate("form => { form.noValidate = true; }")
    page.locator("main form .btn.primary").first.click()
    page.wait_for_load_state()


def _unfold_all(page: Page) -> None:
    page.locator("main details").evaluate_all("them => them.forEach(one => { one.open = true; })")


def _drop(page: Page) -> None:
    page.locator("main .btn.log").click()
    page.wait_for_load_state()


def _note(page: Page) -> None:
    page.locator("textarea[name=text]").fill("Zij wil volgende week zelf bellen.")


def _read_back(page: Page) -> None:
    page.goto(f"{page.url.split('/locked')[0]}/written")


def _kept_as_draft(page: Page) -> None:
    page.locator("[data-keep-said]:not(:empty)").wait_for()


def _unfinished(page: Page) -> None:
    page.goto(f"{page.url.split('/referrals')[0]}/unfinished")


def _without_token(page: Page) -> None:
    page.locator("input[name=csrfmiddlewaretoken]").evaluate_all("them => them.forEach(one => one.remove())")


def _sent_to(referral: str) -> Way:
    """What was typed goes to a referral that was ended meanwhile."""

    def send(page: Page) -> None:
        form = page.locator("form[action$=note]")
        form.evaluate("(form, to) => { form.action = `/referrals/${to}/note`; form.noValidate = true; }", referral)
        form.locator("xpath=ancestor::details/summary").click()
        form.locator("textarea").fill("De turnleraar kent hem goed.")
        form.locator(".btn").last.click()
        page.wait_for_load_state()

    return send


def _propose_nothing(page: Page) -> None:
    page.locator("form[action$=propose]").evaluate("form => { form.noValidate = true; }")
    page.locator("form[action$=propose] .btn.primary").click()
    page.wait_for_load_state()


def _look(name: str, born_on: str) -> Way:
    """Ask, while taking a role, whether a colleague knows somebody."""

    def ask(page: Page) -> None:
        form = page.locator("form[action$=take_role]")
        form.locator("input[name=mode]").first.check(force=True)
        form.locator("select[name=deputy]").select_option(index=1)
        form.locator("input[name=name]").fill(name)
        form.locator("input[name=born_on]").fill(born_on)
        form.locator("button[name=look]").click()
        page.wait_for_load_state()

    return ask


def _paste(page: Page) -> None:
    label = "Maximiliaan-Alexander V."
    lines = (
        f"{label};1/5/2019;straathoekwerk;hybride;elke 2 weken;Joris",
        f"{label};31/02/2020;een programma met een heel lange naam;soms;nu en dan;Pietje Precies;ooit",
        "Kim;2/6/2020;straathoekwerk;outreach;;Noor",
    )
    page.locator("textarea[name=text]").fill("\n".join(lines))


def _other_rhythm(page: Page) -> None:
    page.locator("input[name=often][value=other]").check(force=True)
    _send_as_it_is(page)


def _look_first(page: Page) -> None:
    page.locator("button[name=look]").last.click()
    page.wait_for_load_state()


def _open(page: Page) -> None:
    page.locator("button[name=open]").click()
    page.wait_for_load_state()


def _pen(to: str) -> Way:
    def follow(page: Page) -> None:
        page.locator(f"main a[href*='{to}']").first.click()
        page.wait_for_load_state()

    return follow


def _written_twice(page: Page) -> None:
    """A colleague was earlier on the same row: the form says that it saw another state."""
    _pen("plan/row/")(page)
    page.locator("textarea[name=wish]").fill("Ik wil keeper worden, en op zaterdag meespelen.")
    page.locator("input[name=seen]").evaluate("one => { one.value = '0'; }")
    _sent_kept(page)


def _sent_kept(page: Page) -> None:
    """Send the form under the pen, which keeps what was typed before it goes."""
    page.wait_for_selector(".planform[data-keep-ready]")
    page.locator(".planform").evaluate("form => { form.noValidate = true; }")
    with page.expect_navigation():
        page.locator(".planform .btn.primary").click()


def _word(word: str) -> Way:
    def say(page: Page) -> None:
        page.locator("input[name=word]").fill(word)
        page.locator("main .btn.primary").click()
        page.wait_for_load_state()

    return say


def _done(page: Page) -> None:
    page.locator("button[name=answer][value=done]").click()
    page.wait_for_load_state()


ODD = b'{"id": "odd", "name": "Fietspunt Noord", "status": "maybe", "x_town": 1, "phones": [{"id": "p"}]}'


def _send_file(raw: bytes) -> Way:
    def send(page: Page) -> None:
        page.locator("input[type=file]").set_input_files(
            {"name": "services.json", "mimeType": "application/json", "buffer": raw}
        )
        page.locator("main form .btn.primary").click()
        page.wait_for_load_state()

    return send


def _unknown_placeholder(page: Page) -> None:
    page.locator("textarea[name=text]").fill("Bonjour {prenom}, voici une lettre.")
    page.locator("main form .btn.primary").first.click()
    page.wait_for_load_state()


def _look_up(words: str) -> Way:
    def look(page: Page) -> None:
        page.locator("input[name=service]").fill(words)
        with page.expect_navigation():
            page.locator("button[name=look]").click()

    return look


def _first_contact(page: Page) -> None:
    page.locator("ol.tl h3 a").first.click()
    page.wait_for_load_state()


def _open_note(page: Page) -> None:
    page.locator("ol.tl a[href*=sensitive]").first.click()
    page.wait_for_load_state()


def _look_for(words: str) -> Way:
    def look(page: Page) -> None:
        page.locator("input[name=words]").fill(words)
        page.locator("input[name=words]").press("Enter")
        page.wait_for_load_state()

    return look


def _search(page: Page) -> None:
    page.locator("input[name=words]").fill("Niemand")
    page.locator("input[name=words]").press("Enter")
    page.wait_for_load_state()
