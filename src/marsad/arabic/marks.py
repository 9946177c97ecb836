"""Marks that say nothing about which word it is: diacritics, tatweel, joiners and direction marks."""

from __future__ import annotations

__all__ = ["MARKS", "MARK_CLASS"]

MARK_CLASS = (
    "[\u0610-\u061a\u0640\u064b-\u065f\u0670\u06d6-\u06dc\u06df-\u06e8\u06ea-\u06ed"
    "\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff\ufe0e\ufe0f\u00ad]"
)
"""A regular expression for one mark."""

_RANGES = (
    (0x610, 0x61A), (0x640, 0x640), (0x64B, 0x65F), (0x670, 0x670), (0x6D6, 0x6DC), (0x6DF, 0x6E8), (0x6EA, 0x6ED),
    (0x61C, 0x61C), (0x200B, 0x200F), (0x202A, 0x202E), (0x2060, 0x2064), (0x2066, 0x2069), (0xFEFF, 0xFEFF),
    (0xFE0E, 0xFE0F), (0xAD, 0xAD),
)  # fmt: skip

MARKS = frozenset(chr(point) for low, high in _RANGES for point in range(low, high + 1))
