"""A rule that says to keep: an archive gets the file from who holds its keys, and only then the dossier goes."""

import io
import json
import tracemalloc
import zipfile
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils.html import strip_tags

from kring.privacy.access.testing import a_file, contacted, said
from kring.privacy.preserving import packing
from kring.privacy.preserving.models import Preserved
from kring.privacy.preserving.sample import in_sample
from kring.privacy.retention import batches, destroying
from kring.privacy.retention.models import Batch, BatchItem, DestructionDeclaration
from kring.privacy.retention.testing import SAID, approved, publish
from kring.support.closing import actions
from kring.support.closing.actions import enter, reopen
from kring.support.closing.content import ClosingContent, Reason
from kring.support.closing.testing import closed
from kring.support.contacts.attachments.actions import keep
from kring.support.contacts.attachments.models import AttachmentPiece
from kring.support.contacts.attachments.receiving import Arriving
from kring.support.contacts.attachments.tests.files import photo
from kring.support.desk.tests.test_pages import HOUSEKEEPING, MOST_QUERIES
from kring.support.dossier.models import Dossier
from kring.support.dossier.opening import opening
from kring.support.testing import ON, a_dossier
from kring.team.clock import on_day, today
from kring.team.printing.testing import tags
from kring.team.retention import Rule, Series
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


def handed(answer: Any) -> bytes:
    """The bytes of a file that was handed over, as many as were announced."""
    content = b"".join(answer.streaming_content)
    assert len(content) == int(answer["Content-Length"])
    return content


def opened(content: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(content)) as packed:
        assert packed.testzip() is None
        return {name.removeprefix("dossier/"): packed.read(name) for name in packed.namelist()}


def text(content: bytes) -> str:
    return opened(content)["data/file.json"].decode()


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
    content = handed(send(town.noor, dossier.id))
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
    assert (row.by, row.to, row.digest) == (town.noor.principal, "state", digest(handed(answer)).hex())
    assert 'filename="archive.zip"' in answer.headers["Content-Disposition"]
    assert row.digest in page(town.noor, dossier.id)


def test_arc_07_the_archive_gets_what_the_marks_allow_as_it_was_written(town: Town, dossier: Dossier) -> None:
    publish(town, destination="keep")
    content = handed(send(town.noor, dossier.id))
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
    paper = opened(content)["data/file.pdf"]
    assert {"H1", "H2", "P"} <= tags(paper)


def test_arc_07_sensitive_notes_go_when_the_rule_says_so(town: Town, dossier: Dossier) -> None:
    publish(town, destination="whole")
    given = text(handed(send(town.noor, dossier.id)))
    assert SENSITIVE in given
    assert OWN not in given
    assert destroyed(town) == 1


def test_arc_07_a_sensitive_note_of_a_colleague_is_told_as_missing(town: Town, dossier: Dossier) -> None:
    publish(town, destination="whole")
    given = text(handed(send(town.joris, dossier.id)))
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
        assert "Dit kwam er later bij." in text(handed(send(town.noor, dossier.id)))
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


def attached(town: Town, dossier: str, content: bytes, name: str) -> None:
    arriving = Arriving(name)
    arriving.take(content)
    arriving.end()
    at = opening(town.noor.session, dossier, act="test.attach", parts=["journal"])
    keep(at, [arriving], sort="photo", words="", once=new_id())


def test_arc_03_attachments_go_along_with_a_list_of_checksums(town: Town) -> None:
    publish(town, destination="keep")
    picture, letter = photo(1400, "PNG"), b"Beste, hierbij het attest."
    with on_day(ON):
        made = a_dossier(town)
        attached(town, made.dossier.id, picture, "IMG_2031.png")
        attached(town, made.dossier.id, letter, "attest van Robin.txt")
    with on_day(CLOSED):
        row = closed(town, made)
    with on_day(LATER):
        content = handed(send(town.noor, row.id))
    files = opened(content)
    held = {name: files[name] for name in files if name.startswith("data/attachments/")}
    assert sorted(held.values()) == sorted([picture, letter])
    assert {name[-8:-4] for name in held} == {"/001", "/002"}
    lines = [line.split("  ") for line in files["manifest-sha256.txt"].decode().splitlines()]
    listed = {name: checksum for checksum, name in lines}
    assert listed == {name: digest(files[name]).hex() for name in files if name.startswith("data/")}
    copy = json.loads(files["data/file.json"])
    assert {piece["file"] for piece in copy["pieces"] if piece["file"]} == set(held)
    assert "attest van Robin.txt" in files["data/file.json"].decode()
    assert not any("Robin" in name for name in files), "what it was called stands inside, not in the name of a file"
    assert files["bagit.txt"].startswith(b"BagIt-Version: 1.0")
    assert Preserved.objects.get().verified().digest == digest(content).hex()


