"""Where a speaker can stand, and how long the words that name him go on."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache, lru_cache
from typing import NamedTuple

from marsad.arabic.letters import fold
from marsad.lexicon.load import entries
from marsad.lexicon.match import Hit, Matcher, longest
from marsad.lexicon.role_words import forms_of
from marsad.model.report import Document

__all__ = [
    "Word",
    "is_dative",
    "issuer",
    "listed",
    "named_after",
    "read",
    "region_stop",
    "relays",
    "source_told",
    "speaks_up",
    "takes_up",
    "that",
    "word",
]


class Word(NamedTuple):
    """What an entry of the speakers lexicon says of its words.

    Besides the codebook's kinds, `kind` is "owner" for a head that speaks for what follows it ("المتحدث باسم
    الجيش"), "again" for one that points back ("المصدر ذاته"), "wire" for an agency that mostly relays.
    """

    entry_id: str
    role: str
    kind: str | None


_PRONOUNS = ("", "ه", "ها", "هم", "هما", "هن", "نا", "ني")
_LONGEST = 14
_PAUSE = re.compile(r"[:;؛()!؟?\n]|\.\s|\.$")
_MEDIA, _FRONTS, _BODIES = "media.generic", "party.fronts", "official.bodies"
"""In the name of an outlet "الإعلام" is an office, "جبهة" alone says where it stands, bodies of states speak."""
_QUOTE = re.compile('[«»"“”]')


@cache
def _matcher(*roles: str) -> Matcher[Word]:
    return Matcher(
        (form, entry.pos, Word(entry.entry_id, entry["role"], entry["kind"]))
        for entry in entries("speakers")
        if entry["role"] in roles
        for form in entry.forms
    )


@cache
def listed(*roles: str) -> frozenset[str]:
    """Return the folded forms of roles that stand around speakers: `listed("filler")` holds "بعض"."""
    return forms_of("speakers", *roles)


def word(hit: Hit) -> Word:
    """Return what the lexicon says of a hit."""
    assert isinstance(hit.payload, Word)
    return hit.payload


def read(words: Sequence[str]) -> tuple[list[Hit], list[Hit]]:
    """Return the saying and "وفق" words, and every name or noun that can speak, each by position.

    Whether a speaker speaks is for the cues to say.
    """
    hits = _matcher("saying", "according", "speaker").find(words)
    named = [hit for hit in hits if word(hit).role == "speaker"]
    # A verb takes no article: "التابع" is no "تابع".
    said = [hit for hit in hits if word(hit).role != "speaker" and "ال" not in hit.proclitics]
    return longest(said), longest(named)


@lru_cache(maxsize=10_000)
def issuer(outlet: str) -> str | None:
    """Return as what an outlet speaks that is a side's or a state's own; None when it is press like any other.

    >>> issuer("المكتب الإعلامي للواء الوادي"), issuer("وزارة الداخلية - المكتب الصحفي"), issuer("أخبار الوادي")
    ('party', 'official', None)
    """
    words = tuple(re.findall(r"[ء-ي0-9]+", fold(outlet)))
    _, hits = read(words)
    offices = [hit for hit in hits if word(hit).kind == "owner" or word(hit).entry_id == _MEDIA]
    bodies = [hit for hit in hits if hit not in offices]
    begins = words[:1] and words[0] in listed("office")
    if not bodies or not (begins or hits[0].first == 0):
        return None
    known = word(bodies[0])
    if known.kind == "party":
        named_so = known.entry_id == _FRONTS and not offices and not begins
        return None if named_so or not listed("outlet-word").isdisjoint(words) else "party"
    return "official" if known.entry_id == _BODIES else None


@lru_cache(maxsize=10_000)
def source_told(noun: str, adjective: str) -> Word | None:
    """Return what the lexicon knows of "مصدر" or "مصادر" with an adjective, as two words of one entry, or None."""
    if noun not in listed("source-noun"):
        return None
    hits = _matcher("speaker").find((noun, adjective))
    return next((word(hit) for hit in hits if hit.first == 0 and hit.stop == 2), None)


def takes_up(words: Sequence[str], first: int, stop: int) -> bool:
    """Say whether words `first` to `stop` take up an act already told: "إن الهجوم"."""
    return bool(_matcher("act").find(words, first, stop))


def relays(verb: str) -> frozenset[str]:
    """Return what stands before those whose words a verb passes on: "نقلت ... عن", "علمت ... من"."""
    verb = verb.removeprefix("و")
    if verb in listed("relays-of"):
        return listed("relayed-from")
    return listed("learned-from") if verb in listed("learns-from") else frozenset()


def joined_cues(document: Document, inside: list[Hit], named: list[Hit]) -> list[Hit]:
    """Make one cue of "وفق ما أعلن" and of "بحسب حصيلة أوردها": the verb says nothing of its own."""
    joined: list[Hit] = []
    for hit in inside:
        last = joined[-1] if joined else None
        if last and word(last).role == "according" and hit.first - last.stop <= 3 and word(hit).role == "saying":
            apart = any("،" in document.gap(index) for index in range(last.stop, hit.first + 1))
            if not apart and not any(last.stop <= name.first < hit.first for name in named):
                joined[-1] = Hit(last.first, hit.stop, last.payload, last.proclitics)
                continue
        joined.append(hit)
    return joined


def is_dative(hit: Hit) -> bool:
    """Say whether a name is one told something: "قال لرويترز"."""
    return hit.proclitics.lstrip("وف").startswith("ل")


def named_after(quote: str, proclitics: str) -> str:
    """Return a name without the proclitics before it: "للمرصد السوري" is of "المرصد السوري".

    >>> named_after("للأناضول", "ل"), named_after("والمرصد", "وال"), named_after("لرويترز", "ل")
    ('الأناضول', 'المرصد', 'رويترز')
    >>> named_after("اللجنة", "ال")
    'اللجنة'
    """
    name = quote[len(proclitics.removesuffix("ال")) :]
    if proclitics.endswith("ال"):
        return name
    return f"ا{name}" if proclitics.endswith("ل") and quote.startswith("لل", len(proclitics) - 1) else name


@cache
def that() -> frozenset[str]:
    """Return what opens the words said, with and without a pronoun: "ان", "بانه"."""
    return frozenset(word + ending for word in listed("that") for ending in _PRONOUNS)


@cache
def _stops() -> frozenset[str]:
    return that() | listed("ends-speaker")


def _is_ali(document: Document, index: int) -> bool:
    """Say whether a word is the name علي, which "على" is folded to."""
    return document.words[index] in listed("to-that") and document.quote(index, index + 1).endswith("ي")


def region_stop(document: Document, first: int, stop: int, named: frozenset[int], edges: frozenset[int]) -> int:
    """Return where the words that may name a speaker from `first` on end: "قال [مصدر في الشرطة] إن".

    Nothing ends them inside a name (`named`: its words but the first), nor a quotation mark at its `edges`.
    """
    words, stops = document.words, _stops()
    for index in range(first, min(stop, first + _LONGEST)):
        if index in named:
            continue
        gap = document.gap(index)
        ends = words[index] in stops and not _is_ali(document, index)
        if ends or (index > first and _PAUSE.search(gap)):
            return index
        if index not in edges and _QUOTE.search(gap):
            return index
    return min(stop, first + _LONGEST)


def speaks_up(verb: str) -> bool:
    """Say whether a verb begins a speech: "قال"; "أضاف" goes on with one."""
    return verb.removeprefix("و") in listed("speaks-up")
