"""SEC-03, security.md 4.10: in an emergency one part opens once, for the circle alone, and others know it at once."""

import json
from datetime import UTC, datetime
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils.html import strip_tags
from django.utils.timezone import now

from kring.support.contacts.log.actions import log_contact
from kring.support.contacts.log.content import Contact, SensitiveNote
from kring.support.contacts.log.notes import write_sensitive
from kring.support.dossier.actions import OpenedDossier
from kring.support.dossier.content import Identity
from kring.support.dossier.glass import queries
from kring.support.dossier.glass.models import GlassBreak
from kring.support.testing import a_dossier
from kring.team.drafts import actions as drafts
from kring.team.testing import Persona, Town
from kring.vault import entries, gate, glass, letterbox, outbox, sharing
from kring.vault.acts import acting
from kring.vault.gate import OWN_KEY
from kring.vault.journal import Verb
from kring.vault.keycheck import OWN
from kring.vault.models import Envelope, Letter
from kring.vault.primitives import new_id
from kring.vault.refusals import Refused
from kring.vault.rows import unguarded

EVER = datetime(1970, 1, 2, tzinfo=UTC)
REASON = "Oproep van de jongere zelf, niemand neemt op."


@pytest.fixture
def robin(town: Town) -> OpenedDossier:
    """A dossier of Noor, with Joris as deputy."""
    return a_dossier(town, label="Robin V.", identity=Identity("Robin Vermeulen"))


def broken(who: Persona, robin: OpenedDossier, **more: Any) -> Any:
    given = {"number": robin.dossier.number, "part": "basis", "reason": REASON, "tried": ["holder", "deputy"]}
    return who.client.post("/glass", {"once": new_id()} | given | more)


def silently(who: Persona, robin: OpenedDossier) -> None:
    asked = ["summary"]
    glass.breaking(who.session, act="test", bundle=robin.dossier.id, parts=asked, needed=asked, tell=lambda _act: [])


def a_contact(town: Town, sentence: str) -> Contact:
    return Contact("office", now(), now(), town.noor.principal, sentence=sentence)


def said(answer: Any) -> str:
    return strip_tags(answer.content.decode())


def test_the_form_says_what_opens_and_whom_to_ask_for_the_number(town: Town) -> None:
    page = said(town.fatma.client.get("/glass"))
    assert "Basis, met wie het is" in page
    assert "Vraag het aan de coördinator of het diensthoofd" in page
    assert 'href="/glass"' in town.fatma.client.get("/today").content.decode().split("<main")[1]


def test_somebody_of_the_circle_reads_one_part_once_with_a_reason(town: Town, robin: OpenedDossier) -> None:
    answer = broken(town.fatma, robin)
    assert answer.status_code == 200
    assert "Robin Vermeulen" in said(answer)
    assert answer.headers["Cache-Control"] == "no-store"
    assert town.fatma.client.get(f"/dossiers/{robin.dossier.id}").status_code == 404


@pytest.mark.parametrize("part", ["journal", "network", "plan"])
def test_another_part_does_not_bring_who_it_is(town: Town, robin: OpenedDossier, part: str) -> None:
    answer = broken(town.fatma, robin, part=part)
    assert "Robin V." in said(answer)
    assert "Vermeulen" not in said(answer)


def test_holder_deputy_head_of_service_and_privacy_officer_know_it_at_once(town: Town, robin: OpenedDossier) -> None:
    broken(town.fatma, robin)
    row = GlassBreak.objects.get()
    owners = {letter.letterbox.owner for letter in Letter.objects.filter(about=row.id)}
    offices = {town.groups["head_of_service"], town.groups["dpo"]}
    assert owners == {town.noor.principal, town.joris.principal, *offices}
    mails = {mail.to for mail in outbox.waiting() if mail.template == "glass"}
    assert mails == {f"{one}@kring.example" for one in ("noor", "joris", "greet", "hilde")}
    for who, owner, part in (
        (town.noor, town.noor.principal, OWN),
        (town.hilde, town.groups["dpo"], OWN_KEY),
        (town.greet, town.groups["head_of_service"], OWN_KEY),
    ):
        [told] = queries.told(who.session, owner, part)
        assert told.why is not None
        assert (told.why.reason, told.row.by, told.number) == (REASON, town.fatma.principal, robin.dossier.number)


def test_the_holder_reads_it_on_today_and_puts_it_away(town: Town, robin: OpenedDossier) -> None:
    broken(town.fatma, robin)
    assert "Het glas werd 1 keer gebroken" in said(town.noor.client.get("/today"))
    page = town.noor.client.get("/glass/told")
    assert REASON in said(page)
    assert "Fatma Yilmaz" in said(page)
    [letter] = queries.lying(town.noor.principal)
    assert town.joris.client.post(f"/glass/told/{letter.id}").status_code == 302
    assert queries.lying(town.noor.principal).count() == 1, "a notice of somebody else stays"
    town.noor.client.post(f"/glass/told/{letter.id}")
    assert "Niemand brak het glas" in said(town.noor.client.get("/glass/told"))
    assert queries.lying(town.groups["dpo"]).count() == 1


