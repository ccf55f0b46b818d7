"""The saved questions over an invented town: each figure against a count by hand that knows nothing of the catalogue.

Inside numbers are compared, so that every cell is; what may be shown outside has tests of its own. Traps are named.
"""

import json
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from statistics import median
from typing import Any

import pytest
from django.utils import translation

from kring.reporting import answering, asking, questions, saying
from kring.reporting.answers import Standing
from kring.reporting.content import Audience
from kring.reporting.tests.invented import LAST, Caseload, Life, Person, invented, tell
from kring.team.models import Appointment
from kring.team.testing import Town
from kring.vault.acts import acting

Row = dict[str, Any]
NOT_HELD = ("Q03", "Q05", "Q10", "Q12", "Q16", "Q18", "Q19", "Q22", "Q24", "Q43")
FIRST = date.min


@dataclass
class House:
    """The town, and what it was made of."""

    town: Town
    made: Caseload

    def ask(self, code: str, audience: Audience = Audience.INTERNAL, **said: Any) -> Row:
        question = asking.understood({**json.loads(questions.path(code).read_text()), **said}, LAST)
        answer = answering.answer(self.town.saar.session, question, audience)
        return saying.as_json(answer, audience.value)


@pytest.fixture
def house(town_alone: Town) -> House:
    made = invented()
    with acting("test.invented", by="system") as act:
        tell(act, town_alone, made)
    return House(town_alone, made)


def lives(made: Caseload) -> Iterator[tuple[Person, Life]]:
    return ((person, life) for person in made.persons for life in person.lives)


def stands(life: Life, on: date) -> bool:
    return life.opened_on <= on and not (life.closed_on and life.closed_on <= on)


def touches(life: Life, start: date, end: date) -> bool:
    return life.opened_on <= end and not (life.closed_on and life.closed_on < start)


def age_band(person: Person, year: int) -> str:
    if person.birth_year is None:
        return "unknown"
    age, cuts = year - person.birth_year, (0, 12, 14, 16, 18, 21, 26, 36, 50, 65)
    low = max(cut for cut in cuts if cut <= age)
    return "65+" if low == 65 else f"{low}-{cuts[cuts.index(low) + 1] - 1}"


def whole(answer: Row, measure: str, name: str = "") -> Any:
    return next(
        row["value"]
        for row in answer["table"]
        if row["measure"] == measure and row["by"] == {} and name in ("", row["period"]["name"])
    )


def split(answer: Row, measure: str, dimension: str, name: str = "") -> dict[str, Any]:
    return {
        row["by"][dimension]: row["value"]
        for row in answer["table"]
        if row["measure"] == measure and list(row["by"]) == [dimension] and name in ("", row["period"]["name"])
    }


def filled(cells: dict[str, Any]) -> dict[str, Any]:
    return {code: number for code, number in cells.items() if number}


def test_every_question_is_saved_and_read() -> None:
    assert len(questions.CODES) == 22
    for code in questions.CODES:
        assert asking.read(questions.path(code).read_text(), date(2024, 6, 1)).id == code


@pytest.mark.parametrize("code", NOT_HELD)
def test_what_is_no_casework_is_not_held_here_and_says_whom_to_ask(house: House, code: str) -> None:
    answer = house.ask(code)
    assert (answer["status"], answer["table"]) == (Standing.NOT_HELD, [])
    assert all(each["reason"].endswith(".") and each["ask"] for each in answer["not_held"])


def test_a_period_that_is_not_understood_matters_only_where_something_is_counted(house: House) -> None:
    assert house.ask("Q22", period="since covid")["status"] == Standing.NOT_HELD


@pytest.mark.parametrize("code", ["Q07", "Q11"])
def test_of_another_subject_only_the_staff_is_told(house: House, code: str) -> None:
    answer = house.ask(code)
    assert {row["measure"] for row in answer["table"]} <= {"headcount", "trend"}
    assert {row["of"] for row in answer["table"]} == {"headcount"}
    assert {"persons_unique", "cases_closed"} & {each["measure"] for each in answer["not_held"]}


