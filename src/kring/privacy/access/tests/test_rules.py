"""MIN-02 as a table: every combination of marks for every role, written by hand from domain.md 3.4."""

from datetime import timedelta
from itertools import product

import pytest

from kring.privacy.access.rules import Ground, Outcome, Role, against, decide, decides
from kring.support.dossier.marks.content import About, AgogicException, Marks
from kring.support.testing import ON

AGOGIC = {
    "none": None,
    "runs": AgogicException("nog te vroeg", ON + timedelta(days=1)),
    "over": AgogicException("nog te vroeg", ON),
}
TABLE = """
about             confidence court agogic | client minor representative trusted
client            -          -     none   | goes   goes  goes           goes
client            -          -     runs   | agogic agogic goes          goes
client            -          -     over   | goes   goes  goes           goes
client            -          yes   none   | court  court court          court
client            -          yes   runs   | court  court court          court
client            -          yes   over   | court  court court          court
client            yes        -     none   | conf   conf  conf           conf
client            yes        -     runs   | conf   conf  conf           conf
client            yes        -     over   | conf   conf  conf           conf
client            yes        yes   none   | conf   conf  conf           conf
client            yes        yes   runs   | conf   conf  conf           conf
client            yes        yes   over   | conf   conf  conf           conf
context           -          -     none   | goes   goes  around         goes
context           -          -     runs   | agogic agogic around        goes
context           -          -     over   | goes   goes  around         goes
context           -          yes   none   | court  court around         court
context           -          yes   runs   | court  court around         court
context           -          yes   over   | court  court around         court
context           yes        -     none   | conf   conf  around         conf
context           yes        -     runs   | conf   conf  around         conf
context           yes        -     over   | conf   conf  around         conf
context           yes        yes   none   | conf   conf  around         conf
context           yes        yes   runs   | conf   conf  around         conf
context           yes        yes   over   | conf   conf  around         conf
third_party_only  -          -     none   | others others others        others
third_party_only  -          -     runs   | others others others        others
third_party_only  -          -     over   | others others others        others
third_party_only  -          yes   none   | others others others        others
third_party_only  -          yes   runs   | others others others        others
third_party_only  -          yes   over   | others others others        others
third_party_only  yes        -     none   | others others others        others
third_party_only  yes        -     runs   | others others others        others
third_party_only  yes        -     over   | others others others        others
third_party_only  yes        yes   none   | others others others        others
third_party_only  yes        yes   runs   | others others others        others
third_party_only  yes        yes   over   | others others others        others
"""
SHORT = {"conf": Ground.CONFIDENCE, "court": Ground.COURT, "agogic": Ground.AGOGIC}
SHORT |= {"around": Ground.AROUND, "others": Ground.OTHERS}


def rows() -> list[tuple[Marks, Role, str]]:
    found = []
    for line in TABLE.strip().splitlines()[1:]:
        left, right = line.split("|")
        about, confidence, court, agogic = left.split()
        marks = Marks(About(about), confidence == "yes", court == "yes", AGOGIC[agogic])
        found += [(marks, role, said) for role, said in zip(Role, right.split(), strict=True)]
    return found


@pytest.mark.parametrize(("marks", "role", "said"), rows())
def test_min_02_what_goes_to_whom(marks: Marks, role: Role, said: str) -> None:
    verdict = decide(marks, role, ON)
    assert (verdict.outcome, verdict.ground) == (
        (Outcome.GOES, None) if said == "goes" else (Outcome.KEPT, SHORT[said])
    )


def test_min_02_the_table_has_every_combination() -> None:
    every = {
        (Marks(*one), role) for one in product(About, (False, True), (False, True), AGOGIC.values()) for role in Role
    }
    assert {(marks, role) for marks, role, _said in rows()} == every
    assert len(rows()) == 144


def test_gdp_14_what_came_from_police_is_in_no_copy_and_in_no_count() -> None:
    every = product(About, (False, True), (False, True), AGOGIC.values(), [True])
    verdicts = [decide(Marks(*one), role, ON) for one in every for role in Role]
    assert len(verdicts) == 144
    assert {(one.outcome, one.ground) for one in verdicts} == {(Outcome.ABSENT, None)}


@pytest.mark.parametrize(
    ("age", "judged", "able", "may"),
    [
        (None, "", None, "client minor trusted"),
        (None, "yes", True, "client minor trusted"),
        (None, "no", False, "client representative trusted"),
        (11, "", False, "representative trusted"),
        (11, "yes", True, "minor trusted"),
        (11, "partly", True, "minor trusted"),
        (12, "", True, "minor trusted"),
        (17, "no", False, "representative trusted"),
        (17, "", True, "minor trusted"),
        (18, "no", True, "client"),
        (40, "", True, "client"),
    ],
)
def test_min_03_and_04_who_may_ask(age: int | None, judged: str, able: bool | None, may: str) -> None:
    assert decides(age, judged) is able
    assert " ".join(role for role in Role if against(role, age, judged) is None) == may
