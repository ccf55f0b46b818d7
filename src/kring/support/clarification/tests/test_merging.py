"""Two referrals about the same become one: no word is lost, both codes keep working, and it is counted once."""

from dataclasses import replace
from typing import Any

import pytest

from kring.support.clarification import actions, answers, merging, own
from kring.support.clarification.actions import addresses, merged
from kring.support.clarification.content import Answer, ReferrerAnswer
from kring.support.clarification.decision import Role, take_role
from kring.support.clarification.links import open_link
from kring.support.clarification.rules import NotNow
from kring.support.clarification.testing import (
    SCHOOL,
    TALK_AT,
    WORRY,
    a_referral,
    brought_to,
    opened_by,
    posted_token,
    proposal,
)
from kring.support.clarification.tests.asking import asked
from kring.support.clarification.tests.test_board import card
from kring.support.clarification.tests.test_referral_page import send
from kring.support.dossier.content import Mode
from kring.support.dossier.models import ReferralCopy
from kring.support.intake.codelists import Urgency
from kring.support.intake.content import Message, ReferralContent, Referrer
from kring.support.intake.models import Referral, ReferralRecord
from kring.support.intake.status.queries import by_code
from kring.team.testing import Town
from kring.vault import outbox
from kring.vault.models import Letter, Lock
from kring.vault.refusals import Conflict, Refused

Lane, Outcome = Referral.Lane, Referral.Outcome
ELS = "els@debrug.example"
OTHER = ReferralContent(
    Referrer(name="Els Maes", organisation="De Brug", email=ELS, language="fr"),
    concern="A boy sleeps near the canal.",
    tried="We gave him a blanket.",
    protect_source=True,
)


def two(town: Town, **about: Any) -> tuple[str, str]:
    """The first referral, and a second with a talk, notes, and an answer that is not yes."""
    first = a_referral()
    second = a_referral(OTHER, original=b"From: els\n\nA boy sleeps there.", **about)
    actions.plan_talk(
        town.samir.session, opened_by(town.samir, second), talk_at=TALK_AT, to=ELS, place="De Brug", questions="Who?"
    )
    link = open_link(posted_token(), opened_by(town.noor, second).content.code)
    answers.answer_by_link(link, ReferrerAnswer(Answer.ALMOST, "Rather on Friday."))
    actions.write_notes(town.samir.session, opened_by(town.samir, second), text="Els rang about a blanket.")
    actions.propose(town.samir.session, opened_by(town.samir, second), proposal(town, Outcome.NO_ROLE, why="Twice."))
    return first, second


def put_together(town: Town, first: str, second: str) -> None:
    assert send(town.noor, first, "merge", other=second)[0] == 302


def test_not_a_word_is_lost(town: Town) -> None:
    first, second = two(town)
    code = card(second)
    put_together(town, first, second)
    text = town.samir.client.get(f"/referrals/{first}").content.decode()
    typed = (
        "He sleeps in the bus shelter near the canal.",
        "A boy sleeps near the canal.",
        "We gave him a blanket.",
        "Els rang about a blanket.",
        "Rather on Friday.",
        "Twice.",
        "Els Maes, De Brug",
        "Who?",
        "De Brug",
        code,
        "De aanmelder vraagt om niet genoemd te worden",
    )
    assert [word for word in typed if word not in text] == []


def test_the_message_as_it_came_is_kept_too(town: Town) -> None:
    first, second = two(town)
    put_together(town, first, second)
    [row] = ReferralRecord.objects.filter(referral=first, kind="merged_raw")
    answer = town.samir.client.get(f"/referrals/{first}/originals/{row.id}")
    assert answer.content == b"From: els\n\nA boy sleeps there."
    assert "sandbox" in answer["Content-Security-Policy"]
    assert town.samir.client.get(f"/referrals/{second}/originals/{row.id}").status_code == 404
    assert town.greet.client.get(f"/referrals/{first}/originals/{row.id}").status_code == 404


def test_of_the_second_nothing_stays_by_itself(town: Town) -> None:
    first, second = two(town)
    put_together(town, first, second)
    assert not ReferralRecord.objects.filter(referral=second).exists()
    assert not Letter.objects.filter(about=second).exists()
    assert {lock.state for lock in Lock.objects.filter(bundle=second)} == {Lock.State.SHREDDED}
    row = Referral.objects.get(id=second)
    assert (row.lane, row.outcome, row.merged_into, row.filed) == (Lane.DECIDED, Outcome.MERGED, first, False)
    with pytest.raises(Refused):
        opened_by(town.noor, second)
    assert town.noor.client.get(f"/referrals/{second}")["Location"] == f"/referrals/{first}"
    assert town.greet.client.get(f"/referrals/{second}").status_code == 404


