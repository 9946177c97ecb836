"""Whether a text is Arabic at all: a report in English, Persian, Urdu or Kurdish is told from one that tells no act."""

from __future__ import annotations

import re

from marsad.arabic.letters import FOREIGN_LETTERS

__all__ = ["is_arabic"]

_ENOUGH = 4_000
"""Signs of a text that are looked at."""
_MOSTLY, _OFTEN, _SELDOM = 0.2, 0.15, 0.04
_WORD = re.compile(r"[^\W\d_]+")
_SCRIPT = re.compile(r"(?<![^\W\d_])[^\W\d_]*[\u0620-\u06d3][^\W\d_]*")
_FOREIGN = re.compile("[" + "".join(FOREIGN_LETTERS) + "ٹڈڑںےەڕڵ]")
_ARABIC = re.compile("ة$|^[وفبك]?ال..|^[وف]?لل..")
"""An ending and an article that Arabic has in every sentence, and other languages in loan words only."""


def is_arabic(text: str) -> bool:
    """Say whether a text is Arabic; one without words, or with too few to tell, is taken to be.

    Arabic that was typed on a Persian keyboard has ی in every second word, but the article and ta marbuta as well.

    >>> is_arabic("قصف على بلدة طفس"), is_arabic("Shelling in Tafas"), is_arabic("در حمله دیروز سه نفر زخمی شدند")
    (True, False, False)
    """
    told = text[:_ENOUGH]
    script = _SCRIPT.findall(told)
    most_words = (len(told) + 1) / 2  # they are counted only where even so many would leave it open
    if len(script) < _MOSTLY * most_words and len(script) < _MOSTLY * len(_WORD.findall(told)):
        return False
    if not _FOREIGN.search(told):
        return True
    foreign = sum(1 for word in script if _FOREIGN.search(word))
    arabic = sum(1 for word in script if _ARABIC.search(word))
    return foreign <= _OFTEN * len(script) or arabic > _SELDOM * len(script)
