"""A referral from a message to a decision, by the verbs of this step: what is kept, what is counted, what is gone."""

from collections.abc import Iterable

import pytest
from django.apps import apps
from django.db import connection

from kring.support.clarification import actions, answers, decision, links
from kring.support.clarification.content import Answer, ReferrerAnswer
from kring.support.clarification.decision import Role
from kring.support.clarification.models import ReferrerLink
from kring.support.clarification.rules import NotNow
from kring.support.clarification.testing import TALK_AT, a_referral, brought_to, opened_by, posted_token, proposal
from kring.support.dossier.content import Identity, Mode
from kring.support.dossier.models import ReferralCopy
from kring.support.intake.content import Message, ReferralContent, Referrer
from kring.support.intake.models import Referral, ReferralRecord
from kring.team.testing import Town
from kring.vault import gate, outbox
from kring.vault.models import Envelope, Extract, Fact, Grant, Letter, Lock, Slot
from kring.vault.refusals import Conflict, Refused

Lane, Outcome = Referral.Lane, Referral.Outcome
YES, ALMOST, NO = (ReferrerAnswer(answer) for answer in Answer)
CARRIED = {"token", "callword", "method", "uid", "sequence", "at"}
"""What an invitation may carry: a link, the call-word, and a calendar item."""
BY_WORD = ReferrerAnswer(Answer.YES, way="word")
HERS = Role(circle="", programme="street_work", deputy="", mode=Mode.HANDS_ON, label="Robin")


def row(referral: str) -> Referral:
    return Referral.objects.get(id=referral)


def code_of(town: Town, referral: str) -> str:
    return opened_by(town.noor, referral).content.code


def everything_stored() -> bytes:
    """Every column of every row of every table, as raw bytes."""
    found = []
    for model in apps.get_models():
        with connection.cursor() as cursor:
            cursor.execute(f"SELECT * FROM {model._meta.db_table}")
            found += [
                value for line in cursor.fetchall() for value in line if isinstance(value, str | bytes | memoryview)
            ]
    return b"\n".join(value.encode() if isinstance(value, str) else bytes(value) for value in found)


def keys_left(bundles: Iterable[str]) -> int:
    grants = Grant.objects.filter(lock__bundle__in=list(bundles)).count()
    return grants + Envelope.objects.filter(bundle__in=list(bundles)).count()


def test_a_talk_that_was_enough_keeps_nothing_of_anybody_and_is_counted(town: Town) -> None:
    referral = brought_to(town, Lane.WAITING, to="mia@school.example")
    bundles = [referral, ReferrerLink.objects.get(referral=referral).bundle]
    person = ReferrerLink.objects.get(referral=referral).principal
    facts = Fact.objects.count()

    answers.confirm_by_word(town.noor.session, opened_by(town.noor, referral), BY_WORD)

    kept = row(referral)
    assert (kept.lane, kept.outcome, kept.filed) == (Lane.DECIDED, Outcome.TALK_ENOUGH, False)
    assert Fact.objects.count() == facts + 1
    assert not ReferralRecord.objects.filter(referral=referral).exists()
    assert not Letter.objects.filter(about=referral).exists()
    assert not ReferrerLink.objects.filter(referral=referral).exists()
    assert not Extract.objects.exists()
    assert not Slot.objects.filter(person_id=person).exists()
    assert keys_left(bundles) == 0
    assert not Lock.objects.filter(bundle__in=bundles, state=Lock.State.OPEN).exists()
    with pytest.raises(Refused):
        opened_by(town.noor, referral)


def test_no_word_of_a_referral_lies_readable_in_the_database(town: Town) -> None:
    referral = brought_to(town, Lane.WAITING, to="mia@school.example")
    answers.answer_by_link(links.open_link(posted_token(), code_of(town, referral)), ALMOST)
    raw = everything_stored()
    for word in (b"bus shelter", b"Mia Stevens", b"school.example", b"parents on Monday"):
        assert word not in raw


