"""Words around place names, read from the lexicon: what may stand before or after a name."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from marsad.arabic.affixes import splits
from marsad.arabic.letters import fold
from marsad.lexicon.load import entries

__all__ = ["PlaceWord", "cue_ending_at", "is_cue", "is_side", "ordinary_words"]

_CLITICS = frozenset(("", "و", "ف", "ب", "ل", "ك", "وب", "ول", "فب", "فل", "وك"))


@dataclass(frozen=True, slots=True)
class PlaceWord:
    """One form of a place-word entry; see `marsad.lexicon.schema.PlaceWordEntry` for the fields."""

    entry_id: str
    words: tuple[str, ...]
    role: str
    features: tuple[str, ...]
    precision: int
    keep: bool
    known: bool
    many: bool


@cache
def _by_last_word() -> dict[str, tuple[PlaceWord, ...]]:
    table: dict[str, list[PlaceWord]] = {}
    for entry in entries("places"):
        fields = dict(entry.fields)
        for form in entry.forms:
            words = tuple(fold(form).split())
            word = PlaceWord(
                entry_id=entry.entry_id,
                words=words,
                role=fields["role"],
                features=fields.get("features", ()),
                precision=fields.get("precision", 1),
                keep=fields.get("keep", False),
                known=fields.get("known", False),
                many=fields.get("many", False),
            )
            table.setdefault(words[-1], []).append(word)
    return {last: tuple(sorted(found, key=lambda word: -len(word.words))) for last, found in table.items()}


@cache
def _ending_in(word: str) -> tuple[tuple[str, PlaceWord], ...]:
    table = _by_last_word()
    return tuple(
        (proclitics, cue) for proclitics, stem in splits(word) if proclitics in _CLITICS for cue in table.get(stem, ())
    )


def cue_ending_at(words: Sequence[str], stop: int, least: int) -> tuple[int, PlaceWord] | None:
    """Return (first word, cue) of the longest place word that ends just before word `stop`, not before `least`."""
    if stop <= least:
        return None
    best: tuple[int, PlaceWord] | None = None
    for proclitics, cue in _ending_in(words[stop - 1]):
        first = stop - len(cue.words)
        if first < least or cue.role == "side":
            continue
        if len(cue.words) == 1:
            fits = True
        else:
            opening = words[first]
            fits = proclitics == "" and tuple(words[first + 1 : stop]) == cue.words[1:]
            fits = fits and any(stem == cue.words[0] and lead in _CLITICS for lead, stem in splits(opening))
        if fits and (best is None or first < best[0]):
            best = first, cue
    return best


@cache
def is_cue(word: str) -> bool:
    """Say whether a folded word is itself a place word ("قريه", "وشمال") and so, alone, no name."""
    return any(len(cue.words) == 1 and cue.role != "side" for _, cue in _ending_in(word))


def is_side(word: str) -> bool:
    """Say whether a folded word is an adjective of side: "الشمالي", "الغربيه"."""
    return any(proclitics == "" and cue.role == "side" for proclitics, cue in _ending_in(word))


@cache
def ordinary_words() -> frozenset[str]:
    """Return folded words that are mostly not places: alone they need a type word or their region beside them."""
    from marsad.lexicon.load import RESOURCES

    text = (RESOURCES / "places" / "ordinary_words.txt").read_text(encoding="utf-8")
    return frozenset(line for line in text.split("\n") if line and not line.startswith("#"))
