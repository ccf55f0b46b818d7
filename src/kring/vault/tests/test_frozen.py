"""A frozen part (GDPR art. 18): it opens for nobody and nothing is written under it, until it is lifted."""

from contextlib import suppress

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from kring.vault import gate, sharing
from kring.vault.acts import acting
from kring.vault.models import Envelope, Lock
from kring.vault.refusals import Frozen, Refused
from kring.vault.tests.attacker import opens, raw
from kring.vault.tests.conftest import Words, World
from kring.vault.tests.test_glass import broken
from kring.vault.tests.test_put_back import given


def frozen(world: World, bundle: str) -> None:
    with acting("test.freeze", by=world.noor.person) as act:
        sharing.freeze(act, bundle=bundle, part="notes")


def test_it_opens_for_nobody_and_opens_again_when_it_is_lifted(world: World) -> None:
    frozen(world, world.a)
    assert not opens(world, world.noor, world.a)
    assert not opens(world, world.samir, world.a)
    assert opens(world, world.noor, world.b), "another bundle is not frozen along"
    with acting("test.lift", by=world.noor.person) as act:
        sharing.thaw(act, bundle=world.a, part="notes")
    assert opens(world, world.samir, world.a)


def test_who_holds_the_key_hears_that_it_is_frozen_and_nobody_else(world: World) -> None:
    """Who holds none costs the same statements and gets the one refusal, frozen or not."""
    told: dict[str, list[object]] = {"before": [], "after": []}
    for when in told:
        for who in (world.noor, world.samir, world.greet):
            with CaptureQueriesContext(connection) as caught, suppress(Refused):
                try:
                    gate.entering(world.session(who), act="test", of=[world.a], parts=["notes"])
                except Refused as refusal:
                    told[when] += [type(refusal)]
                    raise
            told[when] += [len(caught)] if who is world.greet else []
        if when == "before":
            frozen(world, world.a)
    assert told["before"] == [Refused, told["before"][-1]]
    assert told["after"] == [Frozen, Frozen, Refused, told["before"][-1]]


def test_an_older_key_is_not_told_that_it_is_frozen(world: World) -> None:
    with acting("test.withdraw", by=world.noor.person) as act:
        sharing.withdraw(act, bundle=world.a, parts=["notes"], holder=world.samir.person)
    frozen(world, world.a)
    with pytest.raises(Refused) as told:
        gate.entering(world.session(world.samir), act="test", of=[world.a], parts=["notes"])
    assert type(told.value) is Refused


def test_nothing_is_written_under_it_with_a_key_of_before(world: World) -> None:
    keys = gate.entering(world.session(world.noor), act="test", of=[world.a], parts=["notes"])
    row = world.row(world.a)
    frozen(world, world.a)
    keys.seal(row, Words("written meanwhile"), bundle=world.a, part="notes")
    with pytest.raises(Refused), acting("test.write", by=world.noor.person) as act:
        act.rewrite(row)


def test_behind_glass_it_stays_shut(world: World) -> None:
    shut = given(world.noor, sharing.holders([world.circle], Envelope.Kind.GLASS))
    frozen(world, shut)
    with pytest.raises(Refused):
        broken(world, world.samir, shut)


def test_only_who_moves_keys_gets_past_it(world: World) -> None:
    """A handover moves the key of a frozen part, unread."""
    frozen(world, world.a)
    asked = {"act": "test", "of": [world.a], "parts": ["notes"]}
    assert gate.entering(world.session(world.noor), **asked, moving=True).holds(world.a, "notes")  # type: ignore[arg-type]
    with pytest.raises(Refused):
        gate.entering(world.session(world.greet), **asked, moving=True)  # type: ignore[arg-type]


def test_a_writer_in_the_database_lifts_nothing(world: World) -> None:
    frozen(world, world.a)
    raw(Lock).filter(bundle=world.a).update(state=Lock.State.OPEN)
    assert not opens(world, world.noor, world.a)
