"""Noor adds a photo to Robin's dossier: sealed as it comes in, given back whole, gone for good when thrown away."""

import gc
import tracemalloc
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test import Client
from django.utils.html import strip_tags
from PIL import Image

from kring.support.clarification.tests.asking import asked
from kring.support.contacts.attachments import actions, preview, queries, receiving
from kring.support.contacts.attachments.kinds import NotTaken
from kring.support.contacts.attachments.tests.files import BAD, GOOD, PDF, bomb_png, flat_png, photo
from kring.support.contacts.models import Attachment, AttachmentPiece, AttachmentPreview
from kring.support.dossier.actions import OpenedDossier
from kring.support.dossier.opening import opening
from kring.support.testing import a_dossier
from kring.team.testing import Town
from kring.vault import sessions
from kring.vault.doors import COOKIE
from kring.vault.models import Lock
from kring.vault.primitives import new_id
from kring.vault.refusals import Refused
from kring.vault.rows import unguarded

MEGABYTE = 1024 * 1024
NAME = "verslag van de huisarts over Robin.jpg"


@pytest.fixture
def robin(town: Town) -> OpenedDossier:
    return a_dossier(town)


def send(browser: Client, dossier: str, content: bytes, *, name: str = NAME, **words: str) -> Any:
    sent = {"once": new_id(), **words, "file": SimpleUploadedFile(name, content, "image/jpeg")}
    return browser.post(f"/dossiers/{dossier}/attachments", sent)


def page(browser: Client, dossier: str) -> str:
    return strip_tags(browser.get(f"/dossiers/{dossier}/attachments").content.decode())


def given(browser: Client, dossier: str, what: str = "file") -> Any:
    return browser.get(f"/dossiers/{dossier}/attachments/{Attachment.objects.get().id}/{what}")


def test_it_comes_back_whole_as_an_attachment_in_a_sandbox(town: Town, robin: OpenedDossier) -> None:
    browser, content = town.noor.client, photo(1400, "PNG")
    assert len(content) > 2 * MEGABYTE
    assert send(browser, robin.dossier.id, content, words="Tekening van Robin", sort="made").status_code == 302
    assert "Tekening van Robin" in page(browser, robin.dossier.id)
    answer = given(browser, robin.dossier.id)
    assert b"".join(answer.streaming_content) == content
    assert answer["Content-Disposition"] == 'attachment; filename="bijlage.png"'
    assert answer["Content-Type"] == "application/octet-stream"
    assert "sandbox" in answer["Content-Security-Policy"]
    assert answer["X-Content-Type-Options"] == "nosniff"
    assert answer["Cache-Control"] == "no-store"


@pytest.mark.parametrize("kind", GOOD)
def test_decent_files_are_kept(town: Town, robin: OpenedDossier, kind: str) -> None:
    browser = town.noor.client
    assert send(browser, robin.dossier.id, GOOD[kind]).status_code == 302
    assert b"".join(given(browser, robin.dossier.id).streaming_content) == GOOD[kind]


@pytest.mark.parametrize("name", BAD)
def test_bombs_and_programs_are_refused_kindly_and_nothing_of_them_stays(
    town: Town, robin: OpenedDossier, name: str
) -> None:
    answer = send(town.noor.client, robin.dossier.id, BAD[name], words="Wat hij bij zich had")
    assert answer.status_code == 422
    assert "Wat hij bij zich had" in answer.content.decode()
    assert (Attachment.objects.count(), AttachmentPiece.objects.count()) == (0, 0)


