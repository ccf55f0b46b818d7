"""Client consultations and case consultations."""

from collections.abc import Iterator

from tests.stories.rich_town import Places
from tests.stories.screens.screen import NOBODY, Screen, in_turn
from tests.stories.screens.ways import give_code, send_as_it_is, unfold_all, yes


def tables(places: Places) -> Iterator[Screen]:
    """The consultations of a dossier, a preparation, people at the table, the shared screen, and what a guest sees."""
    full, bare = places.people["table"], places.people["table bare"]
    many = full.rpartition("/")[0]
    lens, maas = places.links["guest Mevrouw Lens"], places.links["guest Dirk Maas"]
    yield Screen("consultations", "noor", many)
    yield Screen("consultations-none", "noor", f"dossiers/{places.dossiers['long']}/consultations")
    yield Screen("consultations-errors", "noor", many, send_as_it_is)
    yield Screen("consultation", "noor", full, unfold_all)
    yield Screen("consultation-empty", "noor", bare)
    yield Screen("consultation-errors", "noor", bare, send_as_it_is)
    yield Screen("seat", "noor", places.people["seat"], unfold_all)
    yield Screen("seat-errors", "noor", places.people["seat"], send_as_it_is)
    yield Screen("seat-bound", "noor", f"{places.people['seat bound']}?ground=shared_secrecy")
    yield Screen("seat-police", "noor", places.people["seat police"])
    yield Screen("table-screen", "noor", f"{full}/table", unfold_all)
    yield Screen("table-screen-errors", "noor", f"{full}/table", send_as_it_is)
    yield Screen("table-screen-empty", "noor", f"{bare}/table")
    yield Screen("case-consultations", "noor", f"dossiers/{places.dossiers['quiet']}/case-consultations")
    yield Screen("case-errors", "noor", f"dossiers/{places.dossiers['bare']}/case-consultations", send_as_it_is)
    yield Screen("case", "noor", places.people["case"])
    yield Screen("guest-code", NOBODY, lens.path[1:])
    yield Screen("guest-refused", NOBODY, lens.path[1:], give_code("0000-0000"))
    yield Screen("guest", NOBODY, lens.path[1:], give_code(lens.code))
    yield Screen("guest-errors", NOBODY, lens.path[1:], in_turn(give_code(lens.code), send_as_it_is))
    yield Screen("guest-thanks", NOBODY, maas.path[1:], in_turn(give_code(maas.code), yes))