@pytest.mark.parametrize("who", ["nele", "greet", "bart", "hilde", "ann", "marc", "wout"])
def test_outside_the_circle_there_is_no_glass(town: Town, robin: OpenedDossier, who: str) -> None:
    """Heads and the privacy officer have none either; a number nobody has gets the same answer."""
    there = broken(town.people[who], robin, once="one")
    nowhere = broken(town.people[who], robin, once="one", number="K-9999")
    for answer in (there, nowhere):
        assert answer.status_code == 200
        assert "Robin" not in said(answer)
        assert REASON in answer.content.decode(), "what was typed stays"
    shown = [said(one).replace(robin.dossier.number, "K-9999").split() for one in (there, nowhere)]
    assert shown[0] == shown[1]
    assert not GlassBreak.objects.exists()
    assert not any(mail.template == "glass" for mail in outbox.waiting())


@pytest.mark.parametrize("who", ["nele", "hilde"])
def test_a_number_of_another_circle_costs_what_a_number_of_nobody_costs(
    town: Town, robin: OpenedDossier, who: str
) -> None:
    browser, counted = town.people[who].client, []
    given = {"part": "basis", "reason": REASON, "tried": ["holder", "deputy"]}
    for number in ("K-9999", robin.dossier.number, "K-9998"):
        with CaptureQueriesContext(connection) as caught:
            browser.post("/glass", given | {"once": new_id(), "number": number})
        counted.append([one["sql"].split()[0] for one in caught])
    assert counted[0] == counted[1] == counted[2]


@pytest.mark.parametrize(("part", "lock"), [("basis", "identity"), ("journal", "journal")])
def test_gdp_08_a_frozen_part_stays_shut_and_is_not_called_empty(
    town: Town, robin: OpenedDossier, part: str, lock: str
) -> None:
    log_contact(town.noor.session, [robin.dossier.id], a_contact(town, "We spraken af aan het station."), once="c")
    with acting("test.freeze", by=town.noor.principal) as act:
        sharing.freeze(act, bundle=robin.dossier.id, part=lock)
    page = said(broken(town.fatma, robin, part=part))
    assert "bevroren" in page
    for hidden in ("Vermeulen", "station", "nog niets geschreven"):
        assert hidden not in page


@pytest.mark.parametrize("table", ["row", "letter"])
def test_who_meddles_with_one_notice_hides_no_other(town: Town, robin: OpenedDossier, table: str) -> None:
    for reason in ("Eerste reden.", "Tweede reden."):
        broken(town.fatma, robin, reason=reason)
    first = GlassBreak.objects.order_by("at")[0]
    if table == "row":
        unguarded(GlassBreak).filter(id=first.id).update(by=town.samir.principal, part="alles")
    else:
        unguarded(Letter).filter(about=first.id).update(blob=bytes(2000))
    for who, page in ((town.noor, "/glass/told"), (town.hilde, "/privacy/glass"), (town.greet, "/privacy/glass")):
        answer = who.client.get(page)
        assert "Tweede reden." in said(answer)
        assert said(answer).count("Iemand veranderde dit") == 1


def test_without_trying_the_deputy_first_it_stays_shut(town: Town, robin: OpenedDossier) -> None:
    for tried in ([], ["holder"], ["deputy"]):
        assert "Probeer eerst de dossierhouder en de waarnemer" in said(broken(town.fatma, robin, tried=tried))
    assert "waarom het niet kan wachten" in said(broken(town.fatma, robin, reason=" "))
    assert "Kies één vak." in said(broken(town.fatma, robin, part="sensitive"))
    assert not GlassBreak.objects.exists()


def test_the_same_form_twice_is_read_once(town: Town, robin: OpenedDossier) -> None:
    assert "Vermeulen" in said(broken(town.fatma, robin, once="one"))
    again = broken(town.fatma, robin, once="one")
    assert again.url == "/glass?read=1"
    assert "Je las dit al" in said(town.fatma.client.get(again.url))
    assert GlassBreak.objects.count() == 1
    assert [one.verb for one in entries.naming(robin.dossier.id, EVER) if one.act == "glass.break"] == [Verb.OPENED]


def test_another_part_from_the_same_form_was_not_read_before(town: Town, robin: OpenedDossier) -> None:
    broken(town.fatma, robin, once="one")
    answer = broken(town.fatma, robin, once="one", part="plan")
    assert (answer.status_code, GlassBreak.objects.count()) == (200, 2)