def test_q01_stock_at_a_date_by_programme_and_function(house: House) -> None:
    answer = house.ask("Q01")
    on = date(2021, 3, 1)
    open_ones = [person for person, life in lives(house.made) if stands(life, on)]
    assert whole(answer, "cases_open") == len(open_ones)
    street = sum(person.holder in ("noor", "joris", "fatma") for person in open_ones)
    assert split(answer, "cases_open", "programme")["street_work"] == street
    assert split(answer, "cases_open", "worker_role")["street_worker"] == street
    assert split(answer, "cases_open", "programme")["youth_reconnect"] == 0


def test_q27_persons_a_year_by_gender_and_age_on_a_base_with_unknowns(house: House) -> None:
    answer = house.ask("Q27")
    for year in (2020, 2021):
        start, end = date(year, 1, 1), min(date(year, 12, 31), LAST)
        there = [one for one in house.made.persons if any(touches(life, start, end) for life in one.lives)]
        assert whole(answer, "persons_unique", f"{year}") == len(there)
        genders = Counter(person.gender or "unknown" for person in there)
        assert filled(split(answer, "persons_unique", "gender", f"{year}")) == dict(genders)
        unknown = [
            each
            for each in answer["unknowns"]
            if each["dimensions"] == ["gender"] and each["period"]["name"] == f"{year}"
        ]
        assert {"persons_unique"} <= {each["measure"] for each in unknown}
        firsts = [next(life for life in one.lives if touches(life, start, end)) for one in there]
        ages = Counter(age_band(one, life.opened_on.year) for one, life in zip(there, firsts, strict=True))
        assert filled(split(answer, "persons_unique", "age_band", f"{year}")) == dict(ages)
    assert "2022" in " ".join(answer["text"])
    missing = {code for each in answer["not_held"] for code in each["split"]}
    assert {"nationality_group", "housing"} <= missing


def test_q27_trap_the_single_person_of_a_gender_is_not_shown(town_alone: Town) -> None:
    made = invented()
    for one in made.persons:
        one.gender = "m" if one.gender == "x" else one.gender
    made.persons.append(Person("noor", [Life(date(2020, 5, 1))], 1990, "x", "", "self", date(2020, 4, 1), None))
    with acting("test.one", by="system") as act:
        tell(act, town_alone, made)
    said: Row = {"measures": ["persons_unique"], "dimensions": ["gender", "year"]}
    answer = House(town_alone, made).ask("Q27", Audience.PUBLIC, **said)
    assert split(answer, "persons_unique", "gender", "2020")["x"] is None
    assert answer["status"] != Standing.ANSWERED


def test_q29_trap_the_flow_identity_holds_with_who_came_back(house: House) -> None:
    answer = house.ask("Q29")
    every = list(lives(house.made))
    ever, left = len(house.made.persons), sum(life.closed_on is not None for _, life in every)
    now, back = sum(stands(life, LAST) for _, life in every), sum(len(one.lives) - 1 for one in house.made.persons)
    found = {code: whole(answer, code) for code in ("persons_unique", "cases_closed", "cases_open", "cases_reopened")}
    assert found == {"persons_unique": ever, "cases_closed": left, "cases_open": now, "cases_reopened": back}
    assert back > 0
    assert ever + back - left == now
    days = [(life.closed_on - life.opened_on).days for _, life in every if life.closed_on]
    row = next(row for row in answer["table"] if row["measure"] == "duration_days" and row["by"] == {})
    assert (row["known"], row["median"], row["mean"]) == (len(days), round(median(days)), round(sum(days) / len(days)))


