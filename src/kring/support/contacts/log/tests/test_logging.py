"""Noor logs what happened on the street: once, in every dossier it concerns, with the lists right at once."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from kring.support.contacts.log import actions
from kring.support.contacts.log.actions import MixedCircles, correct, log_contact, pin
from kring.support.contacts.log.content import Contact
from kring.support.contacts.log.models import ContactRecord, SharedContact
from kring.support.contacts.log.reading import contacts_in
from kring.support.contacts.log.rules import NotYet
from kring.support.dossier.content import SummaryContent
from kring.support.dossier.marks.content import Marks
from kring.support.dossier.models import Summary
from kring.support.testing import ON, a_dossier
from kring.team.testing import Persona, Town
from kring.vault import gate
from kring.vault.keycheck import keycheck
from kring.vault.primitives import new_id
from kring.vault.refusals import Refused
from kring.vault.sweeping import sweep

pytestmark = pytest.mark.django_db

WORDS = "Wil opnieuw voetballen."
MIDNIGHT = datetime(2021, 2, 28, 23, tzinfo=UTC)
NOON = datetime(2021, 3, 1, 11, tzinfo=UTC)


@pytest.fixture(autouse=True)
def on_the_first_of_march(settings: Any) -> None:
    settings.KRING_TODAY = ON


def contact(**more: Any) -> Contact:
    at = more.pop("at", MIDNIGHT)
    return Contact(**{"kind": "street", "at": at, "noted_at": NOON, "by": "", "sentence": WORDS, **more})


def log(who: Persona, *dossiers: str, once: str = "one", **more: Any) -> str:
    return log_contact(who.session, dossiers, contact(**more), once=once).record


def summary(who: Persona, dossier: str) -> SummaryContent:
    keys = gate.entering(who.session, act="test", of=[dossier], parts=["summary"])
    return keys.open(Summary.objects.get(dossier=dossier), SummaryContent)


def read(who: Persona, dossier: str) -> list[Contact]:
    keys = gate.entering(who.session, act="test", of=[dossier], parts=["journal"])
    return list(contacts_in(keys, ContactRecord.objects.filter(dossier=dossier)).values())


def test_a_contact_is_read_by_who_holds_the_journal_and_by_nobody_else(town: Town) -> None:
    made, before = a_dossier(town).dossier.id, keycheck()
    log(town.noor, made)
    assert [one.sentence for one in read(town.joris, made)] == [WORDS]
    for other in (town.samir, town.greet, town.ann):
        with pytest.raises(Refused):
            read(other, made)
        with pytest.raises(Refused):
            log(other, made)
    assert keycheck() == before
    assert sweep() == []


def test_sent_twice_it_stands_once_and_other_words_are_not_dropped(town: Town) -> None:
    made = a_dossier(town).dossier.id
    first, again = log(town.noor, made), log(town.noor, made)
    assert first == again
    assert log(town.noor, made, sentence="Toch niet.") != first
    assert sorted(one.sentence for one in read(town.noor, made)) == ["Toch niet.", WORDS]


def test_the_summary_follows_in_the_same_act(town: Town) -> None:
    made = a_dossier(town, last_contact_on=ON - timedelta(days=31), attempts_since=5).dossier.id
    log(town.noor, made, made=False)
    assert summary(town.noor, made).attempts_since == 6
    log(town.noor, made, once="two", next_step="Mee naar de huisarts", next_step_on=ON + timedelta(days=1))
    now = summary(town.joris, made)
    assert (now.last_contact_on, now.attempts_since, now.next_step) == (ON, 0, "Mee naar de huisarts")
    log(town.noor, made, once="three", kind="context")
    assert summary(town.noor, made) == now, "family is not the client, and no next step keeps the old one"


def test_written_afterwards_both_dates_stand_and_the_rhythm_is_right(town: Town) -> None:
    made = a_dossier(town, last_contact_on=ON - timedelta(days=20)).dossier.id
    for days in (6, 2, 1):
        log(town.noor, made, once=str(days), made=False, at=NOON - timedelta(days=days))
    log(town.noor, made, once="late", at=NOON - timedelta(days=3))
    now = summary(town.noor, made)
    assert (now.last_contact_on, now.attempts_since) == (ON - timedelta(days=3), 2)
    log(town.noor, made, once="long ago", at=NOON - timedelta(days=19))
    assert summary(town.noor, made).last_contact_on == ON - timedelta(days=3)
    late = next(one for one in read(town.noor, made) if one.made)
    assert late.at.date() < late.noted_at.date()


def test_what_still_has_to_come_is_no_contact(town: Town) -> None:
    made = a_dossier(town).dossier.id
    with pytest.raises(NotYet):
        log(town.noor, made, at=NOON + timedelta(days=1))
    assert not ContactRecord.objects.exists()


def test_one_contact_of_two_dossiers_is_written_once(town: Town) -> None:
    robin, kim = (a_dossier(town, label=label).dossier.id for label in ("Robin V.", "Kim"))
    before = keycheck()
    log(town.noor, robin, kim, kind="group")
    assert SharedContact.objects.count() == 1
    assert [one.sentence for made in (robin, kim) for one in read(town.joris, made)] == [WORDS, WORDS]
    assert [summary(town.noor, made).last_contact_on for made in (robin, kim)] == [ON, ON]
    assert keycheck() == before
    assert sweep() == []


def test_dossiers_of_two_circles_do_not_share_a_contact_sec_02(town: Town) -> None:
    robin = a_dossier(town, holder=town.eline, deputy=town.noor).dossier.id
    kim = a_dossier(town, holder=town.eline, deputy=town.nele, circle="samen").dossier.id
    with pytest.raises(MixedCircles):
        log(town.eline, robin, kim)
    assert not ContactRecord.objects.exists()


def test_one_that_does_not_open_and_nothing_is_written(town: Town) -> None:
    mine, other = a_dossier(town).dossier.id, a_dossier(town, holder=town.samir, deputy=town.eline).dossier.id
    for dossiers in ((mine, other), (mine, new_id()), ()):
        with pytest.raises(Refused):
            log(town.noor, *dossiers)
    assert not ContactRecord.objects.exists()


def test_a_correction_is_appended_and_what_stood_stays_gdp_08(town: Town) -> None:
    made = a_dossier(town).dossier.id
    record = log(town.noor, made)
    said = replace(contact(sentence="Wil opnieuw dansen."), marks=Marks(in_confidence=True))
    first = correct(town.joris.session, made, record, said, once="fix")
    assert correct(town.joris.session, made, record, said, once="fix") == first
    assert sorted(one.sentence for one in read(town.noor, made)) == ["Wil opnieuw dansen.", WORDS]
    assert ContactRecord.objects.get(id=first).of_id == record
    for other in (town.samir, town.greet):
        with pytest.raises(Refused):
            correct(other.session, made, record, said, once="x")
    with pytest.raises(Refused):
        correct(town.noor.session, made, first, said, once="x")


def test_a_pin_is_a_row_beside_it(town: Town) -> None:
    made = a_dossier(town).dossier.id
    record = log(town.noor, made)
    pin(town.joris.session, made, record)
    pin(town.joris.session, made, record, pinned=False)
    assert ContactRecord.objects.filter(of=record, form=actions.Form.PIN).count() == 2
    with pytest.raises(Refused):
        pin(town.samir.session, made, record)
