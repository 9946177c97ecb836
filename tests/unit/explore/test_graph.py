"""Who against whom as a picture."""

from __future__ import annotations

from math import dist

from hypothesis import given
from hypothesis import strategies as st

from marsad.explore import graph_of

PAIRS = [("is", "sdf", 40), ("sdf", "is", 30), ("turkey", "sdf", 5), ("israel", "hizb", 9)]


def test_the_same_pairs_give_the_same_picture():
    """Whatever their order, so that two people see one picture."""
    assert graph_of(PAIRS) == graph_of(PAIRS)
    assert {node.code for node in graph_of(PAIRS).nodes} == {"is", "sdf", "turkey", "israel", "hizb"}


def test_arrows_are_as_wide_as_they_are_frequent():
    """And the way there and the way back are two bows."""
    arrows = {(one.source, one.target): one for one in graph_of(PAIRS).arrows}
    widths = [arrows[pair].width for pair in (("is", "sdf"), ("sdf", "is"), ("israel", "hizb"), ("turkey", "sdf"))]
    assert widths == sorted(widths, reverse=True)
    assert arrows["is", "sdf"].path != arrows["sdf", "is"].path


def test_only_the_most_frequent_are_drawn():
    """So that names stay readable; an arrow to somebody who is not drawn is left out."""
    graph = graph_of(PAIRS, most=2)
    assert {node.code for node in graph.nodes} == {"is", "sdf"}
    assert {(one.source, one.target) for one in graph.arrows} == {("is", "sdf"), ("sdf", "is")}


def test_nothing_is_an_empty_picture():
    """A store without pairs has no nodes."""
    assert graph_of([]).nodes == ()


@given(
    st.lists(
        st.tuples(st.sampled_from("abcdefghijklmnop"), st.sampled_from("abcdefghijklmnop"), st.integers(1, 99)),
        max_size=40,
    )
)
def test_actors_stand_apart(pairs):
    """No two on each other, all inside the picture."""
    graph = graph_of(pairs)
    for number, node in enumerate(graph.nodes):
        assert 0 < node.x < graph.wide
        assert 0 < node.y < graph.high
        for other in graph.nodes[:number]:
            assert dist((node.x, node.y), (other.x, other.y)) > 30
