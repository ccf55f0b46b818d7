"""Something that lies in the house, with what was planted in it and every request that is a way to it.

A part's text is `<handle> <word>`: one searches by the handle and looks for the word, so that an answer which merely
repeats the question shows nothing. Lists are all pages without an id in their address, so that a new one is asked too.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date

from django.urls import reverse

from tests.stories.probing import addresses
from tests.stories.searching import word

FROZEN, DRAFTED = date(2020, 3, 1), date(2021, 2, 1)
NOBODY = "nobody"
Request = tuple[str, str, tuple[tuple[str, str], ...]]
"""Method, path, fields."""
NO_LIST = ("reporting:", "ways_in:", "intake:moments", "signout", "cover", "locked", "home", "health")
"""Pages that are a way of their own (figures, moments), end the session, or are asked by every other page."""


@dataclass
class Thing:
    """Something that lies in the house: what was planted in each part, and the requests that are a way to it."""

    id: str = ""
    words: dict[str, str] = field(default_factory=dict)
    handles: list[str] = field(default_factory=list)
    ways: dict[str, list[Request]] = field(default_factory=dict)

    def text(self, part: str) -> str:
        """A new text for a part: the handle to search by, and the word to find."""
        handle, self.words[part] = word(6), word()
        self.handles.append(handle)
        return f"{handle} {self.words[part]}"

    def seen_by(self, *paths: str, files: Iterable[str] = (), number: str = "") -> "Thing":
        """With every way to it: these pages, these files, every list, every search by its handles and its number."""
        self.ways = {
            "page": [get(path) for path in paths],
            "list": lists(),
            "search": searches([*self.handles, *([number] if number else [])]),
            "figures": figures(),
            "file": [get(path) for path in files] or [get(original(self.id))],
        }
        return self


def get(path: str) -> Request:
    return ("GET", path, ())


def lists() -> list[Request]:
    """Every page that lists."""
    mine = reverse("desk:my_dossiers")
    filters = [f"{mine}?role={role}" for role in ("mine", "along")]
    pages = [each.path() for each in addresses() if not each.parameters and not each.name.startswith(NO_LIST)]
    return [get(path) for path in ("/", *filters, *pages)]


def searches(words: Iterable[str]) -> list[Request]:
    """Every search: by these words in dossiers and in notes, by the first for whom to log with, and by each phase."""
    mine, asked = reverse("desk:my_dossiers"), list(words)
    fields = [("words", each) for each in asked] + [("phase", phase) for phase in ("network", "closing")]
    looks = [("POST", reverse("desk:log"), (("look", "look"), ("words", each))) for each in asked[:1]]
    notes = [("POST", reverse("desk:notes"), (("words", each),)) for each in asked]
    return [*(("POST", mine, (each,)) for each in fields), *looks, *notes]


def inside(dossier: str) -> list[str]:
    """Every page inside a dossier that needs no other id."""
    return [each.path(dossier=dossier) for each in addresses() if each.parameters == ["dossier"]]


def figures() -> list[Request]:
    """The page of figures for every day, for both audiences, and what is published."""
    page = reverse("reporting:council_answer")
    audiences = ("public", "internal")
    published = get(reverse("reporting:open_answers"))
    return [
        get(page),
        published,
        get(reverse("reporting:department")),
        *(get(f"{page}?on={on}&audience={who}") for on in (FROZEN, DRAFTED) for who in audiences),
    ]


def page(referral: str) -> str:
    """The address of a referral's page."""
    return reverse("clarification:referral", args=[referral])


def original(referral: str) -> str:
    """The address of the message as it came."""
    return reverse("clarification:original", args=[referral])
