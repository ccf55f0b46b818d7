"""The privacy officer's desk: the journal as it is, broken glass, and what a lost key could open (GDP-05, GDP-11)."""

import json
import subprocess
import sys
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils.html import escape, strip_tags

from kring.privacy.desk import incident, log, persons
from kring.support.dossier.actions import OpenedDossier
from kring.support.dossier.content import Identity
from kring.support.dossier.glass.models import GlassBreak
from kring.support.testing import a_dossier
from kring.team import queries as team
from kring.team.clock import today
from kring.team.recovering.actions import trustees
from kring.team.testing import Town
from kring.team.working_days import working_days_after
from kring.vault import checkpoints, journal, sharing
from kring.vault.acts import acting
from kring.vault.journal import Verb
from kring.vault.models import JournalEntry
from kring.vault.primitives import new_id

TOOL = Path(__file__).resolve().parents[5] / "tools" / "verify_journal.py"
PAGES = ("journal", "glass", "incident", "access", "record")


@pytest.fixture
def robin(town: Town) -> OpenedDossier:
    """A dossier of Noor, with Joris as deputy."""
    return a_dossier(town, label="Robin V.", identity=Identity("Robin Vermeulen"))


def said(answer: Any) -> str:
    return " ".join(strip_tags(answer.content.decode()).split())


def broken(town: Town, robin: OpenedDossier) -> None:
    given = {"number": robin.dossier.number, "part": "basis", "tried": ["holder", "deputy"], "once": new_id()}
    assert town.fatma.client.post("/glass", given | {"reason": "Oproep in nood."}).status_code == 200


@pytest.mark.parametrize("page", PAGES)
@pytest.mark.parametrize("who", ["noor", "nele", "bart", "ann", "saar", "karel", "marc", "greet"])
def test_the_desk_is_the_privacy_officers(town: Town, who: str, page: str) -> None:
    answer = town.people[who].client.get(f"/privacy/{page}")
    assert answer.status_code == (200 if (who, page) == ("greet", "glass") else 404)
    assert town.hilde.client.get(f"/privacy/{page}").status_code == 200


def test_the_journal_says_who_opened_what_and_never_what_it_says(town: Town, robin: OpenedDossier) -> None:
    town.noor.client.get(f"/dossiers/{robin.dossier.id}")
    town.samir.client.get(f"/dossiers/{robin.dossier.id}")
    page = said(town.hilde.client.get("/privacy/journal"))
    for word in ("Noor Claes", "las", robin.dossier.number, "Samir Daoudi", "geweigerd"):
        assert word in page
    assert "Robin" not in page


def test_a_filter_shows_that_and_nothing_else(town: Town, robin: OpenedDossier) -> None:
    broken(town, robin)
    town.samir.client.get(f"/dossiers/{robin.dossier.id}")
    with acting("test.give", by=town.noor.principal, verb=Verb.GAVE, on=[robin.dossier.id]) as act:
        lotte = sharing.holders([town.lotte.principal])
        sharing.give_parts(act, robin.keys, bundle=robin.dossier.id, parts=["summary"], to=lotte)
    for kind, verbs in (("refused", {"refused"}), ("keys", {"gave", "withdrew", "shredded"}), ("written", {"wrote"})):
        found = log.page(log.Asked(kind=kind)).lines
        rows = JournalEntry.objects.in_bulk([one.number for one in found])
        assert rows, f"nothing of {kind} to be shown"
        assert {json.loads(bytes(row.text or b"{}"))["verb"] for row in rows.values()} <= verbs
    assert [line.who for line in log.page(log.Asked(kind="refused")).lines] == ["Samir Daoudi"]
    assert {line.who for line in log.page(log.Asked(kind="glass")).lines} == {"Fatma Yilmaz"}


def test_one_finds_by_a_whole_number_or_one_name(town: Town, robin: OpenedDossier) -> None:
    other = a_dossier(town, label="Kim D.")
    for one in (robin, other):
        town.noor.client.get(f"/dossiers/{one.dossier.id}")
    page = said(town.hilde.client.post("/privacy/journal", {"words": robin.dossier.number.lower()}))
    assert robin.dossier.number in page
    assert other.dossier.number not in page
    for words in ("Niemand", "e", robin.dossier.number[:-1], "\0K-%"):
        assert "Niets gevonden" in said(town.hilde.client.post("/privacy/journal", {"words": words}))
    assert log.named("samir") == town.samir.principal


def test_a_long_journal_goes_on_page_after_page_without_losing_an_entry(town: Town) -> None:
    for _ in range(log.PAGE * 2 + 3):
        journal.record(verb=Verb.OPENED, act="desk.dossier", actor=town.lotte.principal)
    seen: list[int] = []
    asked = log.Asked(about=town.lotte.principal)
    while True:
        page = log.page(asked)
        seen += [line.number for line in page.lines]
        if not page.older:
            break
        asked = log.Asked(about=town.lotte.principal, before=page.older)
    assert len(seen) == len(set(seen)) >= log.PAGE * 2 + 3
    assert seen == sorted(seen, reverse=True)


