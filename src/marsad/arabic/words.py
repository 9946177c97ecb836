"""Words of a folded text: runs of letters or of digits; a hashtag's underscores part words."""

from __future__ import annotations

import re

from marsad.arabic.letters import LETTER

__all__ = ["WORD"]

WORD = re.compile(f"[{LETTER}]+|[0-9]+(?:[.,:/-][0-9]+)*|[A-Za-z]+(?:['-]?[A-Za-z]+)*|%")
"""One word: "24/3/2018" and "1,200" are one, "الـ24" is ال and 24."""
