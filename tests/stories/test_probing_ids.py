"""Absent, forbidden, shredded and expired are one answer: same text, status, queries and journal, for every address."""

import os
from collections.abc import Collection, Iterator, Mapping, Sequence
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
from tests.stories.browsing import Files
from tests.stories.conftest import Measure
from tests.stories.need_to_know_table import expected
from tests.stories.need_to_know_town import Planted, plant
from tests.stories.need_to_know_ways import NOBODY
from tests.stories.probing import Address, Fingerprint, Probe, addresses
from tests.stories.probing_kinds import CHOICES, KINDS, STEPS, Real, kind_of
from tests.stories.probing_town import populated

PROBERS = (NOBODY, *PEOPLE)
METHODS = ("GET", "POST", "HEAD", "PUT", "DELETE", "PATCH", "OPTIONS")
THOROUGH = bool(os.environ.get("KRING_THOROUGH"))
"""Everybody with every method on every step and every id: minutes instead of seconds, for before a release."""
ASKED_BY_ALL = METHODS if THOROUGH else ("GET", "POST")
ODD_METHODS_BY = (NOBODY, "noor")
FILLED = {"text": "x", "words": "x", "person": "x", "once": "x", "answer": "yes", "code": "AAAA-BBBB-CCCC-DDDD"}


FILE = {"file": ("x.txt", b"x" * 90)}
WITH_A_FILE = "contacts:attachments"
MOST = 100 if THOROUGH else 2
"""So many real ids of a kind are tried in one address, of different people."""


@pytest.fixture
def planted(town: Town, settings: Any) -> Planted:
    """The town with everything in it, one referral of it not opened yet."""
    settings.KRING_TODAY = ON
    made = plant(town)
    made.arrive()
    return made


@dataclass
class Ids:
    """Real ids of every kind, and of some kinds one that is destroyed."""

    town: Town
    destroyed: dict[str, Real]
    by_kind: dict[str, list[Real]] = field(default_factory=dict)

    def of(self, kind: str) -> list[Real]:
        if kind not in self.by_kind:
            self.by_kind[kind] = list(KINDS[kind](self.town))
        return self.by_kind[kind]

    def hidden(self, kind: str, who: str) -> list[Real]:
        """Some that this colleague knows nothing of, each of other people; and what is destroyed."""
        chosen = {one.known: one for one in self.of(kind) if who not in one.known}
        return [*list(chosen.values())[:MOST], *(one for one in self.gone(kind) if who not in one.known)]

    def gone(self, kind: str) -> list[Real]:
        return [self.destroyed[kind]] if kind in self.destroyed else []

    def own(self, kind: str, who: str) -> Real | None:
        return next((one for one in self.of(kind) if who in one.known), None)


def with_ids() -> list[Address]:
    """Addresses with an id in them; links of outsiders are tried apart."""
    return [each for each in addresses() if kinds(each)]


def kinds(address: Address) -> list[str]:
    """The kinds of its ids, in order; [] for a link."""
    if "token" in address.parameters:
        return []
    return [kind for one in address.parameters if (kind := kind_of(address.name, one))]


def paths(address: Address, ids: Sequence[str]) -> Iterator[str]:
    """Its paths with these ids, for each choice that can be made in it."""
    left = list(ids)
    given = {one: left.pop(0) for one in address.parameters if kind_of(address.name, one)}
    chosen = {one: CHOICES[one] for one in address.parameters if one not in given}
    if "step" in chosen:
        chosen["step"] = STEPS[address.name][: None if THOROUGH else 1] + CHOICES["step"]
    for choice in product(*chosen.values()):
        yield address.path(**given, **dict(zip(chosen, choice, strict=True)))


def gives_back(who: str, method: str, path: str, forgotten: str) -> bool:
    """The one answer that says more: a colleague of Intake sends a step of a referral that ended meanwhile.

    The card stood on that colleague's board a moment ago; what was typed goes back to who typed it, and is not lost.
    """
    of_intake = f"/{forgotten}/" in path and expected()["in talk", "card", who, "list"]
    return of_intake and method == "POST" and "no-such" not in path


@dataclass
class Tally:
    """What was tried, and what told two answers apart."""

    pairs: int = 0
    told: set[str] = field(default_factory=set)

    def compare(
        self,
        probe: Probe,
        method: str,
        absent: str,
        tried: Mapping[str, str],
        ids: Collection[str],
        *,
        files: Files | None = None,
        who: str = "",
    ) -> None:
        """Ask for an id that was never given out and for real ones (what it is -> path); keep what differs."""

        def ask(path: str, of: str) -> Fingerprint:
            return probe.fingerprint(
                method, path, [*ids, once := new_id()], {**FILLED, "once": once}, of=of, files=files
            )

        nothing = ask(absent, "absent")
        for what, path in tried.items():
            found = ask(path, "forbidden")
            if found.differs_in(nothing):  # once more: the first look of a minute stamps the session
                nothing, found = ask(absent, "absent"), ask(path, "forbidden")
            self.pairs += 1
            told = f"{found.journal} for {nothing.journal}"
            self.told |= {f"{name} of {method} {what} {who}: {told}" for name in found.differs_in(nothing)}


def _below(above: Sequence[str], one: Real, ids: Ids) -> list[str]:
    """The ids of one; what lies in no other thing stands below any real one of the kind that the address asks for."""
    missing = above[: len(above) + 1 - len(one.ids)]
    return [*(next(iter(ids.of(kind))).ids[-1] for kind in missing), *one.ids]


