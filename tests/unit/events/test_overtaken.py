"""Tolls of before give way to the one that a report tells now."""

from __future__ import annotations

from datetime import date

import pytest

from marsad import gazetteer
from marsad.annotate import triggers
from marsad.events.casualties import tolls_told
from marsad.frames import Context, assemble
from marsad.model.report import Report
from marsad.pipeline import annotate, prepare


def told(text: str) -> list[int | None]:
    document = prepare(Report(report_id="t", text=text, published_on=date(2024, 10, 16)))
    annotations = annotate(document, triggers.find(document), gazetteer.load())
    context = Context.of(document, annotations, assemble(document, annotations.triggers))
    return [toll.estimate.best for toll in tolls_told(context, "killed", "Armed clash")]


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("قُتل 15 مدنياً في غارة على سوق البلدة. وكانت حصيلة سابقة أشارت إلى مقتل 11 مدنياً.", [15]),
        ("ارتفع عدد قتلى الغارة على السوق إلى 15 قتيلاً، بعد أن تحدثت حصيلة أولى عن 11 قتيلاً.", [15]),
        ("قُتل 15 مدنياً في غارة على السوق، بعد مقتل 11 مدنياً في حصيلة سابقة.", [15]),
        ("قُتل 11 مدنياً في غارة على السوق، وفق حصيلة أولية.", [11]),
        ("وأشارت حصيلة سابقة إلى مقتل 11 مدنياً في الغارة على السوق.", [11]),
        ("قُتل 15 مدنياً في غارة على السوق. وقُتل أربعة جنود في كمين قرب البلدة.", [15, 4]),
    ],
)
def test_a_toll_of_before_answers_for_nothing_once_another_is_told(text: str, numbers: list[int]) -> None:
    """ "حصيلة سابقة" is what was known before; where a report tells no other it stands."""
    assert told(text) == numbers
