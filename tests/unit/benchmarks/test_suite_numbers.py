from __future__ import annotations

from typing import Any

import pytest

from benchmarks.numbers_dates import answer as answer_any
from benchmarks.suite_numbers import answer


def item(expression: str, kind: str = "numeral") -> dict[str, Any]:
    return {"id": "t", "suite": "own", "expr": expression, "kind": kind, "reference_time": "2024-03-20T10:30:00"}


@pytest.mark.parametrize(
    ("expression", "value"),
    [("ستة عشر", 16), ("-1.2", -1.2), ("سالب عشرة", -10), ("٠٫٥", 0.5), ("20%", 0.2), ("ثلاثة ملايين", 3_000_000)],
)
def test_numeral_is_answered_with_its_value(expression: str, value: float) -> None:
    """A number, its sign and a percentage come back as the plain value the suites ask for."""
    assert answer(item(expression)) == {"value": pytest.approx(value)}


@pytest.mark.parametrize(("expression", "value"), [("الثالث عشر", 13), ("العشرين", 20), ("سادس", 6)])
def test_rank_is_answered_with_its_value(expression: str, value: int) -> None:
    """A rank, spelled as one or as a number with the article, is a rank to the suites."""
    assert answer(item(expression, "ordinal")) == {"value": value}


@pytest.mark.parametrize(("expression", "kind"), [("العشرين", "numeral"), ("عشرين", "ordinal"), ("حرب", "numeral")])
def test_other_kind_is_no_answer(expression: str, kind: str) -> None:
    """What is not of the kind asked for gets no answer."""
    assert answer(item(expression, kind)) is None


def test_range_and_percent_have_their_own_kinds() -> None:
    """Ranges give both ends, percentages the figure before the sign."""
    assert answer(item("بين 10 و15", "number_range")) == {"from": 10, "to": 15}
    assert answer(item("12.5%", "percent")) == {"value": 12.5}


def test_dispatch_answers_numbers_and_times_and_nothing_else() -> None:
    """One adapter serves every kind marsad reads; names get no answer."""
    assert answer_any(item("ثلاثة")) == {"value": 3}
    assert answer_any(item("أمس", "time")) is not None
    assert answer_any(item("محمد", "given_name")) is None
