"""A rule that says to keep: an archive gets the file from who holds its keys, and only then the dossier goes."""

import io
import json
import zipfile
from collections.abc import Iterator
from datetime import date
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils.html import strip_tags

from kring.privacy.access.testing import a_file, contacted, said
from kring.privacy.preserving.models import Preserved
from kring.privacy.retention import batches, destroying
from kring.privacy.retention.models import Batch, BatchItem, DestructionDeclaration
from kring.privacy.retention.testing import approved, publish
from kring.support.closing import actions
from kring.support.closing.actions import enter, reopen
from kring.support.closing.content import ClosingContent, Reason
from kring.support.closing.testing import closed
from kring.support.dossier.models import Dossier
from kring.support.testing import ON, a_dossier
from kring.team.clock import on_day, today
from kring.team.printing.testing import tags
from kring.team.retention import Series
from kring.team.testing import Persona, Town
from kring.vault.primitives import digest, new_id
from kring.vault.sweeping import sweep

pytestmark = pytest.mark.django_db
CLOSED, LATER = date(2021, 3, 9), date(2025, 1, 4)
SENSITIVE, OWN = "Slaapt slecht sinds januari.", "Zelf rustig blijven."
MARKS = ("others", "confidence", "court", "police")


@pytest.fixture
def dossier(town: Town) -> Iterator[Dossier]:
    """A file of Noor with a word under every mark, closed in March 2021; four years later."""
    with on_day(ON):
        made = a_file(town)
    with on_day(CLOSED):
        row = closed(town, made)
    with on_day(LATER):
        yield row


def path(dossier: str) -> str:
    return reverse("privacy:archive", args=[dossier])


def page(who: Persona, dossier: str) -> str:
    return " ".join(strip_tags(who.client.get(path(dossier)).content.decode()).split())


def send(who: Persona, dossier: str, **changes: str) -> Any:
    return who.client.post(path(dossier), {"once": new_id(), "to": "town", "sure": "on", **changes})


def opened(content: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(content)) as packed:
        return {name: packed.read(name) for name in packed.namelist()}


def text(content: bytes) -> str:
    return opened(content)["file.json"].decode()


def batch_of(town: Town) -> Batch:
    made = batches.propose(town.hilde.principal, Series.DOSSIER, once=new_id())
    return Batch.objects.get(id=made).verified()


def destroyed(town: Town) -> int:
    approved(town, batch_of(town))
    return destroying.go_on()


def test_arc_03_under_a_rule_that_keeps_nothing_goes_before_an_archive_has_it(town: Town, dossier: Dossier) -> None:
    publish(town, destination="keep")
    batch = batch_of(town)
    shown = town.hilde.client.get(f"/privacy/retention/{batch.id}").content.decode()
    assert "nog geen archief heeft zijn bestand" in shown
    approved(town, batch)
    assert destroying.go_on() == 0
    assert BatchItem.objects.get().verified().state == BatchItem.State.UNKEPT
    assert Batch.objects.get().verified().state == Batch.State.DONE
    assert Dossier.objects.filter(id=dossier.id).exists()


def test_arc_03_once_an_archive_has_it_it_goes_and_the_declaration_names_the_file(town: Town, dossier: Dossier) -> None:
    publish(town, destination="keep")
    content = send(town.noor, dossier.id).content
    assert destroyed(town) == 1
    assert (Dossier.objects.count(), Preserved.objects.count(), sweep()) == (0, 0, [])
    told = DestructionDeclaration.objects.get().verified()
    assert (told.kept_digest, told.kept_on, told.kept_to) == (digest(content).hex(), LATER, "town")
    paper = town.greet.client.get(f"/privacy/retention/{told.batch_id}/declaration").content.decode()
    assert "het archief van de stad" in paper
    assert told.kept_digest in paper


def test_arc_03_the_row_says_which_rule_day_hash_and_archive(town: Town, dossier: Dossier) -> None:
    rule = publish(town, destination="keep")
    answer = send(town.noor, dossier.id, to="state")
    row = Preserved.objects.get().verified()
    assert (row.dossier, row.number, row.rule, row.on) == (dossier.id, dossier.number, rule.row, LATER)
    assert (row.by, row.to, row.digest) == (town.noor.principal, "state", digest(answer.content).hex())
    assert 'filename="archive.zip"' in answer.headers["Content-Disposition"]
    assert row.digest in page(town.noor, dossier.id)


def test_arc_07_the_archive_gets_what_the_marks_allow_as_it_was_written(town: Town, dossier: Dossier) -> None:
    publish(town, destination="keep")
    content = send(town.noor, dossier.id).content
    given = text(content)
    for word in (said("open"), said("around"), "Robin Vervloet", "Yasmina lachte", "Komt niet meer naar de les."):
        assert word in given
    for word in (*map(said, MARKS), SENSITIVE, OWN):
        assert word not in given
    copy = json.loads(given)
    assert (copy["number"], copy["rule"]["code"]) == (dossier.number, "SP-04")
    grounds = {one["ground"]: one["pieces"] for one in copy["kept_back"]}
    assert grounds["Het is een gevoelige nota: de regel vraagt die niet."] == 1
    assert sum(grounds.values()) == 5, "others, confidence, court, sensitive, own; police is not counted (GDP-14)"
    paper = opened(content)["file.pdf"]
    assert {"H1", "H2", "P"} <= tags(paper)


