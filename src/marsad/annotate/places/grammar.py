"""Which words name a place, and how the words before and after them locate the event."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from functools import cache

from marsad.annotate.places.before import (
    heads_an_item,
    is_led,
    is_locative,
    is_look_alike,
    is_owned,
    is_tagged,
    relation_before,
    stands_apart,
)
from marsad.annotate.places.blank import blanked
from marsad.annotate.places.pairs import (
    country_told,
    is_described,
    is_land,
    is_quarter,
    is_such,
    one_of,
    opens_with,
    runs_on,
    tells_twins,
)
from marsad.annotate.places.persons import is_on, is_other, is_persons
from marsad.annotate.places.unlisted import quoted_name, unlisted
from marsad.annotate.places.words import PlaceWord, cue_ending_at, facts, is_ordinary_behind, place_words
from marsad.arabic.affixes import bare
from marsad.frozen import dataclass
from marsad.gazetteer import Gazetteer
from marsad.gazetteer.index import Entry, NameHit
from marsad.gazetteer.names import word_key
from marsad.model.report import Document, Sentence

__all__ = ["Named", "read_names"]

_BREAK = re.compile(r"[.،,;:؛!؟?()\[\]«»\"“”\n/]")
_OPENING = str.maketrans("", "", "\"«“(#'")
_MEMO_LIMIT = 200_000
_MOST_CUES = 4
_TOWNS = frozenset(("place.city", "place.town"))
_UNITS = frozenset(("place.district", "place.governorate"))
_SHORT = 5
"""Letters of a name with its article that may be a chance: "بالكاد", "والده"."""
_NAMED_BARE = 2
"""An ordinary word means a place without a cue only if the place weighs more."""
_Opening = tuple[bool, bool, frozenset[str], bool]
"""Of a word: it may be a name alone, only behind a preposition, the words that may follow it in one, it ends a cue."""

_PLAIN: _Opening = (False, False, frozenset(), False)
"""Most words open no name; they share one value."""


@dataclass(frozen=True, slots=True)
class Named:
    """A name as found: words `first` to `stop` name it, `lead` to `tail` is the whole phrase with its cues.

    `locative` says that a preposition of place stands before the phrase, `owner` a word that a place mostly owns
    ("أهالي سلوك"), `tagged` a "#"; `country` and the first-level `units` are what the words behind it tell ("القائم
    العراقية", "القصر في ريف الحسكة"), `near` the rows by the town behind it ("الشيخ سعد غربي درعا"), `own` the type
    word that a listed name opens with ("شارع الوحدة"); `relation` overrides the cues: "near" for a distance ("على بعد
    5 كم من X"), "seat" for a teller's ("ومقره لندن").
    """

    first: int
    stop: int
    lead: int
    tail: int
    sentence: int
    proclitics: str
    article: bool
    entries: tuple[Entry, ...]
    type_word: PlaceWord | None
    cues: tuple[PlaceWord, ...]
    ordinary: bool
    locative: bool
    owner: bool = False
    tagged: bool = False
    country: str | None = None
    units: frozenset[str] = frozenset()
    near: frozenset[int] | None = None
    own: PlaceWord | None = None
    relation: str | None = None


def read_names(document: Document, gazetteer: Gazetteer) -> list[Named]:
    """Return every name that the gazetteer lists or a type word announces, in the order of the text."""
    found: list[Named] = []
    blank = blanked(document.words).union(document.dateline)
    openings = list(map(_memo(gazetteer).__getitem__, document.words))
    worth = list(_worth(document.words, openings))
    for sentence in document.sentences:
        if sentence.furniture is None:
            _read_sentence(document, sentence, gazetteer, openings, worth, blank, found)
    return found


def _worth(words: tuple[str, ...], openings: list[_Opening]) -> Iterator[int]:
    """Yield where a name may begin: a word that may be one, or open one with the next word, or stands behind a cue."""
    behind = False
    for index, ((alone, _, seconds, cue), second) in enumerate(zip(openings, (*words[1:], ""), strict=False)):
        if behind or alone or (seconds and word_key(second) in seconds):
            yield index
        behind = cue


class _Openings(dict[str, _Opening]):
    __slots__ = ("gazetteer",)

    def __init__(self, gazetteer: Gazetteer) -> None:
        super().__init__()
        self.gazetteer = gazetteer

    def __missing__(self, word: str) -> _Opening:
        if len(self) > _MEMO_LIMIT:
            self.clear()
        known = facts(word)
        alone, seconds = self.gazetteer.openings(word)
        ordinary = known.bare_ordinary
        if alone and known.ordinary and not known.opens:
            # without a cue only a place that reports name can be meant, and only behind a preposition
            readings = self.gazetteer.alone(word)
            alone = any(entry.weight > _NAMED_BARE for _, _, entries in readings for entry in entries)
            ordinary = not any("ب" in proclitics for proclitics, _, _ in readings)
        if known.sites:
            seconds |= {word_key(site.words[1]) for _, site in known.sites}
        found = alone, ordinary, seconds, bool(known.cues)
        opening = self[word] = _PLAIN if found == _PLAIN else found
        return opening


@cache
def _memo(gazetteer: Gazetteer) -> _Openings:
    return _Openings(gazetteer)


def _read_sentence(
    document: Document,
    sentence: Sentence,
    gazetteer: Gazetteer,
    openings: list[_Opening],
    worth: list[int],
    blank: frozenset[int],
    found: list[Named],
) -> None:
    words, stop = document.words, sentence.stop
    index = floor = sentence.first
    shared: tuple[PlaceWord, ...] = ()  # the cues that a list of names shares: "قرب بلدتي كفركلا والعديسة"
    while index < stop:
        if not shared:
            at = bisect_left(worth, index)
            index = worth[at] if at < len(worth) else stop
            if index >= stop:
                return
        announced = index > floor and openings[index - 1][3]
        alone, ordinary, seconds, _ = openings[index]
        if (
            not announced
            and not shared
            and not (seconds and index + 1 < stop and word_key(words[index + 1]) in seconds)
            and not (alone and (not ordinary or is_led(document, index)))
        ):
            index += 1
            continue
        opens = facts(words[index]).opens
        rest = (
            next((rest for rest in opens if words[index + 1 : index + 1 + len(rest)] == rest), None) if opens else None
        )
        if index in blank or rest is not None:
            index += 1 + len(rest or ())
            continue
        cues, lead = _cues(document, index, floor) if announced else ((), index)
        if not cues and shared and found and _continues(document, index, found[-1]):
            cues = shared
        named = _read_name(document, sentence, gazetteer, blank, index, lead, cues)
        if named is None:
            index += 1
            continue
        found.append(named)
        if any(cue.many for cue in cues):
            shared = cues
        elif cues is not shared:
            shared = ()
        index = floor = named.tail


def _read_name(
    document: Document,
    sentence: Sentence,
    gazetteer: Gazetteer,
    blank: frozenset[int],
    index: int,
    lead: int,
    cues: tuple[PlaceWord, ...],
) -> Named | None:
    words = document.words
    if len(cues) > 1 and cues[0].entry_id in _TOWNS and cues[1].role == "type" and cues[1].keep:
        whole = words[index - 1] == cues[0].words[-1]  # "مطار مدينة الحديدة", not "سوق بمدينة الخالص"
        cues, lead = (cues[1:], lead) if whole else (cues[:1], index - 1)
    in_countryside = bool(cues) and cues[0].role == "part"
    hit = _listed(document, gazetteer, index, sentence.stop, blank, in_countryside=in_countryside)
    if cues and hit is not None and stands_apart(words, index, lead, hit.proclitics, keep=cues[0].keep):
        cues, lead = (), index  # the word before is no cue of the name
    type_word = cues[0] if cues and cues[0].role == "type" else None
    if hit is not None and hit.proclitics == "ك" and type_word is not None and not type_word.many:
        hit = None  # "قرية كوبلة" is none "like وبلة", as "مدن كحلب" are like حلب
    if type_word is not None and type_word.keep and (type_word.many or words[index - 1] != type_word.words[-1]):
        hit = one_of(document, gazetteer, index, sentence.stop, type_word) or hit
    if hit is not None and words[index].isdigit() and type_word is None:
        return None  # "7 نيسان" is a day before it is a village
    if hit is not None and hit.stop > index + 1:
        own = next((each for _, each in facts(words[index]).cues if each.keep and is_such(hit, each)), None)
        # a listed name that holds its own generic word: "مخيم الهول"; "تل أبيض" is a town all the same
        type_word = own or type_word
    if cues and facts(words[index]).generic and (hit is None or hit.stop == index + 1 or facts(words[index]).alone):
        return None
    if hit is not None and hit.stop == index + 1:
        longer = 0
        if (
            type_word is not None
            and not type_word.known
            and (words[index] in place_words("starter") or "village" in type_word.features[:1])
        ):
            longer = unlisted(document, index, sentence.stop, blank, type_word)
        elif type_word is not None:
            longer = quoted_name(document, index, sentence.stop, type_word)
        if longer > hit.stop:
            hit = NameHit(index, longer, hit.proclitics, hit.article, ())
        elif (type_word is None and facts(words[index]).side) or (
            not cues
            and (
                (is_other(document, sentence, index) and "ب" not in hit.proclitics)
                or _is_ordinary(document, hit)
                or is_described(document, index)
            )
        ):
            return None
        elif (
            facts(words[index]).country is not None
            and not (is_quarter(hit, type_word) or is_land(document, hit, cued=bool(cues)))
        ) or (not cues and facts(words[index]).generic):
            hit = None  # "في المدينة" is no town of that name, "حي الأرمن" is a quarter
    if hit is not None and not cues and hit.stop > index + 1 and (is_persons(document, hit) or is_on(document, index)):
        return None  # a hamlet called محمد علي, "تلة مطلة على عين البيضا"
    site = _site(document, index, sentence.stop) if hit is None or hit.stop == index + 1 else None
    if site is not None and (cues or site[0].proclitics or is_led(document, index)):
        hit, type_word = site
    if hit is None:
        opened = type_word
        if opened is None and cues and cues[0].entry_id in _UNITS and not facts(words[index]).ordinary:
            opened = cues[0]  # "ناحية طاوكي", "ولاية بدغيس"
        stop = unlisted(document, index, sentence.stop, blank, opened) if opened is not None else 0
        if not stop:
            return None
        joined = lead == index and words[index].startswith("و")
        hit = NameHit(index, stop, "و" if joined else "", words[index].startswith("ال"), ())
    return _named(document, sentence, hit, lead, cues, type_word)


def _site(document: Document, index: int, stop: int) -> tuple[NameHit, PlaceWord] | None:
    """Return the words at `index` that name a site by themselves: "الحي الصناعي"."""
    for proclitics, site in facts(document.words[index]).sites:
        end = index + len(site.words)
        if end <= stop and document.words[index + 1 : end] == site.words[1:] and not _cut(document, index + 1):
            return NameHit(index, end, proclitics, document.words[index].endswith(site.words[0]), ()), site
    return None


def _is_common(words: tuple[str, ...], hit: NameHit) -> bool:
    """Say whether a name of one word is an ordinary word as well; كباني is none, though باني behind ك would be."""
    word = words[hit.first]
    if hit.stop > hit.first + 1 or not facts(word).ordinary:
        return False
    if hit.proclitics and not (hit.article and len(word) > len(hit.proclitics) + _SHORT):
        return True  # "بواسطة" is not ب and الواسطة
    return is_ordinary_behind(word, hit.proclitics) or not any(entry.weight > _NAMED_BARE for entry in hit.entries)


def _is_ordinary(document: Document, hit: NameHit) -> bool:
    """Say whether a bare ordinary word can be no place here: no word leads to one, or no place that reports name."""
    if not facts(document.words[hit.first]).ordinary or not _is_common(document.words, hit):
        return False
    return not ("ب" in hit.proclitics or is_led(document, hit.first)) or not any(
        entry.weight > _NAMED_BARE for entry in hit.entries
    )


def _listed(
    document: Document, gazetteer: Gazetteer, index: int, stop: int, blank: frozenset[int], *, in_countryside: bool
) -> NameHit | None:
    """Return the longest listed name at word `index` that no punctuation cuts and no other name holds."""
    words = document.words
    longest: NameHit | None = None
    for hit in gazetteer.find(words, index, stop):
        if hit.stop == index + 1:
            if facts(words[index]).alone:
                continue
            if longest is not None and any(entry.weight > 1 for entry in hit.entries):
                return hit
        elif any(word in blank or _cut(document, word) for word in range(index + 1, hit.stop)) or (
            facts(words[index]).cues and runs_on(gazetteer, words, hit, stop)
        ):
            continue
        elif is_on(document, hit.stop - 1):
            continue  # "الجمعة على أجزاء"
        elif all(facts(word).alone or facts(word).generic for word in words[index : hit.stop]) and (
            facts(words[hit.stop - 1]).alone or not any(entry.weight > _NAMED_BARE for entry in hit.entries)
        ):
            continue  # "مركز مدينة" names none, "مشفى الأطفال" one
        last = facts(words[hit.stop - 1])
        if hit.stop > index + 1 and (
            (last.side and in_countryside)
            or (last.alone and words[index] not in place_words("starter"))
            or (last.ordinary and not any(entry.weight for entry in hit.entries))
        ):
            # "ريف الباب الشرقي" is east of الباب; "المزرعة على" is no village
            longest = longest or hit
            continue
        return longest or hit
    return longest


def _cut(document: Document, word: int) -> bool:
    gap = document.gap(word)
    return gap != " " and _BREAK.search(gap) is not None


def _cues(document: Document, index: int, floor: int) -> tuple[tuple[PlaceWord, ...], int]:
    """Return the cues that stand right before word `index`, nearest first, and where they begin."""
    found: list[PlaceWord] = []
    lead = index
    while lead > floor and len(found) < _MOST_CUES:
        gap = document.gap(lead)
        if gap != " " and _BREAK.search(gap.translate(_OPENING)):
            break
        cue = cue_ending_at(document.words, lead, floor)
        if cue is None or is_look_alike(document, lead - 1):
            break
        lead = cue[0]
        found.append(cue[1])
    return tuple(found), lead


def _continues(document: Document, index: int, before: Named) -> bool:
    """Say whether word `index` goes on with a list of names: "بلدات كفرنبل وحاس وبسقلا"."""
    if before.tail != index:
        return False
    return document.words[index].startswith("و") or document.gap(index).strip() in ("،", ",", "-", "_", "/")


def _named(
    document: Document,
    sentence: Sentence,
    hit: NameHit,
    lead: int,
    cues: tuple[PlaceWord, ...],
    type_word: PlaceWord | None,
) -> Named:
    words = document.words
    stop = hit.stop
    if type_word is not None and type_word.keep:
        while stop < sentence.stop and words[stop] in place_words("site-adjective") and not _cut(document, stop):
            stop += 1
    elif stop < sentence.stop and document.gap(stop) == " " and tells_twins(words[stop], hit, cues, type_word):
        stop += 1
    tail = stop
    if any(each.role in ("part", "near", "direction") for each in cues):
        while tail < min(sentence.stop, stop + 2) and facts(words[tail]).side and document.gap(tail) == " ":
            tail += 1
    return Named(
        first=hit.first,
        stop=stop,
        lead=lead,
        tail=tail,
        sentence=sentence.index,
        proclitics=hit.proclitics,
        article=hit.article,
        entries=hit.entries,
        type_word=type_word,
        cues=cues,
        ordinary=_is_common(words, hit),
        locative=is_locative(words, lead, hit.proclitics),
        owner=is_owned(words, lead) or heads_an_item(document, hit.first),
        tagged=is_tagged(document, hit.first) and not any(cue.keep for _, cue in facts(bare(words[hit.first])).cues),
        country=country_told(document, hit.stop) if hit.stop < sentence.stop else None,
        own=opens_with(words, hit) if stop > hit.first + 1 else None,
        relation=relation_before(document, sentence, lead),
    )
