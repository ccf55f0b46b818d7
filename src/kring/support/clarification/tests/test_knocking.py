"""Knocking while taking the role: what stands above the form, that it stops nobody, and who cannot knock at all."""

from datetime import date

import pytest

from kring.support.clarification import answers
from kring.support.clarification.content import Answer, ReferrerAnswer
from kring.support.clarification.testing import brought_to, opened_by
from kring.support.clarification.tests.asking import hidden
from kring.support.dossier.content import Identity
from kring.support.dossier.knock import asking
from kring.support.dossier.models import BlindToken, Dossier
from kring.support.intake.models import Referral
from kring.support.testing import a_dossier
from kring.team.testing import Persona, Town
from kring.vault.models import JournalEntry

pytestmark = pytest.mark.django_db

Lane, Outcome = Referral.Lane, Referral.Outcome
ROBIN = Identity(name="Robin Van den Broeck", born_on=date(2006, 3, 14))
FILLED = {"label": "Robin", "programme": "street_work", "mode": "hybrid", "name": "Vandenbroeck Robin"}
BORN = {"born_on": "2006-03-14"}


def agreed(town: Town) -> str:
    """A referral for which the referrer agreed to a role, and Fatma was asked to take it."""
    referral = brought_to(town, Lane.WAITING, outcome=Outcome.ROLE)
    yes = ReferrerAnswer(Answer.YES, way="word")
    answers.confirm_by_word(town.noor.session, opened_by(town.noor, referral), yes)
    return referral


def press(who: Persona, referral: str, deputy: Persona, **words: str) -> tuple[int, str]:
    """Fill in the form of the role and press a button: the one that opens, or with `look` the one that only asks."""
    browser, action = who.client, f"/referrals/{referral}/take_role"
    sent = {**hidden(browser, f"/referrals/{referral}", action), **FILLED, "deputy": deputy.principal, **words}
    answer = browser.post(action, sent)
    return answer.status_code, answer.headers.get("Location", "") or answer.content.decode()


def knocks() -> int:
    return sum(b'"dossier.knock"' in bytes(entry.text or b"") for entry in JournalEntry.objects.all())


def test_the_button_that_opens_knocks_by_itself_and_opens_at_the_second_press(town: Town) -> None:
    known, referral = a_dossier(town, identity=ROBIN, registered=True), agreed(town)
    status, text = press(town.fatma, referral, town.joris, **BORN)
    assert status == 200
    assert "Vraag het aan Noor Claes: die kent deze persoon misschien." in text
    assert known.dossier.number not in text
    assert 'value="Vandenbroeck Robin"' in text
    assert Dossier.objects.count() == 1
    mark = text.split('name="knocked" value="', 1)[1].split('"', 1)[0]
    status, place = press(town.fatma, referral, town.joris, **BORN, knocked=mark)
    assert (status, place.startswith("/dossiers/")) == (302, True)
    assert knocks() == 1, "nobody is asked the same twice"
    assert BlindToken.objects.count() == 2


def test_ones_own_dossier_is_shown_by_number_with_a_way_to_it(town: Town) -> None:
    known = a_dossier(town, identity=ROBIN, registered=True, holder=town.fatma)
    _, text = press(town.fatma, agreed(town), town.joris, **BORN)
    assert "Je hebt wellicht al een dossier van deze persoon." in text
    assert f'href="/dossiers/{known.dossier.id}">{known.dossier.number}</a>' in text
    assert Dossier.objects.count() == 1


def test_who_is_known_to_nobody_is_opened_at_once(town: Town) -> None:
    status, place = press(town.fatma, agreed(town), town.joris, **BORN)
    assert (status, place.startswith("/dossiers/")) == (302, True)
    assert knocks() == 1


def test_the_button_that_asks_says_also_that_it_is_nobody_and_opens_nothing(town: Town) -> None:
    referral = agreed(town)
    _, text = press(town.fatma, referral, town.joris, **BORN, look="1")
    assert "We vonden niemand die deze persoon kent." in text
    assert "Dat bewijst weinig" in text
    _, text = press(town.fatma, referral, town.joris, look="1")
    assert "We keken alleen in je eigen dossiers." in text
    _, text = press(town.fatma, referral, town.joris, name="", look="1")
    assert "Vul eerst een naam in" in text
    assert Dossier.objects.count() == 0


def test_a_dossier_without_a_name_knocks_nowhere(town: Town) -> None:
    assert press(town.fatma, agreed(town), town.joris, name="")[0] == 302
    assert knocks() == 0
    assert not BlindToken.objects.exists()


def test_who_asked_too_often_still_opens(town: Town, monkeypatch: pytest.MonkeyPatch) -> None:
    a_dossier(town, identity=ROBIN, registered=True)
    monkeypatch.setattr(asking, "AN_HOUR", 1)
    referral = agreed(town)
    assert "Noor Claes: die kent" in press(town.fatma, referral, town.joris, **BORN, look="1")[1]
    text = press(town.fatma, referral, town.joris, **BORN, look="1")[1]
    assert "Je vroeg het vandaag al vaak." in text
    assert "Noor Claes: die kent" not in text
    assert press(town.fatma, referral, town.joris, **BORN)[0] == 302


def test_only_who_takes_the_role_can_knock(town: Town) -> None:
    """Noor brought it so far, Nele is of the intake circle, Ann administers: none of them is asked to take the role."""
    a_dossier(town, identity=ROBIN, registered=True, holder=town.tom, deputy=town.lotte)
    referral = agreed(town)
    sent = {**FILLED, **BORN, "deputy": town.joris.principal, "once": "x", "seen": "y", "look": "1"}
    for who in (town.noor, town.nele, town.ann, town.greet):
        answer = who.client.post(f"/referrals/{referral}/take_role", sent)
        assert "Tom Wauters: die kent" not in answer.content.decode()
    assert knocks() == 0


def test_before_a_role_was_agreed_nobody_can_knock(town: Town) -> None:
    a_dossier(town, identity=ROBIN, registered=True, holder=town.tom, deputy=town.lotte)
    referral = brought_to(town, Lane.WAITING, outcome=Outcome.ROLE)
    sent = {**FILLED, **BORN, "deputy": town.joris.principal, "once": "x", "seen": "y", "look": "1"}
    assert (
        "Tom Wauters: die kent" not in town.fatma.client.post(f"/referrals/{referral}/take_role", sent).content.decode()
    )
    assert knocks() == 0
