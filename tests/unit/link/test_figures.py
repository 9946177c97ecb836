"""The claim ledger and the range that follows from it."""

from __future__ import annotations

from marsad.link.figures import ledger, ranges
from marsad.model.quantity import Estimate


def exactly(count):
    return {"low": count, "best": count, "high": count}


MONITOR = [{"name": "مرصد الجزيرة لحقوق الإنسان", "kind": "monitor"}]


def range_of(codings, **options):
    return ranges(ledger(codings), **options)["killed"]


def test_the_range_holds_all_sources(code):
    """Low the smallest, high the largest, best what most tell."""
    made = [code(name, outlet=name, killed=exactly(count)) for name, count in (("a", 3), ("b", 5), ("c", 5), ("d", 9))]
    assert range_of(made).figure == Estimate(3, 5, 9)
    assert range_of(made).sources == 4


def test_delete_a_source_and_the_range_follows(code):
    """As if it had never spoken."""
    made = [code(name, outlet=name, killed=exactly(count)) for name, count in (("a", 3), ("b", 5), ("c", 9))]
    assert range_of(made, without="c").figure == range_of(made[:2]).figure == Estimate(3, 5, 5)


def test_copies_count_once(code):
    """Fifty reposts of one report are one source; the ledger says whose copies they are."""
    first = code("a", outlet="a", killed=exactly(3), copy_group="g")
    copies = [
        code(f"b{n}", outlet=f"b{n}", published="2023-05-04", killed=exactly(3), copy_group="g") for n in range(50)
    ]
    witness = code("z", outlet="z", killed=exactly(4))
    found = range_of([first, *copies, witness])
    assert (found.figure, found.sources) == (Estimate(3, 4, 4), 2)
    assert [claim.passed_over for claim in ledger([first, copies[0]])] == [None, "copy of a"]


def test_without_the_origin_the_first_copy_speaks(code):
    """The origin may tell of another incident, or be missing; though published later, it speaks when it is here."""
    early = code("b", outlet="b", published="2023-05-02", killed=exactly(3), copy_group="a")
    late = code("c", outlet="c", published="2023-05-03", killed=exactly(3), copy_group="a")
    origin = code("a", outlet="a", published="2023-05-04", killed=exactly(3), copy_group="a")
    assert [claim.passed_over for claim in ledger([early, late])] == [None, "copy of b"]
    assert [claim.passed_over for claim in ledger([early, late, origin])] == ["copy of a", "copy of a", None]


def test_of_one_source_the_newest_figure_stands(code):
    """A growing toll supersedes the earlier one, which stays on the ledger."""
    made = [
        code("a", outlet="a", published="2023-05-02", killed=exactly(3)),
        code("b", outlet="a", published="2023-05-03", killed=exactly(5)),
    ]
    assert range_of(made).figure == Estimate(5, 5, 5)
    assert [claim.passed_over for claim in ledger(made)] == ["newer figure in b", None]


def test_a_body_quoted_by_many_outlets_is_one_source(code):
    """Its name may be shortened."""
    made = [
        code("a", outlet="a", killed=exactly(7), sources=MONITOR),
        code("b", outlet="b", killed=exactly(7), sources=[{"name": "مرصد الجزيرة", "kind": "monitor"}]),
    ]
    assert range_of(made).sources == 1


def test_more_than_leaves_the_top_open(code):
    """ "At least nine" as the largest figure gives no high."""
    made = [code("a", outlet="a", killed=exactly(4)), code("b", outlet="b", killed={"low": 9, "best": 9, "high": None})]
    assert range_of(made).figure == Estimate(4, 9, None)


def test_equals_go_to_the_last(code):
    """Where as many tell one figure as another, the one told last is best."""
    made = [
        code("a", outlet="a", published="2023-05-02", killed=exactly(4)),
        code("b", outlet="b", published="2023-05-03", killed=exactly(6)),
    ]
    assert range_of(made).figure.best == 6


def test_ranges_of_figures_that_are_ranges(code):
    """The lowest low and the highest high; what has only one end is as low or as high as that."""
    made = [
        code("a", outlet="a", killed={"low": 3, "best": 4, "high": 6}),
        code("b", outlet="b", killed={"low": None, "best": None, "high": 9}),
        code("c", outlet="c", killed={"low": 5, "best": 5, "high": 5}),
    ]
    assert range_of(made).figure == Estimate(3, 5, 9)
    over = code("d", outlet="d", killed={"low": 5, "best": None, "high": None})
    assert range_of([*made, over]).figure == Estimate(3, 5, 9)
    assert range_of([code("e", outlet="e", killed=exactly(5)), over]).figure == Estimate(5, 5, None)


def test_each_count_has_its_own_range(code):
    """Who tells the wounded has not spoken of the killed, and a newer toll leaves the other count alone."""
    made = [
        code("a", outlet="a", published="2023-05-02", killed=exactly(3), wounded=exactly(8)),
        code("b", outlet="a", published="2023-05-03", killed=exactly(5)),
    ]
    found = ranges(ledger(made))
    assert set(found) == {"killed", "wounded"}
    assert (found["killed"].figure, found["wounded"].figure) == (Estimate(5, 5, 5), Estimate(8, 8, 8))
    assert ranges(ledger(made), without="a") == {}


def test_only_bodies_speak_through_outlets(code):
    """ "A medical source" is another one in each outlet, and two bodies with a word in common are two."""
    doctor = [{"name": "مصدر طبي", "kind": "anonymous"}]
    made = [code(name, outlet=name, killed=exactly(7), sources=doctor) for name in "ab"]
    assert range_of(made).sources == 2
    other = [{"name": "مرصد الفرات", "kind": "monitor"}]
    made = [code(name, outlet=name, killed=exactly(7), sources=who) for name, who in (("a", MONITOR), ("b", other))]
    assert range_of(made).sources == 2