@pytest.mark.parametrize("who", ["fatma", "joris"])
def test_a_form_that_is_over_leaves_no_draft_that_comes_back(town: Town, robin: OpenedDossier, who: str) -> None:
    """Also where nothing opened by it: it was read already, or one holds a key."""
    browser, pen = town.people[who].client, new_id()
    broken(town.people[who], robin, once="one")
    fields = json.dumps([["number", robin.dossier.number], ["reason", REASON]])
    draft = {"form": "glass", "on": "", "path": "/glass", "pen": pen, "turn": 1, "fields": fields}
    assert browser.post("/drafts/keep", draft).status_code < 300
    assert drafts.letters(town.people[who].principal).count() == 1
    assert broken(town.people[who], robin, once="one", pen=pen).status_code == 302
    assert drafts.letters(town.people[who].principal).count() == 0


def test_who_holds_a_key_breaks_no_glass(town: Town, robin: OpenedDossier) -> None:
    assert broken(town.joris, robin).url == f"/dossiers/{robin.dossier.id}"
    assert not GlassBreak.objects.exists()


def test_numbers_cannot_be_tried_one_after_another(town: Town, robin: OpenedDossier) -> None:
    for _ in range(10):
        broken(town.fatma, robin, number="K-9999")
    assert "Vermeulen" not in said(broken(town.fatma, robin))


def test_nobody_told_is_nothing_read(town: Town, robin: OpenedDossier) -> None:
    with pytest.raises(Refused):
        silently(town.fatma, robin)


def test_a_letterbox_that_is_gone_leaves_the_glass_whole(
    town: Town, robin: OpenedDossier, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = letterbox.drop

    def lost(act: Any, content: Any, *, owner: str, **more: Any) -> Letter:
        if owner == town.groups["dpo"]:
            raise Refused
        return real(act, content, owner=owner, **more)

    monkeypatch.setattr("kring.support.dossier.glass.actions.letterbox.drop", lost)
    assert "Vermeulen" not in said(broken(town.fatma, robin))
    assert not Letter.objects.filter(kind=queries.GLASS).exists()


def test_an_envelope_behind_glass_opens_by_work_for_nobody(town: Town, robin: OpenedDossier) -> None:
    with pytest.raises(Refused):
        gate.entering(town.fatma.session, act="t", of=[robin.dossier.id], parts=["summary"])


def test_the_glass_is_sealed_under_the_server_key_too(town: Town, robin: OpenedDossier) -> None:
    """A member of the circle with the database alone has the key of the circle, and not this one."""
    row = Envelope.objects.get(bundle=robin.dossier.id, kind=Envelope.Kind.GLASS)
    keys = gate.entering(town.fatma.session, act="t", of=[town.groups["welfare"]], parts=[OWN_KEY])
    circle = gate.private_of(keys, town.groups["welfare"])
    context = gate.envelope_context(row.id, row.bundle, row.holder_id, row.kind, row.expires_at)
    with pytest.raises(Refused):
        circle.take(bytes(row.wrapped), context)


def test_an_envelope_of_work_that_is_called_glass_opens_nothing(town: Town, robin: OpenedDossier) -> None:
    """Another kind is another MAC."""
    asked: dict[str, Any] = {"act": "test", "of": [robin.dossier.id], "parts": ["summary"]}
    keys = gate.entering(town.noor.session, **asked)
    with acting("test", by=town.noor.principal) as act:
        given = sharing.holders([town.nele.principal])
        sharing.give_parts(act, keys, bundle=robin.dossier.id, parts=["summary"], to=given)
    assert gate.entering(town.nele.session, **asked).holds(robin.dossier.id, "summary")
    unguarded(Envelope).filter(bundle=robin.dossier.id, holder=town.nele.principal).update(kind="glass")
    with pytest.raises(Refused):
        gate.entering(town.nele.session, **asked, kind=Envelope.Kind.GLASS)


def test_breaking_the_glass_asks_as_much_whatever_was_written(town: Town, robin: OpenedDossier) -> None:
    browser, counted = town.fatma.client, []
    given = {"number": robin.dossier.number, "part": "journal", "reason": REASON, "tried": ["holder", "deputy"]}
    for number in range(3):
        with CaptureQueriesContext(connection) as caught:
            browser.post("/glass", given | {"once": new_id()})
        reads = [one["sql"] for one in caught if one["sql"].startswith("SELECT")]
        counted.append(len(reads))
        for _ in range(5):
            log_contact(town.noor.session, [robin.dossier.id], a_contact(town, f"Gesprek {number}."), once=new_id())
    assert counted[1] == counted[2], counted


def test_what_was_written_later_lies_behind_glass_too_and_a_sensitive_note_does_not(
    town: Town, robin: OpenedDossier
) -> None:
    log_contact(town.noor.session, [robin.dossier.id], a_contact(town, "We spraken af aan het station."), once="c")
    note = SensitiveNote("health", "Neemt medicatie.", town.noor.principal, now())
    write_sensitive(town.noor.session, robin.dossier.id, note, named=[], once="s")
    page = said(broken(town.fatma, robin, part="journal"))
    assert "We spraken af aan het station." in page
    assert "medicatie" not in page
    assert "gevoelige notitie" not in page.lower()
