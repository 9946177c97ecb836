"""What makes two spellings of a place name one: keys of words and of whole names.

>>> word_key("الشحيل"), word_key("السويداء"), word_key("ابي")
('شحيل', 'سويدا', 'ابو')
>>> sorted(name_keys("كفر زيتا"))
[(False, ('كفر', 'زيتا')), (False, ('كفرزيتا',))]
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache, lru_cache

from marsad.arabic.letters import LETTER, fold
from marsad.lexicon.layers import RESOURCES

__all__ = ["NAME_LISTS", "listed_words", "name_keys", "plain_names", "stuck_words", "word_key"]

_WORD = re.compile(f"[{LETTER}]+|[0-9]+|[a-z]+")
_IN_BRACKETS = re.compile(r"[(\[].*?[)\]]")
_FATHER = {"ابي": "ابو", "ابا": "ابو"}
_LINE = re.compile("^[^#\n].*", re.MULTILINE)
_STUCK, _KINDS = "stuck_words.txt", "kind_words.txt"
_SHORTEST_REST = 3
NAME_LISTS = tuple(RESOURCES / "places" / name for name in (_STUCK, _KINDS))
"""The lists by which names are kept and looked up: others make other tables."""


@cache
def stuck_words() -> tuple[str, ...]:
    """Return the folded first words of names that writers stick to the next: "كفرنبل", "ديرالزور", "تلرفعت"."""
    return listed_words(_STUCK)


@cache
def _kinds() -> re.Pattern[str]:
    return re.compile(f"(?:{'|'.join(listed_words(_KINDS))}) (?=.{{3}})")


def listed_words(name: str) -> tuple[str, ...]:
    """Return the lines of a list of words that goes with the places."""
    return tuple(_LINE.findall((RESOURCES / "places" / name).read_text(encoding="utf-8")))


@lru_cache(maxsize=100_000)
def word_key(word: str) -> str:
    """Return a folded word without the article and a final hamza: what spellings of a name share."""
    if word.startswith("ال") and len(word) >= 4 and word != "الله":
        word = word[2:]
    if word.endswith("ء") and len(word) > 3:
        word = word[:-1]
    return _FATHER.get(word, word.lower() if word.isascii() else word)


def plain_names(names: Iterable[str]) -> list[str]:
    """Drop the generic word that some lists put before a name: "محافظة إدلب" is إدلب, "قرية الشامي" الشامي."""
    return list(dict.fromkeys(_kinds().sub("", name, count=1) for name in names if name))


def name_keys(name: str) -> list[tuple[bool, tuple[str, ...]]]:
    """Return (has the article, word keys) for every way a report may write a name.

    "دير الزور" may be stuck ("ديرالزور"), "كفرنبل" parted ("كفر نبل"); a name in brackets is left out. They are sorted:
    the version of a gazetteer hangs on their order.
    """
    folded = fold(_IN_BRACKETS.sub(" ", name).lower())
    words = _WORD.findall(folded)
    if not words or "".join(words).isdigit():
        return []
    article = words[0].startswith("ال") and len(words[0]) >= 4
    keys = tuple(map(word_key, words))
    made = {(article, keys)}
    if len(words) > 1 and not words[1].isdigit():
        made.add((article, (keys[0] + "".join(words[1:]),)))
        if len(words) == 2 and words[1].startswith("ال"):
            made.add((article, (keys[0] + keys[1],)))
    elif len(words) == 1:
        for start in stuck_words():
            rest = words[0][len(start) :]
            if words[0].startswith(start) and len(rest) >= _SHORTEST_REST:
                made.add((article, (start, word_key(rest))))
    return sorted(made)
