"""Deciding to tell something: recorded once, read by author and holder, refused in kind words with all words kept."""

from datetime import date
from itertools import product
from time import monotonic
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from django.utils.html import strip_tags

from kring.support.disclosure.testing import JANA, ROOM_LINE, a_told_dossier, filled, tell
from kring.support.dossier.disclosing import queries as disclosures
from kring.support.dossier.disclosing.actions import CELL_DAYS, pass_on
from kring.support.dossier.disclosing.content import Disclosed
from kring.support.dossier.disclosing.grounds import CHECKLIST, Ground, Recipient
from kring.support.dossier.models import Disclosure, Task
from kring.team.protocols import queries as protocols
from kring.team.protocols.testing import CAW, a_protocol
from kring.team.testing import Persona, Town
from kring.vault import gate
from kring.vault.acts import acting
from kring.vault.models import Envelope, JournalEntry, Lock

pytestmark = pytest.mark.django_db
MOST_QUERIES = 8
HOUSEKEEPING = ("BEGIN", "COMMIT", "SAVEPOINT", "RELEASE", "vault_journal")
ON = date(2021, 3, 1)


@pytest.fixture(autouse=True)
def _that_day(settings: Any) -> None:
    settings.KRING_TODAY = ON


def records(who: Persona, dossier: str) -> list[Disclosed | None]:
    return [told for _row, told in disclosures.disclosures(who.session, dossier)]


def page(who: Persona, dossier: str, path: str = "passed-on") -> str:
    return strip_tags(who.client.get(f"/dossiers/{dossier}/{path}").content.decode())


def test_it_is_recorded_line_by_line_and_shown_among_what_left(town: Town) -> None:
    robin = a_told_dossier(town).id
    assert ROOM_LINE in page(town.noor, robin, "passed-on/new")
    assert tell(town.noor, robin, filled(lines=[ROOM_LINE])).status_code == 302
    [told] = records(town.noor, robin)
    assert told
    assert told.items == (ROOM_LINE, "Hij slaapt weer thuis.", "Hij komt op dinsdag.")
    assert (told.recipient, told.ground, told.informed, told.on) == (JANA, Ground.AGREEMENT, True, ON)
    shown = page(town.noor, robin)
    assert "Jana Pauwels, CAW" in shown
    assert "artikel 458 van het Strafwetboek (vanaf 08/04/2026 artikel 352)" in shown


def test_sec_14_told_after_the_change_it_names_the_new_article(town: Town, settings: Any) -> None:
    robin = a_told_dossier(town).id
    settings.KRING_TODAY = date(2026, 5, 4)
    tell(town.noor, robin, filled(on="2026-05-03"))
    assert "artikel 352 van het Strafwetboek (vroeger artikel 458)" in page(town.noor, robin)


@pytest.mark.parametrize("ground", [one for one in Ground if one != Ground.LOCAL_CELL])
def test_sec_04_every_ground_is_recorded_with_its_conditions(town: Town, ground: Ground) -> None:
    robin = a_told_dossier(town).id
    assert tell(town.noor, robin, filled(ground)).status_code == 302
    [told] = records(town.noor, robin)
    assert told
    assert told.checklist == tuple(code for code, _said in CHECKLIST[ground])
    assert bool(told.danger and told.alone) is (ground == Ground.REPORT)


@pytest.mark.parametrize(
    ("ground", "kind"),
    list(
        product(
            ["shared_secrecy", "joint_secrecy"],
            ["police", "prosecution", "sanctioning_officer", "mayor", "alderman", "council"],
        )
    ),
)
def test_sec_05_a_block_is_a_kind_sentence_beside_the_field_and_nothing_is_lost(
    town: Town, ground: str, kind: str
) -> None:
    robin = a_told_dossier(town).id
    answer = tell(town.noor, robin, filled(ground, kind=kind, lines=[ROOM_LINE], why_not="later"))
    shown = answer.content.decode()
    assert answer.status_code == 200
    field = shown.partition('id="disclose-ground"')[2].partition("<h2>")[0]
    assert "Met deze persoon wordt het beroepsgeheim nooit gedeeld." in field
    for kept in (JANA, "Hij slaapt weer thuis.\nHij komt op dinsdag.", "later", f'value="{ROOM_LINE}" checked'):
        assert kept in shown
    below = field.partition(f'value="{ground}"')[2].partition('class="ground"')[0]
    assert below.count(" checked") == 1 + len(CHECKLIST[ground])
    assert not Disclosure.objects.exists()


