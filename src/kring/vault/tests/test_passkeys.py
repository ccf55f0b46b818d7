"""Passkeys from both sides: the device and its PRF open, and nothing else does, whoever holds which half."""

import dataclasses
import json
from datetime import timedelta
from functools import partial
from typing import Any

import pytest
from django.utils import timezone
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kring.vault import challenges, passkeys, slots
from kring.vault import server_keys as kept
from kring.vault.acts import acting
from kring.vault.challenges import new_challenge, use_challenge
from kring.vault.models import Passkey, Principal, Slot
from kring.vault.passkeys import Answer
from kring.vault.refusals import Refused
from kring.vault.rows import MacedModel
from kring.vault.sweeping import sweep
from kring.vault.testing import PRESENT, Device, posted
from kring.vault.tests.attacker import other_value, put_back, raw, refused
from kring.vault.tests.conftest import World
from kring.vault.written import for_page


def enrolled(world: World, device: Device) -> Slot:
    with acting("test.passkey", by=world.noor.person) as act:
        return passkeys.add_passkey(act, world.noor, device.makes(world.noor.person), place="phone")


def opens(device: Device, **bent: Any) -> bool:
    answer = device.answers()
    return not refused(lambda: passkeys.open_passkey(dataclasses.replace(answer, **bent), purpose="sign-in"))


def test_a_passkey_opens_the_person_and_only_that_one(world: World) -> None:
    device = Device()
    enrolled(world, device)
    opened = passkeys.open_passkey(device.answers(), purpose="sign-in")
    assert (opened.person, opened.private) == (world.noor.person, world.noor.private)
    assert sweep() == []


def test_the_device_without_its_prf_and_the_prf_without_the_device_open_nothing(world: World) -> None:
    device, other = Device(), Device()
    enrolled(world, device)
    assert not opens(device, prf=other.prf)
    assert not opens(device, prf=bytes(32))
    stolen = Device(id=device.id, secret=device.secret)
    assert not opens(stolen), "the PRF's output alone, under a signature of somebody else"
    assert opens(device)


