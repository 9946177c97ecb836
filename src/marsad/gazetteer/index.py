"""The gazetteer as the stages use it: names found in folded words, rows made into places when asked for."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import field
from typing import NamedTuple

from marsad.arabic.affixes import splits
from marsad.frozen import dataclass
from marsad.gazetteer.names import name_keys, word_key
from marsad.model.where import Place

__all__ = ["Entry", "Gazetteer", "NameHit"]

_CLITICS = frozenset(("", "و", "ف", "ب", "ل", "ك", "وب", "ول", "وك", "فب", "فل"))
_MEMO_LIMIT = 200_000


_Bucket = dict[str, tuple[tuple[tuple[str, ...], str], ...]]
_OPENS_NOTHING: tuple[bool, frozenset[str]] = (False, frozenset())


class Entry(NamedTuple):
    """A row under one of its names: `weight` 3 is marsad's own table, 2 a city or town, 1 peopled, 0 the rest."""

    row: int
    article: bool
    weight: int
    country: str
    feature: str
    admin1: str
    population: int


class NameHit(NamedTuple):
    """Words `first` to `stop` (excluded) are a listed name behind `proclitics`; `article` says how it is written."""

    first: int
    stop: int
    proclitics: str
    article: bool
    entries: tuple[Entry, ...]