def test_an_entry_that_somebody_edited_says_so(town: Town, robin: OpenedDossier) -> None:
    town.noor.client.get(f"/dossiers/{robin.dossier.id}")
    row = JournalEntry.objects.latest("id")
    text = json.loads(bytes(row.text or b"{}")) | {"actor": town.samir.principal}
    JournalEntry.objects.filter(pk=row.pk).update(text=json.dumps(text).encode())
    [line] = [one for one in log.page(log.Asked()).lines if one.number == row.pk]
    assert not line.genuine
    assert "niet van ons" in said(town.hilde.client.get("/privacy/journal"))
    assert "De keten klopt niet." in said(town.hilde.client.post("/privacy/journal/verify"))


LONG_AGO = b'{"at":"1990-01-01T00:00:00+00:00","act":"desk.dossier","verb":"opened","actor":"<b>x","on":[]}'


@pytest.mark.parametrize(
    "text",
    [
        b"\xff\xfe",
        b"[]",
        b'{"at":"gisteren","act":"x","verb":"opened","actor":"a","on":[]}',
        b'{"at":"9999-12-31T23:59:59+00:00","act":"x","verb":"opened","actor":"a","on":[]}',
        b'{"at":"2026-01-01T00:00:00+00:00","act":3,"verb":{},"actor":["a"],"on":[1,{}]}',
        LONG_AGO,
    ],
)
def test_an_entry_that_is_none_of_ours_hides_nothing_and_stops_nothing(
    town: Town, robin: OpenedDossier, text: bytes
) -> None:
    for _ in range(3):
        town.noor.client.get(f"/dossiers/{robin.dossier.id}")
    forged = JournalEntry.objects.order_by("-id")[1]
    before = [line.number for line in log.page(log.Asked()).lines]
    JournalEntry.objects.filter(pk=forged.pk).update(text=text)
    lines = log.page(log.Asked()).lines
    assert [line.number for line in lines] == before
    assert [line.number for line in lines if not line.genuine] == [forged.pk]
    page = town.hilde.client.get("/privacy/journal")
    assert page.status_code == 200
    assert "niet van ons" in said(page)
    assert "<b>x" not in page.content.decode()
    assert "De keten klopt niet." in said(town.hilde.client.post("/privacy/journal/verify"))


def test_the_chain_is_computed_on_the_spot_and_handed_out(town: Town, robin: OpenedDossier) -> None:
    assert "De keten klopt." in said(town.hilde.client.post("/privacy/journal/verify"))
    answer = town.hilde.client.post("/privacy/journal/export")
    lines = [json.loads(line) for line in answer.content.decode().splitlines()]
    assert lines[0]["size"] == len(lines) - 1 == JournalEntry.objects.count()
    assert b"Robin" not in answer.content