def test_both_codes_tell_where_it_stands(town: Town) -> None:
    first, second = two(town)
    mine, theirs = (opened_by(town.noor, one).content.code for one in (first, second))
    put_together(town, first, second)
    assert by_code(mine).id == by_code(theirs).id == first


def test_each_is_written_to_in_his_own_language_with_his_own_code(town: Town) -> None:
    first, second = two(town)
    code = opened_by(town.noor, second).content.code
    put_together(town, first, second)
    assert list(addresses(opened_by(town.noor, first))) == ["mia@school.example", ELS]
    actions.plan_talk(town.noor.session, opened_by(town.noor, first), talk_at=TALK_AT, to=ELS)
    mail = list(outbox.waiting())[-1]
    assert (mail.to, mail.language) == (ELS, "fr")
    assert open_link(mail.words["token"], code).shown.talk_at == TALK_AT


def test_it_is_one_card_and_counted_once(town: Town) -> None:
    from kring.vault.models import Fact

    first, second = two(town)
    before = Fact.objects.count()
    gone = card(second)
    put_together(town, first, second)
    _, text, _ = asked(town.noor.client, "/board")
    assert card(first) in text
    assert gone not in text
    assert "samengevoegd" not in text.lower()
    assert Fact.objects.count() == before


def test_the_more_urgent_and_who_receives_it_are_taken_over(town: Town) -> None:
    first, second = two(town, urgency=Urgency.TODAY)
    put_together(town, first, second)
    row = Referral.objects.get(id=first)
    assert (row.urgency, row.asked) == (Urgency.TODAY, town.samir.principal)
    assert row.first_answer_at is not None


def test_no_referrer_withdraws_the_words_of_another(town: Town) -> None:
    first, second = two(town)
    assert own.can("withdraw", Referral.objects.get(id=first))
    put_together(town, first, second)
    assert not own.can("withdraw", Referral.objects.get(id=first))
    assert not own.can("withdraw", Referral.objects.get(id=second))


def test_three_become_one(town: Town) -> None:
    first, second = two(town)
    third = a_referral(replace(WORRY, concern="I saw him too."))
    codes = [opened_by(town.noor, one).content.code for one in (first, second, third)]
    put_together(town, first, second)
    put_together(town, third, first)
    assert {by_code(code).id for code in codes} == {third}
    assert [one.content.concern for one in merged(opened_by(town.noor, third))] == [WORRY.concern, OTHER.concern]
    text = town.noor.client.get(f"/referrals/{third}").content.decode()
    assert "A boy sleeps near the canal." in text
    assert "He sleeps in the bus shelter near the canal." in text


def test_a_role_takes_everything_along_without_any_code(town: Town) -> None:
    first, second = two(town)
    put_together(town, first, second)
    actions.write_notes(town.noor.session, opened_by(town.noor, first), text="We spoke.")
    actions.propose(town.noor.session, opened_by(town.noor, first), proposal(town, Outcome.ROLE))
    answers.confirm_by_word(town.noor.session, opened_by(town.noor, first), ReferrerAnswer(Answer.YES, way="word"))
    role = Role(town.groups["welfare"], "street_work", town.joris.principal, Mode.HANDS_ON, "Robin")
    made = take_role(town.fatma.session, opened_by(town.fatma, first), role)
    copies = ReferralCopy.objects.filter(dossier=made.dossier)
    assert {copy.kind for copy in copies} >= {"referral", "merged", "merged_raw", "talk", "proposal"}
    from kring.support.clarification.content import Merged

    kept = made.keys.open(copies.get(kind="merged"), Merged)
    assert (kept.content.concern, kept.content.code) == (OTHER.concern, "")


def test_only_another_that_is_still_open_can_come_in(town: Town) -> None:
    first, decided = a_referral(), brought_to(town, Lane.DECIDED, outcome=Outcome.NO_ROLE)
    for other in (first, decided, "AAAAAAAAAAAAAAAAAAAAAA"):
        with pytest.raises(NotNow):
            merging.merge(town.noor.session, opened_by(town.noor, first), other=other)
    text = town.noor.client.get(f"/referrals/{first}").content.decode()
    assert f'value="{decided}"' not in text
    assert f'value="{first}"' not in text


def test_done_once_and_of_two_at_once_the_second_is_told(town: Town) -> None:
    first, second = two(town)
    seen, also = opened_by(town.noor, first), opened_by(town.samir, first)
    merging.merge(town.noor.session, seen, other=second, once="1")
    with pytest.raises((Conflict, NotNow)):
        merging.merge(town.samir.session, also, other=second, once="2")
    assert len(merged(opened_by(town.noor, first))) == 1


def test_mail_of_a_machine_is_not_on_offer(town: Town) -> None:
    machine = a_referral(ReferralContent(SCHOOL, message=Message("x", "a@b.example", "", "y", machine="list")))
    assert f'value="{machine}"' not in town.noor.client.get(f"/referrals/{a_referral()}").content.decode()
