"""Noor passes a word on to Joris. It tells nobody whether there is a dossier, and only Joris reads it."""

import re

import pytest
from django.utils.html import strip_tags

from kring.support.contacts.models import ContactRecord
from kring.support.contacts.word import actions, queries
from kring.support.contacts.word.content import ColleagueWord
from kring.support.testing import a_dossier
from kring.team.testing import Town
from kring.vault.models import JournalEntry, Letter
from kring.vault.primitives import new_id
from kring.vault.refusals import Refused

MUTS = ColleagueWord("Muts", "Hij vroeg naar jou aan het bankje.")


def sent(town: Town, to: str = "joris", once: str = "") -> None:
    actions.send_word(town.noor.session, to=town.people[to].principal, word=MUTS, once=once or new_id())


def test_sent_twice_it_lies_there_once_and_its_receiver_reads_it(town: Town) -> None:
    once = new_id()
    for _ in range(2):
        sent(town, once=once)
    [found] = queries.arrived(town.joris.session)
    assert (found.word, found.by) == (MUTS, town.noor.principal)
    assert queries.lying(town.noor.principal).count() == 0
    assert MUTS.sentence.encode() not in bytes(Letter.objects.get().blob)


@pytest.mark.parametrize("to", ["nele", "greet", "ann", "noor"])
def test_somebody_of_another_circle_and_oneself_are_refused_alike(town: Town, to: str) -> None:
    with pytest.raises(Refused):
        sent(town, to)
    with pytest.raises(Refused):
        actions.send_word(town.noor.session, to=new_id(), word=MUTS, once=new_id())
    assert Letter.objects.count() == 0


def test_the_answer_is_the_same_whether_or_not_there_is_a_dossier(town: Town) -> None:
    """Confirming nothing: same status, same address, same page, with a dossier of that nickname and without."""
    form = {"word-to": town.joris.principal, "word-nickname": "Muts", "word-sentence": "Hij vroeg naar jou."}

    def answered() -> tuple[int, str, str]:
        browser = town.noor.client
        answer = browser.post("/words", {**form, "once": new_id()})
        page = strip_tags(browser.get(answer["Location"]).content.decode())
        return answer.status_code, answer["Location"], re.sub(r"\s+", " ", page)

    without = answered()
    a_dossier(town, holder=town.joris, deputy=town.fatma, label="Muts")
    assert answered() == without


def test_thrown_away_it_is_gone_for_good_and_nobody_throws_away_anothers(town: Town) -> None:
    sent(town)
    letter = Letter.objects.get().id
    town.noor.client.post(f"/words/{letter}/throw-away")
    assert queries.lying(town.joris.principal).count() == 1
    page = town.joris.client.get("/words").content.decode()
    assert MUTS.sentence in page
    town.joris.client.post(f"/words/{letter}/throw-away")
    assert queries.lying(town.joris.principal).count() == 0


def test_a_word_that_came_back_wrong_keeps_what_was_typed(town: Town) -> None:
    page = town.noor.client.post("/words", {"word-sentence": "Vroeg naar jou", "once": new_id()}).content.decode()
    assert "Vroeg naar jou" in page
    assert "Kies een collega" in page


def test_looking_at_an_empty_letterbox_leaves_no_line_and_a_full_one_one(town: Town) -> None:
    browser = town.joris.client
    browser.get("/words")
    before = JournalEntry.objects.count()
    browser.get("/words")
    assert JournalEntry.objects.count() == before
    sent(town)
    before = JournalEntry.objects.count()
    browser.get("/words")
    assert JournalEntry.objects.count() == before + 1


def test_whoever_sends_too_many_waits(town: Town, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(actions, "PACE", (2, actions.PACE[1]))
    sent(town)
    sent(town)
    with pytest.raises(Refused):
        sent(town)


def test_filed_it_is_a_contact_of_the_dossier_once_and_gone_from_the_letterbox(town: Town) -> None:
    robin = a_dossier(town, holder=town.joris, deputy=town.fatma)
    sent(town)
    letter = Letter.objects.get().id
    browser = town.joris.client
    page = browser.get(f"/words/{letter}/file").content.decode()
    assert "Robin V." in page
    filed = {"dossier": robin.dossier.id}
    assert browser.post(f"/words/{letter}/file", filed)["Location"] == "/words?done=filed"
    assert browser.post(f"/words/{letter}/file", filed).status_code == 404
    assert ContactRecord.objects.filter(dossier=robin.dossier).count() == 1
    assert queries.lying(town.joris.principal).count() == 0


def test_it_is_filed_with_nobody_elses_dossier(town: Town) -> None:
    other = a_dossier(town, holder=town.samir, deputy=town.eline)
    sent(town)
    letter = Letter.objects.get().id
    answer = town.joris.client.post(f"/words/{letter}/file", {"dossier": other.dossier.id})
    assert answer.status_code == 200
    with pytest.raises(Refused):
        actions.file_word(town.joris.session, letter, other.dossier.id)
    assert town.noor.client.get(f"/words/{letter}/file").status_code == 404
    assert (ContactRecord.objects.count(), queries.lying(town.joris.principal).count()) == (0, 1)
