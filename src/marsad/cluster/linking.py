"""Incidents of what was coded in shards: codings are read and compared by workers, and clustered here."""

from __future__ import annotations

import json
from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from marsad import gazetteer
from marsad.cluster.arrow import rows_of
from marsad.cluster.run import Runner
from marsad.errors import MarsadError
from marsad.gazetteer import Gazetteer
from marsad.link.coding import Coding
from marsad.link.index import Incident, Index
from marsad.link.pack import pack, unpack
from marsad.link.read import codings_of
from marsad.link.windows import OVERLAP, first_day, score_window, windows

__all__ = ["link_records"]

_MOST = 20_000
"""Codings a window: some seconds of one core in a war."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _File:
    path: str
    places: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class _Window:
    """Codings that begin between days `first` and `last` or soon after, and their positions among all."""

    last: int
    positions: Sequence[int]
    packed: Sequence[bytes]


def link_records(
    files: Sequence[Path], runner: Runner, *, places: Path | None, most: int = _MOST
) -> tuple[list[Incident], Index]:
    """Return the incidents in the order of publication, and the index that knows their scores.

    They are those of one process over the same records. Raises MarsadError when a worker could not do its part.
    """
    where = str(places.resolve()) if places else None
    packed: list[bytes] = []
    pieces = [_File(path=str(path.resolve()), places=where) for path in files]
    for piece, found in runner.each(_read, pieces):
        packed += _sound(found, piece.path)
    codings = [unpack(one) for one in packed]
    index = Index()
    index.add_scored(codings, _pairs(codings, packed, runner, most))
    incidents = sorted(index.incidents(), key=lambda incident: incident.codings[0].order)
    return incidents, index


def _sound(found: object, name: str) -> list[bytes]:
    if isinstance(found, Exception):
        raise MarsadError(f"{name} could not be linked ({found}). Run the command again.") from found
    assert isinstance(found, list)
    return found


def _read(file: _File) -> list[bytes]:
    known = _places(file.places)
    rows = (json.loads(row["record"]) for row in rows_of(Path(file.path), ["record"]))
    return [
        pack(coding) for record in rows for coding in codings_of(record, known) if not isinstance(coding, MarsadError)
    ]


@cache
def _places(places: str | None) -> Gazetteer:
    return gazetteer.load(Path(places) if places else None)


def _pairs(
    codings: Sequence[Coding], packed: Sequence[bytes], runner: Runner, most: int
) -> Iterator[tuple[int, int, int]]:
    for window, found in runner.each(_score, _windows(codings, packed, most)):
        if isinstance(found, Exception):
            raise MarsadError(f"A stretch of days could not be compared ({found}). Run the command again.") from found
        at = window.positions
        yield from ((at[left], at[right], score) for left, right, score in zip(*found, strict=True))


def _windows(codings: Sequence[Coding], packed: Sequence[bytes], most: int) -> Iterator[_Window]:
    begin = [first_day(coding) for coding in codings]
    order = sorted(range(len(codings)), key=begin.__getitem__)
    days = [begin[position] for position in order]
    for first, last in windows(begin, most):
        low, high = bisect_left(days, first), bisect_right(days, last + OVERLAP if last else last)
        positions = order[low:high]
        yield _Window(last=last, positions=positions, packed=[packed[position] for position in positions])


def _score(window: _Window) -> tuple[array[int], array[int], array[int]]:
    return score_window([unpack(one) for one in window.packed], window.last)
