"""Word documents, and what else is packed in a zip file."""

import hashlib
import io
import zipfile
from datetime import date

import pytest

_HEAD = '<?xml version="1.0" encoding="UTF-8"?><w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"><w:body>'  # noqa: E501
_TAIL = "</w:body></w:document>"


def zipped(**parts):
    """Return a zip file with members, by names whose __ stands for a slash."""
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        for name, content in parts.items():
            archive.writestr(name.replace("__", "/").replace("_xml", ".xml"), content)
    return packed.getvalue()


def docx(*paragraphs):
    return zipped(word__document_xml=_HEAD + "".join(f"<w:p>{one}</w:p>" for one in paragraphs) + _TAIL)


def run(text):
    return f"<w:r><w:t>{text}</w:t></w:r>"


def test_a_word_document_is_read_as_a_text_file_is(folder):
    """Its first paragraph is the headline; the hash is that of the file."""
    content = docx(run("مقتل عنصرين في ذيبان"), run("قُتل عنصران ") + run("أمس."), run("وأصيب ثالث."))
    report = folder.one("خبر.docx", content)
    assert (report.headline, report.text) == ("مقتل عنصرين في ذيبان", "قُتل عنصران أمس.\nوأصيب ثالث.")
    assert (report.report_id, report.sha256) == ("خبر", hashlib.sha256(content).hexdigest())


def test_a_header_in_a_word_document_is_read(folder):
    """Lines of the header, an empty paragraph, then the text."""
    report = folder.one(
        "a.docx", docx(run("التاريخ: 20 آذار 2024"), run("المصدر: منصة"), "", run("هاجم مسلحون حاجزاً."))
    )
    assert (report.published_on, report.outlet, report.text) == (date(2024, 3, 20), "منصة", "هاجم مسلحون حاجزاً.")


def test_what_a_document_does_not_show_is_not_read(folder):
    """Text that was struck out, codes of fields, and the second copy of a box."""
    struck = "<w:del><w:r><w:delText>ثلاثة</w:delText></w:r></w:del>"
    field = "<w:r><w:instrText>PAGE</w:instrText></w:r>"
    box = "<w:r><mc:AlternateContent><mc:Choice><w:p>{0}</w:p></mc:Choice><mc:Fallback><w:p>{0}</w:p></mc:Fallback></mc:AlternateContent></w:r>"  # noqa: E501
    table = f"<w:tbl><w:tr><w:tc><w:p>{run('خلية')}</w:p></w:tc></w:tr></w:tbl>"
    content = _HEAD + f"<w:p>{run('قُتل ')}{struck}{run('عنصران.')}{field}{box.format(run('مربع'))}</w:p>{table}" + _TAIL
    report = folder.one("a.docx", zipped(word__document_xml=content))
    assert report.source_text.split("\n") == ["قُتل عنصران.", "مربع", "خلية"]


@pytest.mark.parametrize(
    ("content", "problem"),
    [
        (docx(""), "holds no text"),
        (zipped(word__document_xml="<w:document"), "damaged"),
        (zipped(word__document_xml=f'<!DOCTYPE x [<!ENTITY a "aa">]>{_HEAD}{_TAIL}'), "damaged"),
        (zipped(xl__workbook_xml="<x/>"), "workbook is damaged"),
        (zipped(**{"xl/workbook.bin": "x"}), "XLSB"),
        (zipped(mimetype="application/vnd.oasis.opendocument.text", content_xml="<x/>"), "OpenDocument"),
        (zipped(a_xml="<x/>"), "no WARC file"),
        (b"%PDF-1.7\n%\xe2\xe3", "A PDF is not read"),
        (b"PAR1\x15\x04\x15", "A Parquet file is not read"),
        (b"{\\rtf1\\ansi x}", "RTF"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "old Word or Excel"),
        (b"\x89PNG\r\n\x1a\n\0", "picture"),
        (b"SQLite format 3\0\x10", "This is a store"),
    ],
)
def test_what_cannot_be_read_is_called_by_its_name(folder, content, problem):
    """Whatever its ending says; with what to do about it."""
    error = folder.problem("a.txt", content)
    assert problem in error.problem
    assert error.remedy


def test_documents_that_cannot_be_read_are_named_in_folders(folder):
    """Nobody takes them for read; a picture beside them is no document."""
    folder.write("a.txt", "قُتل شاب برصاص مجهولين.")
    folder.write("b.docx", docx(run("أصيب شاب برصاص مجهولين.")))
    folder.write("c.pdf", b"%PDF-1.7")
    folder.write("d.png", b"\x89PNG")
    reports, problems = folder.read()
    assert [report.report_id for report in reports] == ["a", "b"]
    assert [str(error.file).rpartition("/")[2] for error in problems] == ["c.pdf"]
