import tempfile
from dataclasses import replace
from datetime import UTC, date
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from marsad.export.report_line import report_line
from marsad.model.report import Report
from marsad.read import read

_words = st.text(st.sampled_from('ابتة ،"\\\n\t{}🔴1٢\ud83d'), min_size=1, max_size=30).filter(str.strip)
_name = st.none() | _words.map(lambda text: " ".join(text.split()))


@given(
    text=_words, title=_words, outlet=_name, forwarded=_name, extent=st.sampled_from(["whole", "summary"]),
    when=st.none() | st.datetimes(timezones=st.just(UTC)).filter(lambda day: day.year < 2026),
)  # fmt: skip
def test_a_report_comes_back(text, title, outlet, forwarded, extent, when):
    """Whatever a report holds, `marsad code` reads from the line what was written, but for the hash of its bytes."""
    report = Report(
        report_id="r#1", text=text, headline=title.strip(), outlet=outlet, url="https://x.example/1", extent=extent,
        published_on=when.date() if when else None, published_at=when, forwarded_from=forwarded, reply_to="r#0",
        edited="unknown",
    )  # fmt: skip
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "r.jsonl"
        path.write_bytes(report_line(report, {"source_id": "wadi"}))
        (again,) = read([path])
    assert replace(again, sha256=None) == report


def test_a_day_stays_a_day():
    """Where only the day is known, no time of day is made up."""
    line = report_line(Report(report_id="r", text="نص", published_on=date(2024, 3, 20)))
    assert line.decode() == '{"id": "r", "text": "نص", "published": "2024-03-20"}\n'
