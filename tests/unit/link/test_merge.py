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
