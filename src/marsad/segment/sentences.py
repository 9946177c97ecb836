"""Where sentences end, and which of them are page furniture."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from marsad.segment.page_words import page_words

__all__ = ["furniture_kind", "sentence_ends"]

# A full stop ends a sentence only after a word and before white space: "3.5" and "د. أحمد" stand.
_SENTENCE_END = re.compile(r"\n+|[!؟?…]+|(?<!\b[دأم])\.+(?=[\s\"”»)]|$)|؛")
_MAY_END = re.compile(r"[\n!؟?….؛]")

_BEHIND_CAPTION = frozenset((None, "counter", "rights"))


def sentence_ends(folded: str) -> Iterator[int]:
    """Yield where sentences end in a folded text, its own end last."""
    position = 0
    for candidate in _MAY_END.finditer(folded):
        start = candidate.start()
        if start >= position and (end := _SENTENCE_END.match(folded, start)) and not _after_initial(folded, start):
            position = end.end()
            yield position
    yield len(folded)


def _after_initial(folded: str, stop: int) -> bool:
    """Say whether a full stop follows the initial of a name and its sentence goes on: "باسل ن. (22 عاما) من قبل"."""
    initial = folded[max(0, stop - 2) : stop]
    return initial[:1] == " " and initial[1:].isalpha() and _goes_on().match(folded, stop) is not None


@cache
def _goes_on() -> re.Pattern[str]:
    return re.compile(rf"\.[ ](?:\(|\w\.|{page_words('behind-initial')}\b)")


def furniture_kind(folded: str) -> str | None:
    """Name the kind of page furniture a folded line is ("اقرأ أيضا": related), or share, caption, counter, rights."""
    if len(folded) > 200:
        return None
    opening = _furniture().match(folded)
    kind = opening.lastgroup if opening else None
    return "caption" if kind in _BEHIND_CAPTION and _caption_end().search(folded) else kind


@cache
def _furniture() -> re.Pattern[str]:
    this = rf"(?:\ {page_words('this')}\S*)?"
    return re.compile(
        rf"""\W*(?:
        (?P<related>{page_words("related")}|{page_words("read-also")}\S*\ {page_words("read-more")})
        |(?P<share>{page_words("share-line")}|{page_words("share")}{this}\ {page_words("shared")})
        |(?P<caption>{page_words("caption")}\b)
        |(?P<counter>{page_words("counter")}|[0-9]+\ {page_words("counted")})
        |(?P<rights>{page_words("rights")}|©)
        )""",
        re.VERBOSE,
    )


@cache
def _caption_end() -> re.Pattern[str]:
    return re.compile(rf"{page_words('caption-end')}\W*$")
