"""Absent, forbidden, shredded and expired are one answer: same text, status, queries and journal, for every address."""

import os
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import timedelta
from itertools import product
from statistics import median
from typing import Any

import pytest
from django.utils import timezone

from kring.support.dossier.actions import add_co_worker, close_dossier
from kring.support.testing import ON, a_dossier
from kring.team.testing import PEOPLE, Town
from kring.vault import sharing, slots
from kring.vault.acts import acting
from kring.vault.models import JournalEntry, Slot
from kring.vault.primitives import new_id
from tests.stories.need_to_know_table import expected
from tests.stories.need_to_know_town import Planted, plant
from tests.stories.need_to_know_ways import NOBODY
from tests.stories.probing import Address, Probe, addresses

PROBERS = (NOBODY, *PEOPLE)
METHODS = ("GET", "POST", "HEAD", "PUT", "DELETE", "PATCH", "OPTIONS")
THOROUGH = bool(os.environ.get("KRING_THOROUGH"))
"""Everybody with every method on every step and every id: minutes instead of seconds, for before a release."""
ASKED_BY_ALL = METHODS if THOROUGH else ("GET", "POST")
ODD_METHODS_BY = (NOBODY, "noor")
STEPS = ("note", "plan", "take_role", "confirm", "no-such-step") if THOROUGH else ("note", "no-such-step")
FITTING: dict[str, tuple[str, ...]] = {
    "dossier": ("robin", "kim", "sam", "arrived"),
    "referral": ("arrived", "in talk", "forgotten", "robin"),
    "moment": ("moment", "arrived"),
    "language": ("arrived",),
    "person": ("robin", "a colleague", "a circle"),
    "invitation": ("robin", "a colleague"),
    "handover": ("robin", "a colleague"),
    "absence": ("robin", "a colleague"),
    "evening": ("robin", "a colleague"),
    "recovery": ("robin", "a colleague"),
}
"""parameter of an address -> things whose ids are tried in it (all when thorough); any other: two of them."""
FILLED = {"text": "x", "words": "x", "person": "x", "once": "x", "answer": "yes", "code": "AAAA-BBBB-CCCC-DDDD"}


@pytest.fixture
def planted(town: Town, settings: Any) -> Planted:
    """The town with everything in it, one referral of it not opened yet."""
    settings.KRING_TODAY = ON
    made = plant(town)
    made.arrive()
    return made


@dataclass(frozen=True)
class Target:
    """An id that means something in the house, and what it is."""

    what: str
    id: str


def targets(planted: Planted) -> list[Target]:
    """Ids of everything that has an address, and of things that have none."""
    town, things = planted.town, planted.things
    own = [Target(name, thing.id) for name, thing in things.items() if thing.id]
    return [*own, Target("a colleague", town.greet.principal), Target("a circle", town.groups["welfare"])]


def may(who: str, what: str) -> bool:
    """Whether the table gives this colleague the page: then there is nothing to hide. Staff is the administrator's."""
    return (who, what) == ("ann", "a colleague") or any(
        answer for (thing, _, one, way), answer in expected().items() if (thing, one, way) == (what, who, "page")
    )


def with_ids() -> list[Address]:
    """Addresses with an id in them; links of outsiders are tried apart."""
    return [each for each in addresses() if each.parameters and "token" not in each.parameters]


def paths(address: Address, target: str) -> Iterator[str]:
    first, *others = address.parameters
    for step in STEPS if others else [""]:
        yield address.path(**{first: target, **dict.fromkeys(others, step)})


def gives_back(who: str, method: str, path: str, target: Target) -> bool:
    """The one answer that says more: a colleague of Intake sends a step of a referral that ended meanwhile.

    The card stood on that colleague's board a moment ago; what was typed goes back to who typed it, and is not lost.
    """
    of_intake = target.what == "forgotten" and expected()["in talk", "card", who, "list"]
    return of_intake and method == "POST" and "/{}/" in path and "no-such" not in path


def tried_in(address: Address, all_targets: list[Target]) -> list[Target]:
    """The ids worth trying in this address."""
    fitting = FITTING.get(address.parameters[0], ("robin", "arrived"))
    return [one for one in all_targets if THOROUGH or one.what in fitting]


