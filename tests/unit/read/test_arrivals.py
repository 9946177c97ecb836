"""Batches of what has come."""

import threading

import pytest

from marsad.read.arrivals import arrivals


def test_what_is_there_comes_in_batches_and_in_order():
    """Items that are all there come in full batches, none lost, the last one short."""
    batches = list(arrivals(range(10), most=4, patience=5.0))
    assert batches == [[0, 1, 2, 3], [4, 5, 6, 7], [8, 9]]


def test_nothing_waits_for_what_has_not_come():
    """The first item of a feed that then pauses is handed on before the feed goes on, and the pause is told once."""
    go_on = threading.Event()

    def feed():
        yield "first"
        assert go_on.wait(10)
        yield "second"

    batches = arrivals(feed(), patience=0.01)
    assert next(batches) == ["first"]
    assert next(batches) == []
    go_on.set()
    assert list(batches) == [["second"]]


def test_who_sends_too_fast_has_to_wait():
    """No more is read ahead than a batch and what the queue holds."""
    sent = []

    def feed():
        for number in range(100):
            sent.append(number)
            yield number

    batches = arrivals(feed(), most=5, patience=5.0)
    assert next(batches) == [0, 1, 2, 3, 4]
    threading.Event().wait(0.1)
    assert len(sent) <= 12
    batches.close()


def test_an_error_of_the_reader_comes_after_what_it_read():
    """What was read before an error is yielded, then the error is raised."""

    def feed():
        yield 1
        raise ValueError("broken off")

    batches = arrivals(feed(), patience=5.0)
    assert next(batches) == [1]
    with pytest.raises(ValueError, match="broken off"):
        next(batches)
