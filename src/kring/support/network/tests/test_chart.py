"""The drawing itself: no name over another, everybody in the own ring and sector, whatever the names and how many."""

from itertools import combinations
from math import atan2, hypot, pi

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from kring.support.network.chart import family, lettering, placing, rings
from kring.support.network.chart.canvas import NARROW, WIDE, Canvas
from kring.support.network.chart.draw import Figure, Labels, picture
from kring.support.network.chart.family import Relative, Tree
from kring.support.network.chart.marks import initials
from kring.support.network.chart.placing import Box, Plan, Word
from kring.support.network.chart.strokes import stroke

EXAMPLES = 60
CANVASES = pytest.mark.parametrize("canvas", [WIDE, NARROW], ids=["desk", "phone"])
RING_NAMES, TITLES = (60.0, 80.0, 70.0), (118.0, 72.0, 118.0, 88.0, 66.0, 66.0)
names = st.one_of(
    st.sampled_from(
        [
            "Jo",
            "Oma Rita",
            "Mevrouw van den Broecke-Vermeulen",
            "محمد الحسن",
            "שרה",
            "👨‍👩‍👧 hiernaast",
            "🇧🇪🇧🇪",
            "W" * 40,
        ]
    ),
    st.text(min_size=1, max_size=40),
)
words = st.builds(Word, names, st.sampled_from(["", "trainer", "woont ver weg"]), st.integers(0, 5), st.integers(0, 2))
networks = st.lists(words, min_size=0, max_size=40)


def titles(canvas: Canvas) -> list[float]:
    return [wide * canvas.title / WIDE.title for wide in TITLES]


def planned(network: list[Word], canvas: Canvas) -> Plan:
    shrunk = [wide * canvas.roomy.mark / WIDE.roomy.mark for wide in RING_NAMES]
    return placing.plan(network, canvas, ring_names=shrunk, titles=titles(canvas))


def over(one: Box, other: Box) -> bool:
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]


def overlaps(plan: Plan, canvas: Canvas) -> int:
    """Pairs of boxes over each other: names with nodes, the client, the names of rings; titles of sectors."""
    boxes = [one.box for one in plan.placed]
    me = (-canvas.me, -canvas.me, canvas.me, canvas.me)
    fixed = [
        me,
        *placing.ring_boxes(plan.rings, canvas, [40, 50, 45]),
        *placing.title_boxes(plan.rings, canvas, titles(canvas)),
    ]
    return sum(over(*pair) for pair in combinations(boxes, 2)) + sum(over(box, one) for box in boxes for one in fixed)


@CANVASES
@settings(max_examples=EXAMPLES, deadline=None)
@given(network=networks)
def test_no_name_lies_over_another(network: list[Word], canvas: Canvas) -> None:
    plan = planned(network, canvas)
    assert overlaps(plan, canvas) == 0
    assert all(-canvas.width / 2 <= one.box[0] and one.box[2] <= canvas.width / 2 for one in plan.placed)


