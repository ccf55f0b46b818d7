"""What every page must hold to: nothing wrong for axe in light and dark, no sideways scroll, all of it by keyboard.

And a Dutch page speaks no English. What does not live here: which pages there are (screens/).
"""

from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path
from typing import Any, Literal

from playwright.sync_api import Page

from kring.site import catalogues
from tests.stories.house import ROOT, House
from tests.stories.screens.screen import NOBODY, Screen
from tests.stories.windows import Windows, sign_in

Look = Callable[[Page, Path], Iterator[str]]

AXE = ROOT / "node_modules" / "axe-core" / "axe.min.js"
WIDTHS = (320, 390, 1280)
AXE_ON: tuple[tuple[int, Literal["light", "dark"]], ...] = ((390, "light"), (1280, "dark"))
TABS = 200
"""More than any page has places for the keyboard to stop at."""
_REACHABLE = """() => {
  const named = (one) => one.type === "radio" ? `radio ${one.form?.action} ${one.name}` : undefined;
  const seen = (one) => one.checkVisibility({visibilityProperty: true}) && one.getClientRects().length > 0;
  const all = [...document.querySelectorAll("a[href], button, input, select, textarea, summary, [tabindex='0']")]
    .filter((one) => !one.disabled && one.type !== "hidden" && one.tabIndex >= 0 && seen(one));
  const groups = new Map();
  all.forEach((one, i) => {
    one.dataset.stop = named(one) ?? `stop ${i}`;
    groups.set(one.dataset.stop, one.outerHTML);
  });
  return Object.fromEntries([...groups].map(([stop, html]) => [stop, html.slice(0, 120)]));
}"""
_NOTE_STOPS = """() => {
  document.activeElement?.blur();
  window.getSelection()?.removeAllRanges();
  window.reached = new Set();
  document.addEventListener("focusin", (event) => window.reached.add(event.target.dataset.stop));
}"""
_READ = """() => {
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const found = [document.title];
  while (walker.nextNode()) found.push(walker.currentNode.textContent);
  for (const name of ["aria-label", "alt", "title", "placeholder"])
    for (const one of document.querySelectorAll(`[${name}]`)) found.push(one.getAttribute(name));
  return found;
}"""
SENTENCE = 4
"""From so many words on, a text is a sentence of ours and not a name that somebody gave."""


@cache
def english() -> set[str]:
    """Every sentence of the product in English."""
    said = {text for one in catalogues.wordings().values() for text in (one.text, one.plural)}
    return {text for text in said if len(text.split()) >= SENTENCE}


def violations(page: Page) -> list[str]:
    """What axe finds on the page as it stands."""
    if page.evaluate("typeof axe") == "undefined":
        page.evaluate(AXE.read_text(encoding="utf-8"))
    found: dict[str, Any] = page.evaluate("axe.run(document)")
    return [f"{one['id']}: {node['target']}" for one in found["violations"] for node in one["nodes"]]


def sideways(page: Page) -> int:
    """By how many pixels the page is wider than the window."""
    width: int = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
    return width


def unreached(page: Page) -> list[str]:
    """What can be used with a mouse and not with the Tab key; a group of radios is one stop."""
    stops: dict[str, str] = page.evaluate(_REACHABLE)
    page.evaluate(_NOTE_STOPS)
    reached: set[str] = set()
    for _ in range(3):
        for _ in range(min(TABS, len(stops) + 2)):
            page.keyboard.press("Tab")
        reached = set(page.evaluate("() => [...window.reached]"))
        if reached >= set(stops):
            break
    return [html for stop, html in stops.items() if stop not in reached]


def in_english(page: Page) -> list[str]:
    """Sentences of a Dutch page that were left in English."""
    read = {" ".join(text.split()) for text in page.evaluate(_READ)}
    return sorted(read & english())


def too_wide(page: Page, picture: Path) -> Iterator[str]:
    """At which widths one must scroll sideways; pictures of the phone and the desk beside it."""
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 900})
        yield from (f"{width}: {over} pixels sideways" for over in [sideways(page)] if over > 0)
    page.screenshot(path=picture.with_name(f"{picture.name}-{width}-light.png"), full_page=True)


def faults(page: Page, picture: Path) -> Iterator[str]:
    """Everything that is wrong with the page as it stands: widths, axe on a light phone and a dark desk, keyboard."""
    yield from too_wide(page, picture)
    for width, theme in AXE_ON:
        page.set_viewport_size({"width": width, "height": 900})
        page.emulate_media(color_scheme=theme)
        page.screenshot(path=picture.with_name(f"{picture.name}-{width}-{theme}.png"), full_page=True)
        yield from (f"{width} {theme}: {found}" for found in violations(page))
    yield from (f"keyboard: {html}" for html in unreached(page))
    yield from (f"English: {text}" for text in in_english(page))
    headings = page.locator("h1").count()
    yield from (f"{headings} main headings" for _ in [1] if headings != 1)


def looked_at(
    house: House,
    windows: Windows,
    pages: Iterator[Screen],
    pictures: Path,
    look: Look = faults,
    language: str = "nl-BE",
) -> list[str]:
    """What `look` finds on these screens; one window a person, and a fresh one for who has no account."""
    open_windows: dict[str, Page] = {}
    found = []
    for screen in pages:
        page = open_windows.get(screen.who)
        if page is None or screen.who == NOBODY:
            page = windows.open(language=language, reduced_motion="reduce")
            if screen.who != NOBODY:
                sign_in(page, house, screen.who)
                open_windows[screen.who] = page
        page.set_viewport_size({"width": 1280, "height": 900})
        page.emulate_media(color_scheme="light")
        screen.reach(page, house.address)
        found += [f"{screen.name} {fault}" for fault in look(page, pictures / f"{language[:2]}-{screen.name}")]
        if screen.who == NOBODY:
            page.context.close()
    return found
