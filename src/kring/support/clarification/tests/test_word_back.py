"""A word back after a role was taken: three fixed sentences, the client agreeing, behind the referrer's code."""

from dataclasses import replace

import pytest
from django.test import Client

from kring.support.clarification import decision, word_back
from kring.support.clarification.decision import Role
from kring.support.clarification.testing import SCHOOL, WORRY, brought_to, opened_by
from kring.support.dossier.actions import Kept, close_dossier
from kring.support.dossier.content import Identity, Mode
from kring.support.dossier.models import Dossier, ReferralCopy
from kring.support.intake.models import Referral
from kring.support.testing import a_dossier
from kring.team.clock import today
from kring.team.testing import Town
from kring.vault import gate, outbox
from kring.vault.acts import acting
from kring.vault.primitives import new_id
from kring.vault.refusals import Refused

Word = Referral.Word


def taken(town: Town) -> tuple[str, str]:
    """A dossier of Fatma that began with a referral, and the referrer's code."""
    referral = brought_to(town, Referral.Lane.DECIDED, outcome=Referral.Outcome.ROLE)
    opened = opened_by(town.fatma, referral)
    role = Role(town.groups["welfare"], "street_work", town.joris.principal, Mode.HYBRID, "Robin V.")
    return decision.take_role(town.fatma.session, opened, role).dossier.id, opened.content.code


def status(code: str) -> str:
    client = Client(headers={"accept-language": "nl"})
    return client.post("/aanmelden/stand", {"code": code}).content.decode()


def tell(town: Town, dossier: str, word: str, once: str = "") -> bool:
    return word_back.tell_referrer(town.fatma.session, dossier, word=word, once=once or new_id())


@pytest.mark.parametrize(("word", "sentence"), [(Word.KNOWN, "We kennen elkaar"), (Word.TABLE, "Er is een tafel")])
def test_one_sentence_behind_the_code_and_a_mail_that_says_nothing(town: Town, word: str, sentence: str) -> None:
    dossier, code = taken(town)
    assert "We nemen het op" in status(code)
    assert tell(town, dossier, word)
    assert f"<h1>{sentence}</h1>" in status(code)
    mail = list(outbox.waiting())[-1]
    assert (mail.to, mail.template, mail.words) == (SCHOOL.email, "word", {})


def test_what_was_told_and_that_the_client_agreed_stands_in_the_dossier(town: Town) -> None:
    dossier, code = taken(town)
    page = town.fatma.client.get(f"/dossiers/{dossier}").content.decode()
    assert "Alleen als de cliënt akkoord gaat" in page
    assert code not in page
    given = {"word": "known", "once": new_id()}
    page = town.fatma.client.post(f"/dossiers/{dossier}/word", given, follow=True).content.decode()
    assert "Aan de aanmelder gezegd" in page
    assert "De cliënt ging akkoord." in page


def test_the_same_word_from_a_page_that_was_opened_again_goes_out_once(town: Town) -> None:
    dossier, _code = taken(town)
    before = len(list(outbox.waiting()))
    assert [tell(town, dossier, word) for word in (Word.KNOWN, Word.KNOWN, Word.TABLE)] == [True, False, True]
    assert len(list(outbox.waiting())) == before + 2
    assert ReferralCopy.objects.filter(kind="word").count() == 2


def test_told_twice_is_told_once(town: Town) -> None:
    dossier, _code = taken(town)
    once = new_id()
    assert [tell(town, dossier, Word.KNOWN, once), tell(town, dossier, Word.KNOWN, once)] == [True, False]
    assert ReferralCopy.objects.filter(kind="word").count() == 1


def test_closed_is_told_when_it_is_closed_and_then_nothing_else(town: Town) -> None:
    dossier, code = taken(town)
    with pytest.raises(Refused):
        tell(town, dossier, Word.CLOSED)
    keys = gate.entering(town.fatma.session, act="test.close", of=[dossier], parts=["summary"])
    with acting("test.close", by=town.fatma.principal) as act:
        close_dossier(act, keys, Dossier.objects.get(id=dossier), today())
    with pytest.raises(Refused):
        tell(town, dossier, Word.TABLE)
    tell(town, dossier, Word.CLOSED)
    assert "<h1>Het is afgesloten</h1>" in status(code)


@pytest.mark.parametrize("word", ["", "danger", "role"])
def test_there_are_three_sentences_and_no_other(town: Town, word: str) -> None:
    dossier, _code = taken(town)
    with pytest.raises(Refused):
        tell(town, dossier, word)


def test_who_has_no_key_of_the_referral_tells_nothing(town: Town) -> None:
    dossier, code = taken(town)
    for who in (town.noor, town.nele, town.greet, town.ann):
        with pytest.raises(Refused):
            word_back.tell_referrer(who.session, dossier, word=Word.KNOWN, once=new_id())
    assert "We nemen het op" in status(code)


def test_a_dossier_without_a_referral_offers_and_tells_nothing(town: Town) -> None:
    dossier = a_dossier(town).dossier.id
    assert "Een woord terug" not in town.noor.client.get(f"/dossiers/{dossier}").content.decode()
    with pytest.raises(Refused):
        word_back.tell_referrer(town.noor.session, dossier, word=Word.KNOWN, once=new_id())


@pytest.mark.parametrize("protect", [True, False])
def test_gdp_06_at_the_first_talk_nobody_names_who_asked_for_protection(town: Town, *, protect: bool) -> None:
    kept = [Kept("referral", replace(WORRY, protect_source=protect))]
    dossier = a_dossier(town, identity=Identity("Robin Vermeulen"), referral=kept).dossier.id
    page = town.noor.client.get(f"/dossiers/{dossier}").content.decode()
    assert ("Niet wie het ons vertelde" in page) is protect
    assert ("vraagt om niet als bron genoemd te worden" in page) is protect
