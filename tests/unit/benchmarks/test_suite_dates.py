from __future__ import annotations

from typing import Any

import pytest

from benchmarks.suite_dates import answer, answer_as_news


def item(suite: str, expression: str, kind: str = "time") -> dict[str, Any]:
    return {"id": "t", "suite": suite, "expr": expression, "kind": kind, "reference_time": "2024-03-20T10:30:00"}


@pytest.mark.parametrize(
    ("suite", "expression", "expected"),
    [
        ("duckling_ar_time", "الاثنين", ("2024-03-25T00:00:00", None, "day")),
        ("duckling_ar_time", "الساعة الثالثة", ("2024-03-20T15:00:00", None, "hour")),
        ("maha_time", "الساعة الثالثة", ("2024-03-20T03:00:00", None, "hour")),
        ("maha_time", "قبل شهر", ("2024-02-01T00:00:00", None, "month")),
        ("maha_time", "من الستة للسبعة", ("2024-03-20T06:00:00", "2024-03-20T07:00:00", "hour")),
        ("duckling_ar_time", "13 الى 15 تموز", ("2024-07-13T00:00:00", "2024-07-16T00:00:00", "day")),
        ("dateparser_ar", "منذ ساعتين", ("2024-03-20T08:00:00", None, "hour")),
    ],
)
def test_each_suite_has_its_convention(
    suite: str, expression: str, expected: tuple[str | None, str | None, str]
) -> None:
    """The same words are resolved as the library behind the suite resolves them."""
    found = answer(item(suite, expression))
    assert found is not None
    assert (found["start"], found["end"], found["grain"]) == expected


def test_news_looks_back() -> None:
    """The annotator's own answer to a bare weekday is the last one."""
    found = answer_as_news(item("duckling_ar_time", "الاثنين"))
    assert found is not None
    assert found["start"] == "2024-03-18T00:00:00"


def test_durations_add_up() -> None:
    """The parts of a length joined by و are told unit by unit."""
    found = answer(item("maha_duration", "يومين وساعة ونصف", "duration"))
    assert found == {"components": [{"value": 2, "unit": "day"}, {"value": 1.5, "unit": "hour"}]}


def test_a_number_alone_is_no_time() -> None:
    """A number with no unit of time gets no answer."""
    assert answer(item("maha_negative", "احد عشر")) is None
