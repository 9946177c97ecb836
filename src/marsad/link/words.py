"""Words that tell one act from another: names of targets, victims, weapons, and words that are rare."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache, lru_cache
from math import fsum, sqrt

from marsad.arabic.letters import fold
from marsad.arabic.words import WORD
from marsad.lexicon.load import RESOURCES

__all__ = ["likeness", "overlap", "rarity", "stem", "stretches", "telling", "words_of"]

RARE = 7.0
"""Rarity (in bits) of a word that is neither in the table nor ordinary: most are names."""

ORDINARY = 5.0
"""Rarity of a word that is ordinary in Arabic news, though not in the table."""

_SENTENCE_END = re.compile(r"[.!؟?\n؛]+")
_SHORTEST = 3
_MOST = 40
_COMMON = 1.5
"""Words below this rarity say nothing."""


@cache
def _table() -> dict[str, float]:
    """Return the rarity of each counted stem; see evaluation/train/rarity.py."""
    lines = (RESOURCES / "link" / "rarity.tsv").read_text(encoding="utf-8").splitlines()
    return {word: float(bits) for word, bits in (line.split("\t") for line in lines if not line.startswith("#"))}


@lru_cache(maxsize=500_000)
def stem(word: str) -> str:
    """Return a folded word without article, conjunction and the commonest endings.

    >>> stem("والحاجز"), stem("حاجز"), stem("مسلحين"), stem("للمسلحون")
    ('حاجز', 'حاجز', 'مسلح', 'مسلح')
    """
    for opening in ("وبال", "وال", "فال", "بال", "كال", "ولل", "لل", "ال", "و"):
        if word.startswith(opening) and len(word) - len(opening) >= _SHORTEST:
            word = word[len(opening) :]
            break
    for ending in ("تين", "تان", "ين", "ون", "ان", "ات", "ها", "هم", "ه", "ا"):
        if word.endswith(ending) and len(word) - len(ending) >= _SHORTEST:
            return word[: -len(ending)]
    return word


@cache
def _ordinary() -> frozenset[str]:
    text = (RESOURCES / "places" / "ordinary_words.txt").read_text(encoding="utf-8")
    return frozenset(stem(line) for line in text.splitlines() if line and not line.startswith("#"))


@lru_cache(maxsize=500_000)
def rarity(word: str) -> float:
    """Return how rare a stem is in bits: 0 for one in every report, RARE for a name nobody counted."""
    counted = _table().get(word)
    return counted if counted is not None else ORDINARY if word in _ordinary() else RARE


def words_of(text: str) -> list[str]:
    """Return the stems of a text's words, without numbers and words of two letters."""
    return [stem(word) for word in WORD.findall(fold(text)) if len(word) >= _SHORTEST and not word[0].isdigit()]


def telling(text: str, *, without: Iterable[str] = (), most: int = _MOST) -> tuple[str, ...]:
    """Return the stems of a text that are not common, the rarest first; `without` are names left out."""
    left_out = frozenset(without)
    found = {word: rarity(word) for word in words_of(text)}
    ranked = sorted((-bits, word) for word, bits in found.items() if bits >= _COMMON and word not in left_out)
    return tuple(word for _, word in ranked[:most])


@lru_cache(maxsize=500_000)
def _bits(words: tuple[str, ...]) -> float:
    return sum(map(rarity, words))


def overlap(left: tuple[str, ...], right: tuple[str, ...], shared: frozenset[str]) -> float:
    """Return the rarity that two sets of stems share, as a part of what the poorer one has.

    >>> overlap(("حاجز", "معبر"), ("معبر",), frozenset(("معبر",)))
    1.0
    """
    least = min(_bits(left), _bits(right))
    return fsum(map(rarity, shared)) / least if least else 0.0


def likeness(left: tuple[str, ...], right: tuple[str, ...], shared: frozenset[str]) -> float:
    """Return the rarity that two sets of stems share, as a part of the geometric mean of what each has.

    >>> round(likeness(("حاجز", "معبر"), ("معبر",), frozenset(("معبر",))), 1)
    0.8
    """
    most = _bits(left) * _bits(right)
    return fsum(map(rarity, shared)) / sqrt(most) if most else 0.0


def stretches(title: str, text: str, quotations: list[str]) -> list[str]:
    """Part a report among its events: each has the sentences of its quotation and those after it up to the next.

    What stands before the first quotation, the headline too, belongs to the first event.
    """
    if len(quotations) < 2:
        return [f"{title}\n{text}" for _ in quotations]
    starts = [text.find(quotation) for quotation in quotations]
    order = sorted(range(len(quotations)), key=lambda index: (starts[index], index))
    borders = [0]
    for index in order[1:]:
        sentence = 0
        for end in _SENTENCE_END.finditer(text, 0, max(0, starts[index])):
            sentence = end.end()
        borders.append(max(borders[-1], sentence))
    parts = [""] * len(quotations)
    for place, index in enumerate(order):
        stop = borders[place + 1] if place + 1 < len(borders) else len(text)
        own = text[borders[place] : stop]
        parts[index] = f"{title}\n{own}" if place == 0 else own or quotations[index]
    return parts