@pytest.mark.parametrize(
    ("missing", "said"),
    [
        ({"recipient": ""}, "Zeg wie het hoort."),
        ({"kind": ""}, "Kies wat voor iemand het hoort."),
        ({"typed": ""}, "Kies of schrijf minstens één regel."),
        ({"ground": ""}, "Kies waarom dit verteld mag worden."),
        ({"weighed_agreement": []}, "Elke voorwaarde van deze grond moet waar zijn."),
        ({"informed": ""}, "Zeg of de cliënt het weet."),
        ({"informed": "no"}, "Zeg waarom de cliënt het nog niet weet."),
        ({"on": "2021-03-02"}, "Deze dag moet nog komen."),
        (
            {"ground": "right_to_report", "weighed_right_to_report": ["danger", "no_other_way", "in_words"]},
            "niemand anders",
        ),
    ],
)
def test_sec_04_what_is_missing_is_asked_and_nothing_is_recorded(
    town: Town, missing: dict[str, Any], said: str
) -> None:
    robin = a_told_dossier(town).id
    answer = tell(town.noor, robin, filled(**missing) if "ground" not in missing else {**filled(), **missing})
    assert answer.status_code == 200
    assert said in strip_tags(answer.content.decode())
    assert not Disclosure.objects.exists()


def test_sec_08_a_report_without_both_answers_comes_back(town: Town) -> None:
    robin = a_told_dossier(town).id
    for part in ("danger", "alone"):
        answer = tell(town.noor, robin, filled(Ground.REPORT, **{part: " "}))
        assert "Zeg in woorden" in strip_tags(answer.content.decode())
    assert not Disclosure.objects.exists()
    assert tell(town.noor, robin, filled(Ground.REPORT)).status_code == 302


def test_gdp_13_secrecy_is_shared_with_another_body_under_a_protocol_that_the_record_names(town: Town) -> None:
    robin = a_told_dossier(town).id
    assert f"{CAW} (P-2021-04)" in page(town.noor, robin, "passed-on/new")
    answer = tell(town.noor, robin, filled(Ground.SHARED, protocol=""))
    below = answer.content.decode().partition('id="disclose-protocol-error"')[2].partition("</div>")[0]
    assert "alleen onder een protocol dat geldt" in below
    assert "Hij slaapt weer thuis." in answer.content.decode()
    assert not Disclosure.objects.exists()
    assert tell(town.noor, robin, filled(Ground.SHARED)).status_code == 302
    assert f"{CAW} (P-2021-04), versie 1" in page(town.noor, robin)


def test_gdp_13_once_it_was_ended_nothing_is_told_under_it_and_what_was_told_before_names_it(town: Town) -> None:
    robin = a_told_dossier(town).id
    sent = filled(Ground.SHARED)
    tell(town.noor, robin, filled(Ground.SHARED))
    [one] = protocols.newest()
    a_protocol(town, protocol=one.protocol, seen=1, ended_on=ON, from_on=one.from_on)
    assert "Op deze dag geldt geen protocol" in page(town.noor, robin, "passed-on/new")
    assert tell(town.noor, robin, sent).status_code == 200
    assert Disclosure.objects.count() == 1
    assert f"{CAW} (P-2021-04), versie 1" in page(town.noor, robin)


def test_gdp_13_a_process_that_did_not_hear_of_the_end_records_nothing_either(
    town: Town, monkeypatch: pytest.MonkeyPatch
) -> None:
    robin = a_told_dossier(town).id
    sent, [one] = filled(Ground.SHARED), protocols.newest()
    a_protocol(town, protocol=one.protocol, seen=1, ended_on=ON, from_on=one.from_on)
    monkeypatch.setattr(protocols, "_known", [(monotonic(), [one])])
    answer = tell(town.noor, robin, sent)
    assert "Dit protocol geldt niet op die dag." in answer.content.decode()
    assert not Disclosure.objects.exists()


@pytest.mark.parametrize("kind", [Recipient.SERVICE, Recipient.TEAM])
def test_gdp_13_no_protocol_is_asked_with_who_works_for_the_town_itself(town: Town, kind: Recipient) -> None:
    robin = a_told_dossier(town).id
    assert tell(town.noor, robin, filled(Ground.SHARED, kind=kind, protocol="")).status_code == 302


def test_sent_twice_it_is_recorded_once_and_other_words_are_another(town: Town) -> None:
    robin, sent = a_told_dossier(town).id, filled()
    assert [tell(town.noor, robin, sent).status_code for _ in range(2)] == [302, 302]
    assert Disclosure.objects.count() == 1
    assert tell(town.noor, robin, {**sent, "typed": "Nog iets."}).status_code == 302
    assert Disclosure.objects.count() == 2


def test_liv_04_not_telling_is_a_whole_outcome_and_nothing_follows(town: Town) -> None:
    robin = a_told_dossier(town).id
    before = Task.objects.count()
    answer = tell(
        town.noor, robin, {"once": "n1", "decline": "1", "words": "Dat is aan hem.", "recipient": "De wijkagent"}
    )
    assert answer.status_code == 302
    [told] = records(town.noor, robin)
    assert told
    assert (told.way, told.items, told.words) == ("declined", (), "Dat is aan hem.")
    shown = page(town.noor, robin)
    assert "Niet verteld" in shown
    assert "De wijkagent: Dat is aan hem." in shown
    assert Task.objects.count() == before
    today = strip_tags(town.noor.client.get("/today").content.decode())
    assert "wijkagent" not in today


