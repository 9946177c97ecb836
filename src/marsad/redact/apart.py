"""Names set apart in their sentence: "أما فلاح حاج سطام، وهو سائق، فقال", "أصغرهما، ورد:", "يدفع «وسيم»، وهو سائق"."""

from __future__ import annotations

from collections.abc import Callable

from marsad.redact.anyword import is_closed, looks_like_a_name, stands_for_a_thing
from marsad.redact.beside import opens_a_sentence
from marsad.redact.named import Taken
from marsad.redact.nowhere import nowhere_at, reads_as_a_name
from marsad.redact.runs import read_run
from marsad.redact.tokens import Tokens
from marsad.redact.vocabulary import demonyms, ends_a_name, is_listed, listed, names, rank

__all__ = ["set_apart"]

_LISTED = frozenset(("given", "word"))
_KNOWN = frozenset(("given", "word", "family", "foreign"))
_NAMES = frozenset(("given", "word", "family", "foreign", "unknown"))
_OPENED, _CLOSED = frozenset('«"“'), frozenset('»"”')
_MOST = 4
_ASIDE = 14
_NEAR = 3
_WHERE = 9
_MANY = ("ات", "ين", "ون", "ان")
_COMMAS = ("،", ",")
_OWN = ("ه", "ها", "ي", "نا", "هم")
_SHORTEST_TRADE = 2


def set_apart(tokens: Tokens, taken: Callable[[], Taken]) -> dict[int, int]:
    """Return first word to last (excluded) of the names that are set apart."""
    found: dict[int, int] = {}
    for index in range(len(tokens.words)):
        if index in tokens.known or tokens.stems[index][0] == "و":
            continue
        stop = (
            _as_for(tokens, index)
            or _one_of_several(tokens, index)
            or _in_quotes(tokens, index)
            or _as_known(tokens, index)
            or _before_who_it_is(tokens, index)
            or _where_it_was(tokens, index, taken)
            or _behind_a_trade(tokens, index)
            or _is_called(tokens, index)
            or _behind_one_s_own(tokens, index)
            or _of_a_people(tokens, index)
            or _before_whose_kin(tokens, index)
        )
        if stop is not None and (_is_kunya(tokens, index) or not _is_held(taken(), index, stop)):
            read = read_run(tokens, index, announced=True) if stop < len(tokens.words) and tokens.joined(stop) else None
            stop = max(stop, read.stop if read is not None else stop)
            alone = stop - index == 1 and index in taken().lone_places
            if not alone or _one_of_several(tokens, index):
                found[index] = stop
    return found


def _is_held(spans: Taken, first: int, stop: int) -> bool:
    words = range(first, stop)
    return not (spans.places.isdisjoint(words) and spans.bodies.isdisjoint(words)) or (
        stop - first == 1 and first in spans.lone_bodies
    )


def _has_another_use(tokens: Tokens, index: int) -> bool:
    """Say whether a word announces, ranks, ends or tells of an act, or is the adjective of a people."""
    word = tokens.words[index]
    if index in tokens.fates or ends_a_name(word) or word in demonyms() or word in listed("preposition"):
        return True
    if tokens.is_adverb(index) or is_listed(word, "says") or word in listed("no-name") or not word.isalpha():
        return True
    return tokens.has(index, "private", "title", "thing", "list", "called", "home", "post", "place-name") is not None


def _is_named(tokens: Tokens, index: int) -> bool:
    """Say whether a word is somebody's name by a list, or by standing in none and in no news."""
    if tokens.stems[index][0] or _has_another_use(tokens, index):
        return False
    if rank(tokens.words[index]) in _NAMES and tokens.rank(index):
        return rank(tokens.words[index]) != "unknown" or reads_as_a_name(tokens, index)
    return nowhere_at(tokens, index) and reads_as_a_name(tokens, index)


def _to_the_end(tokens: Tokens, index: int) -> int:
    """Return the word after the last of a name, "حاج", "أبو" and "بن" inside it."""
    stop = index + 1
    while stop < len(tokens.words) and stop - index < _MOST and tokens.joined(stop):
        word = tokens.words[stop]
        inner = word in listed("middle") or word in listed("son") or word in listed("father")
        if not inner and (_has_another_use(tokens, stop) or tokens.stems[stop][0] or not _goes_on(tokens, stop)):
            break
        stop += 1
    last = tokens.words[stop - 1]
    return stop - 1 if stop - index > 1 and last in listed("middle") else stop


