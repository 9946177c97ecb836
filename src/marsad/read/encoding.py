"""Bytes to text: UTF-8, else windows-1256, else a clear refusal."""

from __future__ import annotations

import re

from marsad.errors import ReadError

__all__ = ["decode"]

_ARABIC = range(0x0600, 0x0700)
_JOINERS_AND_MARKS = (0x200C, 0x200D, 0x200E, 0x200F)
_CROSSED = re.compile("[A-Za-z][\u0621-\u0652]|[\u0621-\u0652][A-Za-z]")


def decode(content: bytes, file: str, line: int | None = None) -> str:
    """Return the text of some bytes.

    Old Arabic pages and exports are in windows-1256; bytes that are no UTF-8 are taken for it when that
    gives mostly Arabic letters outside ASCII. Raises ReadError for anything else, and for NUL bytes.
    """
    if b"\x00" in content:
        raise ReadError("It holds NUL bytes, so it is not text.", file=file, line=line, remedy="Save it as UTF-8 text.")
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError as error:
        place = error.start
    text = content.decode("cp1256", "replace")
    foreign = [ord(sign) for sign in text if ord(sign) > 127]
    arabic = sum(code in _ARABIC or code in _JOINERS_AND_MARKS for code in foreign)
    if arabic >= 0.85 * len(foreign) and _plausible(text):
        return text
    raise ReadError(
        f"The bytes from position {place} on are neither UTF-8 nor windows-1256.",
        file=file,
        line=line,
        remedy="Save the file as UTF-8.",
    )


def _plausible(text: str) -> bool:
    """Say whether the letters stand as Arabic letters do.

    UTF-8 read as windows-1256 is mostly ط and ظ; accented Latin letters read so stand inside Latin words.
    """
    letters = [sign for sign in text if "\u0621" <= sign <= "\u064a"]
    count = max(len(letters), 1)
    return sum(sign in "طظ" for sign in letters) < 0.3 * count and len(_CROSSED.findall(text)) < 0.1 * count
