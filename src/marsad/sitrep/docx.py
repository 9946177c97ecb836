"""A report as DOCX that a person can go on with: styles, real tables, text from the right in Arabic."""

from __future__ import annotations

import io
import zipfile
from datetime import UTC, datetime, time
from pathlib import Path
from typing import Any

from marsad.errors import ResourceError
from marsad.pictures.draw import missing, svg_to_png
from marsad.sitrep.blocks import Block, Document, Heading, Image, Quote, Table, Text
from marsad.sitrep.footnotes import NOTE, NOTE_MARK, Footnotes

__all__ = ["check_styles", "to_docx", "write_styles"]

_FONT = "Noto Sans Arabic"
_FIRST_DAY = (1980, 1, 1, 0, 0, 0)  # the earliest that a ZIP file can tell
_WIDEST_CM = 16.6
_FIRST_CM = 5.2
_QUOTE, _QUIET, _GRID = "Quote", "Caption", "Light Grid Accent 1"
_STYLES = ("Normal", "Title", "Subtitle", "Heading 1", "Heading 2", _QUOTE, _QUIET, _GRID)
_SIGN_CM, _MARGINS_CM, _STRONG = 0.21, 0.5, 1.2
"""How wide a digit of a table is, what stands beside the text of a cell, and how much wider bold letters are."""
_LONG = 25
"""Tables of more rows are parted between pages; others stand on one page."""


def to_docx(document: Document, styles: Path | None = None) -> bytes:
    """Return a report as DOCX; the same report gives the same bytes. `styles` is a document whose styles are used.

    Footnotes are those of Word, at the foot of their pages. Raises SettingsError when python-docx is missing.
    """
    made = _Word(document, styles)
    for block in document.blocks:
        made.add(block)
    return made.finished()


def check_styles(styles: Path) -> None:
    """Raise ResourceError where a document cannot give a report its styles, before anything is made."""
    _opened(styles)


def write_styles(file: Path) -> None:
    """Write an empty document with the styles of marsad's reports, to be changed."""
    file.write_bytes(_saved(_opened(None), datetime(1980, 1, 1, tzinfo=UTC)))


def _opened(styles: Path | None) -> Any:
    try:
        import docx
    except ImportError:
        raise missing("python-docx") from None
    from docx.enum.style import WD_STYLE_TYPE
    from docx.oxml.ns import qn
    from docx.shared import Cm, Pt, RGBColor

    made = docx.Document() if styles is None else _written_by_others(styles)
    for name, kind in ((NOTE, WD_STYLE_TYPE.PARAGRAPH), (NOTE_MARK, WD_STYLE_TYPE.CHARACTER)):
        if name not in made.styles:
            made.styles.add_style(name, kind, builtin=True).font.superscript = True if name == NOTE_MARK else None
    if styles is not None:
        return made
    for name, size in (
        ("Normal", 10),
        ("Title", 20),
        ("Subtitle", 12),
        ("Heading 1", 14),
        ("Heading 2", 11),
        (_QUOTE, 10),
        (_QUIET, 9),
        (NOTE, 8),
    ):
        style = made.styles[name]
        style.font.size = Pt(size)
        style.font.name = _FONT
        _fonts(style.element.get_or_add_rPr(), size)
        style.font.italic = style.font.cs_italic = False  # no letters of Arabic slant
        strong = name in ("Title", "Heading 1", "Heading 2")
        style.font.bold = style.font.cs_bold = strong
        style.font.color.rgb = RGBColor(0x0B, 0x4A, 0x6F) if strong else RGBColor(0x33, 0x33, 0x33)
        for spacing in style.element.rPr.findall(qn("w:spacing")):
            style.element.rPr.remove(spacing)  # letters set apart are no longer joined
    made.styles[NOTE].paragraph_format.space_after = Pt(0)
    for section in made.sections:
        section.page_width, section.page_height = Cm(21), Cm(29.7)
        section.left_margin = section.right_margin = Cm(2.2)
    return made


