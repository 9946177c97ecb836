"""One spelling for many: the letter folding that text and lexicon forms share.

>>> fold("إِدلب ومُؤتة")
'ادلب وموته'
>>> fold("دیرالزور ک")
'ديرالزور ك'
"""

from __future__ import annotations

import re
import unicodedata

from marsad.arabic.digits import DIGITS
from marsad.arabic.marks import MARK_CLASS, MARKS

__all__ = ["FOLD_SAME_LENGTH", "FOREIGN_LETTERS", "LETTER", "fold", "fold_letter", "plain"]

FOREIGN_LETTERS: dict[str, str] = {
    "ی": "ي", "ې": "ي", "ێ": "ي", "ک": "ك", "ڪ": "ك", "گ": "ك", "ہ": "ه", "ە": "ه", "ۀ": "ه", "ھ": "ه",
    "پ": "ب", "چ": "ج", "ژ": "ز", "ڤ": "ف", "ۆ": "و", "ۇ": "و",
}  # fmt: skip
"""Persian, Kurdish and Urdu letters that Arabic keyboards leave in Arabic words, and the letter meant."""

_SPELLINGS = {"أ": "ا", "إ": "ا", "آ": "ا", "ٱ": "ا", "ى": "ي", "ة": "ه", "ؤ": "و", "ئ": "ي", "ء": "ء"}

FOLD_SAME_LENGTH: dict[int, str] = {
    ord(letter): folded for letter, folded in (_SPELLINGS | FOREIGN_LETTERS | DIGITS).items()
}
"""A table for `str.translate` that keeps the length of the text."""

LETTER = "ء-غف-ي"
"""A character class body that holds every letter left after folding."""

_PRESENTATION = re.compile("[\ufb50-\ufdff\ufe70-\ufefc]")
_MARK = re.compile(MARK_CLASS)


def fold_letter(letter: str) -> str:
    """Fold one code point: "" for a mark, one letter or more for a presentation form ("ﻻ" is "لا")."""
    if letter in MARKS:
        return ""
    if _PRESENTATION.match(letter):
        letter = _MARK.sub("", unicodedata.normalize("NFKC", letter))
    return letter.translate(FOLD_SAME_LENGTH)


def fold(text: str) -> str:
    """Fold a lexicon form or a word; `marsad.normalise` does the same to reports and keeps offsets."""
    if _PRESENTATION.search(text):
        return "".join(map(fold_letter, text))
    return _MARK.sub("", text).translate(FOLD_SAME_LENGTH)


def plain(text: str) -> str:
    """Return words as a list would write them: no marks, presentation forms as letters, spelling kept.

    >>> plain("الـرَّقّة")
    'الرقة'
    """
    if _PRESENTATION.search(text):
        text = "".join(
            unicodedata.normalize("NFKC", sign).strip() if _PRESENTATION.match(sign) else sign for sign in text
        )
    return text if MARKS.isdisjoint(text) else _MARK.sub("", text)