def test_arc_03_an_attachment_that_somebody_damaged_gives_no_file_and_no_record(town: Town) -> None:
    publish(town, destination="keep")
    with on_day(ON):
        made = a_dossier(town)
        attached(town, made.dossier.id, b"Beste, hierbij het attest.", "attest.txt")
    with on_day(CLOSED):
        row = closed(town, made)
    AttachmentPiece.objects.all().delete()
    with on_day(LATER):
        assert send(town.noor, row.id).status_code == 404
    assert not Preserved.objects.exists()


def test_a_large_attachment_is_never_in_memory_as_a_whole() -> None:
    megabyte = bytes(1024 * 1024)
    parts = [packing.Part("attachments/001.mp4", lambda: (megabyte for _ in range(64)), pressed=False)]
    tracemalloc.start()
    whole = packing.measured(parts)
    _, most = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert whole.length > 64 * len(megabyte)
    assert most < 8 * len(megabyte)
    assert whole == packing.measured(parts), "made twice it is the same"


def test_arc_03_of_a_sample_what_is_not_drawn_goes_without_a_file(town: Town, dossier: Dossier) -> None:
    rule = not_drawn(town, dossier.number)
    assert f"steekproef van één op {rule.sample}" in page(town.noor, dossier.id)
    assert send(town.noor, dossier.id).status_code == 409
    assert destroyed(town) == 1
    told = DestructionDeclaration.objects.get().verified()
    paper = town.greet.client.get(f"/privacy/retention/{told.batch_id}/declaration").content.decode()
    assert "niet in de steekproef" in paper
    assert rule.seed in paper


def test_arc_03_of_a_sample_what_is_drawn_needs_its_file(town: Town, dossier: Dossier) -> None:
    rule, rows = publish(town, destination="keep", sample=2), [dossier]
    while not in_sample(rule, rows[-1].number):
        rows.append(another(town))
    drawn = rows.pop()
    assert destroyed(town) == len(rows)
    assert send(town.noor, drawn.id).status_code == 200
    assert destroyed(town) == 1


def another(town: Town) -> Dossier:
    """One more dossier of that year, with little in it."""
    with on_day(ON):
        made = a_dossier(town)
    with on_day(CLOSED):
        return closed(town, made)


def not_drawn(town: Town, number: str) -> Rule:
    """A rule that keeps a sample without this dossier: the larger the one in so many, the rarer it is drawn."""
    for sample in range(2, 1000):
        rule = publish(town, destination="keep", sample=sample)
        if not in_sample(rule, number):
            return rule
    raise LookupError("no sample like that")


def test_arc_03_a_new_version_of_a_rule_does_not_draw_again(town: Town) -> None:
    first = publish(town)
    versions = [publish(town, destination="keep", sample=4, reference=f"Register {each}") for each in range(3)]
    assert {one.seed for one in versions} == {first.row}
    numbers = [f"K-{each:04}" for each in range(2000)]
    four, ten = (
        {number for number in numbers if in_sample(replace(versions[0], sample=sample), number)} for sample in (4, 10)
    )
    assert ten < four, "a smaller sample is a part of a larger one"
    assert 400 < len(four) < 600
    assert 140 < len(ten) < 260
    first_of = digest(f"{first.row} K-0001".encode()).hex()[:8]
    assert ("K-0001" in four) is (int(first_of, 16) < 2**32 / 4), "anybody can draw again"


def test_arc_03_the_form_asks_a_sample_only_of_what_is_kept(town: Town) -> None:
    said = {**SAID, "sample": "10", "seen": "0", "once": new_id()}
    hilde, rule = town.hilde.client, "/privacy/retention/rules/dossier"
    wrong = hilde.post(rule, said)
    assert "kies hierboven dat bewaard wordt" in wrong.content.decode()
    assert hilde.post(rule, {**said, "destination": "keep"}).status_code == 302
    shown = " ".join(strip_tags(hilde.get(rule).content.decode()).split())
    assert "een steekproef van één op 10" in shown
    assert "1999999a" in shown


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
            counts.append(asked(town, path(row.id)))
    assert counts[0] == counts[1] <= MOST_QUERIES


def asked(town: Town, address: str) -> int:
    browser = town.noor.client
    browser.get(address)
    with CaptureQueriesContext(connection) as captured:
        assert browser.get(address).status_code == 200
    return sum(not any(word in query["sql"] for word in HOUSEKEEPING) for query in captured.captured_queries)
