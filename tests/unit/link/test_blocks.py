"""Which codings are compared: told by areas, days and families of each of the two alone."""

from __future__ import annotations

import pytest

from marsad.link.blocks import Blocks, days_looked_at, family_of, home, kin_of, reach
from marsad.link.coding import Coding
from marsad.link.read import codings_of
from marsad.link.when import days_of

VAGUE = {"name": "سوريا", "admin1": None, "precision": 3}


def found(coding, other):
    """Say by areas alone, as a store does, whether a coding finds another."""
    shared = set(reach(coding)) & set(home(other))
    days = set(days_looked_at(coding)) & set(days_of(other) or range(1))
    return bool(shared and days and family_of(other) in kin_of(coding))


def test_areas_find_what_blocks_find(reports, places, code):
    """An index over areas, days and families gives the candidates that blocks in memory give."""
    codings = [one for report in reports for one in codings_of(report, places) if isinstance(one, Coding)]
    codings += [code("v1", place=VAGUE), code("v2", place=VAGUE, date={"start": None, "end": None}, published="")]
    blocks = Blocks()
    for number, coding in enumerate(codings):
        blocks.add(number, coding)
    for coding in codings:
        assert blocks.candidates(coding) == {n for n, other in enumerate(codings) if found(coding, other)}


@pytest.mark.parametrize("place", [{}, VAGUE, {"name": "ريف دير الزور", "precision": 2}])
def test_what_one_finds_finds_it(code, place):
    """Whether two are compared does not hang on which comes first: so the order of arrival cannot matter."""
    one = code("a", place=place)
    for other in (code("b"), code("c", place=VAGUE), code("d", place={"name": "دير الزور", "precision": 3})):
        assert found(one, other) == found(other, one)
