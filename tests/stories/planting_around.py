"""The edges of the long day: every form one comes by, sent wrongly, and requests that nobody asked for.

What does not live here: looking for the words (test_stolen_database.py).
"""

from typing import TYPE_CHECKING
from urllib.parse import urlencode

from tests.stories.browsing import Browser
from tests.stories.planting import FORM_TOKEN, OWN_PAGES

if TYPE_CHECKING:
    from tests.stories.planting_day import Day


def looks_around(day: "Day", browser: Browser) -> None:
    """Every form of the pages one comes by, addresses with words in them, language and look; then out again."""
    new, number = day.planted.new, len(day.planted.words)
    for path in (
        "/today",
        "/today/week",
        "/dossiers",
        "/street",
        "/words",
        "/board",
        "/referrals/moments",
        "/figures",
        "/figures/questions",
        "/team",
        "/waiting",
        "/",
        "/locked",
        *OWN_PAGES,
    ):
        page = day.planted.see(browser.ask("GET", f"{path}?on={new(f'{number} query of {path}')}"))
        day.planted.see(browser.ask("GET", f"{path}/{new(f'{number} path under {path}')}"))
        for form in page.page.forms:
            if any(one.takes_text for one in form.fields.values()):
                typed = day.planted.fill(form, f"{number} {path} {len(day.planted.words)}", right=False)
                query = urlencode(typed, doseq=True)
                ask = (f"{form.action}?{query}", None) if form.method == "GET" else (form.action, typed)
                day.planted.see(browser.ask(form.method, *ask))
    for path in ("/figures/freeze", "/language", "/theme", "/sign-out"):
        fields = {name: new(f"{number} {path} {name}") for name in ("on", "language", "theme", "next")}
        day.planted.see(browser.ask("POST", path, {**fields, FORM_TOKEN: _token(day, browser)}))


def _token(day: "Day", browser: Browser) -> str:
    form = browser.ask("GET", "/aanmelden").page.form("kind")
    return str(form.given[FORM_TOKEN])


def somebody_is_rude(day: "Day") -> None:
    """Addresses, headers and bodies nobody asked for."""
    browser, new = day.place.stranger(), day.planted.new
    for path in ("/", "/c/", "/dossiers/", "/referrals/", "/referrals/x/", "/static/", "/healthz/", "/open/figures/"):
        day.planted.see(browser.ask("GET", f"{path}{new(f'rude path {path}')}"))
        day.planted.see(browser.ask("POST", f"{path}{new(f'rude post {path}')}", {"x": new(f"rude field {path}")}))
    day.planted.see(browser.ask("POST", "/policy-broken", {"csp-report": new("report of a broken policy")}))
    token = {FORM_TOKEN: _token(day, browser)}
    day.planted.see(browser.ask("POST", "/weg", {**token, "visit": new("visit that is left")}))
    small = {new("upload, field"): (f"{new('upload, name')}.pdf", new("upload, content").encode() * 99)}
    day.planted.see(browser.ask("POST", "/aanmelden", token, small))
    large = {"file": (f"{new('big upload, name')}.pdf", new("big upload, content").encode() * 600_000)}
    day.planted.see(browser.ask("POST", "/aanmelden", token, large))
    day.planted.see(browser.ask("POST", "/aanmelden", {**token, "concern": new("long text") * 80_000}))
    name = new("field name")
    many = {f"{name}{number}": "x" for number in range(400)}
    day.planted.see(browser.ask("POST", "/aanmelden", {**token, **many}))
