"""A process of its own codes with the words that it was given."""

from __future__ import annotations

from datetime import date

from marsad.amend.bench import Bench
from marsad.lexicon.layers import own_version
from marsad.model.report import Report


def test_reports_are_coded_with_the_words(own, actor, amendment):
    """In their order, and the records say by which words."""
    folder = own(amendment("actors", actor))
    reports = [
        Report(
            report_id=name, text=f"اعتقل {actor['name_ar']} أربعة أشخاص في ذيبان أمس.", published_on=date(2023, 5, 3)
        )
        for name in ("b", "a")
    ]
    with Bench([folder]) as bench:
        assert bench.code([]) == []
        records = bench.code(reports)
        by = bench.coded_by()
    assert [record["id"] for record in records] == ["b", "a"]
    assert [record["events"][0]["side1"] for record in records] == [[actor["code"]]] * 2
    assert by.resources_version.endswith(f"+{own_version(folder)}")
