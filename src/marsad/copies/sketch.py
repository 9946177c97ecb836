"""Which reports are worth comparing: locality-sensitive hashing of what they say, so that cost grows with their number.

Three nets, each with a mesh for its kind of copy. Runs of three words of the whole report find forwards and rewrites
of the lead, whenever they were published. The same runs sentence by sentence find a trimmed forward in a long
report, and content words find a report told again; both look a few days around only, since stock sentences recur for
years.
"""

from __future__ import annotations

from array import array
from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING

from marsad.copies.overlap import CONTENT, RUN
from marsad.copies.words import CopyText

if TYPE_CHECKING:
    from rensa import RMinHashLSH

__all__ = ["Nets"]

_SEED = 7
_SHORTEST_SENTENCE = 8


@dataclass(frozen=True, slots=True, kw_only=True)
class _Mesh:
    """`bands` of `rows` hash values: two sets that share a part s meet with 1 - (1 - s^rows)^bands."""

    bands: int
    rows: int
    days: int | None


_RUNS = _Mesh(bands=32, rows=2, days=None)
_SENTENCES = _Mesh(bands=6, rows=4, days=16)
_WORDS = _Mesh(bands=42, rows=3, days=4)


@dataclass(slots=True)
class _Net:
    """One hash table a stretch of days; a day looks into its own stretch and the two beside it, and the undated.

    A table keeps one set of hashes a key, and a text may have several: keys count sets, and `owners` tells whose each
    is.
    """

    mesh: _Mesh
    tables: dict[int | None, RMinHashLSH] = field(default_factory=dict)
    owners: array[int] = field(default_factory=lambda: array("L"))
    held: set[tuple[int, int | None]] = field(default_factory=set)

    def catch(self, number: int, sets: list[list[str]], day: date | None) -> set[int]:
        """Return the texts that share a band with one of the sets, and put the sets in as those of a text."""
        from rensa import RMinHash

        size = self.mesh.bands * self.mesh.rows
        hashed = RMinHash.from_token_sets(list(filter(None, sets)), size, _SEED) if any(sets) else []
        at = None if day is None or self.mesh.days is None else day.toordinal() // self.mesh.days
        found: set[int] = set()
        for one in hashed:
            for near in list(self.tables) if at is None else (at - 1, at, at + 1, None):
                if near in self.tables:
                    found.update(self.owners[key] for key in self.tables[near].query(one))
        if (number, at) not in self.held:
            self.held.add((number, at))
            for one in hashed:
                self._table(at).insert(len(self.owners), one)
                self.owners.append(number)
        return found

    def _table(self, at: int | None) -> RMinHashLSH:
        from rensa import RMinHashLSH

        if at not in self.tables:
            size = self.mesh.bands * self.mesh.rows
            self.tables[at] = RMinHashLSH(threshold=0.5, num_perm=size, num_bands=self.mesh.bands)
        return self.tables[at]


@dataclass(slots=True)
class Nets:
    """The texts seen so far, by number; a text is put in once for each stretch of days it was published in."""

    runs: _Net = field(default_factory=lambda: _Net(_RUNS))
    sentences: _Net = field(default_factory=lambda: _Net(_SENTENCES))
    words: _Net = field(default_factory=lambda: _Net(_WORDS))

    def catch(self, number: int, text: CopyText, day: date | None) -> set[int]:
        """Return the numbers of texts that may be copies of one published on a day, and put it in."""
        found = self.runs.catch(number, [_runs(text.words)], day)
        found |= self.sentences.catch(number, _sentences(text), day)
        found |= self.words.catch(number, [_content(text.words)], day)
        return found - {number}


def _runs(words: tuple[str, ...]) -> list[str]:
    if len(words) < RUN:
        return [" ".join(words)] if words else []
    return [" ".join(run) for run in zip(words, words[1:], words[2:], strict=False)]


def _sentences(text: CopyText) -> list[list[str]]:
    return [_runs(text.words[first:stop]) for first, stop in text.sentences if stop - first >= _SHORTEST_SENTENCE]


def _content(words: tuple[str, ...]) -> list[str]:
    return [word for word in words if len(word) >= CONTENT or word[0].isdigit()]
