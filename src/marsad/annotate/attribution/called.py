"""Where the name of a medium or monitor that no list holds begins and ends: "بحسب مرصد الوادي"، "شبكة النهر الإخبارية".

The noun alone ("مرصد") names nobody: two monitors would be one source.
"""

from __future__ import annotations

from collections.abc import Iterable

from marsad.annotate.attribution.grammar import listed, that, word
from marsad.arabic.letters import fold
from marsad.lexicon.match import Hit
from marsad.model.report import Document

__all__ = ["called", "kind_by_name"]

_FEW = 3
_ENDS = ("inside-a-body", "ends-speaker", "to-that", "relayed-from", "about", "relative")


def called(document: Document, head: Hit, stop: int, *, limit: int, whole: bool) -> tuple[int, int]:
    """Return the first and last word of the name that a speaker has, the name being read from `head` to `stop`.

    `whole` says that the words up to `limit` are the speaker's name and nothing else, as behind "بحسب" and before "إن".
    """
    words = document.words
    first = _begun(document, head)
    if first == head.first and ("ال" in head.proclitics or stop - first > 1):
        return first, stop
    noun = words[first] if first < head.first else words[first][len(head.proclitics) :]
    if noun not in listed("medium", "outlet-kind"):
        return first, stop
    own = fold(document.outlet or "").split()
    if own[:1] == [noun] and list(words[first + 1 : first + len(own)]) == own[1:]:
        return first, max(stop, first + len(own))
    end = _end(document, stop, limit)
    if whole and end - stop <= _FEW:
        return first, end
    if stop < end and words[stop].startswith("ال"):
        stop += 1
        while stop < end and words[stop] in listed("outlet-word"):
            stop += 1
    return first, stop


def kind_by_name(kind: str | None, inside: Iterable[Hit]) -> str | None:
    """Return what a medium is by speakers named inside its name: "شبكة النهر لحقوق الإنسان" is a monitor."""
    if kind != "media":
        return kind
    kinds = (word(hit).kind for hit in inside)
    return next((told for told in kinds if told in ("monitor", "medical")), kind)


def _begun(document: Document, head: Hit) -> int:
    """Return where the noun of a medium stands whose name ends in a listed one: "شبكة النهر الإخبارية"."""
    words, at = document.words, head.first
    for index in range(at - 1, max(at - _FEW, -1), -1):
        if document.gap(index + 1).strip():
            break
        if words[index] in listed("medium"):
            return index
        if not words[index].startswith("ال"):
            break
    return at


def _end(document: Document, start: int, limit: int) -> int:
    words = document.words
    ends = listed(*_ENDS) | that()
    for index in range(start, limit):
        if document.gap(index).strip() or words[index] in ends or words[index].startswith("و"):
            return index
    return limit
