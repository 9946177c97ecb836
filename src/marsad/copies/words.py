"""What a report says, bare of what each outlet puts around it: the words by which copies are told.

Links, emoji, lines of hashtags, invitations to a channel, credits and share lines are no part of what was
written; neither are diacritics, hamza seats, the article and a leading و, which change from hand to hand.
"""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass
from functools import lru_cache
from sys import intern

from marsad.arabic.affixes import bare
from marsad.arabic.words import WORD
from marsad.copies.surroundings import part_lines
from marsad.normalise import fold_text
from marsad.segment.sentences import sentence_ends

__all__ = ["CopyText", "key_words", "plain_word", "read_text"]

_LINK = re.compile(r"https?://\S+|www\.\S+|\S+@\S+\.\w+|\b(?:t\.me|wa\.me|bit\.ly|fb\.com|youtu\.be)/\S+|(?<!\w)@\w+")
_QUOTED = re.compile(r"«[^«»]{8,}»|“[^“”]{8,}”|\"[^\"\n]{8,}\"")


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class CopyText:
    """The words of a report's body as copies are compared by, in order.

    `quoted[i]` is 1 when word i stands in quotation marks; `sentences` are (first, stop) in words.
    `credits` are the words of the lines that name a source ("المصدر: وكالة الساحل"); `body` is the folded text
    that was kept. `key` is the same for two reports that say the same in the same words.
    """

    key: bytes
    words: tuple[str, ...]
    quoted: bytes
    sentences: tuple[tuple[int, int], ...]
    credits: tuple[tuple[str, ...], ...]
    body: str

    @property
    def lead(self) -> tuple[int, int]:
        """The first sentence with anything in it, as (first, stop) in words."""
        return next((both for both in self.sentences if both[1] - both[0] >= 5), (0, min(len(self.words), 25)))


@lru_cache(maxsize=200_000)
def plain_word(word: str) -> str:
    """Return a folded word without a leading و and the article: "والقصف" is "قصف".

    >>> plain_word("والحاجز"), plain_word("ولد"), plain_word("الله")
    ('حاجز', 'ولد', 'الله')
    """
    if word[0] == "و" and len(word) > 4:
        word = word[1:]
    return intern(bare(word))


def key_words(text: str) -> tuple[str, ...]:
    """Return the plain words of a folded text."""
    return tuple([plain_word(word) for word in WORD.findall(text)])


def read_text(text: str) -> CopyText:
    r"""Part a report's body from what its outlet put around it.

    >>> read = read_text("🔴 عاجل | قُتل عنصران في بلدة ذيبان\nالمصدر: شبكة نبض الفرات\nتابعونا: t.me/x")
    >>> read.words
    ('قتل', 'عنصران', 'في', 'بلده', 'ذيبان')
    >>> read.credits
    (('مصدر', 'شبكه', 'نبض', 'فرات'),)
    """
    folded = fold_text(_LINK.sub(" ", text)).text
    kept, named = part_lines(folded)
    body = "\n".join(kept)
    words: list[str] = []
    quoted = bytearray()
    sentences: list[tuple[int, int]] = []
    marks = [match.span() for match in _QUOTED.finditer(body)]
    start = 0
    for end in sentence_ends(body):
        first = len(words)
        for match in WORD.finditer(body, start, end):
            while marks and marks[0][1] <= match.start():
                marks.pop(0)
            words.append(plain_word(match.group()))
            quoted.append(bool(marks) and marks[0][0] < match.start())
        if len(words) > first:
            sentences.append((first, len(words)))
        start = end
    return CopyText(
        key=hashlib.blake2b(" ".join(words).encode("utf-8", "replace"), digest_size=16).digest(),
        words=tuple(words),
        quoted=bytes(quoted),
        sentences=tuple(sentences),
        credits=tuple(map(key_words, named)),
        body=body,
    )
