from datetime import UTC, date, datetime
from uuid import uuid4

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from marsad.errors import StoreError
from marsad.export.jsonl import to_line
from marsad.model.report import Report
from marsad.store import Keeping, open_store


@pytest.fixture(scope="module")
def any_store(new_store):
    """A store that fills up."""
    with open_store(new_store()) as store:
        yield store


def test_the_same_twice_changes_nothing(store, keeping, by):
    """Reports, codings, events and log are as before, and so is what is written from them."""
    items = [keeping("r1"), keeping("r2", "قصف على بلدة.", events=[])]
    first = store.keep(items, by())
    before, lines = store.told().counts, list(store.lines())
    again = store.keep(items, by())
    assert [(kept.new, kept.coded) for kept in first] == [(True, True), (True, True)]
    assert [(kept.new, kept.changed, kept.coded) for kept in again] == [(False, False, False)] * 2
    assert store.told().counts == before
    assert list(store.lines()) == lines


def test_lines_are_those_of_marsad_code(store, keeping, by):
    """Byte for byte, in the order in which reports came."""
    items = [keeping("ب"), keeping("أ", events=[]), keeping("\ud83d", "نصف رمز \ud83d")]
    store.keep(items, by())
    assert [line.encode() + b"\n" for line in store.lines()] == [to_line(item.record) for item in items]


def test_an_edited_report_keeps_every_version(store, keeping, by):
    """The new text is current and found, the old one is kept with its coding."""
    store.keep([keeping(text="قتيلان في هجوم")], by())
    (kept,) = store.keep([keeping(text="ثلاثة جرحى في هجوم", events=[])], by())
    assert (kept.version, kept.new, kept.changed, kept.coded) == (2, False, True, True)
    assert [version.report.text for version in store.versions("r1")] == ["قتيلان في هجوم", "ثلاثة جرحى في هجوم"]
    assert [(coding.version, len(coding.record["events"])) for coding in store.codings("r1")] == [(1, 1), (2, 0)]
    assert (store.search("قتيلان").reports, store.search("جرحى").reports) == (0, 1)
    assert len(list(store.lines())) == 1


def test_only_the_latest_version_counts(store, keeping, by):
    """Edited twice, a report is one report: listed once, coded once more, and the text kept last is no news."""
    for text in ("قتيلان", "ثلاثة قتلى", "أربعة قتلى"):
        store.keep([keeping(text=text, coded=False)])
    assert [kept.report.text for kept in store.reports()] == ["أربعة قتلى"]
    assert [kept.report.text for kept in store.uncoded(by())] == ["أربعة قتلى"]
    (kept,) = store.keep([keeping(text="أربعة قتلى", coded=False, retrieved=datetime(2024, 3, 1, tzinfo=UTC))])
    assert (kept.version, kept.changed) == (3, False)
    assert [hit.report.text for hit in store.search("قتلى").page] == ["أربعة قتلى"]


def test_an_old_file_read_again_is_no_new_version(store, keeping, by):
    """Reading the first file once more does not bring its text back as the latest."""
    old, new = keeping(text="قتيلان"), keeping(text="ثلاثة قتلى")
    store.keep([old], by())
    store.keep([new], by())
    (kept,) = store.keep([old], by())
    assert (kept.version, kept.changed) == (1, False)
    assert store.search("ثلاثة").reports == 1


def test_a_page_that_returns_to_what_it_was_is_a_third_version(store, keeping):
    """With the time of fetching, the text before is new again."""
    for day, text in enumerate(("قتيلان", "ثلاثة قتلى", "قتيلان", "قتيلان"), 1):
        store.keep([keeping(text=text, coded=False, retrieved=datetime(2024, 3, day, tzinfo=UTC), archive=f"w#{day}")])
    kept = store.versions("r1")
    assert [(version.version, version.report.text, version.archive) for version in kept] == [
        (1, "قتيلان", "w#1"),
        (2, "ثلاثة قتلى", "w#2"),
        (3, "قتيلان", "w#3"),
    ]
    assert kept[0].retrieved_at == "2024-03-01T00:00:00Z"


