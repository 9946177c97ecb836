"""Average-link clusters that hang on no order."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from marsad.link.cluster import cluster, components


def test_two_events_of_one_report_stay_apart_also_through_a_third():
    """The better link wins; the other event keeps out."""
    scores = {(0, 2): 3000, (1, 2): 2000}
    assert cluster(["r1", "r1", "r2"], scores) == [[0, 2], [1]]


def test_a_pair_not_compared_counts_against():
    """A chain does not pull its ends together."""
    scores = {(0, 1): 2000, (1, 2): 1000}
    assert cluster(["a", "b", "c"], scores) == [[0, 1], [2]]


def test_people_are_obeyed():
    """What they hold together starts together, what they hold apart never joins."""
    scores = {(0, 1): 4000, (0, 2): 4000, (1, 2): 4000}
    assert cluster(["a", "b", "c"], scores, apart=[(0, 2)]) == [[0, 1], [2]]
    assert cluster(["a", "a", "b"], {}, together=[(0, 1)]) == [[0, 1], [2]]
    assert cluster(["a", "b", "c"], {(0, 1): 3000}, together=[(1, 2)], apart=[(0, 2)]) == [[0], [1, 2]]


def test_two_codings_held_together_bring_their_clusters():
    """To join two incidents one pair is enough; but not against a pair that is held apart."""
    scores = {(0, 1): 3000, (2, 3): 3000}
    assert cluster(["a", "b", "c", "d"], scores, together=[(1, 2)]) == [[0, 1, 2, 3]]
    found = cluster(["a", "b", "c", "d"], scores, together=[(1, 2)], apart=[(0, 3)])
    assert [1, 2] in [sorted({1, 2} & set(group)) for group in found]
    assert not any({0, 3} <= set(group) for group in found)


def test_components_come_sorted():
    """Parts are told by their smallest nodes."""
    assert components(range(5), [(4, 1), (3, 0)]) == [[0, 3], [1, 4], [2]]


@given(st.data())
def test_a_joined_pair_of_clusters_has_no_report_twice(data):
    """Whatever the scores, no cluster holds two events of one report."""
    reports = data.draw(st.lists(st.sampled_from("abcde"), min_size=1, max_size=8))
    pairs = [(low, high) for high in range(len(reports)) for low in range(high)]
    scores = {pair: data.draw(st.integers(-6000, 6000)) for pair in pairs if reports[pair[0]] != reports[pair[1]]}
    groups = cluster(reports, scores)
    assert sorted(node for group in groups for node in group) == list(range(len(reports)))
    assert all(len({reports[node] for node in group}) == len(group) for group in groups)