@dataclass
class Tally:
    """What was tried, and what told two answers apart."""

    pairs: int = 0
    told: set[str] = field(default_factory=set)

    def compare(self, probe: Probe, method: str, path: str, tried: list[Target]) -> None:
        """Ask for an id that was never given out and for real ones; keep what differs. `path` has {} for the id."""
        ids = [absent := new_id(), *(one.id for one in tried)]
        nothing = probe.fingerprint(method, path.format(absent), ids, FILLED, of="absent")
        for target in tried:
            found = probe.fingerprint(method, path.format(target.id), ids, FILLED, of="forbidden")
            self.pairs += 1
            self.told |= {f"{name} of {method} {path.format(target.what)}" for name in found.differs_in(nothing)}


def test_forbidden_and_shredded_are_like_absent(planted: Planted, capsys: pytest.CaptureFixture[str]) -> None:
    tally, gaps, everything = Tally(), [], targets(planted)
    for who in PROBERS:
        probe = Probe(planted.browser(who))
        for address in with_ids():
            hidden = [one for one in tried_in(address, everything) if not may(who, one.what)]
            probe.fingerprint("GET", next(paths(address, new_id())), [])  # keys go under the ring at the first look
            for path in paths(address, "{}"):
                for method in METHODS if who in ODD_METHODS_BY else ASKED_BY_ALL:
                    tally.compare(
                        probe, method, path, [one for one in hidden if not gives_back(who, method, path, one)]
                    )
        gaps.append(probe.gap("forbidden", "absent"))
    with capsys.disabled():
        print(f"\nprobing: {tally.pairs} pairs, {len(tally.told)} distinguishable, median gap {median(gaps):.2f} ms")
    assert sorted(tally.told) == []


FATES = ("as it was", "closed", "destroyed", "withdrawn", "worked along", "lent")
BESIDE: dict[str, tuple[str, ...]] = {"noor": FATES, "joris": FATES, "fatma": FATES, "lotte": ("lent",)}
"""Who stands on record beside which of these dossiers."""


def became(town: Town) -> dict[str, str]:
    """Dossiers of Noor, with Joris as deputy and Fatma working along once, by what has become of them since."""
    made = {name: a_dossier(town, label="Elias T.") for name in FATES}
    noor, over = town.noor.principal, timezone.now() - timedelta(days=1)
    with acting("test.became", by=noor) as act:
        for one in made.values():
            along = add_co_worker(act, one.keys, one.dossier, town.fatma.principal, from_on=ON)
            sharing.withdraw(act, bundle=one.dossier.id, parts=["summary"], holder=town.fatma.principal)
            act.change(along, until_on=ON)
        close_dossier(act, made["closed"].keys, made["closed"].dossier, ON)
        sharing.shred(act, bundle=made["destroyed"].dossier.id, parts=["summary"])
        sharing.withdraw(act, bundle=made["withdrawn"].dossier.id, parts=["summary"], holder=town.joris.principal)
        borrower = sharing.holders([town.lotte.principal], expires_at=over)
        lent = made["lent"]
        sharing.give_parts(act, lent.keys, bundle=lent.dossier.id, parts=["summary"], to=borrower)
    return {name: one.dossier.id for name, one in made.items()}


def test_what_became_of_a_dossier_is_told_to_nobody_who_does_not_stand_beside_it(
    town: Town, settings: Any, capsys: pytest.CaptureFixture[str]
) -> None:
    settings.KRING_TODAY = ON
    dossiers, tally = became(town), Tally()
    [address] = [each for each in with_ids() if each.name == "desk:dossier"]
    for who in PROBERS:
        probe = Probe(Planted(town, {}).browser(who))
        hidden = [Target(what, id_) for what, id_ in dossiers.items() if what not in BESIDE.get(who, ())]
        probe.fingerprint("GET", address.path(dossier=new_id()), [])
        for method in METHODS:
            tally.compare(probe, method, address.path(dossier="{}"), hidden)
    with capsys.disabled():
        print(f"\nprobing: {tally.pairs} pairs of dossiers with a fate, {len(tally.told)} distinguishable")
    assert sorted(tally.told) == []


