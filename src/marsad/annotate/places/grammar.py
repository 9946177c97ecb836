"""Which words name a place, and how the words before and after them locate the event.

>>> read_names(document, gazetteer)  # "شمال بلدة الشحيل بريف دير الزور"  # doctest: +SKIP
[Named(الشحيل, direction, type word بلده), Named(دير الزور, part)]
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from marsad.annotate.places.blank import blanked
from marsad.annotate.places.words import PlaceWord, cue_ending_at, is_cue, is_side, ordinary_words
from marsad.arabic.affixes import splits
from marsad.gazetteer import Gazetteer
from marsad.gazetteer.index import Entry, NameHit
from marsad.model.report import Document, Sentence

__all__ = ["Named", "read_names"]

_BREAK = re.compile(r"[.،,;:؛!؟?()\[\]«»\"“”\n]")
_STARTERS = frozenset(
    "ام ابو ابي تل كفر دير بيت خربه عين راس جب خان حوش بير وادي بني بنت شيخ الشيخ الحاج حج عرب مزرعه رسم جديده معره "
    "نبع قلعه برج باب ذي ذو سيدي عبد ال مزارع تله جبل نهر شارع حمام خربه سوق كرم كوم نزله منشيه كرمه قصر قاع".split()
)
_TAILS = frozenset(
    "الكبري الصغري الكبير الصغير الكبيره الصغيره الشرقيه الغربيه الشماليه الجنوبيه الشرقي الغربي الشمالي الجنوبي الفوقا "
    "التحتا الفوقاني التحتاني الفوقانيه التحتانيه القديمه الجديده القديم الجديد العليا السفلي الاولي الثانيه الوسطي".split()
)


@dataclass(frozen=True, slots=True)
class Named:
    """A name as found: words `first` to `stop` name it, `lead` to `tail` is the whole phrase with its cues."""

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
    road: bool = False


def read_names(document: Document, gazetteer: Gazetteer) -> list[Named]:
    """Return every name that the gazetteer lists or a type word announces, in the order of the text."""
    found: list[Named] = []
    blank = blanked(document.words)
    for sentence in document.sentences:
        if sentence.furniture is None:
            _read_sentence(document, sentence, gazetteer, blank, found)
    return found


def _read_sentence(
    document: Document, sentence: Sentence, gazetteer: Gazetteer, blank: frozenset[int], found: list[Named]
) -> None:
    words, ordinary = document.words, ordinary_words()
    index, open_list = sentence.first, None
    while index < sentence.stop:
        if index in blank or words[index].isdigit():
            index += 1
            continue
        floor = found[-1].tail if found and found[-1].tail > sentence.first else sentence.first
        hit = _hit(document, gazetteer, index, sentence.stop, blank)
        cue = None if index == sentence.first else _cue(document, index, floor)
        type_word = cue[1] if cue is not None and cue[1].role == "type" else None
        if type_word is None and open_list is not None and _continues_list(document, index, found):
            type_word = open_list
        if hit is None or (type_word is not None and _cut_short(hit, words, sentence.stop)):
            if type_word is not None and not type_word.known:
                stop = _unlisted(document, index, sentence.stop, blank)
                if stop:
                    hit = NameHit(index, stop, _list_clitic(words[index], type_word, cue), False, ())
            if hit is None:
                index += 1
                continue
        named = _named(document, hit, cue, type_word, floor, sentence, ordinary)
        found.append(named)
        if type_word is not None and type_word.many:
            open_list = type_word
        elif type_word is not None or not _continues_list(document, index, found[:-1]):
            open_list = None
        index = named.tail


def _hit(document: Document, gazetteer: Gazetteer, index: int, stop: int, blank: frozenset[int]) -> NameHit | None:
    for hit in gazetteer.find(document.words, index, stop):
        if hit.stop == hit.first + 1 and is_cue(document.words[index]):
            continue
        if any(word in blank for word in range(hit.first, hit.stop)):
            continue
        if any(_BREAK.search(document.gap(word)) for word in range(hit.first + 1, hit.stop)):
            continue
        return hit
    return None


def _cue(document: Document, stop: int, floor: int) -> tuple[int, PlaceWord] | None:
    if _BREAK.search(document.gap(stop).replace('"', "").replace("«", "").replace("“", "").replace("(", "")):
        return None
    return cue_ending_at(document.words, stop, floor)


def _cut_short(hit: NameHit, words: tuple[str, ...], stop: int) -> bool:
    """Say whether a listed name is only the start of a longer one: "عين" in "قرية عين الخضرة"."""
    return hit.stop == hit.first + 1 and words[hit.first] in _STARTERS and hit.stop < stop


def _continues_list(document: Document, index: int, found: list[Named]) -> bool:
    """Say whether word `index` goes on with a list of names: "بلدات كفرنبل وحاس وبسقلا"."""
    if not found or found[-1].tail != index:
        return False
    return document.words[index].startswith("و") or document.gap(index).strip() in ("،", ",", "-", "_")


def _list_clitic(word: str, type_word: PlaceWord, cue: tuple[int, PlaceWord] | None) -> str:
    return "و" if cue is None and word.startswith("و") else ""


def _unlisted(document: Document, index: int, stop: int, blank: frozenset[int]) -> int:
    """Return where a name in no gazetteer ends, 0 when the word after the type word cannot be a name."""
    words = document.words
    word = words[index]
    if len(word) < 3 or not _may_name(word):
        return 0
    end = index + 1
    first = word[1:] if word.startswith("و") else word
    starter = word in _STARTERS or first in _STARTERS
    while end < min(stop, index + 3) and end not in blank and not _BREAK.search(document.gap(end)):
        if starter or words[end] in _TAILS:
            starter = words[end] in _STARTERS
            end += 1
        else:
            break
    return end


@cache
def _may_name(word: str) -> bool:
    """An indefinite ordinary word after a type word describes it ("قرية صغيرة"); so does a side."""
    if is_side(word) or word.isascii():
        return False
    return word not in ordinary_words() or word in _STARTERS


def _named(
    document: Document,
    hit: NameHit,
    cue: tuple[int, PlaceWord] | None,
    type_word: PlaceWord | None,
    floor: int,
    sentence: Sentence,
    ordinary: frozenset[str],
) -> Named:
    words, lead, cues = document.words, hit.first, []
    while cue is not None and not (cues and _BREAK.search(document.gap(lead))):
        lead = cue[0]
        cues.append(cue[1])
        if len(cues) == 3:
            break
        cue = _cue(document, lead, floor) if lead > sentence.first else None
    tail = hit.stop
    if any(each.role == "part" for each in cues):
        while tail < sentence.stop and tail < hit.stop + 2 and is_side(words[tail]) and document.gap(tail) == " ":
            tail += 1
    word = words[hit.first]
    is_ordinary = hit.stop == hit.first + 1 and (word in ordinary or _stem(word, hit.proclitics) in ordinary)
    return Named(
        first=hit.first,
        stop=hit.stop,
        lead=lead,
        tail=tail,
        sentence=sentence.index,
        proclitics=hit.proclitics,
        article=hit.article,
        entries=hit.entries,
        type_word=type_word,
        cues=tuple(cues),
        ordinary=is_ordinary,
    )


@cache
def _stem(word: str, proclitics: str) -> str:
    return next((stem for lead, stem in splits(word) if lead == proclitics), word)
