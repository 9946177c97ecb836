"""Marks that say nothing about which word it is: diacritics, tatweel, joiners and direction marks."""

from __future__ import annotations

__all__ = ["MARKS", "MARK_CLASS"]

_RANGES = (
    (0x610, 0x61A), (0x640, 0x640), (0x64B, 0x65F), (0x670, 0x670), (0x6D6, 0x6DC), (0x6DF, 0x6E8), (0x6EA, 0x6ED),
    (0x61C, 0x61C), (0x200B, 0x200F), (0x202A, 0x202E), (0x2060, 0x2064), (0x2066, 0x2069), (0xFEFF, 0xFEFF),
    (0xFE0E, 0xFE0F), (0xAD, 0xAD),
)  # fmt: skip

MARKS = frozenset(chr(point) for low, high in _RANGES for point in range(low, high + 1))

MARK_CLASS = f"[{''.join(f'{chr(low)}-{chr(high)}' for low, high in _RANGES)}]"
"""A regular expression for one mark."""
