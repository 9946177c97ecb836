"""A report as PDF: Typst sets it with the fonts of a package, from a layout that people can change."""

from __future__ import annotations

import json
import tempfile
from datetime import UTC, datetime, time
from pathlib import Path
from typing import Any

from marsad.errors import ResourceError
from marsad.pictures.draw import font_folders, missing
from marsad.sitrep.blocks import Block, Document, Heading, Image, Quote, Text

__all__ = ["to_pdf"]


def to_pdf(document: Document, looks: Path) -> bytes:
    """Return a report as PDF; the same report gives the same bytes.

    Raises SettingsError when typst or the fonts are missing, ResourceError when the layout does not compile.
    """
    try:
        import typst
    except ImportError:
        raise missing("typst") from None
    with tempfile.TemporaryDirectory() as work:
        folder = Path(work)
        for image in document.images:
            (folder / f"{image.name}.svg").write_text(image.svg, encoding="utf-8")
        (folder / "report.json").write_text(json.dumps(_data(document), ensure_ascii=False), encoding="utf-8")
        (folder / "report.typ").write_bytes(looks.read_bytes())
        try:
            made: bytes = typst.compile(
                str(folder / "report.typ"), root=work, font_paths=[str(one) for one in font_folders()],
                ignore_system_fonts=True, format="pdf",
                timestamp=int(datetime.combine(document.as_of, time(), UTC).timestamp()),
            )  # fmt: skip
        except typst.TypstError as error:
            remedy = "Compare it with marsad's own: marsad report --write-template DIR"
            raise ResourceError(f"It does not compile: {error}.", file=str(looks), remedy=remedy) from None
    return made


def _data(document: Document) -> dict[str, Any]:
    day = document.as_of
    return {
        "language": document.language, "numbering": document.digits[1],
        "title": document.title, "lines": list(document.lines),
        "year": day.year, "month": day.month, "day": day.day,
        "blocks": [_block(block) for block in document.blocks],
    }  # fmt: skip


def _block(block: Block) -> dict[str, Any]:
    match block:
        case Heading():
            return {"kind": "heading", "text": block.text, "level": block.level}
        case Text():
            return {"kind": "text", "text": block.text, "note": block.note, "quiet": block.quiet}
        case Quote():
            return {"kind": "quote", "text": block.text, "rtl": block.rtl, "told": block.told}
        case Image():
            return {"kind": "image", "file": f"{block.name}.svg", "alt": block.words, "width": block.share}
    return {
        "kind": "table", "header": list(block.header), "rows": [list(row) for row in block.rows], "total": block.total,
    }  # fmt: skip
