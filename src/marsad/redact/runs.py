"""Runs of words that have the shape of a person's name: "أحمد عبد الرزاق الخالد", "أبو محمد", "قتيبة بن علي الزعبي"."""

from __future__ import annotations

from dataclasses import dataclass

from marsad.redact.beside import TITLE_LETTERS
from marsad.redact.lastnames import behind_an_initial, initial, initials
from marsad.redact.nextname import SoFar, next_name
from marsad.redact.onename import one_name
from marsad.redact.tokens import Tokens

__all__ = ["Run", "grown", "read_run"]

_LONGEST = 7
_SHORT = 3


@dataclass(frozen=True, slots=True)
class Run:
    """Words `first` to `stop` (excluded) of a name, parted into its names without proclitics.

    `opens` is the rank of its first name ("kunya" for أبو and أم, "house" for آل); `family` says that a family name
    or a second given name follows.
    """

    first: int
    stop: int
    names: tuple[str, ...]
    opens: str
    family: bool


def read_run(tokens: Tokens, first: int, *, announced: bool, stop_at: int | None = None) -> Run | None:
    """Return the name that begins with a word, or None.

    `announced` says that a name is known to begin here, so that words of any rank do.
    """
    if len(tokens.words[first]) == 1:
        alone = (
            announced
            and tokens.words[first] not in TITLE_LETTERS
            and initial(tokens, first) > first
            and tokens.gaps[first + 1][:1] in (".", ")")
        )
        if not alone:
            return None
        last = initial(tokens, first + 1) - 1  # the second of "س. ع. الترك"
        if behind_an_initial(tokens, last + 1):
            return Run(first, last + 2, tokens.words[first : last + 2], "initial", family=True)
        return Run(first, first + 1, (tokens.words[first],), "initial", family=False)
    end = min(stop_at if stop_at is not None else len(tokens.words), first + _LONGEST)
    opening = one_name(tokens, first, end, announced=announced, opening=True)
    if opening is None:
        return None if stop_at is None else _as_listed(tokens, first, stop_at)
    if stop_at is not None and opening[0] < stop_at:
        rest = tokens.words[opening[0] : stop_at]
        return Run(first, stop_at, (opening[1], *rest), opening[2], family=True)
    at, name, opens = opening
    at, found = _to_the_end(tokens, at, end, SoFar([name], opens, announced=announced))
    return Run(first, initials(tokens, at), tuple(found), opens, len(found) > 1)


def grown(tokens: Tokens, first: int, stop: int) -> int:
    """Return the word after the last of an announced name of which words `first` to `stop` (excluded) are known."""
    end = min(len(tokens.words), first + _LONGEST)
    return _to_the_end(tokens, stop, end, SoFar(list(tokens.words[first:stop]), "given", announced=True))[0]


def _to_the_end(tokens: Tokens, at: int, end: int, known: SoFar) -> tuple[int, list[str]]:
    """Return the word after the last name that follows those known, and all of them."""
    while at < end:
        following = next_name(tokens, at, end, known)
        if following is None:
            break
        at, name, is_surname = following
        known = known.and_then(name, surname=is_surname)
    return at, known.names


def _as_listed(tokens: Tokens, first: int, stop: int) -> Run:
    """Return the words of an item as a name, whatever they are."""
    opening = tokens.words[first]
    behind = opening[1:] if opening[0] == "و" and len(opening) > _SHORT else opening
    return Run(first, stop, (behind, *tokens.words[first + 1 : stop]), "unknown", stop - first > 1)
