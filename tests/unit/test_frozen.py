"""Frozen dataclasses with slots, made quickly."""

import copy
import dataclasses
import pickle
from dataclasses import FrozenInstanceError, dataclass, field

import pytest

from marsad import frozen


def _words(made):
    @made(frozen=True, slots=True, kw_only=True)
    class Words:
        """Words of a report."""

        first: int
        told: list[str] = field(default_factory=list)
        weight: float = field(default=1.0, compare=False, repr=False)
        twice: int = field(init=False)

        def __post_init__(self):
            object.__setattr__(self, "twice", 2 * self.first)

    @made(frozen=True, slots=True, kw_only=True)
    class Named(Words):
        name: str | None = None

    return Named


def _point(made):
    @made(frozen=True, slots=True, order=True)
    class Point:
        x: int
        y: int = 3

        def __repr__(self):
            return f"{self.x}/{self.y}"

    return Point


OWN, USUAL = _words(frozen.dataclass), _words(dataclass)


@frozen.dataclass(frozen=True, slots=True)
class Kept:
    """One that another process can make again."""

    one: int
    other: tuple[str, ...] = ()


def test_it_is_as_the_usual_one():
    """Fields, text, equality and what is made anew from it."""
    own, usual = OWN(first=2, name="قصف"), USUAL(first=2, name="قصف")
    assert repr(own) == repr(usual)
    assert dataclasses.asdict(own) == dataclasses.asdict(usual)
    assert [one.name for one in dataclasses.fields(OWN)] == [one.name for one in dataclasses.fields(USUAL)]
    assert own == OWN(first=2, name="قصف", weight=9.0) != OWN(first=3)
    assert own != usual
    assert OWN(first=1).told is not OWN(first=1).told
    assert dataclasses.replace(own, first=5).twice == 10
    assert not hasattr(own, "__dict__")


def test_what_is_alike_has_one_hash():
    """Fields that are not compared do not count."""
    point = _point(frozen.dataclass)
    assert len({point(1), point(1, 3), point(2)}) == 2
    with pytest.raises(TypeError, match="unhashable"):
        hash(OWN(first=1))


def test_points_are_in_order_and_told_in_their_own_way():
    """By their fields, among their own kind alone; what a class says itself stays."""
    point = _point(frozen.dataclass)
    assert sorted([point(2), point(1, 5), point(1)]) == [point(1), point(1, 5), point(2)]
    assert point(1) <= point(1) >= point(0)
    assert repr(point(1)) == "1/3"
    with pytest.raises(TypeError, match="not supported"):
        _ = point(1) < (1, 4)


@pytest.mark.parametrize("given", [{}, {"first": 1, "twice": 2}, {"first": 1, "other": 2}])
def test_what_is_missing_or_unknown_is_refused(given):
    """As any function refuses it."""
    with pytest.raises(TypeError):
        OWN(**given)


def test_nothing_of_it_changes():
    """No field is set or deleted, and none is added."""
    own = OWN(first=1)
    for change in (lambda: setattr(own, "first", 2), lambda: delattr(own, "first"), lambda: setattr(own, "new", 2)):
        with pytest.raises(FrozenInstanceError):
            change()
    assert own.first == 1


def test_it_travels():
    """Between processes and as a copy."""
    kept = Kept(1, ("أ",))
    assert pickle.loads(pickle.dumps(kept)) == kept == copy.deepcopy(kept)


def test_others_are_made_elsewhere():
    """One that may change, or that has no slots, is none of its business."""
    with pytest.raises(TypeError, match="frozen classes with slots"):
        frozen.dataclass(frozen=False, slots=True)