def test_the_checker_at_home_accepts_what_the_page_hands_out(
    town: Town, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Checkpoint, export and key from the screen; the checker knows nothing of Kring."""
    (tmp_path / "kept").mkdir()
    monkeypatch.setattr(checkpoints, "folder", lambda: tmp_path / "kept")
    page = town.hilde.client.get("/privacy/journal").content.decode()
    note = town.hilde.client.post("/privacy/journal/export", {"checkpoint": "1"})
    export = town.hilde.client.post("/privacy/journal/export")
    assert 'filename="checkpoint.note"' in note.headers["Content-Disposition"]
    (tmp_path / "journal.jsonl").write_bytes(export.content)
    (tmp_path / "checkpoint.note").write_bytes(note.content)
    key = str(checkpoints.note_key())
    assert escape(key) in page
    words = [str(TOOL), str(tmp_path / "journal.jsonl"), str(tmp_path / "checkpoint.note"), "--key", key]
    done = subprocess.run([sys.executable, "-I", "-S", *words], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout.split("(")[0]) == (0, "Volledig en onveranderd ")
    assert town.greet.client.post("/privacy/journal/export", {"checkpoint": "1"}).status_code == 404


def test_reading_the_journal_stands_in_the_journal(town: Town) -> None:
    town.hilde.client.get("/privacy/journal")
    entry = json.loads(bytes(JournalEntry.objects.latest("id").text or b"{}"))
    assert (entry["act"], entry["actor"]) == ("privacy.journal", town.hilde.principal)


def test_broken_glass_is_looked_into_once_by_the_privacy_officer(town: Town, robin: OpenedDossier) -> None:
    broken(town, robin)
    page = said(town.hilde.client.get("/privacy/glass"))
    for word in ("Fatma Yilmaz", "Oproep in nood.", robin.dossier.number, "Na te kijken tegen"):
        assert word in page
    row = GlassBreak.objects.get()
    assert town.greet.client.post(f"/privacy/glass/{row.id}").status_code == 404
    for _ in range(2):
        assert town.hilde.client.post(f"/privacy/glass/{row.id}").status_code == 302
    row.refresh_from_db()
    assert row.verified().checked_by == town.hilde.principal
    assert "Hilde Roels keek het na" in said(town.greet.client.get("/privacy/glass"))


@pytest.mark.parametrize(
    ("day", "last"),
    [
        (date(2021, 3, 1), date(2021, 3, 8)),
        (date(2021, 3, 5), date(2021, 3, 12)),
        (date(2021, 3, 6), date(2021, 3, 12)),
    ],
)
def test_five_working_days(day: date, last: date) -> None:
    assert working_days_after(day, 5) == last


def test_gdp_11_what_a_key_could_open_is_what_its_keys_are(town: Town, robin: OpenedDossier) -> None:
    a_dossier(town, holder=town.samir, deputy=town.noor)
    for who, held, stood in ((town.noor, 1, 1), (town.joris, 0, 1), (town.lotte, 0, 0)):
        found = incident.reach(who.principal)
        assert (found.held, found.stood_in, found.along) == (held, stood, 0)
    noor = incident.reach(town.noor.principal)
    assert noor.parts == {"identity": 1, "summary": 2}
    assert robin.dossier.number in noor.numbers
    assert dict(noor.behind_glass) == {"Welfare": 2, "Intake": 0}
    with acting("test.freeze", by=town.noor.principal) as act:
        sharing.freeze(act, bundle=robin.dossier.id, part="identity")
    assert incident.reach(town.noor.principal).parts == noor.parts, "what is frozen is shut by us, not by the key"
    with acting("test.withdraw", by=town.noor.principal) as act:
        sharing.withdraw(act, bundle=robin.dossier.id, parts=["identity"], holder=town.noor.principal)
    assert incident.reach(town.noor.principal).parts == {"summary": 2}
    assert incident.reach(town.greet.principal).numbers == []


def test_gdp_11_the_sheet_is_made_in_few_questions_whatever_somebody_holds(town: Town) -> None:
    counted = []
    for _ in range(2):
        for _ in range(3):
            a_dossier(town)
        with CaptureQueriesContext(connection) as caught:
            incident.reach(town.noor.principal)
        counted.append(len(caught))
    assert counted[0] == counted[1] <= 8


def test_gdp_11_the_page_tells_it_and_how_long_is_left(town: Town, robin: OpenedDossier) -> None:
    given = {"who": town.noor.principal, "on": today().isoformat(), "at": "00:00"}
    assert "van 72 uur" in said(town.hilde.client.post("/privacy/incident", given))
    wrong = town.hilde.client.post("/privacy/incident", {"who": "", "on": "gisteren", "at": "25:00"})
    for word in ("Kies een collega.", "gisteren", "25:00"):
        assert word in wrong.content.decode()


def test_gdp_05_the_list_is_as_it_was_on_the_day(town: Town) -> None:
    names = {one.name: one for one in persons.on(today())}
    assert names["Noor Claes"].content
    assert not names["Hilde Roels"].content
    assert names["Noor Claes"].bound.startswith(("beroepsgeheim", "professional secrecy"))
    assert persons.on(today() - timedelta(days=365 * 60)) == []
    page = said(town.hilde.client.get("/privacy/access?on=1960-01-01"))
    assert "Niemand had die dag een functie." in page


def test_gdp_05_everybody_stands_with_the_circles_of_that_person_alone(town: Town) -> None:
    people = {one.name: one for one in persons.on(today())}
    assert len(people) == len(persons.on(today()))
    for name, one in people.items():
        principal = next(each.principal for each in team.everybody() if each.name == name)
        assert sorted(one.circles) == sorted(group.name for group in team.groups_of(principal))
    assert people["Samir Daoudi"].circles != people["Greet Aerts"].circles


def test_gdp_05_every_trustee_is_named_as_one(town: Town) -> None:
    assert {one.name for one in persons.on(today()) if one.trustee} == {one.name for one in trustees()}
    assert len(trustees()) == 3
    page = said(town.hilde.client.get("/privacy/access"))
    assert page.count("nu vertrouwenspersoon") == 3
    assert "Twee vertrouwenspersonen samen kunnen sleutels teruggeven" in page


def test_gdp_05_the_list_is_made_in_few_questions(town: Town) -> None:
    with CaptureQueriesContext(connection) as caught:
        persons.on(today())
    assert len(caught) <= 4


def test_gdp_11_the_sheet_says_that_its_keys_are_those_of_now(town: Town, robin: OpenedDossier) -> None:
    given = {"who": town.noor.principal, "on": (today() - timedelta(20)).isoformat(), "at": "00:00"}
    page = town.hilde.client.post("/privacy/incident", given)
    assert "De sleutels zoals ze nu zijn" in said(page)
    assert f'<span class="nowrap">{robin.dossier.number}</span>' in page.content.decode()


def test_gdp_11_what_a_trustee_and_an_administrator_could_do_is_said(town: Town) -> None:
    for who, share, rights in ((town.hilde, True, False), (town.ann, False, True), (town.noor, False, False)):
        found = incident.reach(who.principal)
        assert (found.trustee, found.administrator) == (share, rights)
        page = said(town.hilde.client.post("/privacy/incident", {"who": who.principal, "on": today(), "at": "00:00"}))
        assert ("een deel van de herstelsleutel" in page) is share
        assert ("kon een collega uitnodigen" in page) is rights
