"""A coding in few bytes, as a store keeps it, and back: the same coding, compared in the same way."""

from __future__ import annotations

import json
import sys
from dataclasses import astuple
from functools import lru_cache
from typing import Any

from marsad.link.coding import Coding, Member
from marsad.link.where import Where
from marsad.model.quantity import Estimate
from marsad.model.what import Source

__all__ = ["pack", "unpack"]

_WHERE = (
    "name", "keys", "country", "admin1", "unit", "precision", "latitude", "longitude", "located", "loose", "large",
    "also", "within", "stems",
)  # fmt: skip


def pack(coding: Coding) -> bytes:
    """Return a coding as JSON in UTF-8; its group of copies is left out, as it may change with later reports."""
    where = json.dumps([getattr(coding.where, name) for name in _WHERE], ensure_ascii=False)
    counts = json.dumps([None if one is None else (one.low, one.best, one.high) for one in coding.counts])
    packed = [
        *coding.member, coding.outlet, coding.published, coding.sub_event_type, coding.side1, coding.side2, where,
        coding.start, coding.end, coding.day_precision, counts, [astuple(source) for source in coding.sources],
        coding.status, coding.evidence, coding.words, coding.around, coding.again, coding.follows,
        coding.marks,
    ]  # fmt: skip
    return json.dumps(packed, ensure_ascii=False).encode("utf-8", "surrogatepass")


def unpack(content: bytes) -> Coding:
    """Return the coding that was packed; places and counts that are the same are one object.

    Stores linked by earlier versions have codings without marks.
    """
    (
        report_id, event, outlet, published, kind, side1, side2, where,
        start, end, precision, counts, sources,
        status, evidence, words, around, again, follows, *marks,
    ) = json.loads(content.decode("utf-8", "surrogatepass"))  # fmt: skip
    return Coding(
        member=Member(report_id, event),
        outlet=sys.intern(outlet),
        published=published,
        sub_event_type=sys.intern(kind),
        side1=_interned(side1),
        side2=_interned(side2),
        where=_where(where),
        start=start,
        end=end,
        day_precision=precision,
        counts=_counts(counts),
        sources=tuple(Source(name=name, kind=kind) for name, kind in sources),
        status=sys.intern(status),
        evidence=evidence,
        words=_interned(words),
        around=_interned(around),
        marks=_interned(marks[0]) if marks else (),
        again=again,
        follows=follows,
    )


def _interned(words: list[str]) -> tuple[str, ...]:
    return tuple(map(sys.intern, words))


@lru_cache(maxsize=200_000)
def _where(packed: str) -> Where:
    values: Any = [tuple(value) if isinstance(value, list) else value for value in json.loads(packed)]
    return Where(**dict(zip(_WHERE, values, strict=True)))


@lru_cache(maxsize=200_000)
def _counts(packed: str) -> tuple[Estimate | None, ...]:
    return tuple(None if one is None else Estimate(*one) for one in json.loads(packed))
