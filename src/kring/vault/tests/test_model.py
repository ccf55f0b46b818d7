"""Giving, taking back, rotating, shredding, reading and writing in any order, held against a model of a few sets.

The model knows who holds what and which words stand where; the vault must open exactly what the model says, whoever
asks and in whatever order, and the journal's tree must have the recomputed root after every step.
"""

from dataclasses import dataclass, field
from typing import Any

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    precondition,
    rule,
    run_state_machine_as_test,
)

from kring.vault import gate, journal, sharing, slots
from kring.vault.acts import acting
from kring.vault.gate import OWN_KEY, Keys
from kring.vault.merkle import leaf_hash, root_of
from kring.vault.models import Extract, JournalEntry, Lock, Principal
from kring.vault.primitives import new_id
from kring.vault.refusals import Conflict, Refused
from kring.vault.slots import Opened
from kring.vault.sweeping import sweep
from kring.vault.tests.conftest import Words

PEOPLE = 3
person = st.integers(0, PEOPLE - 1)
which = st.integers(0, 3)


@dataclass
class Bundle:
    """What the model knows of one bundle: who holds it, which version its lock has, its words and their revision."""

    id: str = field(default_factory=new_id)
    holders: set[str] = field(default_factory=set)
    version: int = 1
    shredded: bool = False
    words: str = "first"
    revision: int = 1