@CANVASES
@settings(max_examples=EXAMPLES // 2, deadline=None)
@given(network=networks)
def test_everybody_stands_in_the_own_ring_and_sector(network: list[Word], canvas: Canvas) -> None:
    plan = planned(network, canvas)
    for one in plan.placed:
        out = hypot(one.x / plan.rings.across, one.y / plan.rings.down)
        turn = atan2(one.x / plan.rings.across, -one.y / plan.rings.down) % (2 * pi)
        begin, end = plan.rings.band(one.cut.word.ring)
        assert begin - 1e-6 <= out <= end + 1e-6
        assert plan.rings.turns[one.cut.word.sector] - 1e-6 <= turn <= plan.rings.turns[one.cut.word.sector + 1] + 1e-6


@CANVASES
@pytest.mark.parametrize("ring", [0, 1, 2])
def test_forty_long_names_in_one_cell_find_a_place(canvas: Canvas, ring: int) -> None:
    plan = planned([Word("Mevrouw van den Broecke", "", 1, ring) for _ in range(40)], canvas)
    assert overlaps(plan, canvas) == 0


def test_a_small_map_keeps_its_plain_rings() -> None:
    plan = planned([Word("Kobe", "", number, 1) for number in range(6)], WIDE)
    assert plan.rings.ends == rings.PLAIN
    assert plan.rings.across == plan.rings.down


def test_it_would_notice_an_overlap() -> None:
    plan = planned([Word("Kobe", "", 0, 1), Word("Yusuf", "", 0, 1)], WIDE)
    plan.placed[1] = plan.placed[0]
    assert overlaps(plan, WIDE) == 1


@pytest.mark.parametrize(
    ("name", "count"),
    [("Jo", 1), ("Mevrouw van den Broecke-Vermeulen", 2), ("W" * 40, 2), ("שרה", 1), ("", 1), ("\r", 1)],
)
def test_a_name_stands_on_at_most_two_lines(name: str, count: int) -> None:
    found = lettering.lines(name, 15.5, 128, 2)
    assert len(found) == count
    assert all(lettering.width(line, 15.5) <= 128 for line in found)


def test_a_family_of_emoji_a_flag_and_an_accent_are_one_sign_each() -> None:
    assert lettering.signs("👨‍👩‍👧🇧🇪e\u0301") == ["👨‍👩‍👧", "🇧🇪", "e\u0301"]


@given(st.lists(names, max_size=40))
def test_signs_in_the_nodes_are_all_different(network: list[str]) -> None:
    found = initials(network)
    assert len(set(found)) == len(network)


def test_two_of_one_name_get_two_signs() -> None:
    assert initials(["Noor", "Nele", "Noor", "Oma Rita", "👨‍👩‍👧"]) == ["N", "Ne", "No", "OR", "?"]


def test_each_quality_has_a_line_of_its_own() -> None:
    looks = ("support", "neutral", "thin", "tense", "broken")
    drawn = [stroke(look, (0, 0, 100, 0)) for look in looks]
    assert {one.look for one in drawn} == set(looks)
    assert [bool(one.cross) for one in drawn] == [False, False, False, False, True]
    assert drawn[3].path != drawn[1].path


@CANVASES
def test_a_picture_draws_everybody_and_the_client(canvas: Canvas) -> None:
    figures = [Figure(Word("Kobe", "", 5, 0), "K", "support", "person", "Kobe: dichtbij, geeft steun", trusted=True)]
    drawn = picture(figures, Labels("Robin", ["a", "b", "c"], ["1", "2", "3", "4", "5", "6"]), canvas)
    assert [node.name[0].words for node in drawn.nodes] == ["Kobe"]
    assert drawn.nodes[0].star
    assert (drawn.me.words, len(drawn.titles)) == ("Robin", 6)


def apart(tree: Tree) -> bool:
    spots = [(leaf.x, leaf.y) for leaf in tree.leaves]
    return all(
        abs(a[0] - b[0]) >= family.SLOT - 1 or abs(a[1] - b[1]) >= family.ROW - 1 for a, b in combinations(spots, 2)
    )


relatives = st.builds(
    Relative,
    names,
    st.sampled_from(sorted({kin for row in family.ROWS for kin, _ in row} - {"me"})),
    st.sampled_from(["", "mother", "father"]),
    st.just("oma"),
    st.booleans(),
)


@settings(deadline=None)
@given(st.lists(relatives, max_size=25))
@example([Relative("\r", "aunt_uncle", "", "oma")])
def test_a_family_tree_has_everybody_once_and_apart(found: list[Relative]) -> None:
    tree = family.tree("Robin", found)
    assert sorted(leaf.relative.name for leaf in tree.leaves) == sorted(["Robin", *(one.name for one in found)])
    assert apart(tree)
    assert all(0 < leaf.x < tree.width and 0 < leaf.word_y < tree.height for leaf in tree.leaves)


def test_parents_and_grandparents_are_joined_to_whom_they_belong() -> None:
    found = [
        Relative("Oma Rita", "grandparent", "mother", ""),
        Relative("Mama", "parent", "mother", ""),
        Relative("Papa", "parent", "father", "", died=True),
        Relative("Lina", "sibling", "", ""),
    ]
    tree = family.tree("Robin", found)
    assert [leaf.relative.name for leaf in tree.leaves if leaf.cross] == ["Papa"]
    assert len(tree.lines) == 3 + 1 + 2 + 2  # Rita to Mama; Mama beside Papa; down to the bar of Lina and Robin
    assert family.tree("Robin", []).lines == []