def test_one_person_cannot_fill_the_disk_and_another_goes_on(
    town: Town, robin: OpenedDossier, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(receiving, "PIECES_A_DAY", 2)
    for _ in range(2):
        assert send(town.noor.client, robin.dossier.id, PDF).status_code == 302
    answer = send(town.noor.client, robin.dossier.id, PDF, words="Brief van de school")
    assert answer.status_code == 422
    assert "zoveel bijlagen als op een dag past" in answer.content.decode()
    assert "Brief van de school" in answer.content.decode()
    assert AttachmentPiece.objects.count() == 2
    hers = a_dossier(town, holder=town.fatma).dossier.id
    assert send(town.fatma.client, hers, PDF).status_code == 302


def test_a_preview_is_drawn_anew_and_carries_nothing_of_the_camera(town: Town, robin: OpenedDossier) -> None:
    browser = town.noor.client
    send(browser, robin.dossier.id, photo(2000, mark="thuis bij Robin"))
    shown = given(browser, robin.dossier.id, "preview")
    assert shown["Content-Type"] == "image/jpeg"
    with Image.open(BytesIO(shown.content)) as picture:
        assert max(picture.size) == 960
        assert not picture.getexif()
    assert b"thuis bij Robin" not in shown.content


def test_a_picture_that_cannot_be_drawn_is_kept_without_a_preview(town: Town, robin: OpenedDossier) -> None:
    browser, broken = town.noor.client, photo()[:2000]
    assert send(browser, robin.dossier.id, broken).status_code == 302
    assert AttachmentPreview.objects.count() == 0
    assert given(browser, robin.dossier.id, "preview").status_code == 404
    assert b"".join(given(browser, robin.dossier.id).streaming_content) == broken


def test_large_pictures_cost_the_child_little_and_bombs_end_it() -> None:
    """Forty megapixels of one colour have no preview; more than any camera makes is refused."""
    assert preview.drawn([flat_png(8000, 5000)]) is None
    assert preview.drawn([flat_png(4000, 5000)])
    with pytest.raises(NotTaken):
        preview.drawn([bomb_png()])


def test_where_no_other_process_can_start_there_is_no_preview(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(preview, "_PROGRAM", ["/no/such/program"])
    assert preview.drawn([photo()]) is None


def test_twice_sent_it_is_kept_once(town: Town, robin: OpenedDossier) -> None:
    browser, once = town.noor.client, new_id()
    for _ in range(2):
        sent = {"once": once, "file": SimpleUploadedFile(NAME, PDF)}
        assert browser.post(f"/dossiers/{robin.dossier.id}/attachments", sent).status_code == 302
    assert Attachment.objects.count() == 1
    assert set(AttachmentPiece.objects.values_list("attachment", flat=True)) == {Attachment.objects.get().id}


def test_liv_02_papers_of_the_police_have_no_place_and_the_page_says_so(town: Town, robin: OpenedDossier) -> None:
    browser = town.noor.client
    assert "horen niet in een dossier" in page(browser, robin.dossier.id)
    answer = send(browser, robin.dossier.id, PDF, sort="police")
    assert answer.status_code == 200
    assert Attachment.objects.count() == 0


def test_without_a_file_the_words_come_back(town: Town, robin: OpenedDossier) -> None:
    sent = {"once": new_id(), "words": "Attest van de sportclub"}
    answer = town.noor.client.post(f"/dossiers/{robin.dossier.id}/attachments", sent)
    assert "Attest van de sportclub" in answer.content.decode()
    assert "Kies een bestand" in answer.content.decode()


def test_larger_than_it_may_be_is_told_before_and_while_it_comes(
    town: Town, robin: OpenedDossier, settings: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    settings.KRING_ATTACHMENT_BYTES = 2 * MEGABYTE
    browser = town.noor.client
    told = send(browser, robin.dossier.id, PDF + bytes(4 * MEGABYTE), words="Attest")
    monkeypatch.setattr(receiving, "FORM_ROOM", 1 << 40)
    counted = send(browser, robin.dossier.id, PDF + bytes(4 * MEGABYTE), words="Attest")
    for answer in (told, counted):
        assert answer.status_code == 422
        assert "hoogstens 2 megabyte" in answer.content.decode()
        assert "Attest" in answer.content.decode()
    assert AttachmentPiece.objects.count() == 0


def test_nothing_of_it_lies_readable_nor_in_a_temporary_file(
    town: Town, robin: OpenedDossier, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TMPDIR", str(tmp_path))
    marker = b"een heel gewone zin over de huisarts "
    send(town.noor.client, robin.dossier.id, marker * 90_000, name="gezin.txt", words="Over thuis")
    lying = b"".join(
        bytes(blob)
        for table in (Attachment, AttachmentPiece)
        for blob in unguarded(table).values_list("blob", flat=True)
    )
    assert len(lying) > 3 * MEGABYTE
    assert all(word not in lying for word in (marker.strip(), b"gezin.txt", b"Over thuis"))
    assert list(tmp_path.rglob("*")) == []


def test_who_holds_no_key_gets_the_one_refusal_for_all_of_it(town: Town, robin: OpenedDossier) -> None:
    """Every colleague of the town but holder and deputy; absent and forbidden look alike."""
    send(town.noor.client, robin.dossier.id, photo())
    there, absent = Attachment.objects.get().id, new_id()
    assert b"".join(given(town.joris.client, robin.dossier.id).streaming_content)
    browsers = [one.client for key, one in town.people.items() if key not in ("noor", "joris")]
    assert len(browsers) == 16
    for browser, dossier in ((browser, dossier) for browser in browsers for dossier in (robin.dossier.id, new_id())):
        assert send(browser, dossier, PDF).status_code == 404
        for attachment in (there, absent):
            for path in ("", "/file", "/preview"):
                assert browser.get(f"/dossiers/{dossier}/attachments/{attachment}{path}").status_code == 404
            assert browser.post(f"/dossiers/{dossier}/attachments/{attachment}/throw-away").status_code == 404
    assert Attachment.objects.count() == 1
    assert AttachmentPiece.objects.exclude(attachment=there).count() == 0


def test_an_attachment_of_another_dossier_is_not_reached_through_ones_own(town: Town, robin: OpenedDossier) -> None:
    send(town.noor.client, robin.dossier.id, PDF)
    other = a_dossier(town, holder=town.samir, deputy=town.eline)
    send(town.samir.client, other.dossier.id, PDF)
    theirs = Attachment.objects.get(dossier=other.dossier).id
    answer = town.noor.client.get(f"/dossiers/{robin.dossier.id}/attachments/{theirs}/file")
    assert answer.status_code == 404


def test_no_byte_is_read_for_who_may_not_pass(
    town: Town, robin: OpenedDossier, monkeypatch: pytest.MonkeyPatch
) -> None:
    def read(*_: object) -> None:
        raise AssertionError("a file was read before the gate opened")

    monkeypatch.setattr(receiving.SealedUpload, "receive_data_chunk", read)
    assert send(town.samir.client, robin.dossier.id, photo()).status_code == 404
    assert send(Client(), robin.dossier.id, photo()).status_code == 302


def test_a_form_without_its_token_leaves_nothing(town: Town, robin: OpenedDossier) -> None:
    browser = Client(enforce_csrf_checks=True)
    browser.cookies[COOKIE] = sessions.start(town.noor.enrolled.opened)
    assert send(browser, robin.dossier.id, PDF).status_code == 403
    assert AttachmentPiece.objects.count() == 0
    stranger = Client(enforce_csrf_checks=True)
    assert send(stranger, robin.dossier.id, PDF).status_code == 403


def test_when_the_lock_falls_the_words_are_kept_and_the_file_is_asked_once_more(
    town: Town, robin: OpenedDossier
) -> None:
    browser = town.noor.client
    sessions.lock(sessions.sessions_of(town.noor.principal)[-1].id)
    assert send(browser, robin.dossier.id, PDF, words="Attest van de sportclub").status_code == 302
    assert AttachmentPiece.objects.count() == 0


def test_a_piece_that_was_changed_swapped_or_lost_is_not_given(town: Town, robin: OpenedDossier) -> None:
    browser = town.noor.client
    send(browser, robin.dossier.id, b"een zin. " * 300_000)
    first, second = AttachmentPiece.objects.order_by("number")[:2]
    AttachmentPiece.objects.filter(id=first.id).update(blob=second.blob)
    assert given(browser, robin.dossier.id).status_code == 404
    AttachmentPiece.objects.filter(id=first.id).update(blob=first.blob)
    AttachmentPiece.objects.filter(id=second.id).delete()
    with pytest.raises(Refused):
        b"".join(given(browser, robin.dossier.id).streaming_content)


def test_thrown_away_it_is_gone_for_good(town: Town, robin: OpenedDossier) -> None:
    browser = town.noor.client
    send(browser, robin.dossier.id, photo())
    attachment = Attachment.objects.get().id
    assert browser.post(f"/dossiers/{robin.dossier.id}/attachments/{attachment}/throw-away").status_code == 302
    counts = [table.objects.count() for table in (Attachment, AttachmentPreview, AttachmentPiece)]
    assert counts == [0, 0, 0]


def test_what_never_ended_is_tidied(town: Town, robin: OpenedDossier) -> None:
    old = AttachmentPiece.objects.create(attachment=new_id(), number=0, blob=b"x")
    AttachmentPiece.objects.filter(id=old.id).update(arrived_at=old.arrived_at - 2 * receiving.UNFINISHED)
    fresh = AttachmentPiece.objects.create(attachment=new_id(), number=0, blob=b"x")
    send(town.noor.client, robin.dossier.id, PDF)
    assert not AttachmentPiece.objects.filter(id=old.id).exists()
    assert AttachmentPiece.objects.filter(id=fresh.id).exists()


def test_two_who_attach_first_find_one_part(town: Town, robin: OpenedDossier) -> None:
    for persona in (town.noor, town.joris):
        assert send(persona.client, robin.dossier.id, PDF).status_code == 302
    assert Lock.objects.filter(bundle=robin.dossier.id, part=queries.JOURNAL).count() == 1
    opened = opening(town.noor.session, robin.dossier.id, act="test", parts=[queries.JOURNAL])
    assert len(queries.of_dossier(opened.keys, opened.dossier)) == 2


def test_the_list_asks_the_same_however_long_it_is(town: Town, robin: OpenedDossier) -> None:
    browser, path = town.noor.client, f"/dossiers/{robin.dossier.id}/attachments"
    send(browser, robin.dossier.id, PDF)
    page(browser, robin.dossier.id)
    few = asked(browser, path)[2]
    for _ in range(5):
        send(browser, robin.dossier.id, PDF)
    assert asked(browser, path)[2] == few <= 8


def test_memory_stays_flat_whatever_the_size(town: Town, robin: OpenedDossier, settings: Any) -> None:
    """Twelve megabytes go in and come out; never more than a few pieces are in memory at once."""

    def content() -> Iterator[bytes]:
        yield PDF
        for _ in range(12 * 16):
            yield bytes(65_536)

    arriving = receiving.Arriving("x")
    gc.collect()
    tracemalloc.start()
    for some in content():
        arriving.take(some)
    arriving.end()
    peak_in = tracemalloc.get_traced_memory()[1]
    tracemalloc.reset_peak()
    opened = opening(town.noor.session, robin.dossier.id, act="test")
    [kept] = actions.keep(opened, [arriving], once=new_id())
    again = opening(town.noor.session, robin.dossier.id, act="test", parts=[queries.JOURNAL])
    length = sum(len(piece) for piece in queries.content_of(queries.one_of(again.keys, again.dossier, kept)))
    peak_out = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert length == arriving.whole.length > 12 * MEGABYTE
    assert max(peak_in, peak_out) < 12 * MEGABYTE, (peak_in, peak_out)
    assert connection.vendor
