"""What every page must hold to: nothing wrong for axe in light and dark, no sideways scroll, all of it by keyboard.

What does not live here: which pages there are (screens.py).
"""

from collections.abc import Iterator
from pathlib import Path
from typing import Any, Literal

from playwright.sync_api import Page

from tests.stories.house import ROOT

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
_AT = "() => document.activeElement?.dataset?.stop ?? ''"


def violations(page: Page) -> list[str]:
    """What axe finds on the page as it stands."""
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
    page.evaluate("() => { document.activeElement?.blur(); window.getSelection()?.removeAllRanges(); }")
    reached: set[str] = set()
    for _ in range(min(TABS, len(stops) * 2 + 5)):
        page.keyboard.press("Tab")
        reached.add(page.evaluate(_AT))
        if reached >= set(stops):
            break
    return [html for stop, html in stops.items() if stop not in reached]


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
    headings = page.locator("h1").count()
    yield from (f"{headings} main headings" for _ in [1] if headings != 1)