def _goes_on(tokens: Tokens, at: int) -> bool:
    word = tokens.words[at]
    if rank(word) in ("given", "family", "foreign"):
        return True
    if word.startswith("ال"):
        return not word.endswith(_MANY[:3])
    if word[0] in "يتوفبل" or tokens.written(at)[-1] == "ه":
        return rank(word) == "word"
    return rank(word) in ("word", "unknown") or nowhere_at(tokens, at)


def _is_who(tokens: Tokens, stop: int) -> bool:
    """Say whether a comma, and then kin or a trade of no article, follow: "، والدة الجندي", "، وهو سائق"."""
    if stop + 1 >= len(tokens.words) or tokens.gaps[stop].strip(' »"”') not in _COMMAS:
        return False
    at = stop + (tokens.words[stop] in listed("who-is"))
    return any(
        role.role == "private" and not hit.proclitics and not tokens.words[at].startswith("ال")
        for hit, role in tokens.starting_at.get(at, ())
    )


def _as_for(tokens: Tokens, index: int) -> int | None:
    """Return the word after one of whom "as for" tells and who says something: "أما كفاح الديري فتقول"."""
    if not index or tokens.words[index - 1].removeprefix("و") not in listed("as-for") or not tokens.joined(index):
        return None
    if tokens.words[index].startswith("ال") or not (_is_named(tokens, index) or _opens_two(tokens, index)):
        return None
    stop = _to_the_end(tokens, index)
    for at in range(stop, min(stop + _ASIDE, len(tokens.words))):
        if tokens.ends_at(at):
            return None
        word = tokens.words[at]
        if word[0] == "ف" and word[1:] in listed("says"):
            return stop if at == stop or tokens.gaps[stop].strip(" ") in _COMMAS else None
    return None


def _opens_two(tokens: Tokens, index: int) -> bool:
    """Say whether a word of no other use and a listed name follow each other: "عقلة حج موسى"."""
    if _has_another_use(tokens, index) or not looks_like_a_name(tokens.words[index]) or not tokens.joined_after(index):
        return False
    second = tokens.words[index + 1]
    return second in listed("middle") or rank(second) in ("given", "family")


def _one_of_several(tokens: Tokens, index: int) -> int | None:
    """Return the word after one of some who were told of: "الكبرى، سهاد، في", "أصغرهما، ورد:", "إحداهن نسمة، من"."""
    if not index or tokens.document.starts[index] in tokens.borders:
        return None
    before, gap = tokens.words[index - 1].removeprefix("و"), tokens.gaps[index].strip(" ")
    eldest = before in listed("eldest-of-them") and (index == 1 or not tokens.joined(index - 1))
    if not eldest and before not in listed("one-of-several"):
        return None
    if gap not in _COMMAS and (gap or eldest):
        return None
    if tokens.stems[index][0] or tokens.words[index].startswith("ال") or not _may_be_one(tokens, index):
        return None
    stop = _to_the_end(tokens, index)
    return stop if stop >= len(tokens.words) or tokens.gaps[stop].strip(' "«“')[:1] in (*_COMMAS, ":") else None


def _may_be_one(tokens: Tokens, index: int) -> bool:
    word = tokens.words[index]
    return _is_named(tokens, index) or (word in names("rare") and not _has_another_use(tokens, index))


def _in_quotes(tokens: Tokens, index: int) -> int | None:
    """Return the word after one name in quotation marks of whom something is told: "ويروي «ورد»، وهو حداد"."""
    stop, gap = index + 1, tokens.gaps[index].strip(" ")
    if len(gap) != 1 or gap not in _OPENED or tokens.gaps[stop][:1] not in _CLOSED or not tokens.gaps[stop]:
        return None
    if tokens.words[index].startswith("ال") or tokens.rank(index) not in _LISTED or tokens.stems[index][0]:
        return None
    if _has_another_use(tokens, index) or not index or tokens.document.starts[index] in tokens.borders:
        return None
    if _is_who(tokens, stop) or (tokens.gaps[stop].strip(' »"”') == "،" and tokens.words[stop] in listed("who-is")):
        return stop
    follows = tokens.words[stop] if stop < len(tokens.words) and not tokens.gaps[stop].strip(' »"”') else ""
    return stop if is_listed(tokens.words[index - 1], "says") and opens_a_sentence(follows) else None


