"""Names read to their ends where words stand nowhere, and people tied to them: "أيمن الوليدي", "وكوسيك حسن الباكير"."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from marsad.redact.anyword import is_closed
from marsad.redact.beside import fate_before, says_before
from marsad.redact.evidence import announcement, thing_before
from marsad.redact.named import Named, Taken
from marsad.redact.nowhere import is_held, is_nowhere, nowhere_at, reads_as_a_name, runs_on, stretch
from marsad.redact.offices import is_title_after
from marsad.redact.onename import kunya
from marsad.redact.tokens import Tokens
from marsad.redact.vocabulary import is_listed, listed, rank

__all__ = ["widened"]

_KNOWN = frozenset(("given", "family", "word"))
_MOST_BEFORE = 2


def widened(tokens: Tokens, found: list[Named], taken: Callable[[], Taken]) -> list[Named]:
    """Return the names read further, and the people tied to them that were not found."""
    held = {word for named in found for word in range(named.first, named.stop)}
    wider: list[Named] = []
    for named in found:
        longer = named if named.rule == "known" else _longer(tokens, named, held, taken)
        held |= set(range(longer.first, longer.stop))
        wider.append(longer)
    for named in tuple(wider):
        other = _tied(tokens, named, held, taken)
        while other is not None:
            held |= set(range(other.first, other.stop))
            wider.append(other)
            other = _tied(tokens, other, held, taken)
    return wider


def _longer(tokens: Tokens, named: Named, held: set[int], taken: Callable[[], Taken]) -> Named:
    stop = runs_on(tokens, named.stop, names=len(named.names) + (named.rule == "house"))
    if stop > named.stop and held.isdisjoint(range(named.stop, stop)) and not is_held(taken(), named.stop, stop):
        named = replace(named, stop=stop, names=(*named.names, *tokens.words[named.stop : stop]))
    if _is_before_a_kunya(tokens, named, held):
        named = replace(named, first=named.first - 1, names=(tokens.words[named.first - 1], *named.names))
    first = _begins(tokens, named, held)
    if first == named.first and _opens_before_a_kunya(tokens, named, held) and not is_held(taken(), first - 1, first):
        first -= 1
        return replace(named, first=first, names=(tokens.stems[first][1], *named.names))
    if first == named.first or not _is_at_a_name(tokens, first) or is_held(taken(), first, named.first):
        return named
    names = (tokens.stems[first][1], *tokens.words[first + 1 : named.first], *named.names)
    return replace(named, first=first, names=names)


def _is_before_a_kunya(tokens: Tokens, named: Named, held: set[int]) -> bool:
    """Say whether a given name stands before what was read as a kunya: "يعرض نعيم أبو رونق كتبه"."""
    before = named.first - 1
    if before < 1 or before in held or not kunya(named.names[0]) or not tokens.joined(named.first):
        return False
    plain = not tokens.stems[before][0] and not tokens.starting_at.get(before) and before not in tokens.fates
    return plain and tokens.stems[named.first][0] == "" and tokens.rank(before) in ("given", "word")


def _begins(tokens: Tokens, named: Named, held: set[int]) -> int:
    """Return the first of two words at most that stand nowhere right before a name: "الشيخ رشلون عبد الغفور"."""
    first = named.first
    if named.names[0].startswith("ال") and rank(named.names[0]) == "":
        return first
    while first > 0 and named.first - first < _MOST_BEFORE and tokens.joined(first) and not tokens.stems[first][0]:
        before = first - 1
        if (
            before in held
            or tokens.words[before].startswith("ال")
            or not nowhere_at(tokens, before)
            or not reads_as_a_name(tokens, before)
        ):
            break
        first = before
    return first


def _opens_before_a_kunya(tokens: Tokens, named: Named, held: set[int]) -> bool:
    """Say whether a name that is a word, too, opens a sentence before "أبو" and more: "إيمان أبو كرش وابنها"."""
    first = named.first - 1
    if first < 0 or first in held or named.rule != "shape.kunya" or not tokens.joined(named.first):
        return False
    if tokens.words[named.first] not in listed("father") or tokens.starting_at.get(first) or first in tokens.fates:
        return False
    if is_listed(tokens.words[first], "says") or is_listed(tokens.words[first], "acts"):
        return False  # "روى أبو ربيع"
    opens = first == 0 or not tokens.joined(first)
    return tokens.rank(first) == "word" and opens and tokens.stems[first][0] in ("", "و")


def _is_at_a_name(tokens: Tokens, first: int) -> bool:
    """Say whether a name stands where a word does, and no verb: behind who, a fate, a word of saying, "أن", a colon."""
    if not tokens.joined(first):
        return ":" in tokens.gaps[first] or any(sign.isdigit() for sign in tokens.gaps[first])
    if tokens.words[first - 1] in listed("before-a-place") or thing_before(tokens, first):
        return False
    told = announcement(tokens, first)
    if told is not None and told.role in ("private", "called", "home"):
        return True
    if tokens.words[first - 1] in listed("that"):
        return True
    return not tokens.stems[first][0] and (says_before(tokens, first) or fate_before(tokens, first))


def _tied(tokens: Tokens, named: Named, held: set[int], taken: Callable[[], Taken]) -> Named | None:
    """Return who follows a private person behind و or a comma and has a name that stands nowhere."""
    at = named.stop
    if (
        named.kind is None
        or named.rule == "house"
        or at >= len(tokens.words)
        or at in held
        or tokens.document.starts[at] in tokens.borders
    ):
        return None
    bare = _behind_a_tie(tokens, at, announced=named.announced)
    read = stretch(tokens, at)
    if bare is None or bare[-1] == "ت" or read.stop == at or not held.isdisjoint(range(at, read.stop)):
        return None
    word = tokens.words[at]
    if read.nowhere == 0 and not (is_nowhere(bare) and nowhere_at(tokens, at)):
        return None
    tie = len(word) - len(bare)
    several = read.names > 1 and _is_a_second(tokens, at + 1)
    alone = read.names == 1 and is_closed(tokens, read.stop)
    if not (several and tie) and not ((several or alone) and reads_as_a_name(tokens, at, tie)):
        return None
    if is_held(taken(), at, read.stop) or is_title_after(tokens, read.stop):
        return None
    names = (bare, *tokens.words[at + 1 : read.stop])
    return Named(at, read.stop, names, named.kind, "chain", named.announced, named.sure)


def _is_a_second(tokens: Tokens, at: int) -> bool:
    """Say whether a word is the second of a name: a listed one, or one that stands nowhere and looks like no verb."""
    if nowhere_at(tokens, at):
        return reads_as_a_name(tokens, at)
    return rank(tokens.words[at]) in ("given", "family")


def _behind_a_tie(tokens: Tokens, at: int, *, announced: bool) -> str | None:
    """Return a word without و that ties it to who stands before; None where nothing ties it."""
    word, gap = tokens.words[at], tokens.gaps[at].strip(" ")
    if word[0] == "و" and gap in ("", "،", ","):
        tied = rank(word) != "given" and (is_nowhere(word[1:]) or rank(word[1:]) in _KNOWN)
        return word[1:] if tied else None
    return word if announced and gap in ("،", ",", "؛") else None
