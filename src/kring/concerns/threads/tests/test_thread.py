"""Sofie sees a pupil drift: she shares it, Noor answers, both agree, and it becomes a referral without a trace."""

import re
from dataclasses import replace
from datetime import timedelta

import pytest
from django.db import connection
from django.test import Client
from django.urls import reverse

from kring.concerns.own import ending
from kring.concerns.own.links import KIND
from kring.concerns.partners.models import Partner, PartnerLink
from kring.concerns.testing import SEEN, SOFIE, AtSchool, invited
from kring.concerns.threads.models import Concern, ConcernRecord
from kring.team.clock import on_day, today
from kring.team.testing import Town
from kring.vault.models import Letter
from kring.vault.primitives import new_id


@pytest.fixture
def sofie(town: Town) -> AtSchool:
    return invited(town.noor)


def seen(concern: str) -> str:
    return str(ConcernRecord.objects.get(concern=concern).revision)


def send(client: Client, name: str, concern: str, **given: str) -> str:
    """A colleague sends a form of the thread."""
    data = {"once": new_id(), "seen": seen(concern), **given}
    answer = client.post(reverse(f"concerns:{name}", args=[concern]), data, follow=True)
    assert answer.status_code == 200
    return answer.content.decode()


def test_a_concern_goes_to_a_referral_when_both_agree(town: Town, sofie: AtSchool) -> None:
    noor = town.noor.client
    concern = sofie.raise_concern(signs="stays_away", knows="agrees")
    listed = noor.get(reverse("concerns:concerns")).content.decode()
    assert "Campus Stuivenberg" in listed
    thread = noor.get(reverse("concerns:concern", args=[concern])).content.decode()
    assert SEEN in thread
    assert "Sofie Mertens" in thread
    send(noor, "take", concern)
    send(noor, "answer", concern, words="Thank you. Shall we call on Thursday?")
    page = sofie.page
    assert "Shall we call on Thursday" in page
    assert "Noor" not in page
    assert "Make it a referral" not in send(noor, "decide", concern, outcome="referral", talk_on=today().isoformat())
    there = reverse("concern_to_referral", args=[concern])
    assert noor.post(there, {"once": new_id()}).status_code == 404
    assert "Is that all right" in sofie.page
    sofie.write(concern, agrees="yes")
    thread = noor.get(reverse("concerns:concern", args=[concern])).content.decode()
    assert there in thread
    for _ in range(2):
        assert noor.post(there, {"once": new_id()}).status_code == 302
    board = noor.get(reverse("clarification:board")).content.decode()
    assert board.count("Campus Stuivenberg") <= 1
    assert "It is a referral now" in sofie.page


def test_who_is_not_in_the_intake_circle_finds_nothing(town: Town, sofie: AtSchool) -> None:
    concern = sofie.raise_concern()
    town.noor.client.get(reverse("concerns:concerns"))
    for who in (town.greet, town.hilde, town.ann, town.wout, town.bart, town.saar):
        for path in (
            reverse("concerns:concerns"),
            reverse("concerns:partners"),
            reverse("concerns:invite"),
            reverse("concerns:concern", args=[concern]),
            reverse("concerns:link", args=[sofie.partner]),
        ):
            assert who.client.get(path).status_code == 404, (who, path)


def test_a_wrong_word_and_a_link_that_never_was_look_alike(town: Town, sofie: AtSchool) -> None:
    def tried(token: str, word: str) -> tuple[int, str]:
        answer = Client().post(reverse("concerns:own", args=[token]), {"word": word})
        said = answer.content.decode().partition("<main")[2]
        return answer.status_code, re.sub(r'name="csrfmiddlewaretoken" value="[^"]+"', "", said)

    wrong, never = tried(sofie.token, "bicycle"), tried("x" * len(sofie.token), "lantern")
    assert wrong[0] == never[0] == 404
    assert wrong[1].replace(sofie.token, "") == never[1].replace("x" * len(sofie.token), "")


def test_one_partner_sees_nothing_of_another(town: Town, sofie: AtSchool) -> None:
    other = invited(town.samir, replace(SOFIE, name="Yara Baert", email="yara@school.example"), word="bicycle")
    concern = sofie.raise_concern()
    town.noor.client.get(reverse("concerns:concerns"))
    assert SEEN not in other.page
    other.write(concern, words="Mine now")
    listed = town.noor.client.get(reverse("concerns:concerns"))
    assert listed.status_code == 200
    assert "Mine now" not in sofie.page
    assert "Mine now" in other.page
    [own] = Concern.objects.filter(partner=other.partner)
    assert "Mine now" in town.noor.client.get(reverse("concerns:concern", args=[own.id])).content.decode()
    assert "Mine now" not in town.noor.client.get(reverse("concerns:concern", args=[concern])).content.decode()


def test_a_damaged_letter_holds_up_no_other(town: Town, sofie: AtSchool) -> None:
    sofie.raise_concern("The one that was damaged")
    with connection.cursor() as cursor:
        cursor.execute("UPDATE vault_letter SET author = 'somebody' WHERE kind = %s", [KIND])
    sofie.raise_concern("The one that is whole")
    for _ in range(2):
        town.noor.client.get(reverse("concerns:concerns"))
    [concern] = Concern.objects.all()
    page = town.noor.client.get(reverse("concerns:concern", args=[concern.id])).content.decode()
    assert "The one that is whole" in page
    assert Letter.objects.filter(kind=KIND).count() == 1


def test_sent_twice_it_is_one_concern_and_nothing_typed_is_lost(town: Town, sofie: AtSchool) -> None:
    once, concern = new_id(), new_id()
    for _ in range(2):
        sofie.post(once=once, concern=concern, words=SEEN)
    town.noor.client.get(reverse("concerns:concerns"))
    assert Concern.objects.count() == 1
    assert sofie.page.count(SEEN) == 1
    page = sofie.post(once=new_id(), concern=new_id(), words="x" * 2001)
    assert "x" * 2001 in page


def test_two_colleagues_at_once_both_texts_stand_there(town: Town, sofie: AtSchool) -> None:
    concern = sofie.raise_concern()
    noor, samir = town.noor.client, town.samir.client
    noor.get(reverse("concerns:concerns"))
    stale = seen(concern)
    send(noor, "answer", concern, words="Noor was first")
    answer = samir.post(
        reverse("concerns:answer", args=[concern]), {"once": new_id(), "seen": stale, "words": "Samir writes too"}
    )
    said = answer.content.decode()
    assert "Noor was first" in said
    assert "Samir writes too" in said


def test_gdp_after_half_a_year_nothing_is_left(town: Town, sofie: AtSchool) -> None:
    sofie.raise_concern()
    town.noor.client.get(reverse("concerns:concerns"))
    sofie.raise_concern("A second one that nobody read")
    until = Partner.objects.get().until_on
    with on_day(until + timedelta(days=183)):
        assert ending.end_due() == 0
    with on_day(until + timedelta(days=184)):
        assert ending.end_due() == 1
    assert not Partner.objects.exists()
    assert not Concern.objects.exists()
    assert not PartnerLink.objects.exists()
    assert not Letter.objects.filter(kind=KIND).exists()
    answer = Client().post(reverse("concerns:own", args=[sofie.token]), {"word": sofie.word})
    assert answer.status_code == 404


def test_the_page_is_over_at_once_when_a_colleague_ends_it(town: Town, sofie: AtSchool) -> None:
    assert town.noor.client.post(reverse("concerns:end", args=[sofie.partner])).status_code == 302
    answer = Client().post(reverse("concerns:own", args=[sofie.token]), {"word": sofie.word})
    assert answer.status_code == 404