def test_a_page_that_is_gone_keeps_what_it_said(store, keeping, by):
    """Noted once, as a version; searches and exports go on; coming back, even unchanged, is a version again."""
    store.keep([keeping(url="https://a.example/1")], by())
    at = datetime(2024, 4, 1, tzinfo=UTC)
    assert store.keep_gone("r1", retrieved=at, archive="w#9")
    assert not store.keep_gone("r1", retrieved=at)
    assert [(version.gone, version.report.text == "") for version in store.versions("r1")] == [
        (False, False),
        (True, True),
    ]
    assert store.search("حاجز").reports == len(list(store.lines())) == 1
    assert not store.keep([keeping(url="https://a.example/1")], by())[0].changed
    (back,) = store.keep([keeping(url="https://a.example/1", retrieved=at)], by())
    assert (back.version, back.changed, back.coded) == (3, True, True)
    with pytest.raises(StoreError, match="There is no report “r9”"):
        store.keep_gone("r9", retrieved=at)


def test_an_id_of_another_report_is_refused(store, keeping, by):
    """Another address or outlet under the same id is another report: it is named, and the others are kept."""
    store.keep([keeping(url="https://a.example/1", outlet="شبكة")], by())
    kept = store.keep(
        [keeping(text="نص آخر", url="https://a.example/2"), keeping(text="نص آخر", outlet="وكالة"), keeping("r2")], by()
    )
    assert "of another address, https://a.example/1" in kept[0].refused
    assert "of another outlet, شبكة" in kept[1].refused
    assert kept[2].new
    assert len(store.versions("r1")) == 1


def test_a_new_coder_adds_a_coding_and_keeps_the_old(store, keeping, by, event):
    """The newest coding is what is written and searched; both are there."""
    store.keep([keeping()], by("1.0"))
    store.keep([keeping(events=[event(sub_event_type="Attack"), event(event_id="r#2")])], by("2.0"))
    assert [coding.coded_by.coder_version for coding in store.codings("r1")] == ["1.0", "2.0"]
    assert dict(store.search("").facets["sub_event_type"]) == {"Attack": 1, "Armed clash": 1}
    assert [(coder.coder_version, count) for coder, count in store.told().coders] == [("1.0", 1), ("2.0", 1)]


def test_words_places_and_threshold_make_another_coder(store, keeping, by):
    """Each of them may give another coding, so each is coded for itself."""
    for coder in (by(), by(gazetteer_version="p2"), by(min_confidence=0.9), by()):
        store.keep([keeping()], coder)
    assert len(store.codings("r1")) == 3


def test_a_report_may_be_kept_first_and_coded_later(store, keeping, by):
    """Fetching keeps it, coding adds to it."""
    assert store.keep_report(keeping(coded=False)).new
    assert [kept.report.report_id for kept in store.uncoded(by())] == ["r1"]
    (kept,) = store.keep([keeping()], by())
    assert (kept.new, kept.changed, kept.coded) == (False, False, True)
    assert list(store.uncoded(by())) == []
    assert store.search("", facets=False).events == 1


def test_all_of_a_report_comes_back(store):
    """What was published and how it came, field by field."""
    report = Report(
        report_id="t/1", headline="عنوان", text="نص", published_on=date(2024, 3, 20), outlet="قناة", url="https://t.example/1",
        sha256="ab", published_at=datetime.fromisoformat("2024-03-20T23:10:00+03:00"), edited="unknown",
        forwarded_from="شبكة", reply_to="t/0", extent="summary",
    )  # fmt: skip
    store.keep_report(Keeping(report=report))
    assert [kept.report for kept in store.reports()] == [report]


def test_what_was_coded_before_is_known(store, keeping, by):
    """Ids with the line kept, and refused ids with the reason, for this coder and this content only."""
    store.keep([keeping("r1", url="https://a.example/1"), keeping("r2")], by())
    asked = [keeping("r1", url="https://b.example/1"), keeping("r2"), keeping("r2", "غيره"), keeping("r3")]
    lines, refused = store.coded_before([item.report for item in asked[:2] + asked[3:]], by())
    assert list(lines) == ["r2"]
    assert list(refused) == ["r1"]
    assert store.coded_before([asked[2].report], by()) == ({}, {})
    assert store.coded_before([asked[1].report], by("2.0")) == ({}, {})


@settings(max_examples=60)
@given(st.text(), st.text(min_size=1))
def test_any_text_comes_back_as_published(any_store, headline, text):
    """NUL, half an emoji, any script: the store refuses nothing and changes nothing."""
    report = Report(report_id=uuid4().hex, headline=headline, text=text, outlet=text)
    any_store.keep([Keeping(report=report, record={"id": text, "events": [], "skipped": []})])
    (back,) = any_store.versions(report.report_id)
    assert (back.report.headline, back.report.text) == (headline, text)
    assert any_store.first_broken() is None