def test_the_invitation_carries_a_link_and_no_word_of_content(town: Town) -> None:
    referral = a_referral()
    went = actions.plan_talk(
        town.noor.session, opened_by(town.noor, referral), talk_at=TALK_AT, to="mia@school.example"
    )
    [mail] = outbox.waiting()
    assert went
    assert (mail.to, mail.template, set(mail.words)) == ("mia@school.example", "invitation", CARRIED)
    assert (row(referral).lane, row(referral).asked) == (Lane.TALK_PLANNED, town.noor.principal)
    assert links.open_link(mail.words["token"], code_of(town, referral).lower()).shown.talk_at == TALK_AT


def test_without_an_address_there_is_no_mail_and_the_talk_is_planned(town: Town) -> None:
    referral = a_referral(ReferralContent(Referrer(phone="015 00 00 00"), concern="Worried."))
    assert not actions.plan_talk(town.noor.session, opened_by(town.noor, referral), talk_at=TALK_AT)
    assert row(referral).lane == Lane.TALK_PLANNED
    assert list(outbox.waiting()) == []


def test_a_mail_goes_only_to_an_address_the_referrer_wrote_from(town: Town) -> None:
    message = Message("help", "secretary@school.example", "", "read below", shown_sender="mia@school.example")
    referral = a_referral(ReferralContent(Referrer(), message=message))
    opened = opened_by(town.noor, referral)
    assert list(actions.addresses(opened)) == ["secretary@school.example", "mia@school.example"]
    with pytest.raises(NotNow):
        actions.plan_talk(town.noor.session, opened, talk_at=TALK_AT, to="stranger@elsewhere.example")


def test_mail_of_a_machine_is_never_answered(town: Town) -> None:
    message = Message("Delivery failed", "daemon@mail.example", "", "...", machine="list")
    assert not actions.addresses(opened_by(town.noor, a_referral(ReferralContent(Referrer(), message=message))))


@pytest.mark.parametrize("answer", [ALMOST, NO], ids=["almost", "no"])
def test_a_referrer_who_sees_it_otherwise_brings_it_back_to_the_table(town: Town, answer: ReferrerAnswer) -> None:
    referral = brought_to(town, Lane.WAITING, to="mia@school.example")
    answers.answer_by_link(links.open_link(posted_token(), code_of(town, referral)), answer)
    assert (row(referral).lane, row(referral).outcome) == (Lane.DECIDING, "")
    [(_, said)] = answers.answers_of(opened_by(town.noor, referral))
    assert said == answer

    actions.propose(town.noor.session, opened_by(town.noor, referral), proposal(town, Outcome.NO_ROLE), to="")
    assert row(referral).lane == Lane.WAITING


def test_an_invitation_that_does_not_suit_is_planned_again(town: Town) -> None:
    referral = brought_to(town, Lane.TALK_PLANNED, to="mia@school.example")
    answers.answer_by_link(links.open_link(posted_token(), code_of(town, referral)), ALMOST)
    assert (row(referral).lane, row(referral).talk_at) == (Lane.NEW, None)


def test_a_link_opens_once_and_a_newer_one_ends_it(town: Town) -> None:
    referral = brought_to(town, Lane.TALK_PLANNED, to="mia@school.example")
    invitation, code = posted_token(), code_of(town, referral)
    actions.propose(
        town.noor.session,
        opened_by(town.noor, referral),
        proposal(town, Outcome.NO_ROLE),
        to="mia@school.example",
    )
    with pytest.raises(Refused):
        links.open_link(invitation, code)
    answers.answer_by_link(links.open_link(posted_token(), code), YES)
    with pytest.raises(Refused):
        links.open_link(posted_token(), code)


def test_what_is_kept_without_a_role_still_opens(town: Town) -> None:
    referral = brought_to(town, Lane.DECIDED, outcome=Outcome.BETTER_PLACED)
    assert row(referral).outcome == Outcome.BETTER_PLACED
    assert opened_by(town.noor, referral).content.concern


def test_later_comes_back_to_the_table(town: Town) -> None:
    referral = brought_to(town, Lane.DECIDED, outcome=Outcome.LATER)
    assert row(referral).again_on is not None
    actions.take_up_again(town.noor.session, opened_by(town.noor, referral))
    assert (row(referral).lane, row(referral).outcome, row(referral).again_on) == (Lane.DECIDING, "", None)


