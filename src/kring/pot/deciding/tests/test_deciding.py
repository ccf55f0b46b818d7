"""Two weigh, each apart; who has a tie takes no part; one decides with reasons, and the letter says them."""

from dataclasses import replace
from typing import Any

import pytest

from kring.pot.applying.codelists import State
from kring.pot.applying.models import Application
from kring.pot.deciding import rules
from kring.pot.deciding.actions import decide, declare_tie, weigh
from kring.pot.deciding.content import DecisionContent, WeighingContent
from kring.pot.deciding.models import WeighingRecord
from kring.pot.deciding.rules import CONDITIONS, NotYet
from kring.pot.desk.opening import open_application
from kring.pot.regulation.lines import Criterion
from kring.pot.testing import an_application, decided, weighed
from kring.team.printing.testing import tags
from kring.team.testing import Town
from kring.vault.primitives import new_id
from kring.vault.refusals import Conflict

WEIGHTS = (Criterion("open", 3), Criterion("together", 2), Criterion("lasting", 1))


def row(application: str) -> Application:
    return Application.objects.get(id=application)


def test_from_application_to_decision(town: Town) -> None:
    made = an_application(town).application
    weighed(town.greet, made)
    weighed(town.bart, made, 3, 3, 3)
    decided(town.wout, made)
    found = row(made)
    assert (found.state, found.granted_euro, found.weighed) == (State.GRANTED, 1500, 2)
    page = town.wout.client.get(f"/pot/{made}").content.decode()
    assert "Iedereen is welkom." in page
    assert "Goed voor de buurt." in page


def test_what_another_weighed_is_read_after_ones_own(town: Town) -> None:
    made = an_application(town).application
    weighed(town.greet, made, words="Sterk idee.")
    assert "Sterk idee." in town.greet.client.get(f"/pot/{made}").content.decode()
    assert "Sterk idee." not in town.bart.client.get(f"/pot/{made}").content.decode()
    weighed(town.bart, made)
    assert "Sterk idee." in town.bart.client.get(f"/pot/{made}").content.decode()


def test_nothing_that_was_weighed_stands_in_the_clear(town: Town) -> None:
    made = an_application(town).application
    weighed(town.greet, made, words="Sterk idee.")
    assert b"Sterk" not in bytes(WeighingRecord.objects.get().blob)


def test_one_weighs_once_and_two_weigh(town: Town) -> None:
    made = an_application(town).application
    weighed(town.greet, made)
    with pytest.raises(NotYet):
        weighed(town.greet, made)
    weighed(town.bart, made)
    with pytest.raises(NotYet):
        weighed(town.wout, made)


def test_sent_twice_it_is_weighed_once(town: Town) -> None:
    made = an_application(town).application
    for _ in range(2):
        opened = open_application(town.greet.session, made, act="test.weigh")
        weigh(opened, WeighingContent((1, 1, 1), "Ja."), once="one")
    assert row(made).weighed == 1


def test_two_who_weigh_at_once_are_never_three(town: Town) -> None:
    made = an_application(town).application
    weighed(town.greet, made)
    late = open_application(town.wout.session, made, act="test.weigh")
    weighed(town.bart, made)
    with pytest.raises((NotYet, Conflict)):
        weigh(late, WeighingContent((1, 1, 1), "Ook."), once=new_id())
    assert row(made).weighed == 2


def test_who_has_a_tie_neither_weighs_nor_decides(town: Town) -> None:
    made = an_application(town).application
    assert town.wout.client.post(f"/pot/{made}/tie", {"once": new_id()}).status_code == 302
    with pytest.raises(NotYet):
        weighed(town.wout, made)
    weighed(town.greet, made)
    weighed(town.bart, made)
    with pytest.raises(NotYet):
        decided(town.wout, made)
    page = town.wout.client.get(f"/pot/{made}").content.decode()
    assert 'id="decide"' not in page
    decided(town.greet, made)


def test_a_tie_is_said_before_one_weighs(town: Town) -> None:
    made = an_application(town).application
    weighed(town.greet, made)
    with pytest.raises(NotYet):
        declare_tie(open_application(town.greet.session, made, act="test.tie"), once=new_id())


