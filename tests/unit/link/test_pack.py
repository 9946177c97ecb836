"""A coding packed and unpacked is the same coding."""

from __future__ import annotations

import json
from dataclasses import replace

from marsad.link.coding import Coding
from marsad.link.pack import pack, unpack
from marsad.link.read import codings_of


def test_a_coding_comes_back_as_it_was(reports, places):
    """Every field, of every report; and so packed once more it is the same bytes."""
    codings = [coding for report in reports for coding in codings_of(report, places) if isinstance(coding, Coding)]
    assert [unpack(pack(coding)) for coding in codings] == codings
    assert all(pack(unpack(pack(coding))) == pack(coding) for coding in codings)


def test_places_and_counts_that_are_the_same_are_one_object(code):
    """What a comparer works out for a place is then worked out once."""
    one, other = (unpack(pack(code(name, killed={"low": 2, "best": 2, "high": 2}))) for name in ("a", "b"))
    assert one.where is other.where
    assert one.counts is other.counts


def test_odd_signs_are_kept(code):
    """Half an emoji and a NUL come back."""
    coding = code("a\ud83d", evidence="قصف \x00 \ud83d", outlet="x\x00")
    assert unpack(pack(coding)) == coding


def test_codings_packed_by_earlier_versions_have_no_marks(code):
    """A store that was linked before they were read opens as it did."""
    coding = code("a", sub_event_type="Air/drone strike", evidence="غارة على سوق المدينة صباح اليوم")
    assert coding.marks
    packed = json.loads(pack(coding))
    assert unpack(json.dumps(packed[:-1]).encode()) == replace(coding, marks=())