def test_only_the_asked_colleague_takes_the_role_and_the_dossier_gets_everything(town: Town) -> None:
    referral = brought_to(town, Lane.WAITING, outcome=Outcome.ROLE, original=b"From: mia\n\nworried")
    role = Role(
        town.groups["welfare"], "street_work", town.joris.principal, Mode.HANDS_ON, "Robin", Identity("Robin V")
    )
    with pytest.raises(NotNow):
        decision.take_role(town.fatma.session, opened_by(town.fatma, referral), role)
    answers.confirm_by_word(town.noor.session, opened_by(town.noor, referral), BY_WORD)
    assert row(referral).lane == Lane.WAITING
    with pytest.raises(NotNow):
        decision.take_role(town.noor.session, opened_by(town.noor, referral), role)

    code = opened_by(town.fatma, referral).content.code
    made = decision.take_role(town.fatma.session, opened_by(town.fatma, referral), role)

    assert (made.dossier.holder, made.dossier.deputy) == (town.fatma.principal, town.joris.principal)
    copies = ReferralCopy.objects.filter(dossier=made.dossier)
    assert sorted(copy.kind for copy in copies) == ["answer", "invited", "original", "proposal", "referral", "talk"]
    keys = gate.entering(town.joris.session, act="test", of=[made.dossier.id], parts=["referral"])
    kept = keys.open(copies.get(kind="referral"), ReferralContent)
    assert (kept.concern, kept.code) == ("He sleeps in the bus shelter near the canal.", code)
    assert made.dossier.tasks.count() == 1
    assert (row(referral).lane, row(referral).outcome) == (Lane.DECIDED, Outcome.ROLE)
    assert not ReferralRecord.objects.filter(referral=referral).exists()
    assert keys_left([referral]) == 0
    with pytest.raises(Refused):
        opened_by(town.noor, referral)


def test_another_colleague_is_asked_without_asking_the_referrer_again(town: Town) -> None:
    referral = brought_to(town, Lane.WAITING, outcome=Outcome.ROLE)
    answers.confirm_by_word(town.noor.session, opened_by(town.noor, referral), BY_WORD)
    actions.ask_colleague(town.noor.session, opened_by(town.noor, referral), person=town.samir.principal)
    assert (row(referral).role_asked, row(referral).asked) == (town.samir.principal, town.noor.principal)


def test_only_a_colleague_of_the_circle_is_asked_and_says_yes_himself(town: Town) -> None:
    referral = a_referral()
    with pytest.raises(NotNow):
        actions.ask_colleague(town.noor.session, opened_by(town.noor, referral), person=town.greet.principal)
    actions.ask_colleague(town.noor.session, opened_by(town.noor, referral), person=town.samir.principal)
    assert row(referral).accepted_at is None
    with pytest.raises(NotNow):
        actions.accept(town.noor.session, opened_by(town.noor, referral))
    actions.accept(town.samir.session, opened_by(town.samir, referral))
    assert row(referral).accepted_at is not None


def test_an_acute_call_is_kept_and_the_referral_goes_on(town: Town) -> None:
    referral = brought_to(town, Lane.DECIDING)
    actions.call_for_help(town.noor.session, opened_by(town.noor, referral), called="112", words="Ambulance sent.")
    assert (row(referral).urgency, row(referral).lane) == ("today", Lane.DECIDING)
    [call] = decision.records(opened_by(town.noor, referral), actions.ACUTE)
    assert call.called == "112"  # type: ignore[attr-defined]  # an AcuteCall


def test_two_colleagues_at_once_the_second_is_told(town: Town) -> None:
    referral = brought_to(town, Lane.DECIDING)
    hers, his = opened_by(town.noor, referral), opened_by(town.samir, referral)
    actions.propose(town.noor.session, hers, proposal(town, Outcome.NO_ROLE))
    with pytest.raises(Conflict):
        actions.propose(town.samir.session, his, proposal(town, Outcome.LATER))
    assert row(referral).proposed == Outcome.NO_ROLE


def test_the_same_sending_twice_is_done_once(town: Town) -> None:
    referral = brought_to(town, Lane.DECIDING)
    actions.write_notes(town.noor.session, opened_by(town.noor, referral), text="Twice?", once="k")
    with pytest.raises(Conflict):
        actions.write_notes(town.noor.session, opened_by(town.noor, referral), text="Twice?", once="k")
    assert [notes.text for notes in decision.notes_of(opened_by(town.noor, referral))].count("Twice?") == 1
