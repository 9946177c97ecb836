"""What an incident is said to be."""

from __future__ import annotations

from datetime import date

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


def test_the_surest_day_told_most_often(code):
    """An exact day goes before a week, however many tell the week; then votes count."""

    def on(start, end=None, precision=1):
        return {"start": start, "end": end or start, "precision": precision}

    made = [code(f"w{n}", outlet=f"w{n}", date=on("2023-05-01", "2023-05-07", 2)) for n in range(3)]
    made += [code("a", outlet="a", date=on("2023-05-03")), code("n", outlet="n", date={})]
    made += [code(f"b{n}", outlet=f"b{n}", date=on("2023-05-02")) for n in range(2)]
    made += [code("c", outlet="c", date=on("2023-05-02", "2023-05-04"))]
    chosen, told = choose(made), date(2023, 5, 2).toordinal()
    assert (chosen.start, chosen.end, chosen.day_precision) == (told, told, 1)
    assert (chosen.choices["date"].member.report_id, chosen.choices["date"].sources) == ("b0", 2)
    assert set(chosen.choices["date"].others) == {("2023-05-03", 1), ("2023-05-02 to 2023-05-04", 1)}
    nobody = choose([code("n", outlet="n", published="", date={})])
    assert (nobody.start, nobody.end) == (None, None)


def test_equals_go_to_who_told_first(code):
    """Of values that as many sources tell, the first stands; a side of several actors is named whole."""
    made = [code("a", outlet="a", side2=["sdf", "asayish"]), code("b", outlet="b", side2=["sdf"])]
    chosen = choose(made)
    assert chosen.side2 == ("sdf", "asayish")
    assert chosen.choices["side2"].others == (("sdf", 1),)
    assert choose(list(reversed(made))).choices["side2"].others == (("sdf+asayish", 1),)


def test_a_place_is_called_as_it_was_told_first(code):
    """Spellings of one name are one place."""
    made = [
        code("a", outlet="a", place={"name": "ذيبان"}),
        code("b", outlet="b", place={"name": "ذيبان", "precision": 2}),
    ]
    made += [code("c", outlet="c", place={"name": "الشحيل"}), code("d", outlet="d", place={"name": "الشحيل"})]
    chosen = choose(made)
    assert (chosen.where.name, chosen.choices["place"].sources) == ("الشحيل", 2)
    assert chosen.choices["place"].others == (("ذيبان", 1),)
