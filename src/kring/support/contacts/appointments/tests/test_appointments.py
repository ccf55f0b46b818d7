"""An appointment: made once, moved, called off; sealed but for the hour; nameless in the colleague's own calendar."""

from datetime import datetime, timedelta
from typing import Any

import pytest
from django.utils import timezone

from kring.support.clarification.agenda import make_feed, read_feed
from kring.support.contacts.appointments import actions, queries
from kring.support.contacts.appointments.content import Meeting
from kring.support.contacts.appointments.models import ClientAppointment
from kring.support.dossier.actions import close_dossier
from kring.support.dossier.opening import Opened, opening
from kring.support.intake.callwords import call_word
from kring.support.testing import ON, a_dossier
from kring.team.testing import Persona, Town
from kring.vault.acts import acting
from kring.vault.refusals import Conflict, Refused

PLACE = "Bakkerij Zonnestraal"


@pytest.fixture(autouse=True)
def _on_the_day(settings: Any) -> None:
    settings.KRING_TODAY = ON


def soon(hours: int = 1) -> datetime:
    return timezone.now().replace(microsecond=0) + timedelta(hours=hours)


def entered(who: Persona, dossier: str) -> Opened:
    return opening(who.session, dossier, act="test", parts=["journal"])


def made(town: Town, dossier: str, **words: Any) -> str:
    meeting = Meeting(**{"at": soon(), "way": "home", "by": town.noor.principal, "place": PLACE, **words})
    return actions.make(entered(town.noor, dossier), meeting, person=town.noor.principal, once=str(words))


def test_holder_and_deputy_read_it_and_nobody_else(town: Town) -> None:
    dossier = a_dossier(town).dossier.id
    made(town, dossier)
    rows = queries.of_dossier(dossier, ON)
    for who in (town.noor, town.joris):
        [one] = queries.read(entered(who, dossier).keys, rows)
        assert one.meeting.place == PLACE
    with pytest.raises(Refused):
        entered(town.fatma, dossier)


def test_the_same_form_twice_makes_one(town: Town) -> None:
    dossier = a_dossier(town).dossier.id
    assert made(town, dossier) == made(town, dossier)
    assert ClientAppointment.objects.count() == 1


def test_only_colleague_and_hour_stand_in_the_clear(town: Town) -> None:
    made(town, a_dossier(town).dossier.id, along="haar zus Esmeralda")
    row = ClientAppointment.objects.get()
    clear = {field.name for field in row._meta.concrete_fields} - {"id", "lock", "lock_version", "revision", "blob"}
    assert clear == {"dossier", "person", "at"}
    assert PLACE.encode() not in bytes(row.blob)


def test_two_who_move_it_at_once_lose_nothing(town: Town) -> None:
    dossier = a_dossier(town).dossier.id
    one = made(town, dossier)
    actions.change(entered(town.noor, dossier), one, Meeting(soon(2), "office", "x"), seen=1)
    with pytest.raises(Conflict):
        actions.change(entered(town.joris, dossier), one, Meeting(soon(3), "phone", "x"), seen=1)
    [kept] = queries.read(entered(town.noor, dossier).keys, queries.of_dossier(dossier, ON))
    assert (kept.meeting.way, kept.revision) == ("office", 2)


def test_called_off_nothing_stays(town: Town) -> None:
    dossier = a_dossier(town).dossier.id
    one = made(town, dossier)
    for _twice in range(2):
        actions.call_off(entered(town.joris, dossier), one)
    assert ClientAppointment.objects.count() == 0


def test_an_appointment_of_another_dossier_is_refused(town: Town) -> None:
    one = made(town, a_dossier(town).dossier.id)
    other = a_dossier(town, label="Mila K.").dossier.id
    made(town, other)
    with pytest.raises(Refused):
        actions.change(entered(town.noor, other), one, Meeting(soon(), "home", "x"), seen=1)
    actions.call_off(entered(town.noor, other), one)
    assert ClientAppointment.objects.filter(id=one).exists()


def test_sec11_the_calendar_shows_an_hour_and_a_call_word(town: Town) -> None:
    opened = a_dossier(town, label="Esmeralda Q.")
    one = made(town, opened.dossier.id, about="over haar huurschuld")
    secret = make_feed(town.noor.session, once="a")
    text = read_feed(secret, place="here").decode()
    assert call_word(one) in text
    assert text.count("BEGIN:VEVENT") == 1
    for word in ("Esmeralda", PLACE, "huurschuld", opened.dossier.number, "straathoekwerk", "street_work"):
        assert word not in text
    other = make_feed(town.joris.session, once="a")
    assert b"VEVENT" not in read_feed(other, place="here"), "the deputy's own calendar holds his own hours"


def test_what_is_closed_leaves_the_calendar(town: Town) -> None:
    opened = a_dossier(town)
    made(town, opened.dossier.id)
    with acting("test.close", by=town.noor.principal) as act:
        close_dossier(act, opened.keys, opened.dossier, ON)
    assert b"VEVENT" not in read_feed(make_feed(town.noor.session, once="a"), place="here")


def page(town: Town, dossier: str, who: str = "noor") -> tuple[Any, str]:
    return town.people[who].client, f"/dossiers/{dossier}/appointments"


def test_the_page_makes_moves_and_calls_off(town: Town) -> None:
    dossier = a_dossier(town).dossier.id
    browser, path = page(town, dossier)
    typed = {"once": "a", "day": "2021-03-02", "hour": "14:30", "way": "school", "place": PLACE, "about": "attest"}
    assert browser.post(path, typed)["Location"] == f"{path}?done=made"
    assert PLACE in browser.get(path).content.decode()
    one = ClientAppointment.objects.get().id
    text = browser.get(f"{path}/{one}").content.decode()
    assert 'value="14:30"' in text
    moved = {**typed, "seen": "1", "hour": "16:00"}
    assert browser.post(f"{path}/{one}", moved).status_code == 302
    late = browser.post(f"{path}/{one}", {**moved, "hour": "17:00", "about": "zelf getypt"})
    assert late.status_code == 409
    assert "zelf getypt" in late.content.decode()
    assert "16.00" in late.content.decode(), "what the other wrote stands beside it"
    assert browser.post(f"{path}/{one}/off").status_code == 302
    assert ClientAppointment.objects.count() == 0


def test_a_form_that_is_not_whole_comes_back_with_what_was_typed(town: Town) -> None:
    browser, path = page(town, a_dossier(town).dossier.id)
    text = browser.post(path, {"once": "a", "day": "", "hour": "", "way": "home", "about": "een lange zin"}).content
    assert "een lange zin" in text.decode()
    assert ClientAppointment.objects.count() == 0


@pytest.mark.parametrize("who", ["fatma", "samir", "nele", "greet", "ann"])
def test_who_has_no_key_finds_no_page(town: Town, who: str) -> None:
    dossier = a_dossier(town).dossier.id
    one = made(town, dossier)
    browser, path = page(town, dossier, who)
    assert browser.get(path).status_code == 404
    assert browser.get(f"{path}/{one}").status_code == 404
    assert browser.post(f"{path}/{one}/off").status_code == 404
    assert ClientAppointment.objects.count() == 1
