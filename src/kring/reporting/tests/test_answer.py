"""Golden: the founding answer of 1 March 2021, and that asking again changes nothing."""

from datetime import date

import pytest

from kring.reporting import actions, queries, spoken
from kring.reporting.actions import NotYet
from kring.reporting.content import Audience, InsideFigures
from kring.reporting.models import Answer, InsideAnswer
from kring.reporting.tests.conftest import ON, opened
from kring.team.testing import Town
from kring.vault import facts, gate, keycheck
from kring.vault.acts import acting
from kring.vault.gate import OWN_KEY
from kring.vault.models import JournalEntry
from kring.vault.primitives import new_key
from kring.vault.refusals import Refused

CASES = {
    "identity_coaching": 74,
    "street_therapy": 41,
    "street_work": 126,
    "early_intervention": 35,
    "youth_reconnect": 0,
}
OUTREACHERS = {
    "identity_coaching": 2,
    "street_therapy": 1,
    "street_work": 3,
    "early_intervention": 1,
    "youth_reconnect": 0,
}


def answered(town: Town, audience: Audience = Audience.PUBLIC) -> dict[str, object]:
    answer = actions.freeze(town.saar.session, ON)
    return spoken.as_json(answer, queries.figures(town.saar.session, answer, audience), audience)


def by_code(answer: dict[str, object], what: str) -> dict[str, object]:
    programmes = answer["programmes"]
    assert isinstance(programmes, list)
    return {line["code"]: line[what] for line in programmes}


def released() -> int:
    """How often numbers were asked of the facts, by the journal."""
    return sum(b'"released"' in bytes(entry.text or b"") for entry in JournalEntry.objects.all())


def test_the_internal_answer(town: Town) -> None:
    answer = answered(town, Audience.INTERNAL)
    assert (answer["total"], answer["outreachers"], answer["team"]) == (276, 7, 11)
    assert by_code(answer, "cases") == CASES
    assert by_code(answer, "outreachers") == OUTREACHERS
    assert set(by_code(answer, "withheld_reason").values()) == {None}


def test_the_public_answer_withholds_with_complements(town: Town) -> None:
    answer = answered(town)
    assert (answer["on"], answer["audience"]) == ("2021-03-01", "public")
    assert (answer["total"], answer["outreachers"], answer["team"]) == (276, 7, 11)
    hidden = {"identity_coaching", "street_therapy", "early_intervention"}
    assert by_code(answer, "cases") == {code: None if code in hidden else cases for code, cases in CASES.items()}
    reasons = by_code(answer, "withheld_reason")
    assert len({reasons[code] for code in hidden}) == 1, "one reason: nobody sees which cell helps to hide which"
    assert all(reasons[code] is None for code in CASES.keys() - hidden)


def test_zero_is_shown_with_its_start(town: Town) -> None:
    answer = answered(town)
    assert by_code(answer, "started")["youth_reconnect"] == "2021-02-01"
    assert by_code(answer, "cases")["youth_reconnect"] == 0


def test_other_registers_are_listed_and_not_counted(town: Town) -> None:
    excluded = answered(town)["excluded"]
    assert isinstance(excluded, list)
    assert [each["register"] for each in excluded] == ["neighbourhood mediation", "sanction mediation"]
    assert all(each["reason"] for each in excluded)


def test_the_keys_of_the_answer(town: Town) -> None:
    answer = answered(town)
    assert set(answer) == {
        *("on", "audience", "total", "outreachers", "team", "programmes", "excluded", "definition"),
    }
    assert all(
        set(line) == {"code", "name", "cases", "withheld_reason", "outreachers", "started"}
        for line in answer["programmes"]  # type: ignore[attr-defined]  # a list, see above
    )


def test_asked_again_it_is_the_same_whatever_came_after(town: Town) -> None:
    before = answered(town), answered(town, Audience.INTERNAL)
    with acting("test.late", by="system") as act:
        facts.write_all(act, [opened(town, new_key(), "noor", ON)])
    assert (answered(town), answered(town, Audience.INTERNAL)) == before
    assert Answer.objects.count() == 1
    assert released() == 1, "the frozen answer is read, not counted again"
    assert actions.draft(town.jonas.session, ON).inside.total == 277


def test_a_day_to_come_is_not_counted(town: Town) -> None:
    with pytest.raises(NotYet):
        actions.freeze(town.saar.session, date(2021, 3, 16))


def test_the_head_of_service_reads_the_table_and_counts_nothing(town: Town) -> None:
    answer = actions.freeze(town.saar.session, ON)
    assert queries.figures(town.greet.session, answer, Audience.INTERNAL).total == 276
    with pytest.raises(Refused):
        actions.draft(town.greet.session, ON)
    with pytest.raises(Refused):
        gate.entering(town.greet.session, act="test", of=[town.groups["statistics"]], parts=[OWN_KEY])


@pytest.mark.parametrize("who", ["noor", "tom", "nele", "bart", "hilde", "karel", "ann", "marc"])
def test_nobody_else_opens_the_internal_table_or_counts(town: Town, who: str) -> None:
    answer = actions.freeze(town.saar.session, ON)
    with pytest.raises(Refused):
        queries.figures(town.people[who].session, answer, Audience.INTERNAL)
    with pytest.raises(Refused):
        actions.draft(town.people[who].session, ON)


def test_the_public_row_tells_no_withheld_number(town: Town) -> None:
    answer = actions.freeze(town.saar.session, ON)
    for cases in (74, 41, 35):
        assert f'"cases":{cases}' not in answer.public
    inside = InsideAnswer.objects.get(answer=answer)
    assert b"identity_coaching" not in bytes(inside.blob)


def test_the_snapshot_cannot_be_found_by_trying_numbers(town: Town) -> None:
    """Who knows everything but the salt cannot check a guess of the internal table against the public snapshot."""
    answer = actions.freeze(town.saar.session, ON)
    inside = queries.figures(town.saar.session, answer, Audience.INTERNAL)
    keys = gate.entering(town.saar.session, act="test", of=[answer.id], parts=[queries.PART])
    sealed = keys.open(InsideAnswer.objects.get(answer=answer), InsideFigures)
    assert actions.snapshot(ON, inside, sealed.salt) == answer.snapshot
    assert actions.snapshot(ON, inside, bytes(16)) != answer.snapshot
    assert len(sealed.salt) == 16


def test_every_answer_has_its_holders(town: Town) -> None:
    actions.freeze(town.saar.session, ON)
    counts = keycheck.keycheck()
    assert (counts["undeclared_parts"], counts["without_recovery"]) == (0, 0)


def test_in_words(town: Town) -> None:
    answer = actions.freeze(town.saar.session, ON)
    public = queries.figures(town.saar.session, answer, Audience.PUBLIC)
    text = spoken.as_text(answer, public, Audience.PUBLIC).removesuffix(answer.snapshot[:16])
    assert "276" in text
    assert "126" in text
    assert " 74" not in text
    assert " 41" not in text
    table = spoken.rows(public, ON)
    assert sum(row.colleagues for row in table) == 11
    assert [row.kind for row in table].count("hidden") == 3
    assert [row.cases for row in table if row.kind == "number"] == ["126", "0"]
