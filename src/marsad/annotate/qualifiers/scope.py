"""How far a cue reaches: never past a contrast, a new strand, or the cause that came before.

"توعد بضربات بعد الهجوم على القاعدة" threatens strikes; the attack after "بعد" has happened.
"""

from __future__ import annotations

from functools import cache

from marsad.lexicon.role_words import role_words
from marsad.model.report import Document, Sentence

__all__ = ["scope_of"]

_REACH = 25
_SELF_REACH = 7


def scope_of(document: Document, sentence: Sentence, first: int, stop: int, scope: str) -> tuple[int, int]:
    """Return the words a cue at `first` to `stop` governs.

    "after" runs from the cue to the next stop or 25 words on, "before" from the last stop to the cue,
    "clause" is the clause around it, "sentence" the whole sentence; "self" is a short "after" that
    starts with the last word of the cue ("قد تشن" governs its own verb).
    """
    if scope == "sentence":
        return sentence.first, sentence.stop
    if scope == "clause":
        for clause in document.clauses:
            if clause.first <= first < clause.stop:
                return clause.first, clause.stop
        return sentence.first, sentence.stop
    words = document.words
    if scope == "before":
        return max(_last_stop(words, sentence.first, first), first - _REACH), first
    reach = _REACH
    if scope == "self":
        stop, reach = stop - 1, _SELF_REACH
    return stop, min(_next_stop(words, stop, sentence.stop), stop + reach)


@cache
def _stops() -> dict[str, tuple[tuple[str, ...], ...]]:
    """Return the first word of what ends a scope, and the words that must follow it (none: the word alone)."""
    found: dict[str, list[tuple[str, ...]]] = {}
    for form in sorted(role_words("scope-end")):
        first, *rest = form.split()
        found.setdefault(first, []).append(tuple(rest))
    return {first: tuple(rests) for first, rests in found.items()}


def _is_stop(words: tuple[str, ...], index: int, stop: int) -> bool:
    word = words[index]
    stops = _stops()
    rests = stops.get(word) or (stops.get(word[1:]) if word[0] == "و" else None)
    return rests is not None and any(words[index + 1 : min(index + 1 + len(rest), stop)] == rest for rest in rests)


def _next_stop(words: tuple[str, ...], first: int, stop: int) -> int:
    return next((index for index in range(first, stop) if _is_stop(words, index, stop)), stop)


def _last_stop(words: tuple[str, ...], first: int, stop: int) -> int:
    return next((index + 1 for index in range(stop - 1, first - 1, -1) if _is_stop(words, index, stop)), first)