def _as_known(tokens: Tokens, index: int) -> int | None:
    """Return the word after what everybody calls somebody: "يعرفه الجميع ب«البرق»", "يعرفه السوق كله بلقب الهدار"."""
    if index < 2 or not tokens.close(index) or tokens.document.starts[index] in tokens.borders:
        return None
    called = tokens.words[index - 1]
    quoted = called == "ب" and not _OPENED.isdisjoint(tokens.gaps[index])
    if not quoted and called not in listed("by-the-nickname"):
        return None
    low = max(0, index - 2 - _NEAR)
    return index + 1 if any(tokens.words[at] in listed("knows-him") for at in range(low, index - 1)) else None


def _before_who_it_is(tokens: Tokens, index: int) -> int | None:
    """Return the word after a name of two words or more that who it is follows: "يبيع دروست بلنكاوي، وهو أب"."""
    if not index or not tokens.joined(index) or not tokens.joined_after(index) or tokens.words[index].startswith("ال"):
        return None
    strange = nowhere_at(tokens, index) and nowhere_at(tokens, index + 1) and tokens.words[index][0] not in "يتوبل"
    if not _is_named(tokens, index) and not strange:
        return None
    before = tokens.words[index - 1]
    verb = (before[0] in "يت" or _is_hers(tokens, index - 1)) and not rank(before)
    verb = verb and before not in listed("before-a-place")
    if not verb and before not in listed("none-but"):
        return None
    stop = _to_the_end(tokens, index)
    if stop - index == 1 or stop >= len(tokens.words) or not all(_counts(tokens, at) for at in range(index + 1, stop)):
        return None
    follows = (
        (not verb or _is_of_a_place(tokens, stop))
        and tokens.words[stop] in listed("who") | listed("who-is")
        and tokens.gaps[stop].strip(" ") in _COMMAS
    )
    return stop if follows or _is_who(tokens, stop) else None


def _is_hers(tokens: Tokens, at: int) -> bool:
    """Say whether a verb in the past is a woman's: "ووقفت كاظمية لفتة"."""
    return tokens.written(at).endswith("ت") and not tokens.written(at).endswith("ات") and len(tokens.words[at]) > _NEAR


def _is_of_a_place(tokens: Tokens, stop: int) -> bool:
    """Say whether "and she is from" follows a name: "، وهي من الناصرية"."""
    return stop + 1 < len(tokens.words) and tokens.words[stop + 1] in listed("from")


def _counts(tokens: Tokens, at: int) -> bool:
    return tokens.words[at] in listed("middle") or bool(rank(tokens.words[at])) or nowhere_at(tokens, at)


def _where_it_was(tokens: Tokens, index: int, taken: Callable[[], Taken]) -> int | None:
    """Return the word after a name that a place parts from its fate: "مات في مخيم الهول صقر الدواغرة"."""
    if index < _NEAR or not tokens.joined(index) or not tokens.joined_after(index) or not _is_named(tokens, index):
        return None
    second, spans = tokens.words[index + 1], taken()
    if not second.startswith("ال") or rank(second) not in ("family", "unknown") or second.endswith(_MANY[:3]):
        return None
    if _has_another_use(tokens, index + 1) or stands_for_a_thing(second) or not is_closed(tokens, index + 2):
        return None
    if index - 1 not in spans.places | spans.lone_places or index in spans.lone_places:
        return None
    for at in range(index - 1, max(index - _WHERE, -1), -1):
        ends = any(tokens.fates.get(first, (0,))[0] == at for first in range(max(0, at - _NEAR), at))
        if ends:
            return index + 2
        word = tokens.words[at]
        where = at in spans.places | spans.lone_places or word in listed("between") or word in listed("before-a-place")
        if not where or not tokens.joined(at):
            return None
    return None


def _behind_a_trade(tokens: Tokens, index: int) -> int | None:
    """Return the word after a name behind a trade and what it works at: "معلمة الرياضيات كفاية نبهان لا تملك"."""
    kunya = _is_kunya(tokens, index) and tokens.joined_after(index)
    if index < _SHORTEST_TRADE or not (kunya or _may_be_one(tokens, index)) or tokens.words[index].startswith("ال"):
        return None
    gap, at = tokens.gaps[index].strip(" "), index - 1
    if (gap and gap not in _COMMAS) or rank(tokens.words[index]) == "unknown":
        return None
    if tokens.document.starts[index] in tokens.borders:
        return None
    if not tokens.words[at].startswith("ال") or not tokens.joined(at):
        return None
    at -= not _is_a_trade(tokens, at - 1) and tokens.joined(at - 1)
    if not _is_a_trade(tokens, at - 1):
        return None
    if kunya:
        return index + 2 if not gap else None
    stop = _to_the_end(tokens, index)
    if gap:
        closed = stop >= len(tokens.words) or tokens.gaps[stop].strip(" ") in _COMMAS
        return stop if closed or tokens.words[stop] in listed("from") else None
    return stop if is_closed(tokens, stop) else None


