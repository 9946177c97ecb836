from __future__ import annotations

from typing import Any

from benchmarks.gold_casualties import measure


def record(text: str, evidence: str, **figures: dict[str, int | None]) -> dict[str, Any]:
    return {"id": "t", "title": "", "text": text, "events": [{"evidence": evidence, **figures}]}


def exactly(count: int) -> dict[str, int | None]:
    return {"low": count, "best": count, "high": count}


def test_figure_in_the_evidence_counts_for_sentence_and_report() -> None:
    """A figure read in the quoted sentence is found in both places."""
    counts = measure([record("قُتل ثلاثة مدنيين بقصف السوق.", "قُتل ثلاثة مدنيين", killed=exactly(3))])
    assert (counts["killed", "figures"], counts["killed", "sentence"], counts["killed", "report"]) == (1, 1, 1)


def test_figure_of_another_sentence_counts_for_the_report_only() -> None:
    """A figure told elsewhere is not in the evidence."""
    text = "استهدفت غارة السوق. وقُتل ثلاثة مدنيين."
    counts = measure([record(text, "استهدفت غارة السوق", killed=exactly(3))])
    assert (counts["killed", "sentence"], counts["killed", "report"]) == (0, 1)


def test_two_addends_hold_their_sum_and_a_subset_adds_nothing() -> None:
    """Losses of two sides are summed; those among the dead are not."""
    text = "مقتل خمسة مدنيين وثلاثة عناصر من الفصيل."
    assert measure([record(text, text, killed=exactly(8))])["killed", "sentence"] == 1
    text = "مقتل خمسة مدنيين بينهم ثلاثة أطفال."
    assert measure([record(text, text, killed=exactly(8))])["killed", "sentence"] == 0