def test_arc_07_sensitive_notes_go_when_the_rule_says_so(town: Town, dossier: Dossier) -> None:
    publish(town, destination="whole")
    given = text(send(town.noor, dossier.id).content)
    assert SENSITIVE in given
    assert OWN not in given
    assert destroyed(town) == 1


def test_arc_07_a_sensitive_note_of_a_colleague_is_told_as_missing(town: Town, dossier: Dossier) -> None:
    publish(town, destination="whole")
    given = text(send(town.joris, dossier.id).content)
    assert SENSITIVE not in given
    assert "Het is een gevoelige nota van een collega" in given


@pytest.mark.parametrize("name", ["hilde", "greet", "fatma", "samir", "bart", "karel", "ann", "saar", "marc", "nele"])
def test_arc_07_nobody_else_makes_or_sees_it(town: Town, dossier: Dossier, name: str) -> None:
    publish(town, destination="keep")
    who = town.people[name]
    assert who.client.get(path(dossier.id)).status_code == 404
    assert send(who, dossier.id).status_code == 404
    assert not Preserved.objects.exists()


@pytest.mark.parametrize(
    ("rule", "day", "sentence"),
    [
        ({}, LATER, "De regel zegt vernietigen"),
        ({"destination": "keep"}, date(2024, 6, 1), "De termijn is nog niet om: maak het bestand vanaf 1 januari 2025"),
        (None, LATER, "De regel is een voorstel"),
    ],
)
def test_arc_03_there_is_none_to_make_unless_a_rule_keeps_it_and_its_term_is_over(
    town: Town, dossier: Dossier, rule: dict[str, Any] | None, day: date, sentence: str
) -> None:
    if rule is not None:
        publish(town, **rule)
    with on_day(day):
        assert sentence in page(town.noor, dossier.id)
        assert send(town.noor, dossier.id).status_code == 409
    assert not Preserved.objects.exists()


def test_arc_03_a_file_of_before_it_was_taken_up_again_counts_no_more(town: Town, dossier: Dossier) -> None:
    publish(town, destination="keep")
    assert send(town.noor, dossier.id).status_code == 200
    noor = town.noor.session
    reopen(noor, enter(noor, dossier.id, act="test.reopen"), why="Hij belt weer.", once=new_id())
    assert "Het dossier is niet gesloten" in page(town.noor, dossier.id)
    contacted(town.noor, dossier.id, "Dit kwam er later bij.")
    with on_day(date(2025, 3, 1)):
        closed_again(town, dossier)
    publish(town, destination="keep", from_on=date(2029, 1, 1), until_on=date(2030, 12, 31))
    with on_day(date(2029, 2, 1)):
        assert destroyed(town) == 0
        assert "Dit kwam er later bij." in text(send(town.noor, dossier.id).content)
        assert destroyed(town) == 1


def closed_again(town: Town, dossier: Dossier) -> None:
    noor = town.noor.session
    ending = actions.Ending(ClosingContent(Reason.TOGETHER, today(), noor.person, talk_on=today()))
    actions.close(noor, actions.enter(noor, dossier.id, act="test.close"), ending, once=new_id())


def test_arc_03_a_file_under_an_earlier_version_of_the_rule_counts_no_more(town: Town, dossier: Dossier) -> None:
    publish(town, destination="keep")
    assert send(town.noor, dossier.id).status_code == 200
    publish(town, destination="whole")
    assert destroyed(town) == 0
    assert send(town.noor, dossier.id).status_code == 200
    assert destroyed(town) == 1


def test_arc_01_what_is_no_dossier_is_never_destroyed_by_a_rule_that_keeps(town: Town) -> None:
    publish(town, Series.REFERRAL, destination="keep")
    with on_day(LATER), pytest.raises(batches.NotNow):
        batches.waiting(Series.REFERRAL, LATER)


def test_bad_input_gets_its_sentence_and_sent_twice_it_is_one(town: Town, dossier: Dossier) -> None:
    publish(town, destination="keep")
    for wrong in ({"to": ""}, {"sure": ""}, {"to": "Robin"}):
        assert send(town.noor, dossier.id, **wrong).status_code == 422
    assert not Preserved.objects.exists()
    once = new_id()
    assert send(town.noor, dossier.id, once=once).status_code == 200
    again = send(town.noor, dossier.id, once=once)
    assert (again.status_code, again["Location"]) == (302, path(dossier.id))
    assert Preserved.objects.count() == 1
    assert send(town.noor, dossier.id, once=once, to="other").status_code == 200
    assert Preserved.objects.count() == 2, "another archive is another file"


def test_the_page_asks_few_questions_however_long_the_file_is(town: Town) -> None:
    publish(town, destination="keep")
    counts = []
    for contacts in (1, 12):
        with on_day(ON):
            made = a_dossier(town)
            for number in range(contacts):
                contacted(town.noor, made.dossier.id, f"Bezoek {number}.")
        with on_day(CLOSED):
            row = closed(town, made)
        with on_day(LATER):
            counts.append([asked(town, address) for address in (path(row.id), reverse("privacy:reads", args=[row.id]))])
    assert counts[0] == counts[1]
    assert counts[0][0] <= counts[0][1] + 2, "the rule and what was made, beside opening the whole file"


def asked(town: Town, address: str) -> int:
    town.noor.client.get(address)
    with CaptureQueriesContext(connection) as captured:
        assert town.noor.client.get(address).status_code == 200
    return len(captured)
