"""What a situation report consists of, before it is laid out: the same for PDF and DOCX."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date

from marsad.pictures import Picture, to_svg

__all__ = ["Block", "Document", "Heading", "Image", "Quote", "Table", "Text"]

_WIDE, _TALL = 690, 500
"""Pixels that fill the width of a page, and half of its height; what is narrower is drawn narrower."""


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading of level 1 or 2."""

    text: str
    level: int = 1


@dataclass(frozen=True, slots=True)
class Text:
    """A paragraph, with a footnote at its end if there is one."""

    text: str
    note: str | None = None
    quiet: bool = False


@dataclass(frozen=True, slots=True)
class Quote:
    """Words of a report, whether they are read from the right, and who told them: in the language of the report."""

    text: str
    rtl: bool
    told: str


@dataclass(frozen=True, slots=True)
class Image:
    """A picture as SVG, by the name of its file without ending, with what it says in words."""

    name: str
    svg: str
    words: str

    @classmethod
    def of(cls, name: str, picture: Picture) -> Image:
        """Draw a picture."""
        return cls(name, to_svg(picture), picture.description)

    @property
    def share(self) -> float:
        """How much of the width of a page it takes; half a page is as tall as it may be."""
        wide, tall = (float(self.svg.partition(f'{side}="')[2].partition('"')[0]) for side in ("width", "height"))
        return round(wide * min(1.0, _WIDE / wide, _TALL / tall) / _WIDE, 3)


@dataclass(frozen=True, slots=True)
class Table:
    """A table: the first column holds words, the others numbers as people read them; the last row may be a total."""

    header: Sequence[str]
    rows: Sequence[Sequence[str]]
    total: bool = True


Block = Heading | Text | Quote | Image | Table


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """A report in one language; `digits` are what its pages and notes are numbered with, from 0 to 9."""

    language: str
    digits: str = "0123456789"
    title: str
    lines: Sequence[str]
    as_of: date
    blocks: Sequence[Block] = field(default=())

    @property
    def rtl(self) -> bool:
        """Whether it is read from the right."""
        return self.language == "ar"

    @property
    def images(self) -> list[Image]:
        """The pictures in it."""
        return [block for block in self.blocks if isinstance(block, Image)]
