"""Two codings in words: no figure is lost, and names in the other script stand where they belong."""

from __future__ import annotations

import pytest
from tests.web import events_of

from marsad.serve.locale import Locale
from marsad.serve.side_by_side import in_words, side_by_side
from marsad.serve.words import Words


@pytest.mark.parametrize(
    ("figures", "said"),
    [
        ((18, 18, None), "at least 18"),
        ((18, 19, None), "19 (at least 18)"),
        ((None, 9, 9), "at most 9"),
        ((None, 5, 9), "5 (at most 9)"),
        ((7, 9, 9), "9 (7 to 9)"),
        ((1, None, 4), "1 to 4"),
        ((None, 5, None), "about 5"),
        ((2, None, None), "at least 2"),
        ((3, 3, 3), "3"),
    ],
)
def test_a_count_tells_every_figure_of_it(figures, said):
    """So two counts that differ never read the same."""
    count = dict(zip(("low", "best", "high"), figures, strict=True))
    assert Words(Locale(tag="en")).count(count) == said


def test_a_changed_best_figure_is_seen(store):
    """Where the lowest one stays as it was, too."""
    (event,) = events_of(store, "r1")
    before = {"events": [{**event, "killed": {"low": 18, "best": 18, "high": None}}]}
    after = {"events": [{**event, "killed": {"low": 18, "best": 19, "high": None}}]}
    (compared,) = side_by_side(before, after, Locale(tag="en"))
    (row,) = [row for row in compared.rows if row.differs]
    assert (row.before, row.after) == ("at least 18", "19 (at least 18)")


def test_one_place_found_in_two_ways_is_one_place(store):
    """A person who names the town that marsad read says the same, though other places of that name were offered."""
    (event,) = events_of(store, "r1")
    read = {"events": [{**event, "place": {**event["place"], "candidates": ["C1", "C2"]}}]}
    chosen = {"events": [{**event, "place": {**event["place"], "candidates": []}}]}
    (compared,) = side_by_side(read, chosen, Locale(tag="en"))
    assert not compared.differs


@pytest.mark.parametrize(("tag", "mark"), [("en", "\u200e"), ("ar-SY", "\u200f")])
def test_names_of_the_other_script_turn_nothing_round(tag, mark):
    """They are isolated, and the line runs as the page does, whichever name comes first."""
    words = Words(Locale(tag=tag))
    event = {"sources": [{"name": "المرصد", "kind": "monitor"}, {"name": "AFP", "kind": "media"}]}
    said = in_words("sources", event, words)
    other, own = ("المرصد", "AFP") if tag == "en" else ("AFP", "المرصد")
    assert said.startswith(mark)
    assert f"\u2068{other}\u2069 (" in said
    assert f"{own} (" in said
    assert f"\u2068{own}" not in said


def test_what_is_of_one_script_stands_as_it_is():
    """Nobody who copies it gets signs that are not seen."""
    event = {"sources": [{"name": "المرصد", "kind": "monitor"}]}
    assert in_words("sources", event, Words(Locale(tag="ar"))).isprintable()


@pytest.mark.parametrize(
    ("tag", "name", "said"),
    [("ar", "Khartoum", "الخرطوم"), ("en", "Khartoum", "Khartoum"), ("ar", "YE", "اليمن"), ("en", "YE", "Yemen"),
     ("ar", "تل بعيد", "تل بعيد"), ("en", "تل بعيد", "تل بعيد")],
)  # fmt: skip
def test_an_area_is_named_in_the_language(tag, name, said):
    """Where no more of a place may be told than its unit or country, whose code the record has for a name."""
    assert Words(Locale(tag=tag)).place(name, None) == said
