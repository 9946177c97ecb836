"""Public bodies that reports quote, each under one name: "المرصد" is المرصد السوري لحقوق الإنسان beside it.

What names nobody ("وسائل إعلام", "وكالة الأنباء"), what names a person, and what is quoted a few times only is no body:
then the outlet speaks for itself.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from functools import cache, lru_cache

from marsad.arabic.letters import fold
from marsad.lexicon.load import RESOURCES
from marsad.lexicon.role_words import forms_of
from marsad.link.words import stem

__all__ = ["Bodies"]

_OFTEN = 5
_LONGEST = 6
_WORD = re.compile(r"\w+")


class Bodies:
    """Knows bodies by all the names under which a record quotes them; one that is an outlet has the outlet's name.

    `quoted` may say how often each is quoted; of two outlets that are one body the last gives the name.
    """

    def __init__(self, quoted: Iterable[str] | Mapping[str, int], *, outlets: Iterable[str] = ()) -> None:
        own = {key: name for name in outlets if (key := _key(name))}
        counts: Counter[tuple[str, ...]] = Counter()
        spelt: dict[tuple[str, ...], Counter[str]] = defaultdict(Counter)
        for name, number in Counter(quoted).items():
            key = _key(name)
            if key:
                counts[key] += number
                spelt[key][" ".join(_WORD.findall(name))] += number
        self._name: dict[tuple[str, ...], str] = {}
        full = _fullest(counts)
        total: Counter[tuple[str, ...]] = Counter()
        for key, number in counts.items():
            total[full[key]] += number
        for key, whole in full.items():
            outlet = own.get(key) or own.get(whole)
            if outlet is not None:
                self._name[key] = outlet
            elif total[whole] >= _OFTEN:
                self._name[key] = _commonest(spelt[whole])

    def named(self, name: str) -> str | None:
        """Return the body that a name stands for, None for nobody in particular."""
        return self._name.get(_key(name))


def _commonest(names: Counter[str]) -> str:
    return min(names, key=lambda name: (-names[name], name))


def _fullest(counts: Counter[tuple[str, ...]]) -> dict[tuple[str, ...], tuple[str, ...]]:
    """Return for each name the longer one that it begins, the one quoted most; itself where there is none."""
    full: dict[tuple[str, ...], tuple[str, ...]] = {}
    for name in counts:
        for end in range(1, len(name)):
            start = name[:end]
            if start in counts and (start not in full or (counts[name], name) > (counts[full[start]], full[start])):
                full[start] = name
    return {key: full.get(key, key) for key in counts}


@lru_cache(20_000)
def _key(name: str) -> tuple[str, ...]:
    """Return the words that tell a body from others, ("مرصد", "سوري", "حقوق", "انس"); empty for nobody."""
    words = _WORD.findall(fold(name))
    if len(words) > _LONGEST or not _persons().isdisjoint(words):
        return ()
    stems = (stem(word.removeprefix("ل") if word.startswith("لم") else word) for word in words)
    return tuple(word for word in stems if word not in _kinds())


@cache
def _kinds() -> frozenset[str]:
    return frozenset(map(stem, forms_of("speakers", "body-kind")))


@cache
def _persons() -> frozenset[str]:
    text = (RESOURCES / "places" / "person_words.txt").read_text(encoding="utf-8")
    return forms_of("speakers", "opens-a-person").union(
        fold(line) for line in text.splitlines() if line and not line.startswith("#")
    )
