"""What an incident is said to be."""

from __future__ import annotations

from marsad.link.merge import choose


def test_named_exact_and_told_most_often(code):
    """A named side goes before an unknown one, an exact place before an area, then the votes of sources count."""
    made = [
        code("a", outlet="a", side1=["unidentified"], place={"name": "دير الزور", "precision": 2}),
        code("b", outlet="b", side1=["unidentified"], sub_event_type="Attack"),
        code("c", outlet="c", side1=["is"]),
    ]
    chosen = choose(made)
    assert chosen.side1 == ("is",)
    assert chosen.where.name == "ذيبان"
    assert chosen.sub_event_type == "Armed clash"
    assert chosen.choices["side1"].member.report_id == "c"
    assert chosen.choices["sub_event_type"].others == (("Attack", 1),)


def test_one_outlet_has_one_vote(code):
    """Three reports of one outlet do not outvote two others."""
    made = [code(f"a{n}", outlet="a", sub_event_type="Attack") for n in range(3)]
    made += [code("b", outlet="b"), code("c", outlet="c")]
    assert choose(made).sub_event_type == "Armed clash"


def test_copies_have_no_vote_of_their_own(code):
    """Three outlets that print one text are one source, whatever was read from each; two others outvote them."""
    made = [code("a", outlet="a", copy_group="a", sub_event_type="Attack")]
    made += [code(f"a{n}", outlet=f"a{n}", copy_group="a", sub_event_type="Attack") for n in range(3)]
    made += [code("b", outlet="b"), code("c", outlet="c")]
    chosen = choose(made)
    assert chosen.sub_event_type == "Armed clash"
    assert (chosen.choices["sub_event_type"].sources, chosen.choices["sub_event_type"].others) == (2, (("Attack", 1),))


def test_a_body_that_many_quote_has_one_vote(code):
    """Whoever prints what one monitor says; two that speak for themselves go before it."""
    monitor = [{"name": "المرصد", "kind": "monitor"}]
    made = [code(f"m{n}", outlet=f"m{n}", sources=monitor, sub_event_type="Attack") for n in range(3)]
    made += [code("b", outlet="b"), code("c", outlet="c")]
    assert choose(made).sub_event_type == "Armed clash"


def test_what_only_a_copy_tells_counts_still(code):
    """A copy that names a side, where its origin as coded does not, is better than nobody."""
    made = [
        code("a", outlet="a", copy_group="a", side1=["unidentified"]),
        code("b", outlet="b", copy_group="a", side1=["is"]),
    ]
    chosen = choose(made)
    assert chosen.side1 == ("is",)
    assert chosen.choices["side1"].member.report_id == "b"
