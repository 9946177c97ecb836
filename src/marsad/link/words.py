"""Words that tell one act from another: names of targets, victims, weapons, and words that are rare."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache, lru_cache

from marsad.arabic.letters import fold
from marsad.arabic.words import WORD
from marsad.lexicon.load import RESOURCES

__all__ = ["overlap", "rarity", "stem", "stretches", "telling", "words_of"]

RARE = 7.0
"""Rarity (in bits) of a word that stands in no report of the table."""

_SENTENCE_END = re.compile(r"[.!؟?\n؛]+")
_SHORTEST = 3
_AROUND = 16
_COMMON = 1.5
"""Words below this rarity say nothing."""
_TELLING = 4.0


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


def rarity(word: str) -> float:
    """Return how rare a stem is in bits: 0 for one in every report, 7 for one never counted."""
    return _table().get(word, RARE)


def words_of(text: str) -> list[str]:
    """Return the stems of a text's words, without numbers and words of two letters."""
    return [stem(word) for word in WORD.findall(fold(text)) if len(word) >= _SHORTEST and not word[0].isdigit()]


def telling(text: str, *, without: Iterable[str] = (), least: float = _COMMON, most: int = 40) -> tuple[str, ...]:
    """Return the stems of a text that are at least so rare, the rarest first; `without` are names left out."""
    left_out = frozenset(without)
    found = {word: rarity(word) for word in words_of(text)}
    ranked = sorted((-bits, word) for word, bits in found.items() if bits >= least and word not in left_out)
    return tuple(word for _, word in ranked[:most])


def around(text: str, *, without: Iterable[str] = ()) -> tuple[str, ...]:
    """Return the few rarest stems of a stretch of a report."""
    return telling(text, without=without, least=_TELLING, most=_AROUND)


@lru_cache(maxsize=500_000)
def _bits(words: tuple[str, ...]) -> float:
    return sum(map(rarity, words))


def overlap(left: tuple[str, ...], right: tuple[str, ...]) -> float:
    """Return the rarity that two sets of stems share, as a part of what the poorer one has.

    >>> overlap(("حاجز", "معبر"), ("معبر",))
    1.0
    """
    least = min(_bits(left), _bits(right))
    return sum(map(rarity, frozenset(left).intersection(right))) / least if least else 0.0


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