def _written_by_others(styles: Path) -> Any:
    import docx
    from docx.opc.exceptions import PackageNotFoundError

    remedy = "Change the one that is written by: marsad report --write-template DIR"
    try:
        made = docx.Document(str(styles))
        missing_styles = [name for name in _STYLES if name not in made.styles]
    except (PackageNotFoundError, zipfile.BadZipFile, KeyError, ValueError) as error:
        problem = f"It is no Word document that can be read ({type(error).__name__})."
        raise ResourceError(problem, file=str(styles), remedy=remedy) from None
    if missing_styles:
        raise ResourceError(f"It has no style {missing_styles[0]}.", file=str(styles), remedy=remedy)
    return made


def _fonts(properties: Any, size: int) -> None:
    """Name the font and size of complex scripts, too, which Word keeps apart."""
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    fonts = properties.find(qn("w:rFonts"))
    if fonts is None:
        fonts = OxmlElement("w:rFonts")
        properties.insert(0, fonts)
    for name in list(fonts.attrib):
        if name.endswith("Theme"):
            del fonts.attrib[name]
    for name in ("w:ascii", "w:hAnsi", "w:cs"):
        fonts.set(qn(name), _FONT)
    found = properties.find(qn("w:szCs"))
    if found is None:
        found = OxmlElement("w:szCs")
        properties.find(qn("w:sz")).addnext(found)
    found.set(qn("w:val"), str(2 * size))


