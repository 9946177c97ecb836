"""How far a cue reaches: to the end of its clause or sentence, never past a contrast."""

from __future__ import annotations

from marsad.model.report import Document, Sentence

__all__ = ["scope_of"]

_CONTRASTS = frozenset(("لكن", "لكنه", "لكنها", "لكنهم", "ولكن", "بيد", "غير", "بينما", "الا", "فيما"))
_NEED_ANNA = frozenset(("بيد", "غير", "الا"))
_REACH = 25


def scope_of(document: Document, sentence: Sentence, first: int, stop: int, scope: str) -> tuple[int, int]:
    """Return the words a cue at `first` to `stop` governs.

    "after" runs from the cue to a contrast or 25 words on, "before" from the last contrast to the cue,
    "clause" is the clause around it, "sentence" the whole sentence.
    """
    if scope == "sentence":
        return sentence.first, sentence.stop
    if scope == "clause":
        for clause in document.clauses:
            if clause.first <= first < clause.stop:
                return clause.first, clause.stop
        return sentence.first, sentence.stop
    if scope == "before":
        return max(_last_contrast(document.words, sentence.first, first), first - _REACH), first
    return stop, min(_next_contrast(document.words, stop, sentence.stop), stop + _REACH)


def _is_contrast(words: tuple[str, ...], index: int, stop: int) -> bool:
    word = words[index]
    if word not in _CONTRASTS and not (word[0] == "و" and word[1:] in _CONTRASTS):
        return False
    if word in _NEED_ANNA:
        return index + 1 < stop and words[index + 1].startswith("ان")
    return True


def _next_contrast(words: tuple[str, ...], first: int, stop: int) -> int:
    return next((index for index in range(first, stop) if _is_contrast(words, index, stop)), stop)


def _last_contrast(words: tuple[str, ...], first: int, stop: int) -> int:
    return next((index + 1 for index in range(stop - 1, first - 1, -1) if _is_contrast(words, index, stop)), first)
