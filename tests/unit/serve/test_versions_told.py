"""The history of a report tells what each version was read from, so that a reader of a court can check it."""

from __future__ import annotations

import hashlib
from datetime import UTC, date, datetime

from marsad.export import to_record
from marsad.model.report import Report
from marsad.pipeline import Coder
from marsad.store import CodedBy, Keeping

_HASH = hashlib.sha256(b"as it was read").hexdigest()


def _keep(store):
    coder = Coder()
    by = CodedBy(coder_version="1", resources_version="w", gazetteer=coder.gazetteer.name)
    text = "اعتقلت قسد أربعة أشخاص في بلدة الشحيل أمس."
    report = Report(report_id="kept", text=text, published_on=date(2023, 5, 3), sha256=_HASH)
    record = to_record(coder.code(report), report=report)
    store.keep([Keeping(report=report, record=record, archive="item-7")], by)


def test_each_version_has_its_hash_and_its_place_in_the_archive(browser, store):
    """A report without an address has them, too."""
    _keep(store)
    text = browser("coder", language="ar").get("/history/kept").text
    assert "نسخ النص" in text
    assert _HASH in text
    assert "item-7" in text


def test_a_report_read_from_a_file_says_that_no_place_was_told(browser, store):
    """Not that nobody coded it; its hash leads to the file that an archive keeps."""
    coder = Coder()
    by = CodedBy(coder_version="1", resources_version="w", gazetteer=coder.gazetteer.name)
    report = Report(report_id="read", text="قصف.", published_on=date(2023, 5, 3), sha256=_HASH)
    store.keep([Keeping(report=report, record=to_record(coder.code(report), report=report))], by)
    text = browser("coder", language="ar").get("/history/read").text
    assert "لم يُذكر عند قراءته" in text
    assert "لم يُدوَّن" not in text
    assert "marsad archive show" in text


def test_viewers_are_told_no_hash_of_a_text_that_they_see_in_part(browser, store):
    """From the hash of a text with names it could be guessed which names it holds."""
    _keep(store)
    assert _HASH not in browser("viewer").get("/history/kept").text


def test_a_report_that_was_taken_down_says_so(browser, store):
    """What it said is shown as before; beside it stands that it is gone, and when that was noted."""
    _keep(store)
    reader = browser("coder", language="ar")
    assert "حُذف من موضعه" not in reader.get("/reports/kept").text
    store.keep_gone("kept", retrieved=datetime(2024, 3, 20, tzinfo=UTC))
    text = reader.get("/reports/kept").text
    assert "حُذف من موضعه" in text
    assert "أربعة أشخاص" in text
