"""Words that tell what became of people, found in a document: "مقتل", "أصيب", "اعتقلت", "جرحى"."""

from __future__ import annotations

from functools import cache
from itertools import pairwise
from typing import NamedTuple

from marsad.annotate.casualties.people import person
from marsad.annotate.casualties.words import listed, parts, with_and
from marsad.lexicon.load import entries
from marsad.lexicon.match import Hit, Matcher, longest
from marsad.model.report import Document

__all__ = ["Cue", "cues"]


class Cue(NamedTuple):
    """An outcome word in words `first` to `stop`; `voice` and `people_only` are the entry's."""

    first: int
    stop: int
    outcome: str
    voice: str
    people_only: bool
    entry_id: str
    proclitics: str
    present: bool = False
    """A verb of the present: "يقتل" tells habits, "يعتقل خمسة" and "ليقتل خمسة" an act."""


class _Payload(NamedTuple):
    outcome: str
    voice: str
    people_only: bool
    entry_id: str


@cache
def _matcher() -> Matcher[_Payload]:
    return Matcher(
        (
            form,
            entry.pos,
            _Payload(entry["outcome"], entry["voice"] or "either", bool(entry["people_only"]), entry.entry_id),
        )
        for entry in entries("outcomes")
        for form in entry.forms
    )


_HOSPITAL_REACH = 14
_HELD = ("outcomes.captives", "outcomes.captives-taken")
_COUNTED = "outcomes.victim-counted"
_KILLED = "outcomes.killed"
_PRESENT = frozenset(("outcomes.kills", "outcomes.wounds", "outcomes.arrests", "outcomes.abducts"))
_VOICE_RANK = {"victim": 0, "nominal": 1, "passive": 2, "active": 3, "either": 4}


def cues(document: Document, numbered: frozenset[int] = frozenset()) -> list[Cue]:
    """Return the outcome words of a document, the longest at each place.

    `numbered` are the words that numbers start at: "تحرير" frees people only before a number or a noun for people.
    """
    hits = _matcher().find(document.words)
    hits.sort(key=lambda hit: (hit.first, -hit.stop, len(hit.proclitics), _VOICE_RANK[hit.payload.voice]))  # type: ignore[attr-defined]
    found: list[Cue] = []
    words, other_words = document.words, listed("family-or-grip")
    for hit in longest(hits):
        payload = hit.payload
        assert isinstance(payload, _Payload)
        word = words[hit.first]
        if word in other_words or "س" in hit.proclitics:
            continue
        if payload.entry_id in _HELD and not (hit.first and words[hit.first - 1] in with_and("count")):
            continue  # "ذوو الأسرى"
        if payload.entry_id == _COUNTED and not (hit.first and words[hit.first - 1].isdigit()):
            continue  # "أول ضحية"
        if payload.entry_id == "outcomes.taken-to-hospital" and not _to_hospital(document, hit.stop, word):
            continue
        if word.endswith(parts("freeing")) and not _frees(document, hit, numbered):
            continue
        if word.endswith(parts("struck-him")) and document.quote(hit.first, hit.first + 1).lstrip("وف")[0] == "أ":
            continue  # أصابته, not إصابته
        if payload.entry_id == _KILLED and document.quote(hit.first, hit.first + 1).endswith("ة"):
            continue  # "محاسبة قتلة الناشط"
        stem = word[len(hit.proclitics) :]
        present = payload.voice in ("active", "either") and stem[:1] in "يتن" and payload.entry_id in _PRESENT
        if present and hit.proclitics.endswith(("ل", "ف")):
            present = False
        found.append(Cue(hit.first, hit.stop, *payload, hit.proclitics, present))
    return found


def _to_hospital(document: Document, first: int, verb: str) -> bool:
    """Say whether a hospital is where somebody is taken: "نُقل ثلاثة إلى المشفى", "أُدخل ثلاثة العناية المشددة".

    "نقل السفارة إلى القدس" tells of nobody hurt.
    """
    ahead = document.words[first : first + _HOSPITAL_REACH]
    if any(stem in verb for stem in listed("brought-in")):
        return not listed("hospital").isdisjoint(ahead)
    return any(word in listed("into") and following in listed("hospital") for word, following in pairwise(ahead))


def _frees(document: Document, hit: Hit, numbered: frozenset[int]) -> bool:
    """Say whether "تحرير" frees people: "تحرير ثلاثة مختطفين", not "هيئة تحرير الشام"."""
    words = document.words
    if hit.proclitics.endswith(("ال", "لل")) or hit.stop >= len(words) or document.gap(hit.stop) != " ":
        return False
    return hit.stop in numbered or person(words[hit.stop]) is not None
