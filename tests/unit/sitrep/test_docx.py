"""DOCX: from the right in Arabic, with alternatives for pictures, and a remedy where the package is missing."""

from __future__ import annotations

import io
import sys
import zipfile
from dataclasses import replace

import docx
import pytest
from docx.oxml.ns import qn
from lxml import etree

from marsad.errors import SettingsError
from marsad.sitrep.blocks import Table
from marsad.sitrep.docx import to_docx
from marsad.sitrep.pdf import to_pdf


def test_arabic_runs_from_the_right(as_docx):
    """Each paragraph is bidirectional, each run of text from the right, each table mirrored; in English only quotes."""
    for language in ("ar", "en"):
        document = docx.Document(io.BytesIO(as_docx(language)))
        cells = [cell for table in document.tables for row in table.rows for cell in row.cells]
        paragraphs = [*document.paragraphs, *(one for cell in cells for one in cell.paragraphs)]
        rtl = language == "ar"
        quotes = [one for one in paragraphs if one.text.startswith("“")]
        assert [one.paragraph_format.keep_with_next for one in quotes] == [True] * len(quotes)
        assert {one._p.pPr.find(qn("w:bidi")) is not None for one in quotes} == ({True} if not rtl else set())
        written = [one for one in paragraphs if one.text and not one.text.startswith("“")]
        assert {one._p.pPr is not None and one._p.pPr.find(qn("w:bidi")) is not None for one in written} == {rtl}
        runs = [run._r for one in written for run in one.runs]
        assert {run.rPr is not None and run.rPr.find(qn("w:rtl")) is not None for run in runs} == {rtl}
        assert {table._tbl.tblPr.find(qn("w:bidiVisual")) is not None for table in document.tables} == {rtl}


def test_letters_of_arabic_stay_joined(as_docx):
    """No style sets letters apart or slants them."""
    document = docx.Document(io.BytesIO(as_docx("ar")))
    for name in ("Normal", "Title", "Subtitle", "Quote", "Caption", "Heading 1", "Heading 2"):
        style = document.styles[name]
        assert style.element.rPr.find(qn("w:spacing")) is None
        assert style.font.italic is False


def test_pictures_have_words(as_docx, composed):
    """For those who are read to."""
    document = docx.Document(io.BytesIO(as_docx("en")))
    described = [part.get("descr") for part in document.element.iter(qn("wp:docPr"))]
    assert len(described) == len(composed("en").images)
    assert all(described)


@pytest.mark.parametrize(("package", "form"), [("docx", to_docx), ("typst", to_pdf)])
def test_a_missing_package_has_a_remedy(composed, monkeypatch, package, form):
    """The name of the package, and how to install it."""
    document = composed("en")
    monkeypatch.setitem(sys.modules, package, None)
    with pytest.raises(SettingsError, match=r"pip install 'marsad\[report\]'"):
        form(document, None)


ORDER = {
    "rPr": "rStyle rFonts b bCs i iCs caps smallCaps strike color spacing w kern position sz szCs highlight u effect "
    "bdr shd vertAlign rtl cs em lang",
    "pPr": "pStyle keepNext keepLines pageBreakBefore widowControl numPr pBdr shd tabs bidi spacing ind "
    "contextualSpacing jc outlineLvl rPr",
    "tblPr": "tblStyle bidiVisual tblStyleRowBandSize tblStyleColBandSize tblW jc tblInd tblBorders tblLayout "
    "tblCellMar tblLook",
}


@pytest.mark.parametrize("language", ["ar", "en"])
def test_parts_stand_in_the_order_that_the_standard_asks_for(as_docx, language):
    """Properties of runs, paragraphs and tables, in the text, in footnotes and in styles."""
    with zipfile.ZipFile(io.BytesIO(as_docx(language))) as parts:
        for name in ("word/document.xml", "word/footnotes.xml", "word/styles.xml"):
            ordered = [one for one in etree.fromstring(parts.read(name)).iter() if etree.QName(one).localname in ORDER]
            assert ordered, name
            for one in ordered:
                found = [etree.QName(child).localname for child in one]
                assert found == sorted(found, key=ORDER[etree.QName(one).localname].split().index)


def test_no_page_parts_a_row_or_leaves_a_total_alone(as_docx):
    """A table of a page's length stays whole; its header stands on every page that it reaches."""
    document = docx.Document(io.BytesIO(as_docx("ar")))
    assert len(document.tables) > 1
    for table in document.tables:
        for number, row in enumerate(table.rows):
            assert row._tr.trPr.find(qn("w:cantSplit")) is not None
            assert (row._tr.trPr.find(qn("w:tblHeader")) is not None) is (number == 0)
            kept = {cell.paragraphs[0].paragraph_format.keep_with_next for cell in row.cells}
            assert kept == {number < len(table.rows) - 1}


def test_figures_are_not_parted(composed):
    """A long range has the room that it needs, the names have what is left, and the table is as wide as the page."""
    lines = [["Rural Damascus", "29", "3,562", "1,281\u00a0–\u00a03,562+"], ["Homs", "10", "15", "3\u00a0–\u00a015"]]
    table = Table(["Area", "Incidents", "Killed", "from – to"], lines)
    (table,) = docx.Document(io.BytesIO(to_docx(replace(composed("en"), blocks=[table])))).tables
    widths = [column.width.cm for column in table.columns]
    assert widths == pytest.approx([cell.width.cm for cell in table.rows[0].cells], abs=0.01)
    assert sum(widths) == pytest.approx(16.6, abs=0.01)
    assert widths[3] > 3.2 > widths[1] > widths[2]
    assert widths[0] > 5.2