def test_who_stands_beside_a_dossier_is_told(town: Town, settings: Any) -> None:
    settings.KRING_TODAY = ON
    dossiers = became(town)
    [address] = [each for each in with_ids() if each.name == "desk:dossier"]
    told = {("noor", "destroyed"), ("joris", "destroyed"), ("joris", "withdrawn"), ("lotte", "lent")}
    told |= {("fatma", what) for what in dossiers}
    for who in ("noor", "joris", "fatma", "lotte"):
        probe = Probe(Planted(town, {}).browser(who))
        for what, id_ in dossiers.items():
            answer = probe.fingerprint("GET", address.path(dossier=id_), [])
            assert ("Waarom je dit niet ziet" in answer.text) is ((who, what) in told), (who, what)


LINK_CODE = "AAAA-BBBB-CCCC-DDDD"
OVER, WAITING = ("guessed", "used"), ("wrong code", "expired")
"""A link without a slot, and one that still has it: all alike to who asks, and each pair alike inside the machine."""


def links() -> dict[str, str]:
    """Tokens by what has become of their link."""
    tokens = {"guessed": new_id()}
    for name, days in (("wrong code", 7), ("expired", -1), ("used", 7)):
        with acting("test.link", by="") as act:
            tokens[name], opened = slots.add_link(act, code=LINK_CODE, expires_at=timezone.now() + timedelta(days=days))
            if name == "used":
                slots.remove_slot(act, Slot.objects.get(person=opened.person))
    return tokens


@pytest.mark.parametrize("method", METHODS)
def test_a_link_tells_nobody_without_its_code_what_became_of_it(town: Town, method: str) -> None:
    tokens, browser = links(), Planted(town, {})
    ids = list(tokens.values())
    asked_for = [each for each in addresses() if each.name in ("clarification:confirm", "clarification:own")]
    assert len(asked_for) == 2
    for address, who in product(asked_for, (NOBODY, "noor", "ann")):
        probe = Probe(browser.browser(who))
        codes = {name: LINK_CODE if name == "expired" else "ZZZZ-ZZZZ-ZZZZ-ZZZZ" for name in tokens}
        found = {
            name: probe.fingerprint(method, address.path(token=token), ids, {"code": codes[name]})
            for name, token in tokens.items()
        }
        for one in found.values():
            told = one.differs_in(found["guessed"])
            assert [name for name in told if name.startswith(("status", "headers", "text"))] == []
        for pair in (OVER, WAITING):
            assert found[pair[0]].differs_in(found[pair[1]]) == []


def test_the_probe_notices_each_difference(planted: Planted) -> None:
    """What Noor may see differs from what is not there in every way; what Tom may not see in none."""
    robin = next(one for one in targets(planted) if one.what == "robin")
    address = next(one for one in with_ids() if one.name == "desk:dossier")
    path, absent = address.path(dossier=robin.id), address.path(dossier=new_id())
    noor, tom = Probe(planted.browser("noor")), Probe(planted.browser("tom"))
    seen = noor.fingerprint("GET", path, [robin.id]).differs_in(noor.fingerprint("GET", absent, [absent[-22:]]))
    assert {"status", "text", "queries", "journal"} <= set(seen)
    tom.fingerprint("GET", absent, [])
    first = tom.fingerprint("GET", path, [robin.id, absent[-22:]])
    assert first.differs_in(tom.fingerprint("GET", absent, [robin.id, absent[-22:]])) == []
    assert [entry[0] for entry in first.journal] == ["refused"]


@pytest.mark.parametrize("who", [NOBODY, "noor", "ann"])
def test_words_in_an_address_are_not_written_down(planted: Planted, who: str) -> None:
    """A name typed where an id belongs is refused like an id, and the journal does not learn it."""
    probe = Probe(planted.browser(who))
    for address in with_ids():
        for method in ASKED_BY_ALL:
            path = address.path(**dict.fromkeys(address.parameters, "Robin-Vervloet"))
            assert probe.fingerprint(method, path, []).status in (302, 404, 405)
    entries = JournalEntry.objects.values_list("text", flat=True)
    assert not [text for text in entries if b"Robin-Vervloet" in bytes(text or b"")]