class _Word:
    """A document that is being written."""

    def __init__(self, document: Document, styles: Path | None) -> None:
        self._document = document
        self._made = _opened(styles)
        self._notes = Footnotes(self._made)
        self._paragraph(document.title, "Title")
        for number, line in enumerate(document.lines):
            self._paragraph(line, "Subtitle" if number == 0 else _QUIET)

    def add(self, block: Block) -> None:
        """Add a block."""
        match block:
            case Heading():
                self._paragraph(block.text, f"Heading {block.level}")
            case Text():
                paragraph = self._paragraph(block.text, _QUIET if block.quiet else "Normal")
                paragraph.paragraph_format.keep_with_next = block.quiet
                if block.note:
                    self._note(paragraph, block.note)
            case Quote():
                self._quote(block)
            case Image():
                self._image(block)
            case Table():
                self._table(block)

    def finished(self) -> bytes:
        """Return the document."""
        about = self._made.core_properties
        about.title, about.author, about.language = self._document.title, "marsad", self._document.language
        return _saved(self._made, datetime.combine(self._document.as_of, time(), UTC))

    def _paragraph(self, text: str, style: str, *, rtl: bool | None = None) -> Any:
        paragraph = self._made.add_paragraph(style=style)
        self._turn(paragraph, rtl=rtl)
        self._turn_run(paragraph.add_run(text), rtl=rtl)
        return paragraph

    def _quote(self, quote: Quote) -> None:
        """Add words in their own direction, and who told them: behind, or in a line below where directions differ."""
        if quote.rtl == self._document.rtl:
            self._paragraph(f"{quote.text} {quote.told}", _QUOTE)
            return
        words = self._paragraph(quote.text, _QUOTE, rtl=quote.rtl)
        words.paragraph_format.keep_with_next = True
        self._paragraph(quote.told, _QUOTE)

    def _note(self, paragraph: Any, text: str) -> None:
        note, marks = self._notes.add(paragraph)
        self._turn(note)
        for mark in marks:
            self._turn_run(mark)
        self._run(note, f" {text}")

    def _turn(self, paragraph: Any, *, rtl: bool | None = None) -> None:
        if self._document.rtl if rtl is None else rtl:
            paragraph.paragraph_format.element.get_or_add_pPr().append(_mark("w:bidi"))

    def _run(self, paragraph: Any, text: str) -> Any:
        return self._turn_run(paragraph.add_run(text))

    def _turn_run(self, run: Any, *, rtl: bool | None = None) -> Any:
        if self._document.rtl if rtl is None else rtl:
            run._r.get_or_add_rPr().append(_mark("w:rtl"))  # noqa: SLF001  # python-docx has no word for it
        return run

    def _image(self, image: Image) -> None:
        from docx.enum.text import WD_ALIGN_PARAGRAPH
        from docx.shared import Cm

        png = svg_to_png(image.svg)
        paragraph = self._made.add_paragraph()
        paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
        drawn = paragraph.add_run().add_picture(io.BytesIO(png), width=Cm(image.share * _WIDEST_CM))
        drawn._inline.docPr.set("descr", image.words)  # noqa: SLF001

    def _table(self, table: Table) -> None:
        from docx.enum.text import WD_ALIGN_PARAGRAPH
        from docx.oxml.ns import qn
        from docx.shared import Cm

        made = self._made.add_table(rows=0, cols=len(table.header), style=_GRID)
        made.autofit = False
        widths = [Cm(width) for width in _widths(table)]
        for column, width in zip(made.columns, widths, strict=True):
            column.width = width
        for look in made._tbl.tblPr.findall(qn("w:tblLook")):  # noqa: SLF001
            look.set(qn("w:firstColumn"), "0")
        if self._document.rtl:
            made._tbl.tblPr.find(qn("w:tblStyle")).addnext(_mark("w:bidiVisual"))  # noqa: SLF001
        last = len(table.rows)
        for number, line in enumerate([table.header, *table.rows]):
            strong = number == 0 or (table.total and number == last)
            row = made.add_row()
            self._keep_whole(row, header=number == 0)
            together = number < last and (last <= _LONG or number in (0, 1, last - 1))
            for column, (cell, text) in enumerate(zip(row.cells, line, strict=True)):
                paragraph = cell.paragraphs[0]
                paragraph.style = self._made.styles[_QUIET]
                paragraph.paragraph_format.keep_with_next = together
                self._turn(paragraph)
                font = self._run(paragraph, text).font
                font.bold = font.cs_bold = strong
                cell.width = widths[column]
                if column:
                    paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
        self._made.add_paragraph()

    def _keep_whole(self, row: Any, *, header: bool) -> None:
        """Let no page part a row, and repeat the header on every page of a table."""
        properties = row._tr.get_or_add_trPr()  # noqa: SLF001
        properties.append(_mark("w:cantSplit"))
        if header:
            properties.append(_mark("w:tblHeader"))


def _widths(table: Table) -> list[float]:
    """Return how wide each column is, in cm: no figure such as "2,483 – 4,776+" is parted, and names have the rest."""
    figures = [
        _MARGINS_CM + _SIGN_CM * max(*(_STRONG * len(word) for word in header.split()), *map(len, cells))
        for header, *cells in list(zip(table.header, *table.rows, strict=True))[1:]
    ]
    scale = min(1.0, (_WIDEST_CM - _FIRST_CM) / sum(figures))
    return [_WIDEST_CM - scale * sum(figures), *(scale * width for width in figures)]


def _mark(name: str) -> Any:
    from docx.oxml import OxmlElement

    return OxmlElement(name)


def _saved(made: Any, moment: datetime) -> bytes:
    """Return a document whose bytes tell no time but that of its report."""
    about = made.core_properties
    about.created = about.modified = moment.replace(tzinfo=None)
    about.last_modified_by, about.revision = "marsad", 1
    written, again = io.BytesIO(), io.BytesIO()
    made.save(written)
    with zipfile.ZipFile(written) as before, zipfile.ZipFile(again, "w", zipfile.ZIP_DEFLATED) as after:
        for info in before.infolist():
            after.writestr(zipfile.ZipInfo(info.filename, _FIRST_DAY), before.read(info), zipfile.ZIP_DEFLATED)
    return again.getvalue()
