"""Footnotes of a DOCX: as Word has them, from the right in Arabic."""

from __future__ import annotations

import io
import zipfile

import docx
import pytest
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml import parse_xml
from docx.oxml.ns import qn

from marsad.sitrep.docx import to_docx, write_styles


@pytest.fixture(params=["en", "ar"])
def language(request):
    return request.param


@pytest.fixture
def document(composed, language):
    """A report as it was composed."""
    return composed(language)


@pytest.fixture
def written(as_docx, language):
    """The same, as DOCX."""
    return as_docx(language)


def footnotes_of(data):
    """The footnotes part as XML, and the document."""
    opened = docx.Document(io.BytesIO(data))
    (part,) = [one.target_part for one in opened.part.rels.values() if one.reltype == RELATIONSHIP_TYPE.FOOTNOTES]
    return parse_xml(part.blob), opened


def words(element):
    """All text in an element."""
    return "".join(one.text or "" for one in element.iter(qn("w:t")))


def test_every_mark_leads_to_its_note(document, written):
    """The ids in the text are those of the footnotes, in order, and each holds the words that were composed."""
    notes, opened = footnotes_of(written)
    wanted = [block.note for block in document.blocks if getattr(block, "note", None)]
    marks = [one.get(qn("w:id")) for one in opened.element.iter(qn("w:footnoteReference"))]
    by_id = {one.get(qn("w:id")): one for one in notes}
    assert len(marks) == len(wanted) == 4
    assert [words(by_id[mark]).removeprefix(" ") for mark in marks] == wanted
    assert list(by_id) == ["-1", "0", *marks]


def test_a_word_processor_numbers_them(written):
    """A person who adds or takes out a note has all of them numbered anew."""
    notes, opened = footnotes_of(written)
    marked = [words(run) for run in opened.element.iter(qn("w:r")) if run.find(qn("w:footnoteReference")) is not None]
    assert (marked, len(list(notes.iter(qn("w:footnoteRef"))))) == ([""] * 4, 4)


def test_they_run_from_the_right_in_arabic(document, written):
    """The paragraph, the mark and the words; none of them in English."""
    notes, opened = footnotes_of(written)
    ours = [one for one in notes if not one.get(qn("w:type"))]
    paragraphs = [part for one in ours for part in one.iter(qn("w:p"))]
    runs = [run for one in ours for run in one.iter(qn("w:r"))]
    runs += [run for run in opened.element.iter(qn("w:r")) if run.find(qn("w:footnoteReference")) is not None]
    assert {one.find(qn("w:pPr")).find(qn("w:bidi")) is not None for one in paragraphs} == {document.rtl}
    assert {
        run.find(qn("w:rPr")) is not None and run.find(qn("w:rPr")).find(qn("w:rtl")) is not None for run in runs
    } == {document.rtl}


def test_the_settings_name_the_lines_above_notes_where_they_belong(written):
    """Word asks for them, before what is compatible with what."""
    _, opened = footnotes_of(written)
    tags = [one.tag for one in opened.settings.element]
    assert tags.index(qn("w:footnotePr")) == tags.index(qn("w:compat")) - 1


def test_styles_that_hold_footnotes_keep_them(document, tmp_path):
    """A document of one's own with a note in it: its notes stay, ours follow."""
    write_styles(tmp_path / "styles.docx")
    first = to_docx(document, tmp_path / "styles.docx")
    (tmp_path / "own.docx").write_bytes(first)
    notes, opened = footnotes_of(to_docx(document, tmp_path / "own.docx"))
    ids = [int(one.get(qn("w:id"))) for one in notes]
    assert ids == list(range(-1, 9))
    assert len(list(opened.element.iter(qn("w:footnoteReference")))) == 8
    assert opened.styles["footnote text"].font.size.pt == 8
    with zipfile.ZipFile(io.BytesIO(first)) as parts:
        assert b"/word/footnotes.xml" in parts.read("[Content_Types].xml")
