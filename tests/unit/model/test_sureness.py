"""Which events of a report are sure enough to be told."""

from marsad.model.sureness import sure_enough


def test_a_report_where_nothing_is_sure_tells_nothing():
    """What is hardly likelier than not is told beside a surer event, and not for itself."""
    assert sure_enough([0.55], 0.5) == [False]
    assert sure_enough([0.55, 0.6, 0.49], 0.5) == [True, True, False]


def test_who_asks_for_more_gets_more():
    """A lower minimum asks less of the surest event, too; nought lets everything through."""
    assert sure_enough([0.4], 0.35) == [False]
    assert sure_enough([0.47, 0.36], 0.35) == [True, True]
    assert sure_enough([0.01, 0.0], 0.0) == [True, True]


def test_a_high_minimum_is_enough_by_itself():
    """From 0.6 on the minimum alone decides."""
    assert sure_enough([0.8, 0.79], 0.8) == [True, False]
    assert sure_enough([1.0], 1.0) == [True]


def test_a_report_of_one_sentence_is_not_held_to_it():
    """A post of one line has nothing that could be surer."""
    assert sure_enough([0.55], 0.5, alone=True) == [True]
    assert sure_enough([0.45], 0.5, alone=True) == [False]


def test_events_without_a_confidence_are_told():
    """Records of other programs say nothing of how sure they are."""
    assert sure_enough([None, 0.3], 0.5) == [True, False]
    assert sure_enough([], 0.5) == []