def test_q32_who_waits_on_a_day_and_how_long(house: House) -> None:
    answer = house.ask("Q32")
    waiting = [one for one in house.made.referrals if not one.decided_on or one.decided_on > LAST]
    assert whole(answer, "waiting_now") == len(waiting)
    bands: Counter[str] = Counter()
    for one in waiting:
        days = (LAST - one.arrived_on).days
        bands[
            "0-7" if days < 8 else "8-14" if days < 15 else "15-30" if days < 31 else "31-90" if days < 91 else "91+"
        ] += 1
    assert filled(split(answer, "waiting_now", "wait_band")) == dict(bands)
    assert "partner" in {code for each in answer["not_held"] for code in each["split"]}


BANDS = ((91, "91+"), (31, "31-90"), (15, "15-30"), (8, "8-14"), (0, "0-7"))


def test_q33_end_of_year_against_the_year_before(house: House) -> None:
    answer = house.ask("Q33", period="end 2018, end 2019")

    def waits(on: date) -> int:
        return sum(
            one.arrived_on <= on and not (one.decided_on and one.decided_on <= on) for one in house.made.referrals
        )

    ends = {year: waits(date(year, 12, 31)) for year in (2018, 2019)}
    assert whole(answer, "waiting_now", "2018-12-31") == ends[2018]
    assert whole(answer, "waiting_now", "2019-12-31") == ends[2019]
    assert whole(answer, "trend") == ends[2019] - ends[2018]
    assert "persons_overlap" in {each["measure"] for each in answer["not_held"]}


CARRY = {"coach", "street_therapist", "street_worker", "early_worker", "case_director"}


def test_q35_trap_the_mean_of_equivalents_and_a_case_once_by_holder(house: House) -> None:
    lotte = Appointment.objects.get(colleague__principal=house.town.people["lotte"].principal)
    with acting("test.left", by="system") as act:
        act.change(lotte, until_on=date(2020, 6, 30))
    answer = house.ask("Q35", period="2020")
    open_ones = sum(stands(life, date(2020, 12, 31)) for _, life in lives(house.made))
    assert whole(answer, "cases_open") == open_ones
    early = split(answer, "fte", "programme")["early_intervention"]
    assert early == round(lotte.fte_percent / 100 * 182 / 366, 2)
    carriers = [one for one in Appointment.objects.all() if one.function in CARRY]
    days = sum(
        (one.fte_percent / 100) * (182 if one.id == lotte.id else 366) / 366
        for one in carriers
        if one.from_on.year < 2020
    )
    assert whole(answer, "caseload") == pytest.approx(open_ones / days, abs=0.15)


def test_q38_trap_a_year_from_august_to_july(house: House) -> None:
    answer = house.ask("Q38", period="1 Aug 2019 to 31 Jul 2020")
    there = [one for one in house.made.referrals if date(2019, 8, 1) <= one.arrived_on <= date(2020, 7, 31)]
    assert whole(answer, "referrals") == len(there)
    kinds = Counter(one.referrer_kind for one in there)
    assert filled(split(answer, "referrals", "referrer_type")) == dict(kinds)
    assert "gender" in {code for each in answer["not_held"] for code in each["split"]}, "a referral has no person"


def test_q40_who_works_here_and_money_is_not_held(house: House) -> None:
    answer = house.ask("Q40")
    assert whole(answer, "headcount") == 11
    assert "budget" in {each["measure"] for each in answer["not_held"]}


def test_q44_trap_how_far_a_referral_comes_and_how_many_dossiers_begin(house: House) -> None:
    answer = house.ask("Q44")
    there = house.made.referrals
    assert split(answer, "referrals", "milestone") == {
        "arrival": len(there),
        "talk": sum(one.talk_on is not None and one.talk_on <= LAST for one in there),
        "decision": sum(one.decided_on is not None for one in there),
    }
    assert whole(answer, "cases_new") == len(list(lives(house.made)))


