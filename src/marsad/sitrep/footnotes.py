"""Footnotes of a DOCX: a part of its own beside the text, which python-docx has no words for."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from docx.document import Document
    from docx.text.paragraph import Paragraph
    from docx.text.run import Run

__all__ = ["NOTE", "NOTE_MARK", "Footnotes"]

NOTE, NOTE_MARK = "footnote text", "footnote reference"
"""Word's own names of the styles of a footnote and of its mark."""

_LINES = {-1: "separator", 0: "continuationSeparator"}
_AFTER = ("endnotePr", "compat", "docVars", "rsids", "mathPr", "themeFontLang", "clrSchemeMapping", "decimalSymbol")
"""What stands behind the settings of footnotes, of which any document has one."""


class Footnotes:
    """The footnotes of a document, in order, numbered by the word processor; those that it has already it keeps."""

    def __init__(self, document: Document) -> None:
        from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
        from docx.opc.packuri import PackURI
        from docx.opc.part import XmlPart

        self._document = document
        rels = document.part.rels
        there = next((one for one in rels.values() if one.reltype == RELATIONSHIP_TYPE.FOOTNOTES), None)
        root = _element("w:footnotes") if there is None else _parsed(there.target_part.blob)
        name = PackURI("/word/footnotes.xml") if there is None else there.target_part.partname
        self._part = XmlPart(name, CONTENT_TYPE.WML_FOOTNOTES, root, document.part.package)
        if there is not None:
            del rels[there.rId]
        else:
            self._draw_lines(root)
        document.part.relate_to(self._part, RELATIONSHIP_TYPE.FOOTNOTES)
        self._next = max((int(one.get(_name("w:id"))) for one in root), default=0) + 1

    def _draw_lines(self, root: Any) -> None:
        """Add the lines above footnotes, and name them in the settings, as Word does."""
        settings = self._document.settings.element
        listed = _element("w:footnotePr")
        for number, kind in _LINES.items():
            line = _element("w:footnote", ("w:type", kind), ("w:id", str(number)))
            run = _around(_element("w:r"), _element(f"w:{kind}"))
            root.append(_around(line, _around(_element("w:p"), run)))
            listed.append(_element("w:footnote", ("w:id", str(number))))
        behind = next((one for one in settings if one.tag in map(_name, (f"w:{tag}" for tag in _AFTER))), None)
        if behind is None:
            settings.append(listed)
        else:
            behind.addprevious(listed)

    def add(self, paragraph: Paragraph) -> tuple[Paragraph, list[Run]]:
        """Add a footnote at the end of a paragraph.

        Returns the paragraph of the footnote, which holds its number so far, and both runs that hold the number.
        """
        from docx.text.paragraph import Paragraph

        note = Paragraph(_element("w:p"), self._document._body)  # noqa: SLF001  # whose styles it has
        note.style = self._document.styles[NOTE]
        self._part.element.append(_around(_element("w:footnote", ("w:id", str(self._next))), note._p))  # noqa: SLF001
        reference = _element("w:footnoteReference", ("w:id", str(self._next)))
        self._next += 1
        marks = [paragraph.add_run(style=NOTE_MARK), note.add_run(style=NOTE_MARK)]
        for run, mark in zip(marks, (reference, _element("w:footnoteRef")), strict=True):
            run._r.append(mark)  # noqa: SLF001
        return note, marks


def _name(tag: str) -> str:
    from docx.oxml.ns import qn

    found: str = qn(tag)
    return found


def _element(tag: str, *attributes: tuple[str, str]) -> Any:
    from docx.oxml import OxmlElement

    made = OxmlElement(tag)
    for name, value in attributes:
        made.set(_name(name), value)
    return made


def _around(outside: Any, inside: Any) -> Any:
    outside.append(inside)
    return outside


def _parsed(blob: bytes) -> Any:
    from docx.oxml import parse_xml

    return parse_xml(blob)