class Vault(RuleBasedStateMachine):
    """The steps; `people[0]` is always in the circle, the others come and go."""

    @initialize()
    def begin(self) -> None:
        with acting("model.people", by="system") as act:
            self.people: list[Opened] = [slots.new_person(act) for _ in range(PEOPLE)]
            first = sharing.holders([self.people[0].person])
            self.circle, _ = sharing.found_circle(act, kind=Principal.Kind.CIRCLE, members=first)
        self.members = {0}
        self.given: list[Bundle] = []
        self.remembered: list[tuple[Keys, Bundle, int, int]] = []

    def pick(self, number: int) -> Bundle:
        return self.given[number % len(self.given)]

    def may(self, who: int, bundle: Bundle) -> bool:
        by_circle = self.circle in bundle.holders and who in self.members
        return not bundle.shredded and (self.people[who].person in bundle.holders or by_circle)

    def keys(self, who: int, bundle: Bundle) -> Keys:
        return gate.entering(self.people[who].session(), act="model.read", of=[bundle.id], parts=["notes"])

    @rule(who=person, circle=st.booleans())
    @precondition(lambda self: len(self.given) < 4)
    def found(self, who: int, circle: bool) -> None:
        bundle = Bundle(holders={self.people[who].person, *([self.circle] if circle else [])})
        with acting("model.found", by=self.people[who].person) as act:
            keys = sharing.found(act, bundle=bundle.id, parts={"notes": sharing.holders(sorted(bundle.holders))})
            row = Extract(bundle=bundle.id)
            keys.seal(row, Words(bundle.words), bundle=bundle.id, part="notes")
            act.add(row)
        self.given.append(bundle)

    @precondition(lambda self: self.given)
    @rule(who=person, number=which)
    def read(self, who: int, number: int) -> None:
        bundle = self.pick(number)
        row = Extract.objects.get(bundle=bundle.id)
        if self.may(who, bundle):
            assert self.keys(who, bundle).open(row, Words) == Words(bundle.words)
        else:
            with pytest.raises(Refused):
                self.keys(who, bundle)

    @precondition(lambda self: self.given)
    @rule(who=person, number=which, words=st.text(max_size=8))
    def put(self, who: int, number: int, words: str) -> None:
        bundle = self.pick(number)
        if not self.may(who, bundle):
            return
        self.write(self.keys(who, bundle), bundle, words)

    def write(self, keys: Keys, bundle: Bundle, words: str) -> None:
        row = Extract.objects.get(bundle=bundle.id)
        keys.seal(row, Words(words), bundle=bundle.id, part="notes")
        with acting("model.put", by=keys.actor) as act:
            act.rewrite(row)
        bundle.words, bundle.revision = words, bundle.revision + 1

    @precondition(lambda self: self.given)
    @rule(who=person, number=which)
    def remember(self, who: int, number: int) -> None:
        """Keep keys in memory, as a page left open does."""
        bundle = self.pick(number)
        if self.may(who, bundle):
            self.remembered.append((self.keys(who, bundle), bundle, bundle.version, bundle.revision))

    @precondition(lambda self: self.remembered)
    @rule(number=which, words=st.text(max_size=8))
    def write_late(self, number: int, words: str) -> None:
        """With keys of before: only while the lock stands as it stood."""
        keys, bundle, version, _ = self.remembered[number % len(self.remembered)]
        if version == bundle.version and not bundle.shredded:
            self.write(keys, bundle, words)
            return
        before = (bundle.words, bundle.revision)
        with pytest.raises(Refused):
            self.write(keys, bundle, words)
        assert (bundle.words, bundle.revision) == before

    @precondition(lambda self: self.remembered)
    @rule(number=which)
    def write_over(self, number: int) -> None:
        """With a row of before: told when another came first."""
        keys, bundle, version, revision = self.remembered[number % len(self.remembered)]
        if version != bundle.version or bundle.shredded or revision == bundle.revision:
            return
        row = Extract.objects.get(bundle=bundle.id)
        row.revision = revision
        keys.seal(row, Words("over"), bundle=bundle.id, part="notes")
        with pytest.raises(Conflict), acting("model.over", by=keys.actor) as act:
            act.rewrite(row)

    @precondition(lambda self: self.given)
    @rule(who=person, number=which, to=st.integers(0, PEOPLE))
    def give(self, who: int, number: int, to: int) -> None:
        bundle = self.pick(number)
        receiver = self.circle if to == PEOPLE else self.people[to].person
        if not self.may(who, bundle):
            return
        keys = self.keys(who, bundle)
        with acting("model.give", by=keys.actor) as act:
            sharing.give_parts(act, keys, bundle=bundle.id, parts=["notes"], to=sharing.holders([receiver]))
        bundle.holders.add(receiver)

    @precondition(lambda self: self.given)
    @rule(number=which, from_=st.integers(0, PEOPLE))
    def withdraw(self, number: int, from_: int) -> None:
        bundle = self.pick(number)
        holder = self.circle if from_ == PEOPLE else self.people[from_].person
        if bundle.shredded or holder not in bundle.holders:
            return
        with acting("model.withdraw", by="system") as act:
            sharing.withdraw(act, bundle=bundle.id, parts=["notes"], holder=holder)
        bundle.holders.discard(holder)
        bundle.version += 1

    @precondition(lambda self: self.given)
    @rule(number=which)
    def rotate(self, number: int) -> None:
        bundle = self.pick(number)
        if bundle.shredded:
            return
        with acting("model.rotate", by="system") as act:
            sharing.rotate(act, Lock.objects.get(bundle=bundle.id))
        bundle.version += 1

    @precondition(lambda self: self.given)
    @rule(number=which)
    def shred(self, number: int) -> None:
        bundle = self.pick(number)
        if bundle.shredded:
            return
        with acting("model.shred", by="system") as act:
            sharing.shred(act, bundle=bundle.id, parts=["notes"])
        bundle.shredded = True

    @rule(who=st.integers(1, PEOPLE - 1))
    def join_or_leave(self, who: int) -> None:
        """The circle itself changes: what it holds opens for whoever is in it now."""
        if who in self.members:
            with acting("model.leave", by="system") as act:
                sharing.withdraw(act, bundle=self.circle, parts=[OWN_KEY], holder=self.people[who].person)
            self.members.remove(who)
            return
        first = self.people[0]
        keys = gate.entering(first.session(), act="model.own", of=[self.circle], parts=[OWN_KEY])
        with acting("model.join", by=first.person) as act:
            to = sharing.holders([self.people[who].person])
            sharing.give_parts(act, keys, bundle=self.circle, parts=[OWN_KEY], to=to)
        self.members.add(who)

    @invariant()
    def the_tree_has_the_recomputed_root(self) -> None:
        while journal.seal_pending():
            pass
        entries = JournalEntry.objects.order_by("index").values_list("commitment", flat=True)
        assert journal.head().root() == root_of([leaf_hash(bytes(commitment)) for commitment in entries])

    def teardown(self) -> None:
        """Everybody is asked once more, and the sweep finds every row as the journal left it."""
        for number in range(len(getattr(self, "given", ()))):
            for who in range(PEOPLE):
                self.read(who=who, number=number)
        assert sweep() == []


@pytest.mark.django_db
def test_the_vault_does_as_the_model_says() -> None:
    checks: Any = [HealthCheck.too_slow, HealthCheck.data_too_large]
    run_state_machine_as_test(
        Vault,
        settings=settings(max_examples=20, stateful_step_count=25, deadline=None, suppress_health_check=checks),
    )