def test_two_facets_with_a_small_cell_are_unsafe_and_without_one_they_are_shown(house: House) -> None:
    said: Row = {"measures": ["cases_new"], "dimensions": [], "period": "open"}
    crossed = house.ask("Q44", Audience.PUBLIC, **said, tables=[["programme", "gender"]])
    assert crossed["status"] == Standing.UNSAFE
    assert all(row["value"] is None for row in crossed["table"] if row["by"])
    [nearest] = crossed["nearest"]
    assert house.ask("Q44", Audience.PUBLIC, **said, tables=nearest["tables"])["status"] != Standing.UNSAFE
    for language, words in (("nl", "Wat wel veilig kan"), ("fr", "sans risque"), ("en", "asked safely")):
        with translation.override(language):
            told = house.ask("Q44", Audience.PUBLIC, **said, tables=[["programme", "gender"]])["text"]
        assert sum(words in sentence for sentence in told) == 1
    inside = house.ask("Q44", **said, tables=[["programme", "gender"]])
    expected = Counter((PROGRAMME[one.holder], one.gender or "unknown") for one, _ in lives(house.made))
    for (programme, gender), number in expected.items():
        by = {"programme": programme, "gender": gender}
        assert next(row["value"] for row in inside["table"] if row["by"] == by) == number


PROGRAMME = {
    "noor": "street_work",
    "joris": "street_work",
    "fatma": "street_work",
    "samir": "identity_coaching",
    "eline": "identity_coaching",
    "tom": "street_therapy",
    "lotte": "early_intervention",
}


def test_a_filter_narrows_to_minors(house: House) -> None:
    answer = house.ask("Q44", measures=["cases_new"], dimensions=[], filters={"minor": True}, period="2020")
    there = [
        one
        for one, life in lives(house.made)
        if life.opened_on.year == 2020 and one.birth_year and 2020 - one.birth_year < 18
    ]
    assert whole(answer, "cases_new") == len(there)


def test_gdp_17_all_minus_all_the_others_gives_no_hidden_programme(house: House) -> None:
    said: Row = {"measures": ["cases_open"], "dimensions": ["programme"], "period": "2020-12-31"}
    whole_table = house.ask("Q44", Audience.PUBLIC, **said)
    hidden = {code for code, number in split(whole_table, "cases_open", "programme").items() if number is None}
    assert len(hidden) == 3
    for code in hidden:
        others = [each for each in split(whole_table, "cases_open", "programme") if each != code]
        narrowed = house.ask("Q44", Audience.PUBLIC, **said | {"dimensions": [], "filters": {"programme": others}})
        assert (whole(narrowed, "cases_open"), narrowed["status"]) == (None, Standing.UNSAFE)
        inside = house.ask("Q44", **said | {"dimensions": [], "filters": {"programme": others}})
        assert whole(inside, "cases_open") > 0


def test_outcome_rate_says_its_denominator(house: House) -> None:
    answer = house.ask("Q44", measures=["outcome", "outcome_rate"], dimensions=["outcome"], period="2020")
    ended = [life for _, life in lives(house.made) if life.closed_on and life.closed_on.year == 2020]
    reasons = Counter(life.reason for life in ended)
    assert filled(split(answer, "outcome", "outcome")) == dict(reasons)
    rates = {code: round(100 * number / len(ended)) for code, number in reasons.items()}
    assert filled(split(answer, "outcome_rate", "outcome")) == rates
    assert any(
        "denominator" in each.get("base", "") or "noemer" in each.get("base", "") for each in answer["definitions"]
    )


def test_days_from_referral_to_first_contact(house: House) -> None:
    answer = house.ask("Q44", measures=["wait_days"], dimensions=[], period="2020")
    waits = [
        (one.contact_on - one.referred_on).days
        for one in house.made.persons
        if one.lives[0].opened_on.year == 2020 and one.contact_on
    ]
    row = next(row for row in answer["table"] if row["measure"] == "wait_days")
    assert (row["known"], row["median"]) == (len(waits), round(median(waits)))


def test_saved_questions_name_nobody(house: House) -> None:
    told = " ".join(path.read_text() for path in Path(questions.__path__[0]).glob("*.json"))
    assert not any(name in told for name in ("Noor", "Robin"))
