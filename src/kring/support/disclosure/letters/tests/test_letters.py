"""Noor prints a letter for Robin: in the town's words, with a line in the journal, and kept nowhere."""

import json
from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils.html import strip_tags

from kring.support.dossier.actions import close_dossier
from kring.support.dossier.content import Identity
from kring.support.testing import a_dossier
from kring.team.testing import Town
from kring.vault.acts import acting
from kring.vault.models import JournalEntry

pytestmark = pytest.mark.django_db
HOUSEKEEPING = ("BEGIN", "COMMIT", "SAVEPOINT", "RELEASE", "vault_journal")
ROBIN = Identity("Robin <b>Vermeulen</b>", "Rob", date(2005, 6, 1))
SAID = {"language": "nl", "name": "Rob", "day": "vrijdag om 16 uur", "place": "het <i>station</i>"}


def acts() -> list[str]:
    texts = [json.loads(bytes(entry.text or b"{}")) for entry in JournalEntry.objects.order_by("id")]
    return [f"{one['verb']} {one['act']}" for one in texts if str(one.get("act", "")).startswith("letters.")]


def test_a_letter_begins_with_what_the_person_is_called(town: Town) -> None:
    dossier = a_dossier(town, identity=ROBIN).dossier
    page = strip_tags(town.noor.client.get(f"/dossiers/{dossier.id}/letters/invitation").content.decode())
    assert "Dag Rob" in page
    assert "Ik ben Noor Claes" in page
    assert "op …………, in …………" in page


def test_without_a_name_it_is_addressed_as_the_lists_say(town: Town) -> None:
    dossier = a_dossier(town).dossier
    page = strip_tags(town.noor.client.get(f"/dossiers/{dossier.id}/letters/closing").content.decode())
    assert "Dag Robin V." in page


def test_what_is_filled_in_stays_a_text_and_comes_back(town: Town) -> None:
    dossier = a_dossier(town, identity=ROBIN).dossier
    page = town.noor.client.post(f"/dossiers/{dossier.id}/letters/invitation", SAID).content.decode()
    assert "op vrijdag om 16 uur, in het &lt;i&gt;station&lt;/i&gt;" in page
    assert "<i>station" not in page


@pytest.mark.parametrize("letter", ["invitation", "leaflet", "closing", "referral"])
def test_it_is_handed_over_as_pdf_with_a_line_in_the_journal(town: Town, letter: str) -> None:
    dossier = a_dossier(town, identity=ROBIN).dossier
    answer = town.noor.client.post(f"/dossiers/{dossier.id}/letters/{letter}", {**SAID, "pdf": "1"})
    assert answer.content.startswith(b"%PDF")
    assert answer.headers["Content-Disposition"] == 'attachment; filename="letter.pdf"'
    assert acts() == ["opened letters.print"]


def test_after_a_death_no_letter_is_made(town: Town) -> None:
    opened = a_dossier(town, identity=ROBIN)
    with acting("test.close", by=town.noor.principal) as act:
        close_dossier(act, opened.keys, opened.dossier, date(2021, 4, 1), silent=True)
    for letter in ("invitation", "closing", "referral"):
        answer = town.noor.client.post(f"/dossiers/{opened.dossier.id}/letters/{letter}", {**SAID, "pdf": "1"})
        assert answer.headers["Content-Type"].startswith("text/html")
        assert "Er kan geen brief gemaakt worden" in answer.content.decode()


def test_no_key_and_no_dossier_are_one_refusal(town: Town) -> None:
    dossier = a_dossier(town).dossier
    for name in ("tom", "greet", "ann", "nele"):
        for path in ("letters", "letters/invitation"):
            mine = town.people[name].client.get(f"/dossiers/{dossier.id}/{path}")
            other = town.people[name].client.get(f"/dossiers/{'A' * 22}/{path}")
            assert mine.status_code == other.status_code == 404
            assert strip_tags(mine.content.decode()) == strip_tags(other.content.decode())


def test_there_is_no_other_letter(town: Town) -> None:
    dossier = a_dossier(town).dossier
    for letter in ("silence", "ransom"):
        assert town.noor.client.get(f"/dossiers/{dossier.id}/letters/{letter}").status_code == 404


def test_the_page_makes_few_queries(town: Town) -> None:
    dossier = a_dossier(town, identity=ROBIN).dossier
    browser = town.noor.client
    browser.get(f"/dossiers/{dossier.id}/letters/invitation")
    with CaptureQueriesContext(connection) as captured:
        browser.get(f"/dossiers/{dossier.id}/letters/invitation")
    counted = [one for one in captured.captured_queries if not any(word in one["sql"] for word in HOUSEKEEPING)]
    assert len(counted) <= 8, [one["sql"][:90] for one in counted]
