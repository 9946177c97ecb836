"""Words around place names, read from the lexicon, and what each word of a report can be."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache, lru_cache

from marsad.arabic.affixes import splits, stems
from marsad.arabic.letters import fold
from marsad.frozen import dataclass
from marsad.lexicon.load import RESOURCES, entries
from marsad.lexicon.one_pass import ONE_PASS
from marsad.lexicon.role_words import forms_of

__all__ = [
    "PlaceWord",
    "WordFacts",
    "countries_told",
    "cue_ending_at",
    "facts",
    "is_ordinary_behind",
    "is_word_too",
    "names_behind_in",
    "place_words",
    "stands_for",
]

_LINE = re.compile("^[^#\n].*", re.MULTILINE)
_CLITICS = frozenset(("", "و", "ف", "ب", "ل", "ك", "وب", "ول", "فب", "فل", "وك"))

_CUES = frozenset(("type", "near", "direction", "part", "admin", "road", "side", "site"))
"""Roles of words that tell what a name is or where something lies from it; others are asked about one by one."""


@dataclass(frozen=True, slots=True)
class PlaceWord:
    """One form of a place-word entry; see `marsad.lexicon.schema.PlaceWordEntry` for the fields."""

    entry_id: str
    words: tuple[str, ...]
    role: str
    features: tuple[str, ...]
    precision: int
    keep: bool
    spot: bool
    known: bool
    many: bool

    @property
    def single(self) -> str:
        """The word for one of them: "حقل" of "حقلي", "قاعده" of "قاعدتي"."""
        word = self.words[-1]
        if not (self.many and self.keep):
            return word
        return word.removesuffix("تي") + "ة" if word.endswith("تي") else word.removesuffix("ي")


@dataclass(frozen=True, slots=True)
class WordFacts:
    """What a folded word can be around names.

    `cues` are the place words that end in it, with its proclitics; `alone` says that it is a place word by
    itself, `opens` holds what must follow it to make one ("الريف" wants "الشرقي"), `sites` its proclitics and what
    must follow it to name a site ("بالحي" wants "الصناعي"); `side` an adjective ("الشمالي");
    `ordinary` a word that mostly names no place, `bare_ordinary` one that no proclitic could open; `person` a
    word that opens the name of a person; `generic` one that names nothing after a type word; `country` the
    country of a demonym ("السوريه" is SY).
    """

    cues: tuple[tuple[str, PlaceWord], ...]
    alone: bool
    opens: tuple[tuple[str, ...], ...]
    sites: tuple[tuple[str, PlaceWord], ...]
    side: bool
    ordinary: bool
    bare_ordinary: bool
    person: bool
    generic: bool
    country: str | None


@cache
def _words() -> tuple[PlaceWord, ...]:
    found: list[PlaceWord] = []
    for entry in entries("places"):
        fields = dict(entry.fields)
        if fields["role"] not in _CUES:
            continue
        for form in entry.forms:
            words = tuple(fold(form).split())
            word = PlaceWord(
                entry_id=entry.entry_id,
                words=words,
                role=fields["role"],
                features=fields.get("features", ()),
                precision=fields.get("precision", 1),
                keep=fields.get("keep", False),
                spot=fields.get("spot", False),
                known=fields.get("known", False),
                many=fields.get("many", False),
            )
            found.append(word)
    return tuple(found)


@cache
def place_words(*roles: str) -> frozenset[str]:
    """Return the folded words of roles that are asked about one by one: `place_words("size")` holds "الكبري"."""
    return forms_of("places", *roles)


@cache
def _by_last_word() -> dict[str, tuple[PlaceWord, ...]]:
    table: dict[str, list[PlaceWord]] = {}
    for word in _words():
        if word.role != "site":
            table.setdefault(word.words[-1], []).append(word)
    return {last: tuple(sorted(found, key=lambda word: -len(word.words))) for last, found in table.items()}


@cache
def _by_first_word() -> dict[str, tuple[tuple[str, ...], ...]]:
    table: dict[str, list[tuple[str, ...]]] = {}
    for found in _by_last_word().values():
        for cue in found:
            if len(cue.words) > 1:
                table.setdefault(cue.words[0], []).append(cue.words[1:])
    return {first: tuple(sorted(rests, key=len, reverse=True)) for first, rests in table.items()}


@cache
def _sites() -> dict[str, tuple[PlaceWord, ...]]:
    table: dict[str, list[PlaceWord]] = {}
    for word in _words():
        if word.role == "site":
            table.setdefault(word.words[0], []).append(word)
    return {first: tuple(found) for first, found in table.items()}


@cache
def _word_list(name: str) -> frozenset[str]:
    text = (RESOURCES / "places" / name).read_text(encoding="utf-8")
    return frozenset(_LINE.findall(text))


@cache
def _ordinary() -> frozenset[str]:
    return _word_list("ordinary_words.txt") | _word_list("hamlet_words.txt")


@cache
def _demonyms() -> dict[str, str]:
    return {
        fold(form): country
        for entry in entries("actor-words")
        if entry["role"] == "demonym" and (country := entry["country"])
        for form in entry.forms
    }


@cache
def _telling() -> frozenset[str]:
    """Return every word that is more than ordinary or not: of all others there is nothing else to say."""
    return frozenset().union(_by_last_word(), _by_first_word(), _sites(), _word_list("generic_words.txt"), _demonyms())


@cache
def _plain(ordinary: bool, bare_ordinary: bool) -> WordFacts:
    return WordFacts(
        cues=(), alone=False, opens=(), sites=(), side=False, ordinary=ordinary, bare_ordinary=bare_ordinary,
        person=False, generic=False, country=None,
    )  # fmt: skip


@cache
def _never() -> frozenset[tuple[str, str]]:
    """Return parts that no word has: "لبين" is a village, for no ل stands before "بين"."""
    return frozenset(("ل", word) for word in place_words("never-behind-lam"))


@lru_cache(maxsize=200_000)
def facts(word: str) -> WordFacts:
    """Return what a folded word can be."""
    ordinary = _ordinary()
    person = word in _word_list("person_words.txt")
    parts = [part for part in splits(word) if part not in _never()]
    if not person and _telling().isdisjoint(stems(word)):
        known = not ordinary.isdisjoint(stems(word)) and any(
            stem in ordinary for lead, stem in splits(word) if lead in _CLITICS
        )
        return _plain(known, known and word[0] not in "بولفكع")
    table, demonyms = _by_last_word(), _demonyms()
    cues: list[tuple[str, PlaceWord]] = []
    country: str | None = None
    is_ordinary = False
    generic = _word_list("generic_words.txt")
    opens: list[tuple[str, ...]] = []
    sites: list[tuple[str, PlaceWord]] = []
    firsts = _by_first_word()
    for proclitics, stem in parts:
        if proclitics in _CLITICS:
            cues += [(proclitics, cue) for cue in table.get(stem, ())]
            opens += firsts.get(stem, ())
            sites += [(proclitics, site) for site in _sites().get(stem, ())]
            is_ordinary = is_ordinary or stem in ordinary
        if proclitics.removesuffix("ال") in _CLITICS or proclitics == "لل":  # "سقطرى" is no "will" and قطري
            country = country or demonyms.get(stem)
    return WordFacts(
        cues=tuple((lead, cue) for lead, cue in cues if cue.role != "side"),
        alone=any(len(cue.words) == 1 and cue.role != "side" for _, cue in cues),
        opens=tuple(opens),
        sites=tuple(sites),
        side=any(lead == "" and cue.role == "side" for lead, cue in cues),
        ordinary=is_ordinary,
        bare_ordinary=is_ordinary and word[0] not in "بولفكع",
        person=person,
        generic=any(lead in _CLITICS and stem in generic for lead, stem in parts),
        country=country,
    )


@lru_cache(maxsize=50_000)
def is_ordinary_behind(word: str, proclitics: str) -> bool:
    """Say whether what stands behind given proclitics is an ordinary word: "بعين" is behind ب, "كباني" not as it is."""
    ordinary = _ordinary()
    return any(lead == proclitics and stem in ordinary for lead, stem in splits(word))


@lru_cache(maxsize=50_000)
def names_behind_in(word: str, proclitics: str) -> bool:
    """Say whether a word behind في, or behind ب, is hardly anything but a name there: "في سلمية", not "في الخيام"."""
    names = _word_list("names_behind_in.txt")
    return any(lead == proclitics and stem in names for lead, stem in splits(word))


@lru_cache(maxsize=50_000)
def stands_for(word: str) -> bool:
    """Say whether a word stands for the land of a report: "القطاع" for Gaza, "المملكة" for Saudi Arabia."""
    return not place_words("stands-for").isdisjoint(stems(word))


@lru_cache(maxsize=50_000)
def is_word_too(words: tuple[str, ...], proclitics: str) -> bool:
    """Say whether a town's name is as often a word or a person's name: "للضمير", "القصور", "جاسم"."""
    names = _word_list("words_too.txt")
    if len(words) > 1:
        return " ".join(words) in names
    return any(lead == proclitics and stem in names for lead, stem in splits(words[0]))


def countries_told(words: Sequence[str], left_out: range) -> Iterator[str]:
    """Yield the country of each demonym among the words, by position, some left out: "السوريه" is SY."""
    for index in ONE_PASS.of(words, _demonym_reader()):
        country = facts(words[index]).country
        if country is not None and index not in left_out:
            yield country


@cache
def _demonym_reader() -> int:
    return ONE_PASS.add(lambda word: facts(word).country, _demonyms())


def cue_ending_at(words: tuple[str, ...], stop: int, least: int) -> tuple[int, PlaceWord] | None:
    """Return (first word, cue) of the longest place word that ends just before word `stop`, not before `least`."""
    best: tuple[int, PlaceWord] | None = None
    for proclitics, cue in facts(words[stop - 1]).cues:
        first = stop - len(cue.words)
        if first < least:
            continue
        if len(cue.words) > 1 and not (
            proclitics == ""
            and words[first].endswith(cue.words[0])
            and words[first + 1 : stop] == cue.words[1:]
            and any(stem == cue.words[0] and lead in _CLITICS for lead, stem in splits(words[first]))
        ):
            continue
        if best is None or first < best[0]:
            best = first, cue
    return best