@dataclass(frozen=True, slots=True, eq=False)
class Gazetteer:
    """Places by name and by id. Built from compiled lines; a row is parsed when it is first asked for.

    `name` is "embedded" or the folder read; `version` is a hash of the rows, behind that of the shipped ones where
    places of one's own lie over them; `ids` gives the number of the row with an id.
    """

    name: str
    version: str
    rows: Sequence[str]
    buckets: Mapping[str, str]
    ids: Mapping[str, float]
    _parsed: dict[str, _Bucket] = field(default_factory=dict)
    _listed: dict[str, tuple[Entry, ...]] = field(default_factory=dict)
    _words: dict[str, tuple[tuple[str, bool, str], ...]] = field(default_factory=dict)
    _openings: dict[str, tuple[bool, frozenset[str]]] = field(default_factory=dict)
    _alone: dict[str, tuple[tuple[str, bool, tuple[Entry, ...]], ...]] = field(default_factory=dict)
    _places: dict[int, Place] = field(default_factory=dict)
    _units: dict[tuple[str | None, str | None], Place] = field(default_factory=dict)

    def __len__(self) -> int:
        return len(self.rows)

    def __iter__(self) -> Iterator[Place]:
        return map(self.place, range(len(self.rows)))

    @property
    def shipped_version(self) -> str:
        """The version without places of one's own."""
        return self.version.partition("+")[0]

    def place(self, row: int) -> Place:
        """Return the place of a row number."""
        found = self._places.get(row)
        if found is None:
            found = self._places[row] = _place(self.rows[row])
        return found

    def by_id(self, place_id: str) -> Place | None:
        """Return the place with an id ("SY09", "C5203", "gn:170063"), or None."""
        number = self.ids.get(place_id)
        return None if number is None else self.place(int(number))

    def unit_called(self, country: str | None, name_en: str | None) -> Place | None:
        """Return the first-level unit that a record outside Syria names in English ("Taizz" in YE), or None."""
        if not self._units:
            units = (self.place(row) for row, line in enumerate(self.rows) if "\tadmin1\t" in line)
            self._units.update(((unit.country, unit.name_en), unit) for unit in units if unit.name_en)
        return self._units.get((country, name_en))

    def admin1_name(self, code: str | None) -> str | None:
        """Return the English name of a first-level unit ("SY09" is Deir-ez-Zor), or None."""
        unit = self.by_id(code) if code else None
        return unit.name_en if unit is not None else None

    def parents(self, place: Place) -> tuple[Place, ...]:
        """Return the units a place lies in, the smallest first, the country last."""
        codes = (place.admin3, place.admin2, place.admin1, place.country)
        found = (self.by_id(code) for code in codes if code and code != place.place_id)
        return tuple(unit for unit in found if unit is not None)

    def named(self, name: str) -> tuple[Place, ...]:
        """Return the places with a name, as written in a report or in a list, the largest first."""
        entries: dict[int, Entry] = {}
        for _, keys in name_keys(name):
            for rest, tokens in self._bucket(keys[0]).get("".join(keys[1:2]), ()):
                if rest == keys[1:]:
                    entries.update((entry.row, entry) for entry in self._entries(tokens))
        places = [(entry.weight, self.place(entry.row)) for entry in entries.values()]
        places.sort(key=lambda pair: (-pair[0], -(pair[1].population or 0), pair[1].place_id))
        return tuple(place for _, place in places)

    def starts(self, word: str) -> tuple[tuple[str, bool, str], ...]:
        """Return (proclitics, has article, key) for each way a folded word may open a listed name."""
        found = self._words.get(word)
        if found is None:
            made: dict[str, tuple[str, bool, str]] = {}
            for proclitics, stem in splits(word):
                if proclitics in _CLITICS:
                    key = word_key(stem)
                    if key not in made and self.buckets.get(key) is not None:
                        made[key] = (proclitics, key != stem and stem.startswith("ال"), key)
            if not made and word.startswith("عال") and len(word) > 5:
                # dialect: "عالشحيل" is على الشحيل
                key = word_key(word[1:])
                if self.buckets.get(key) is not None:
                    made[key] = ("ع", True, key)
            if len(self._words) > _MEMO_LIMIT:
                self._words.clear()
                self._openings.clear()
                self._alone.clear()
            found = self._words[word] = tuple(made.values())
        return found

    def openings(self, word: str) -> tuple[bool, frozenset[str]]:
        """Say whether a folded word may be a listed name, and which words may follow it in a longer one."""
        found = self._openings.get(word)
        if found is None:
            seconds = {second for _, _, key in self.starts(word) for second in self._bucket(key)}
            # most words open no name: one value for all of them saves memory
            found = ("" in seconds, frozenset(seconds - {""})) if seconds else _OPENS_NOTHING
            self._openings[word] = found
        return found

    def find(self, words: Sequence[str], first: int, stop: int) -> list[NameHit]:
        """Return the names that open at word `first`, the longest first, fewest proclitics first."""
        word, hits = words[first], []
        alone, seconds = self.openings(word)
        if seconds and first + 1 < stop and (second := word_key(words[first + 1])) in seconds:
            for proclitics, article, key in self.starts(word):
                for rest, tokens in self._bucket(key).get(second, ()):
                    end = first + 1 + len(rest)
                    if end <= stop and all(rest[at] == word_key(words[first + 1 + at]) for at in range(1, len(rest))):
                        hits.append(NameHit(first, end, proclitics, article, self._entries(tokens)))
            hits.sort(key=lambda hit: (-hit.stop, len(hit.proclitics)))
        if alone:
            hits += [NameHit(first, first + 1, *named) for named in self.alone(word)]
        return hits

    def alone(self, word: str) -> tuple[tuple[str, bool, tuple[Entry, ...]], ...]:
        """Return (proclitics, has article, entries) of the names of one word, fewest proclitics first."""
        found = self._alone.get(word)
        if found is None:
            named = [
                (proclitics, article, self._entries(tokens))
                for proclitics, article, key in self.starts(word)
                for _, tokens in self._bucket(key).get("", ())
            ]
            found = self._alone[word] = tuple(sorted(named, key=lambda one: len(one[0])))
        return found

    def _bucket(self, key: str) -> _Bucket:
        """Return the names that open with a word key, by their second word ("" for names of one word)."""
        found = self._parsed.get(key)
        if found is None:
            parts: dict[str, list[tuple[tuple[str, ...], str]]] = {}
            for part in self.buckets.get(key, ":").split("|"):
                rest, _, tokens = part.partition(":")
                words = tuple(rest.split())
                if tokens:
                    parts.setdefault(words[0] if words else "", []).append((words, tokens))
            found = self._parsed[key] = {second: tuple(names) for second, names in parts.items()}
        return found

    def _entries(self, tokens: str) -> tuple[Entry, ...]:
        found = self._listed.get(tokens)
        if found is None:
            found = self._listed[tokens] = tuple(map(self._entry, tokens.split(",")))
        return found

    def _entry(self, token: str) -> Entry:
        row = int(token[1:])
        fields = self.rows[row].split("\t")
        return Entry(row, token[0] == "+", int(fields[12]), fields[2], fields[3], fields[5], int(fields[11] or 0))


def _place(line: str) -> Place:
    fields = line.split("\t")
    return Place(
        place_id=fields[0],
        name_ar=fields[1],
        country=fields[2],
        feature=fields[3],
        name_en=fields[4] or None,
        admin1=fields[5] or None,
        admin2=fields[6] or None,
        admin3=fields[7] or None,
        admin1_name=fields[8] or None,
        latitude=float(fields[9]) if fields[9] else None,
        longitude=float(fields[10]) if fields[10] else None,
        population=int(fields[11]) if fields[11] not in ("", "0") else None,
    )
