"""SAN-04 and SAN-06: who counts as a minor and until when, as tables of days."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from kring.sanctions.files import rules, terms
from kring.sanctions.files.codelists import Outcome, Prosecutor, Sanction, Service
from kring.sanctions.files.content import DecisionContent, PersonContent, ResultContent
from kring.sanctions.files.rules import NotYet

FACTS, SEEN, NOW = date(2026, 3, 10), date(2026, 3, 12), date(2026, 5, 1)
OFFERED = date(2026, 4, 1)
MINOR = PersonContent("Jef", date(2011, 1, 5), "Lindestraat 4", "damage", FACTS, SEEN)
ADULT = replace(MINOR, born_on=date(1990, 1, 5))
ASKED = replace(MINOR, offered_on=OFFERED, lawyer_told_on=OFFERED)
NOTHING, NO_WORD = DecisionContent(), ResultContent()
FINE = DecisionContent(sanction="fine", amount=100, decided_on=NOW)


@pytest.mark.parametrize(
    ("born_on", "enters", "minor"),
    [
        (date(2012, 3, 11), False, True),
        (date(2012, 3, 10), True, True),
        (date(2008, 3, 11), True, True),
        (date(2008, 3, 10), True, False),
        (date(1950, 1, 1), True, False),
    ],
)
def test_san_04_age_counts_on_the_day_of_the_facts(born_on: date, enters: bool, minor: bool) -> None:
    person = replace(MINOR, born_on=born_on)
    assert terms.old_enough(born_on, FACTS) is enters
    assert terms.minor(person) is minor
    if enters:
        rules.check_person(person, NOW)
    else:
        with pytest.raises(NotYet) as young:
            rules.check_person(person, NOW)
        assert young.value.field == "born_on"


def test_san_04_days_that_cannot_be_open_no_file() -> None:
    for wrong in (
        replace(MINOR, established_on=FACTS - timedelta(days=1)),
        replace(MINOR, established_on=NOW + timedelta(days=1)),
        replace(MINOR, born_on=FACTS),
    ):
        with pytest.raises(NotYet):
            rules.check_person(wrong, NOW)


@pytest.mark.parametrize(
    ("person", "decision", "last"),
    [
        (MINOR, NOTHING, date(2026, 9, 12)),
        (ASKED, NOTHING, date(2027, 3, 12)),
        (ADULT, DecisionContent(service_offered_on=OFFERED, service_hours=20), date(2027, 3, 12)),
    ],
)
def test_san_06_six_months_to_decide_and_twelve_once_something_was_proposed(
    person: PersonContent, decision: DecisionContent, last: date
) -> None:
    assert terms.terms(person, decision).decide_by == last


def test_san_06_the_lawyer_within_two_working_days_and_service_within_six_months() -> None:
    friday = replace(MINOR, lawyer_told_on=date(2026, 3, 13))
    assert terms.terms(friday, NOTHING).lawyer_by == date(2026, 3, 17)
    assert terms.terms(MINOR, DecisionContent(service_offered_on=OFFERED)).served_by == date(2026, 10, 1)


@pytest.mark.parametrize(
    ("person", "decision", "goes"),
    [
        (MINOR, NOTHING, date(2026, 9, 13)),
        (ASKED, NOTHING, date(2031, 4, 1)),
        (ASKED, FINE, date(2031, 5, 1)),
        (ASKED, replace(FINE, sanction="none", amount=0), date(2031, 4, 1)),
        (ADULT, DecisionContent(service_offered_on=NOW), date(2031, 5, 1)),
        (MINOR, replace(FINE, sanction="none", amount=0), date(2026, 9, 13)),
    ],
)
def test_san_04_five_years_from_the_sanction_else_from_the_proposal(
    person: PersonContent, decision: DecisionContent, goes: date
) -> None:
    assert terms.expires_on(person, decision) == goes


@pytest.mark.parametrize(
    ("person", "told_on", "fit", "on", "wrong"),
    [
        (MINOR, OFFERED, False, OFFERED, None),
        (MINOR, None, True, OFFERED, "told_on"),
        (MINOR, OFFERED + timedelta(days=1), True, OFFERED, "told_on"),
        (ADULT, None, True, OFFERED, None),
        (ADULT, None, False, OFFERED, "fit"),
        (MINOR, OFFERED, True, date(2026, 9, 13), "offered_on"),
        (MINOR, OFFERED, True, NOW + timedelta(days=1), "offered_on"),
        (MINOR, OFFERED, True, FACTS, "offered_on"),
    ],
)
def test_san_06_an_offer_in_time_and_for_a_minor_after_the_notice_to_the_bar(
    person: PersonContent, told_on: date | None, fit: bool, on: date, wrong: str | None
) -> None:
    def offer() -> None:
        rules.check_offer(person, NOTHING, on=on, told_on=told_on, fit=fit, today=min(NOW, max(on, OFFERED)))

    if wrong == "offered_on" and on > NOW:
        with pytest.raises(NotYet):
            rules.check_offer(person, NOTHING, on=on, told_on=told_on, fit=fit, today=NOW)
    elif wrong:
        with pytest.raises(NotYet) as found:
            offer()
        assert found.value.field == wrong
    else:
        offer()


REFUSED, FAILED, SUCCEEDED = (ResultContent(one.value, by="mediator") for one in Outcome)


@pytest.mark.parametrize(
    ("person", "result", "decision", "amount", "may"),
    [
        (MINOR, NO_WORD, NOTHING, 100, False),
        (ASKED, NO_WORD, NOTHING, 100, False),
        (ASKED, REFUSED, NOTHING, 100, True),
        (ASKED, FAILED, NOTHING, 175, True),
        (ASKED, FAILED, NOTHING, 176, False),
        (ASKED, FAILED, NOTHING, 0, False),
        (ASKED, SUCCEEDED, NOTHING, 100, False),
        (ADULT, NO_WORD, NOTHING, 350, True),
        (ADULT, NO_WORD, NOTHING, 501, False),
        (replace(ADULT, offered_on=OFFERED), NO_WORD, NOTHING, 100, False),
        (ADULT, NO_WORD, DecisionContent(prosecutor=Prosecutor.ASKED), 100, False),
        (ADULT, NO_WORD, DecisionContent(prosecutor=Prosecutor.PROSECUTES), 100, False),
        (ADULT, NO_WORD, DecisionContent(prosecutor=Prosecutor.LEAVES_IT), 100, True),
        (ASKED, FAILED, DecisionContent(service_offered_on=NOW, service_hours=9), 100, False),
        (ASKED, FAILED, DecisionContent(service_offered_on=NOW, service=Service.DONE), 100, False),
        (ASKED, FAILED, DecisionContent(service_offered_on=NOW, service=Service.NOT_DONE), 100, True),
        (ASKED, FAILED, FINE, 100, False),
    ],
)
def test_san_05_no_fine_before_the_mediator_reported_nor_ever_after_success(
    person: PersonContent, result: ResultContent, decision: DecisionContent, amount: int, may: bool
) -> None:
    now = replace(decision, sanction=Sanction.FINE.value, amount=amount, decided_on=NOW)
    if may:
        rules.check_decision(person, result, decision, now, by="officer", today=NOW)
    else:
        with pytest.raises(NotYet):
            rules.check_decision(person, result, decision, now, by="officer", today=NOW)


def test_san_06_no_decision_after_its_term_nor_for_tomorrow() -> None:
    for day, today in ((date(2026, 9, 12), date(2026, 9, 12)), (date(2026, 9, 13), date(2026, 9, 13))):
        now = replace(FINE, decided_on=day)
        if day == date(2026, 9, 12):
            rules.check_decision(ADULT, NO_WORD, NOTHING, now, by="officer", today=today)
        else:
            with pytest.raises(NotYet):
                rules.check_decision(ADULT, NO_WORD, NOTHING, now, by="officer", today=today)
    with pytest.raises(NotYet):
        rules.check_decision(ADULT, NO_WORD, NOTHING, replace(FINE, decided_on=NOW), by="officer", today=OFFERED)


@pytest.mark.parametrize(
    ("person", "result", "hours", "may"),
    [
        (ASKED, FAILED, 15, True),
        (ASKED, FAILED, 16, False),
        (ASKED, NO_WORD, 10, False),
        (ASKED, SUCCEEDED, 10, False),
        (MINOR, NO_WORD, 10, False),
        (ADULT, NO_WORD, 30, True),
        (ADULT, NO_WORD, 31, False),
    ],
)
def test_san_06_service_within_its_hours_after_mediation_came_to_nothing(
    person: PersonContent, result: ResultContent, hours: int, may: bool
) -> None:
    now = DecisionContent(service_offered_on=NOW, service_hours=hours)
    if may:
        rules.check_service(person, result, NOTHING, now, today=NOW)
    else:
        with pytest.raises(NotYet):
            rules.check_service(person, result, NOTHING, now, today=NOW)


def test_san_08_who_mediated_in_a_file_never_decides_in_it() -> None:
    now = replace(FINE, decided_on=NOW)
    with pytest.raises(NotYet):
        rules.check_decision(ASKED, FAILED, NOTHING, now, by="mediator", today=NOW)
