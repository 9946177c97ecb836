"""The texts that speed is measured on."""

from __future__ import annotations

import gzip
import json
from datetime import date

from benchmarks.speed import made_up, read_reports


def test_made_up_reports_are_the_same_every_time_and_as_long_as_asked():
    """A seed fixes the texts, and lengths come out near what was asked."""
    assert list(made_up(3)) == list(made_up(3))
    (long,) = made_up(1, 100_000)
    assert 100_000 <= len(long.text) < 100_500


def test_packed_and_plain_files_are_read_alike(tmp_path):
    """A gzip file gives the reports of the plain one, from all over it, no more than the limit."""
    lines = "\n".join(
        json.dumps({"id": f"{n}", "title": "عنوان", "text": "نص", "published": "2025-03-04T10:00"}) for n in range(7)
    )
    plain, packed = tmp_path / "a.jsonl", tmp_path / "a.jsonl.gz"
    plain.write_text(lines, encoding="utf-8")
    packed.write_bytes(gzip.compress(lines.encode()))
    reports = list(read_reports(packed, 3))
    assert reports == list(read_reports(plain, 3))
    assert [(report.report_id, report.published_on) for report in reports] == [
        ("0", date(2025, 3, 4)),
        ("2", date(2025, 3, 4)),
        ("4", date(2025, 3, 4)),
    ]
