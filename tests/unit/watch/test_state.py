import pytest

from marsad.errors import ReadError
from marsad.watch.reports import ReportsFile
from marsad.watch.state import FeedState, OutState, PageState, Pending, ReportState, State


def test_facts_come_back(tmp_path):
    """Later facts replace earlier ones; what is done is pending no more."""
    path = tmp_path / "state.jsonl"
    state = State.open(path)
    state.save(
        [FeedState(key="f", etag="1"), Pending(key="p", feed="f", teaser={"text": "نص"}), Pending(key="q", feed="f")]
    )
    state.save([FeedState(key="f", etag="2"), Pending(key="q", feed="f", done=True), PageState(key="q", feed="f")])
    state.save([ReportState(key="r#1"), OutState(key="out", size=10)])
    state.close()
    again = State.open(path)
    assert (again.feeds["f"].etag, list(again.pending), list(again.pages)) == ("2", ["p"], ["q"])
    assert again.pending["p"].teaser == {"text": "نص"}
    assert (again.reports, again.named, again.written) == ({"r#1"}, {"r"}, {"out": 10})
    again.close()


def test_a_line_cut_off_is_forgotten(tmp_path):
    """At whatever byte a kill cut the journal, the facts before are there, and the next ones are read back."""
    path = tmp_path / "state.jsonl"
    state = State.open(path)
    state.save([FeedState(key="a"), FeedState(key="b", etag="1")])
    state.close()
    content = path.read_bytes()
    first = content.index(b"\n") + 1
    for size in range(len(content) + 1):
        path.write_bytes(content[:size])
        state = State.open(path)
        assert list(state.feeds) == ["a", "b"][: (size >= first) + (size == len(content))]
        state.save([FeedState(key="c")])
        state.close()
        again = State.open(path)
        assert "c" in again.feeds
        again.close()


def test_a_damaged_journal_is_told(tmp_path):
    """A line in the middle that is no fact is named, with what to do."""
    (tmp_path / "state.jsonl").write_text('["feed", {"key": "a"}]\nxx\n["feed", {"key": "b"}]\n', encoding="utf-8")
    with pytest.raises(ReadError, match=r"line 2.*Delete"):
        State.open(tmp_path / "state.jsonl")


def test_a_long_journal_is_made_short(tmp_path):
    """Facts replaced over and over take no room for good."""
    path = tmp_path / "state.jsonl"
    state = State.open(path)
    state.save(FeedState(key="f", etag=str(number)) for number in range(5000))
    state.save([ReportState(key="r#1"), OutState(key="out", size=10)])
    state.close()
    long = path.stat().st_size
    State.open(path).close()
    again = State.open(path)
    assert path.stat().st_size < long / 100
    assert (again.feeds["f"].etag, again.reports, again.written) == ("4999", {"r#1"}, {"out": 10})
    again.close()


def test_reports_written_but_not_noted_are_not_written_again(tmp_path):
    """A kill between file and journal, in the middle of a line too, leaves every report once."""
    state = State.open(tmp_path / "state.jsonl")
    out = tmp_path / "r.jsonl"
    lines = [(f"r#{number}", f'{{"id": "r#{number}"}}\n'.encode()) for number in range(3)]
    reports = ReportsFile(out, state)
    state.save(reports.add(lines[:1]))
    reports.add(lines[1:2])  # written, and not noted
    reports.close()
    with out.open("ab") as stream:
        stream.write(lines[2][1][:7])
    reports = ReportsFile(out, state)
    assert reports.add(lines)[0] == ReportState(key="r#2")
    reports.close()
    state.close()
    assert out.read_bytes() == b"".join(line for _, line in lines)
