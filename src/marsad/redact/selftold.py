"""Names told by a frame around them: "أنا نغم بشور، زوجي", "باسم «جواد»", "شويش أخوه الكبير", "الحق العام ضد قصي"."""

from __future__ import annotations

from collections.abc import Callable

from marsad.redact.anyword import is_closed, is_of_its_own, may_be_a_name, stands_for_nothing
from marsad.redact.beside import opens_a_sentence, says_before
from marsad.redact.named import Taken
from marsad.redact.tokens import Tokens
from marsad.redact.vocabulary import listed, rank

__all__ = ["framed", "signs_off"]

_NAMES = frozenset(("given", "word", "family", "foreign", "unknown"))
_OPENED, _CLOSED = frozenset('«"“('), frozenset('»"”)')
_MOST = 4
_NEAR = 6


def framed(tokens: Tokens, taken: Callable[[], Taken]) -> dict[int, int]:
    """Return first word to last (excluded) of the names that a frame tells."""
    found: dict[int, int] = {}
    for index in range(1, len(tokens.words)):
        before = tokens.words[index - 1].removeprefix("و")
        stop = None
        if before in listed("myself"):
            stop = _who_speaks(tokens, index)
        elif before in listed("quoted-name"):
            stop = _in_quotes(tokens, index)
        elif says_before(tokens, index):
            stop = _who_says_so(tokens, index)
        elif before in listed("sued"):
            stop = _to_the_stop(tokens, index)
        elif _is_elder_or_younger(tokens, index):
            found[index - 1] = index
        if stop is not None and not _is_held(taken(), index, stop):
            found[index] = stop
    return found


def _is_held(spans: Taken, first: int, stop: int) -> bool:
    return any(word in spans.places or word in spans.bodies for word in range(first, stop))


def _who_speaks(tokens: Tokens, index: int) -> int | None:
    """Return the word after the name of one who says who it is: "أنا خميسة آدم بوش من", not "أنا طالب جامعة"."""
    if not tokens.joined(index) or not tokens.joined_after(index) or tokens.stems[index][0]:
        return None
    if is_of_its_own(tokens, index) or tokens.rank(index) not in _NAMES or index in tokens.fates:
        return None
    stop = index + 1
    while stop < len(tokens.words) and stop - index < _MOST and tokens.joined(stop) and _goes_on(tokens, stop):
        stop += 1
    second = index + 1
    if stop == second or tokens.words[index].startswith("ال") or "آ" in tokens.written(index - 1):
        return None
    listed_one = tokens.rank(index) != "unknown" or rank(tokens.words[second]) in ("given", "family")
    return stop if listed_one and (is_closed(tokens, stop) or tokens.words[stop] in listed("from")) else None


def _goes_on(tokens: Tokens, at: int) -> bool:
    word = tokens.words[at]
    if is_of_its_own(tokens, at) or tokens.stems[at][0] or at in tokens.fates or word in listed("preposition"):
        return False
    if word.startswith(("بال", "لل", "و", "ي", "ت")) or (word[-1] == "ا" and not rank(word)):
        return False
    named = tokens.rank(at) in _NAMES or stands_for_nothing(tokens, at)
    return named or (not tokens.joined_after(at) and may_be_a_name(tokens, at))


def _in_quotes(tokens: Tokens, index: int) -> int | None:
    """Return the word after what quotation marks hold behind "باسم" or "يدعى", two words at most."""
    gap = tokens.gaps[index].strip(" :")
    if len(gap) != 1 or gap not in _OPENED or tokens.document.starts[index] in tokens.borders:
        return None
    stop = index + 1
    if stop < len(tokens.words) and tokens.joined(stop):
        stop += 1
    if tokens.gaps[stop][:1] not in _CLOSED or not tokens.gaps[stop][:1]:
        return None
    named = tokens.rank(index) in _NAMES and tokens.has(index, "thing") is None
    if stop - index == 1:
        return stop if named and (tokens.rank(index) == "given" or _is_of_somebody(tokens, index, stop)) else None
    named = all(tokens.rank(at) in _NAMES or tokens.words[at].startswith("ال") for at in range(index, stop))
    return stop if named and _is_of_somebody(tokens, index, stop) else None


def _is_of_somebody(tokens: Tokens, index: int, stop: int) -> bool:
    """Say whether somebody is told of right before what a name stands behind, or kin right after it."""
    kin = any(role.role == "private" for _, role in tokens.starting_at.get(stop, ()))
    if kin and not tokens.gaps[stop].strip(' »"”،'):
        return True
    for at in range(index - 2, max(index - _NEAR, -1), -1):
        if tokens.ends_at(at + 1):
            return False
        if tokens.has(at, "private") is not None or tokens.words[at].removeprefix("و") in listed("mourned-by"):
            return True
    return False


def _who_says_so(tokens: Tokens, index: int) -> int | None:
    """Return the word after one who says something and is of the people of a place: "وقال الزلاوي مينا، من وجهاء"."""
    stop = index + 1
    while stop < len(tokens.words) and tokens.joined(stop) and stop - index < _MOST:
        stop += 1
    if stop - index == 1 or stop + 1 >= len(tokens.words) or tokens.gaps[stop].strip(" ") not in ("،", ","):
        return None
    if tokens.words[stop] not in listed("from") or tokens.words[stop + 1] not in listed("people-of"):
        return None
    plain = not any(is_of_its_own(tokens, at) or at in tokens.fates for at in range(index, stop))
    return stop if plain and not opens_a_sentence(tokens.words[index]) else None


def _to_the_stop(tokens: Tokens, index: int) -> int | None:
    """Return the word after who is sued, as far as a comma or a full stop: "الحق العام ضد شعلان مرهون ذيب"."""
    stop = index + 1
    if not tokens.joined(index) or tokens.rank(index) not in _NAMES or is_of_its_own(tokens, index):
        return None
    while stop < len(tokens.words) and tokens.joined(stop) and stop - index < _MOST:
        if is_of_its_own(tokens, stop) or tokens.words[stop][0] == "و" or stop in tokens.fates:
            return None
        stop += 1
    whole = stop - index > 1 and (stop >= len(tokens.words) or not tokens.joined(stop))
    return stop if whole and any(tokens.rank(at) in _NAMES for at in range(index + 1, stop)) else None


def _is_elder_or_younger(tokens: Tokens, index: int) -> bool:
    """Say whether "أخوه الكبير" follows a word that opens a sentence: "شويش أخوه الكبير أخذوه"."""
    kin = any(
        role.person == "relative" and hit.stop - hit.first == 1 and tokens.words[index].endswith(("ه", "ها", "ي", "و"))
        for hit, role in tokens.starting_at.get(index, ())
    )
    if not kin or not tokens.joined(index) or not tokens.joined_after(index):
        return False
    if tokens.words[index + 1] not in listed("elder") or (index > 1 and tokens.joined(index - 1)):
        return False
    first = index - 1
    return stands_for_nothing(tokens, first) or rank(tokens.words[first]) in ("given", "word")


def signs_off(tokens: Tokens, first: int) -> bool:
    """Say whether who signed a text is named behind a colon: "وقّعت: مارتا فيرهالن، منسقة الفريق"."""
    return first > 0 and ":" in tokens.gaps[first] and tokens.words[first - 1] in listed("signs-off")