def _is_kunya(tokens: Tokens, index: int) -> bool:
    return tokens.words[index] in listed("father") or tokens.words[index] in listed("mother")


def _is_a_trade(tokens: Tokens, at: int) -> bool:
    return at >= 0 and any(
        role.entry_id == "private.worker" and hit.stop - hit.first == 1 and not tokens.words[at].startswith("ال")
        for hit, role in tokens.starting_at.get(at, ())
    )


def _is_called(tokens: Tokens, index: int) -> int | None:
    """Return the word after the one that tells somebody's name: "شاب اسمه أُبيّ، لا نعرف", "اسمه إلرعان"."""
    if not index or not tokens.joined(index) or tokens.words[index - 1] not in listed("its-name"):
        return None
    written, article = tokens.written(index), tokens.words[index].startswith("ال")
    spelt = len(written) - len(tokens.words[index]) > 1 and not tokens.is_adverb(index)
    if article and written[0] != "إ":
        return None
    if tokens.joined_after(index) or not (spelt or (article and nowhere_at(tokens, index))):
        return None
    return index + 1


def _behind_one_s_own(tokens: Tokens, index: int) -> int | None:
    """Return the word after a word and one that stands nowhere, behind somebody's own: "صديقته نوعا شطريت ثم"."""
    if not index or not tokens.joined(index) or not tokens.joined_after(index) or _has_another_use(tokens, index):
        return None
    second = index + 1
    last = tokens.words[second]
    named = (nowhere_at(tokens, second) and reads_as_a_name(tokens, second)) or (
        rank(last) == "family" and not last.startswith("ال") and not _has_another_use(tokens, second)
    )
    if not named or not is_closed(tokens, second + 1):
        return None
    before, word = tokens.words[index - 1], tokens.words[index]
    own = before.endswith(_OWN) and any(
        role.entry_id.startswith(("private.kin", "private.friend")) for _, role in tokens.ending_at.get(index, ())
    )
    return second + 1 if own and not word.startswith(("ال", "و", "ي", "ت", "ب", "ل")) else None


def _of_a_people(tokens: Tokens, index: int) -> int | None:
    """Return the word after a name from abroad behind the people it is of: "والنيجيرية بليسنغ أوكافور ورضيعها"."""
    if not index or not tokens.joined(index) or tokens.stems[index][0] or _has_another_use(tokens, index):
        return None
    people = tokens.words[index - 1].removeprefix("و")
    friend = any(
        role.entry_id.startswith(("private.friend", "private.kin")) for _, role in tokens.ending_at.get(index - 1, ())
    )
    nisba = people.startswith("ال") and people.endswith(("ي", "يه"))
    of_a_people = people in demonyms() or friend or tokens.has(index - 1, "honorific") is not None
    if not nisba or not of_a_people or not _is_from_abroad(tokens, index):
        return None
    read = read_run(tokens, index, announced=True)
    stop = read.stop if read is not None else index + 1
    if stop - index > 1:
        return stop if _is_from_abroad(tokens, index + 1) or rank(tokens.words[index + 1]) == "family" else None
    return stop if friend and tokens.joined(index - 1) else None


def _is_from_abroad(tokens: Tokens, index: int) -> bool:
    if rank(tokens.words[index]) == "foreign":
        return True
    return nowhere_at(tokens, index) and reads_as_a_name(tokens, index) and not tokens.words[index].startswith("ال")


def _before_whose_kin(tokens: Tokens, index: int) -> int | None:
    """Return the word after a lone name behind a verb and before whose kin it is: "وطلب وسام، والد المقتول"."""
    stop = index + 1
    if not index or not tokens.joined(index) or tokens.stems[index][0] or rank(tokens.words[index]) not in _LISTED:
        return None
    if tokens.words[index].startswith("ال") or _has_another_use(tokens, index) or stop + 1 >= len(tokens.words):
        return None
    before = tokens.words[index - 1]
    if (
        tokens.gaps[stop].strip(" ") not in _COMMAS
        or rank(before) in _KNOWN
        or before.startswith(("ال", "وال", "بال", "لل"))
    ):
        return None
    if before in listed("preposition") or tokens.has(index - 1, "thing", "title", "home", "private") is not None:
        return None
    kin = any(role.entry_id == "private.kin" and not hit.proclitics for hit, role in tokens.starting_at.get(stop, ()))
    return stop if kin and tokens.joined_after(stop) else None