def test_a_colleague_who_decided_first_is_not_overwritten(town: Town) -> None:
    made = an_application(town).application
    weighed(town.greet, made)
    weighed(town.bart, made)
    late = open_application(town.bart.session, made, act="test.decide")
    decided(town.greet, made)
    with pytest.raises(Conflict):
        decide(late, replace(NO, by=town.bart.principal), once=new_id())
    assert row(made).state == State.GRANTED


ALL = tuple(CONDITIONS)
NO = DecisionContent(granted=False, euro=0, met=(), reasons="Neen.", by="me")


def _yes(euro: int, met: tuple[str, ...], by: str) -> DecisionContent:
    return DecisionContent(granted=True, euro=euro, met=met, reasons="Ja.", by=by)


@pytest.mark.parametrize(
    ("decision", "weighers", "right"),
    [
        (_yes(400, ALL, "me"), {"a", "b"}, True),
        (NO, {"a", "b"}, True),
        (_yes(400, ALL, "me"), {"a"}, False),
        (_yes(400, ALL[1:], "me"), {"a", "b"}, False),
        (_yes(0, ALL, "me"), {"a", "b"}, False),
        (_yes(501, ALL, "me"), {"a", "b"}, False),
        (_yes(400, ALL, "tied"), {"a", "b"}, False),
    ],
)
def test_what_may_be_decided(decision: DecisionContent, weighers: set[str], right: bool) -> None:
    if right:
        rules.check_decision(decision, weighers, {"tied"}, asked=500, most=900)
    else:
        with pytest.raises(NotYet):
            rules.check_decision(decision, weighers, {"tied"}, asked=500, most=900)


def test_a_project_comes_to_so_much_by_weight() -> None:
    two = [WeighingContent((3, 0, 1), ""), WeighingContent((1, 1, 1), "")]
    assert rules.of_project(two, WEIGHTS) == (16, 36)
    assert rules.of_project([], WEIGHTS) == (0, 0)


def test_the_letter_says_what_and_why_as_a_tagged_sheet(town: Town) -> None:
    made = an_application(town).application
    assert town.greet.client.get(f"/pot/{made}/letter").status_code == 404
    weighed(town.greet, made)
    weighed(town.bart, made)
    decided(town.greet, made)
    answer = town.greet.client.get(f"/pot/{made}/letter")
    assert answer.headers["Content-Disposition"] == 'attachment; filename="letter.pdf"'
    assert "H1" in tags(answer.content)


@pytest.mark.parametrize("step", ["weigh", "tie", "decide", "letter"])
def test_nobody_else_reaches_a_step(town: Town, step: str) -> None:
    made = an_application(town).application
    browser = town.noor.client
    answer = browser.get(f"/pot/{made}/{step}") if step == "letter" else browser.post(f"/pot/{made}/{step}", {})
    assert answer.status_code == 404


def weighing(**changes: Any) -> dict[str, Any]:
    return {"once": new_id(), "points_1": "3", "points_2": "2", "points_3": "1", "words": "Mooi plan.", **changes}


def test_the_pages_do_it_and_keep_what_was_typed(town: Town) -> None:
    made = an_application(town).application
    wrong = town.greet.client.post(f"/pot/{made}/weigh", weighing(points_2="")).content.decode()
    assert "Mooi plan." in wrong
    for who in (town.greet, town.bart):
        assert who.client.post(f"/pot/{made}/weigh", weighing()).status_code == 302
    given = {"once": new_id(), "outcome": "grant", "euro": "900", "reasons": "Past in de buurt."}
    refused = town.greet.client.post(f"/pot/{made}/decide", given).content.decode()
    assert "Past in de buurt." in refused
    assert 'id="decide-met-error"' in refused
    right = {**given, "once": new_id(), "met": list(CONDITIONS)}
    assert town.greet.client.post(f"/pot/{made}/decide", right).status_code == 302
    late = town.bart.client.post(f"/pot/{made}/decide", {**right, "once": new_id(), "reasons": "Te laat."})
    assert late.status_code == 409
    assert "Te laat." in late.content.decode()
    assert row(made).granted_euro == 900
