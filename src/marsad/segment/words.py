"""What a word of a report is: the same as a word of a lexicon example."""

from __future__ import annotations

from marsad.arabic.words import WORD

__all__ = ["WORD"]
