"""What one does with a network, with real keys: history, two at once, sent twice, erasing, the step of the journey."""

from dataclasses import replace
from datetime import date

import pytest

from kring.support.dossier.content import Phase
from kring.support.network import actions, rules
from kring.support.network.content import Drawing, Factor, FactorReview, Pull, Relation, Ring, Still, TieState
from kring.support.network.models import NetworkRecord
from kring.support.network.queries import network_of
from kring.support.network.rules import NotDrawn
from kring.support.network.testing import DRAWN_ON, a_tie, drawn, entered, named
from kring.support.testing import a_dossier
from kring.team.testing import Town
from kring.vault.models import Lock
from kring.vault.primitives import new_id
from kring.vault.refusals import Conflict, Refused

LATER = date(2021, 2, 27)


def test_the_first_tie_founds_the_part_for_holder_deputy_and_glass(town: Town) -> None:
    dossier = a_dossier(town).dossier.id
    assert not network_of(entered(town.noor, dossier)).shut
    drawn(town.noor, dossier, [a_tie()])
    drawn(town.joris, dossier, [a_tie("Yusuf")])
    assert Lock.objects.filter(bundle=dossier, part="network").count() == 1
    assert [row.tie.name for row in network_of(entered(town.noor, dossier)).ties] == ["Kobe", "Yusuf"]


def test_who_moves_keeps_the_history_and_a_day_shows_the_map_of_that_day(town: Town) -> None:
    dossier = a_dossier(town).dossier.id
    row = named(drawn(town.noor, dossier, [a_tie(ring=Ring.FAR, relation=Relation.TENSE)]), "Kobe")
    closer = TieState(LATER, Ring.CLOSE, Relation.SUPPORT, "praatte het uit")
    actions.move_tie(entered(town.noor, dossier), row.seen, row.tie, closer, once=new_id())
    network = network_of(entered(town.noor, dossier))
    states = {day: network.on(day) for day in (date(2020, 11, 4), DRAWN_ON, LATER)}
    assert states[date(2020, 11, 4)] == []
    assert states[DRAWN_ON][0][1].ring == Ring.FAR
    assert states[LATER][0][1] == closer


def test_who_is_taken_off_stays_in_the_history_and_may_come_back(town: Town) -> None:
    dossier = a_dossier(town).dossier.id
    row = named(drawn(town.noor, dossier, [a_tie()]), "Kobe")
    actions.end_tie(entered(town.noor, dossier), row.seen, row.tie, LATER, once=new_id())
    network = network_of(entered(town.noor, dossier))
    assert [len(network.on(day)) for day in (DRAWN_ON, LATER)] == [1, 0]
    row = named(network, "Kobe")
    again = TieState(date(2021, 3, 1), Ring.REGULAR, Relation.THIN)
    actions.move_tie(entered(town.noor, dossier), row.seen, row.tie, again, once=new_id())
    assert network_of(entered(town.noor, dossier)).on(date(2021, 3, 1))[0][1] == again


def test_nobody_ends_before_he_began() -> None:
    with pytest.raises(NotDrawn):
        rules.ended(a_tie(), DRAWN_ON)


def test_two_who_change_one_tie_lose_nothing_and_two_ties_never_meet(town: Town) -> None:
    dossier = a_dossier(town).dossier.id
    network = drawn(town.noor, dossier, [a_tie(), a_tie("Yusuf")])
    row = named(network, "Kobe")
    actions.correct_tie(entered(town.joris, dossier), row.seen, replace(row.tie, role="neef"), once=new_id())
    with pytest.raises(Conflict):
        actions.correct_tie(entered(town.noor, dossier), row.seen, replace(row.tie, role="buur"), once=new_id())
    other = named(network, "Yusuf")
    actions.correct_tie(entered(town.noor, dossier), other.seen, replace(other.tie, role="trainer"), once=new_id())
    assert {row.tie.role for row in network_of(entered(town.noor, dossier)).ties} == {"neef", "trainer"}


def test_sent_twice_is_done_once(town: Town) -> None:
    dossier, once = a_dossier(town).dossier.id, new_id()
    for _ in range(2):
        actions.add_tie(entered(town.noor, dossier), a_tie(), once=once)
    row = named(network_of(entered(town.noor, dossier)), "Kobe")
    state, again = TieState(LATER, Ring.FAR, Relation.THIN), new_id()
    for _ in range(2):
        actions.move_tie(entered(town.noor, dossier), row.seen, row.tie, state, once=again)
    assert len(named(network_of(entered(town.noor, dossier)), "Kobe").tie.states) == 2


def test_who_objects_is_erased_for_good(town: Town) -> None:
    dossier = a_dossier(town).dossier.id
    row = named(drawn(town.noor, dossier, [a_tie()]), "Kobe")
    actions.erase_record(entered(town.noor, dossier), row.seen, once=new_id())
    assert not NetworkRecord.objects.exists()


def test_the_first_drawing_together_is_the_step_of_the_journey(town: Town) -> None:
    dossier = a_dossier(town, programme="identity_coaching").dossier.id
    drawn(town.noor, dossier, [a_tie()])
    assert entered(town.noor, dossier).summary.phase == Phase.NETWORK
    for on in (LATER, date(2021, 3, 1)):
        actions.draw_together(entered(town.noor, dossier), Drawing(on, "Kobe weet alles."), once=new_id())
    opened = entered(town.noor, dossier)
    assert opened.summary.phase == Phase.CONSULTATION
    assert [step.on for step in opened.summary.steps] == [LATER]
    assert [each.on for each in network_of(opened).drawings] == [date(2021, 3, 1), LATER]


def test_gdp_10_a_factor_is_reviewed_and_never_a_figure(town: Town) -> None:
    dossier = a_dossier(town).dossier.id
    factor = Factor(Pull.LOSS, "school", "dreigende uitval", "gesprek met de school", DRAWN_ON)
    actions.add_factor(entered(town.noor, dossier), factor, once=new_id())
    [row] = network_of(entered(town.noor, dossier)).factors
    over = FactorReview(LATER, Still.OVER, "mag blijven")
    actions.review_factor(entered(town.noor, dossier), row.seen, row.factor, over, once=new_id())
    [row] = network_of(entered(town.noor, dossier)).factors
    assert rules.is_over(row.factor)
    assert row.factor.reviews == (over,)


def test_a_record_of_another_dossier_is_refused(town: Town) -> None:
    mine, other = a_dossier(town).dossier.id, a_dossier(town).dossier.id
    row = named(drawn(town.noor, other, [a_tie()]), "Kobe")
    drawn(town.noor, mine, [a_tie("Yusuf")])
    with pytest.raises(Refused):
        actions.erase_record(entered(town.noor, mine), row.seen, once=new_id())