def attempts(address: Address, who: str, ids: Ids) -> Iterator[tuple[list[str], list[list[str]]]]:
    """Ids that were never given out, and real ones in their place: all of an address, and what lies in one's own."""
    *above, kind = kinds(address)
    hidden = ids.hidden(kind, who)
    yield [new_id() for _ in [*above, kind]], [_below(above, one, ids) for one in hidden]
    if (mine := ids.own(kind, who)) is not None:
        for own in range(1, len(above) + 1):
            begin = mine.ids[:own]
            absent = [*begin, *(new_id() for _ in range(own, len(above) + 1))]
            yield absent, [[*begin, *one.ids[own:]] for one in {*hidden, *ids.gone(kind)}]


def _try(
    tally: Tally, probe: Probe, who: str, address: Address, absent: list[str], real: list[list[str]], forgotten: str
) -> None:
    """Every method on every path of one address."""
    ids = {*absent, *(one for several in real for one in several)}
    probe.fingerprint("GET", next(paths(address, absent)), [])  # keys go under the ring at the first look
    for at, path in enumerate(paths(address, absent)):
        of_each = {f"{address.name} {at}, {number}": [*paths(address, one)][at] for number, one in enumerate(real)}
        for method in METHODS if who in ODD_METHODS_BY else ASKED_BY_ALL:
            files = FILE if (address.name, method) == (WITH_A_FILE, "POST") else None
            tried = {n: one for n, one in of_each.items() if not gives_back(who, method, one, forgotten)}
            tally.compare(probe, method, path, tried, ids, files=files, who=who)


def test_forbidden_and_shredded_are_like_absent(
    town: Town, settings: Any, capsys: pytest.CaptureFixture[str], measure: Measure
) -> None:
    settings.KRING_TODAY = ON
    planted, destroyed = populated(town)
    ids, tally, gaps = Ids(town, destroyed), Tally(), []
    for who in PROBERS:
        probe = Probe(planted.browser(who))
        for address in with_ids():
            for absent, real in attempts(address, who, ids):
                _try(tally, probe, who, address, absent, real, planted.things["forgotten"].id)
        gaps.append(probe.gap("forbidden", "absent"))
    measure(probes=tally.pairs, distinguishable=len(tally.told))
    with capsys.disabled():
        print(f"\nprobing: {tally.pairs} pairs, {len(tally.told)} distinguishable, median gap {median(gaps):.2f} ms")
    assert sorted(tally.told) == [], "\n".join(sorted(tally.told))


def test_each_kind_of_id_has_a_real_one_of_two_people(town: Town, settings: Any) -> None:
    """So that one's own, another's and nobody's are all tried."""
    settings.KRING_TODAY = ON
    _, destroyed = populated(town)
    ids = Ids(town, destroyed)
    alone = {"person", "recovery", "invitation", "entry", "moment", "mail", "merged", "referral", "walked"}
    alone |= {"question", "figure", "card", "collection", "reply", "batch", "hold", "glass_break", "protocol"}
    alone |= {"application", "run", "partner", "concern"}
    for kind in KINDS:
        assert ids.of(kind), f"no real id of the kind {kind} lies in the town"
        assert kind in alone or len({one.known for one in ids.of(kind)}) > 1, kind


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
    town: Town, settings: Any, capsys: pytest.CaptureFixture[str], measure: Measure
) -> None:
    settings.KRING_TODAY = ON
    dossiers, tally = became(town), Tally()
    [address] = [each for each in with_ids() if each.name == "desk:dossier"]
    for who in PROBERS:
        probe = Probe(Planted(town, {}).browser(who))
        hidden = {what: address.path(dossier=id_) for what, id_ in dossiers.items() if what not in BESIDE.get(who, ())}
        absent = new_id()
        probe.fingerprint("GET", address.path(dossier=absent), [])
        for method in METHODS:
            tally.compare(probe, method, address.path(dossier=absent), hidden, [absent, *dossiers.values()])
    measure(probes=tally.pairs, distinguishable=len(tally.told))
    with capsys.disabled():
        print(f"\nprobing: {tally.pairs} pairs of dossiers with a fate, {len(tally.told)} distinguishable")
    assert sorted(tally.told) == [], "\n".join(sorted(tally.told))


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
BEHIND_A_CODE = (
    "clarification:confirm",
    "clarification:own",
    "concerns:own",
    "consultation:guest",
    "plan:nudge",
    "plan:own",
)
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


@pytest.mark.parametrize("name", BEHIND_A_CODE)
@pytest.mark.parametrize("method", METHODS)
def test_a_link_tells_nobody_without_its_code_what_became_of_it(town: Town, method: str, name: str) -> None:
    tokens, browser = links(), Planted(town, {})
    ids = list(tokens.values())
    [address] = [each for each in addresses() if each.name == name]
    for who in (NOBODY, "noor", "ann"):
        probe = Probe(browser.browser(who))
        codes = {name: LINK_CODE if name == "expired" else "ZZZZ-ZZZZ-ZZZZ-ZZZZ" for name in tokens}
        found = {
            name: probe.fingerprint(method, address.path(token=token), ids, {"code": codes[name], "word": codes[name]})
            for name, token in tokens.items()
        }
        for one in found.values():
            told = one.differs_in(found["guessed"])
            assert [name for name in told if name.startswith(("status", "headers", "text"))] == []
        for pair in (OVER, WAITING):
            assert found[pair[0]].differs_in(found[pair[1]]) == []


def test_the_probe_notices_each_difference(planted: Planted) -> None:
    """What Noor may see differs from what is not there in every way; what Tom may not see in none."""
    robin = planted.things["robin"]
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
