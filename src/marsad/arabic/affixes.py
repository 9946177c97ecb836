"""Proclitics parted from folded words: "وبالقصف" is و + ب + ال + قصف.

A split is offered whenever letters allow it; only a lexicon can say whether the rest is a word, so "ولد"
is offered as itself and as و + لد.
"""

from __future__ import annotations

from functools import lru_cache

__all__ = ["bare", "splits", "stems", "written"]

_BEFORE = ("", "و", "ف")
_PREPOSITIONS = ("", "ب", "ل", "ك", "س")
_OPENING = frozenset("وفبلكسا")
_SHORTEST_REST = 2
_LONG_ENOUGH = 3  # "لد" behind other letters would be every بلد and ولد
_SURE_OF_LIKE = 4  # and "تاب" behind ك every كتاب
_IMPERFECT = frozenset("يتنا")


@lru_cache(maxsize=200_000)
def splits(word: str) -> tuple[tuple[str, str], ...]:
    """Return (proclitics, rest) for every way to part a folded word, fewest proclitics first.

    The article is both kept and parted: ("وب", "القصف") and ("وبال", "قصف"). "للجيش" gives ("ل", "الجيش")
    and ("لل", "جيش"): the written form hides the alif.
    """
    if word[:1] not in _OPENING:
        return (("", word),)
    found: dict[tuple[str, str], None] = {("", word): None}
    for conjunction in _BEFORE:
        if not word.startswith(conjunction):
            continue
        rest = word[len(conjunction) :]
        for preposition in _PREPOSITIONS:
            if not rest.startswith(preposition):
                continue
            stem = rest[len(preposition) :]
            if len(stem) < _SHORTEST_REST:
                continue
            before = conjunction + preposition
            found[before, stem] = None
            if stem.startswith("ال") and len(stem) - 2 >= _SHORTEST_REST:
                found[before + "ال", stem[2:]] = None
            if preposition == "ل" and stem.startswith("ل") and len(stem) - 1 >= _SHORTEST_REST:
                found[before, "ا" + stem] = None
                found[before + "ل", stem[1:]] = None
    return tuple(found)


@lru_cache(maxsize=200_000)
def stems(word: str) -> tuple[str, ...]:
    """Return what may be left of a folded word without its proclitics, the word itself first."""
    return tuple([stem for _, stem in splits(word)])


def bare(word: str) -> str:
    """Return a folded word without the article: "القصف" is "قصف"; "الله" and other short words stay."""
    return word[2:] if word.startswith("ال") and len(word) > 4 else word


def written(stem: str, *, with_article: bool = True) -> tuple[str, ...]:
    """Return the ways a folded word may be written with proclitics, the word itself first: `splits` turned round.

    Proclitics that would make too many other words of a short one are left out.

    >>> [form for form in written("قسد") if form in ("قسد", "لقسد", "وبقسد", "والقسد", "كقسد")]
    ['قسد', 'لقسد', 'وبقسد', 'والقسد']
    """
    long = len(stem) >= _LONG_ENOUGH
    before = ["", "ب", "ل"] if long else [""]
    if len(stem) >= _SURE_OF_LIKE:
        before.append("ك")
    if long and stem[0] in _IMPERFECT:
        before.append("س")
    forms = [preposition + stem for preposition in before]
    articles: list[str] = []
    if stem.startswith("ال") and len(stem) - 2 >= _SHORTEST_REST:
        forms = [form for form in forms if not form.startswith(("لال", "سال"))]
        articles = ["لل" + stem[2:]]
    elif with_article:
        articles = [article + stem for article in ("ال", "بال", "كال", "لل")]
    parted = [conjunction + form for conjunction in _BEFORE for form in (*(forms if long else ()), *articles)]
    return tuple(dict.fromkeys((stem, *parted)))