def test_liv_04_no_word_is_needed_not_to_tell(town: Town) -> None:
    robin = a_told_dossier(town).id
    assert tell(town.noor, robin, {"once": "n2", "decline": "1"}).status_code == 302
    assert "Niet verteld" in page(town.noor, robin)


def test_author_and_holder_read_it_and_the_deputy_sees_the_day(town: Town) -> None:
    robin = a_told_dossier(town, along=town.fatma).id
    tell(town.fatma, robin, filled())
    assert [bool(records(who, robin)[0]) for who in (town.fatma, town.noor, town.joris)] == [True, True, False]
    shown = page(town.joris, robin)
    assert "Er werd iets meegedeeld" in shown
    assert JANA not in shown


@pytest.mark.parametrize("who", ["samir", "nele", "greet", "hilde", "ann"])
def test_who_stands_outside_gets_the_one_refusal(town: Town, who: str) -> None:
    robin = a_told_dossier(town).id
    tell(town.noor, robin, filled())
    [row] = Disclosure.objects.all()
    for path in ("passed-on/new", "passed-on/urgent", f"passed-on/{row.id}"):
        assert town.people[who].client.get(f"/dossiers/{robin}/{path}").status_code == 404
    assert tell(town.people[who], robin, filled()).status_code == 404
    assert Disclosure.objects.count() == 1


def test_liv_03_a_local_security_cell_is_the_authors_own_for_a_while_and_counts_nowhere(town: Town) -> None:
    robin = a_told_dossier(town, along=town.fatma).id
    facts = _facts()
    tell(town.fatma, robin, filled(Ground.LOCAL_CELL, kind=Recipient.MAYOR, typed="Ik zei alleen dat ik niets zeg."))
    [row] = Disclosure.objects.all()
    assert [bool(records(who, robin)[0]) for who in (town.fatma, town.noor, town.joris)] == [True, False, False]
    envelopes = Envelope.objects.filter(bundle=row.id)
    assert {one.holder_id for one in envelopes} == {town.fatma.principal, town.groups["recovery"]}
    assert all(one.expires_at and (one.expires_at - _now()).days in (CELL_DAYS, CELL_DAYS - 1) for one in envelopes)
    assert _facts() == facts
    found = town.fatma.client.post("/notes", {"words": "niets zeg"}).content.decode()
    assert "Ik zei alleen" not in found
    assert not [one for one in JournalEntry.objects.all() if b"security_cell" in bytes(one.text or b"")]


def test_liv_03_a_handover_gives_the_records_to_the_new_holder_and_never_those_of_the_cell(town: Town) -> None:
    robin = a_told_dossier(town).id
    tell(town.noor, robin, filled(Ground.LOCAL_CELL, typed="Ik zei niets."))
    tell(town.noor, robin, filled())
    bundles = disclosures.bundles(robin)
    keys = gate.entering(town.noor.session, act="test.move", of=bundles, parts=["disclosures"])
    with acting("test.move", by=town.noor.principal) as act:
        pass_on(act, keys, robin, to=town.fatma.principal, left=[town.noor.principal])
    read = {told.ground for told in records(town.fatma, robin) if told}
    assert read == {Ground.AGREEMENT}
    assert {told.ground for told in records(town.noor, robin) if told} == {Ground.AGREEMENT, Ground.LOCAL_CELL}


def test_liv_03_switched_off_it_stands_on_no_page_and_is_refused(town: Town, settings: Any) -> None:
    robin = a_told_dossier(town).id
    assert "Lokale veiligheidscel" in page(town.noor, robin, "passed-on/new")
    settings.KRING_LOCAL_SECURITY_CELL = False
    assert "veiligheidscel" not in page(town.noor, robin, "passed-on/new")
    assert tell(town.noor, robin, filled(Ground.LOCAL_CELL)).status_code == 200
    assert not Disclosure.objects.exists()


def test_a_lock_for_each_record(town: Town) -> None:
    robin = a_told_dossier(town).id
    tell(town.noor, robin, filled())
    tell(town.noor, robin, filled())
    assert Lock.objects.filter(part="disclosures").count() == 2


@pytest.mark.parametrize("told", [0, 6])
def test_few_queries_whatever_was_told(town: Town, told: int) -> None:
    robin = a_told_dossier(town).id
    for _ in range(told):
        tell(town.noor, robin, filled(Ground.SHARED))
    browser = town.noor.client
    for path in ("passed-on/new", "passed-on"):
        browser.get(f"/dossiers/{robin}/{path}")
        with CaptureQueriesContext(connection) as captured:
            assert browser.get(f"/dossiers/{robin}/{path}").status_code == 200
        asked = [
            one["sql"] for one in captured.captured_queries if not any(word in one["sql"] for word in HOUSEKEEPING)
        ]
        assert len(asked) <= MOST_QUERIES, asked


def _facts() -> int:
    with connection.cursor() as cursor:
        cursor.execute("SELECT COUNT(*) FROM vault_fact")
        return int(cursor.fetchone()[0])


def _now() -> Any:
    return timezone.now()
