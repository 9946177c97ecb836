"""Fighters named once are one side of an act."""

from __future__ import annotations

from datetime import date

import pytest

from marsad.model.report import Report
from marsad.pipeline import Coder


@pytest.mark.parametrize(
    ("text", "sides"),
    [
        ("قُتل عنصران من الجيش الوطني بهجوم نفذه مجهولون في عفرين مساء اليوم.", ("unidentified", "sna")),
        ("اندلعت اشتباكات بين فصيلين من الجيش الوطني في عفرين أمس.", ("sna", "sna")),
    ],
)
def test_nobody_fights_himself_unless_two_are_told(text: str, sides: tuple[str, str]):
    """Who is named once does not act against himself; two factions of one army do."""
    (event,) = Coder().code(Report(report_id="one", text=text, published_on=date(2022, 4, 11))).events
    assert tuple(one.code for role in ("side1", "side2") for one in event.participants if one.role == role) == sides