def test_a_device_nobody_knows_is_refused_after_a_signature(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    checked: list[bytes] = []
    real = passkeys._check_signature

    def counted(known: bytes, *rest: Any) -> None:
        checked.append(known)
        real(known, *rest)

    monkeypatch.setattr(passkeys, "_check_signature", counted)
    assert not opens(Device())
    assert len(checked) == 1


@pytest.mark.parametrize(
    "bent",
    [{"flags": PRESENT}, {"flags": 0x04}, {"origin": "https://elsewhere.example"}, {"site": "elsewhere.example"}],
    ids=["nobody verified", "nobody present", "another origin", "another site"],
)
def test_what_the_device_says_is_checked(world: World, bent: dict[str, Any]) -> None:
    device = Device()
    enrolled(world, device)
    assert not opens(dataclasses.replace(device, **bent))
    new = Device(**bent)
    assert refused(lambda: enrolled(world, new))


def test_over_https_only_the_public_address_counts(world: World, settings: Any) -> None:
    settings.KRING_ORIGIN = "https://kring.example.be"
    device = Device(origin="https://kring.example.be", site="kring.example.be")
    enrolled(world, device)
    assert opens(device)
    for origin in ("http://localhost:8000", "http://kring.example.be", "https://kring.example.be.elsewhere.example"):
        assert not opens(dataclasses.replace(device, origin=origin)), origin


@pytest.mark.parametrize("address", ["http://127.0.0.1:8000", "http://localhost:9", ""])
def test_on_ones_own_machine_it_is_localhost(settings: Any, address: str) -> None:
    settings.KRING_ORIGIN = address
    assert passkeys.site_name() == "localhost"


def test_a_challenge_is_good_once_for_one_purpose_one_person_and_an_hour(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    device = Device()
    enrolled(world, device)
    answer = device.answers()
    assert passkeys.open_passkey(answer, purpose="sign-in").person == world.noor.person
    assert refused(lambda: passkeys.open_passkey(answer, purpose="sign-in")), "the same answer twice"
    for wrong in (new_challenge("enrol"), new_challenge("sign-in", world.noor.person), bytes(37), b""):
        assert refused(partial(use_challenge, wrong, "sign-in"))
    old = new_challenge("sign-in")
    later = timezone.now() + challenges.LIFE + timedelta(seconds=2)
    monkeypatch.setattr("kring.vault.challenges.timezone.now", lambda: later)
    assert refused(lambda: use_challenge(old, "sign-in"))


def test_unlocking_is_for_the_person_who_is_locked(world: World) -> None:
    device = Device()
    enrolled(world, device)
    noor, samir = world.noor.person, world.samir.person
    assert passkeys.open_passkey(device.answers("again", noor), purpose="again", whom=noor).person == noor
    assert refused(lambda: passkeys.open_passkey(device.answers("again", samir), purpose="again", whom=samir))
    assert refused(lambda: passkeys.open_passkey(device.answers("again", noor), purpose="again", whom=samir))


def test_enrolment_is_for_the_person_it_was_begun_for_and_happens_once(world: World) -> None:
    device = Device()
    for_samir = device.makes(world.samir.person)
    with acting("test.passkey", by=world.noor.person) as act, pytest.raises(Refused):
        passkeys.add_passkey(act, world.noor, for_samir, place="phone")
    first = enrolled(world, device)
    assert enrolled(world, device).id == first.id, "a form sent twice"
    with acting("test.passkey", by=world.samir.person) as act, pytest.raises(Refused):
        passkeys.add_passkey(act, world.samir, device.makes(world.samir.person), place="phone")
    with acting("test.passkey", by=world.noor.person) as act, pytest.raises(Refused):
        passkeys.add_passkey(act, world.noor, Device().makes(world.noor.person), place="in my diary")


def test_a_thief_with_the_database_and_the_device_needs_the_key_file(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    """security.md test 2, with the MACs and the challenge patched away as a thief would."""
    device = Device()
    enrolled(world, device)
    answer = device.answers()
    instance, salt = kept.server_keys().instance, passkeys.salt()
    monkeypatch.setattr(MacedModel, "verified", lambda self: self)
    monkeypatch.setattr(passkeys, "use_challenge", lambda *_: None)
    monkeypatch.setattr(passkeys, "salt", lambda: salt)
    monkeypatch.setattr(kept, "_cached", lambda path: kept.ServerKeys(instance, (bytes(32),)))
    assert refused(lambda: passkeys.open_passkey(answer, purpose="sign-in"))


@pytest.mark.parametrize("column", [name for name in Passkey.maced_columns() if name != "slot_id"])
def test_an_edited_row_opens_nothing(world: World, column: str) -> None:
    device = Device()
    enrolled(world, device)
    raw(Passkey).update(**{column: other_value(getattr(Passkey.objects.get(), column))})
    assert not opens(device)


def test_a_slot_made_to_fit_its_person_by_hand_opens_nothing(world: World) -> None:
    """Shut out by a new generation, and somebody who writes in the database raises that of the way in as well."""
    device = Device()
    slot = enrolled(world, device)
    with acting("test.shut", by="system") as act:
        act.change(Principal.objects.get(id=world.noor.person), generation=2)
    raw(Slot).filter(id=slot.id).update(person_generation=2)
    assert not opens(device)


def test_a_row_moved_to_another_way_in_opens_nothing(world: World) -> None:
    """Somebody who writes in the database hangs his own passkey on Noor's slot."""
    noors, mine = Device(), Device()
    slot = enrolled(world, noors)
    with acting("test.passkey", by=world.greet.person) as act:
        passkeys.add_passkey(act, world.greet, mine.makes(world.greet.person), place="key")
    theirs = Passkey.objects.exclude(slot=slot).get()
    raw(Passkey).filter(slot=slot).delete()
    raw(Passkey).filter(id=theirs.id).update(slot=slot)
    assert not opens(mine)
    assert not opens(noors)


def test_removed_and_put_back_it_opens_nothing(world: World) -> None:
    device = Device()
    slot = enrolled(world, device)
    rows = [*Slot.objects.filter(id=slot.id)], [*Passkey.objects.all()]
    with acting("test.remove", by=world.noor.person) as act:
        slots.remove_slot(act, slot)
    assert not opens(device)
    for each in rows:
        put_back(each)
    assert not opens(device)


def test_a_disabled_person_is_out(world: World) -> None:
    device = Device()
    enrolled(world, device)
    with acting("test.disable", by="system") as act:
        act.change(Principal.objects.get(id=world.noor.person), state=Principal.State.DISABLED)
    assert not opens(device)


JSONS = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=20),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=9), inner, max_size=3),
    max_leaves=6,
)
NAMES = ("clientDataJSON", "authenticatorData", "signature", "attestationObject")
RESPONSES = st.dictionaries(st.sampled_from(NAMES), st.text("AQgw_-", max_size=60) | JSONS, max_size=4)
LIKE_IT = st.fixed_dictionaries(
    {"id": st.text(max_size=9), "rawId": st.text("AQgw", max_size=9), "response": RESPONSES}
)


@settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(said=(JSONS | LIKE_IT).map(json.dumps) | st.text(max_size=60), prf=st.text(max_size=50))
def test_whatever_is_sent_is_refused_and_never_an_error(said: str, prf: str) -> None:
    assert refused(lambda: passkeys.read_answer(said, prf))
    assert refused(lambda: passkeys.read_answer("x" * 9000, prf))


@given(spoiled=st.binary(max_size=200), where=st.sampled_from(NAMES), making=st.booleans())
@settings(max_examples=60, deadline=None)
def test_a_spoiled_answer_is_refused_and_never_an_error(spoiled: bytes, where: str, making: bool) -> None:
    device = Device()
    answer = device.makes("nobody") if making else device.answers()
    response = {**answer.said["response"], where: for_page(spoiled)}
    bent = Answer({**answer.said, "response": response}, answer.prf)
    if making:
        assert where not in answer.said["response"] or refused(lambda: passkeys._check_making(answer.challenge, bent))
    elif where in answer.said["response"]:
        assert refused(lambda: passkeys._check_signature(passkeys._nobody(device.id), answer.challenge, bent))


def test_reading_what_a_page_posts(world: World) -> None:
    device = Device()
    enrolled(world, device)
    fields = posted(device.answers())
    read = passkeys.read_answer(fields["answer"], fields["prf"])
    assert passkeys.open_passkey(read, purpose="sign-in").person == world.noor.person
