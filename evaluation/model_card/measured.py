"""A coded set of reports, read, coded and scored for the card."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, fields
from pathlib import Path

from marsad.evaluate.gate import file_sha256
from marsad.evaluate.gold import read_gold
from marsad.evaluate.places import SamePlace
from marsad.evaluate.records import ReportRecord
from marsad.evaluate.run import code_records
from marsad.evaluate.score import ReportScore, score
from marsad.events.models import Models, load_models
from marsad.export.record import to_record
from marsad.pipeline import Coder

__all__ = ["MeasuredSet", "learned_from", "measure"]


@dataclass(frozen=True, slots=True, kw_only=True)
class MeasuredSet:
    """One gold file: what it holds, whether the weights were learned from it, and how it was coded.

    `every` holds each event that was thought of, `reports` the score of those that marsad writes.
    """

    name: str
    sha256: str
    learned: bool
    gold: Mapping[str, ReportRecord]
    every: Mapping[str, ReportRecord]
    reports: list[ReportScore]

    @property
    def years(self) -> str:
        """The years of publication, first and last."""
        years = sorted({record.published[:4] for record in self.gold.values() if record.published})
        return "—" if not years else years[0] if len(years) == 1 else f"{years[0]} to {years[-1]}"


def learned_from(models: Models | None = None) -> frozenset[str]:
    """Return the names of the gold files that the weights say they were learned from."""
    tables = models or load_models()
    cards = [getattr(tables, field.name).card for field in fields(tables)]
    return frozenset(name for card in cards for name in re.findall(r"([\w.-]+) \(\d+ reports\)", card.get("data", "")))


def measure(paths: Iterable[Path], coder: Coder, same_place: SamePlace) -> list[MeasuredSet]:
    """Score what marsad writes of each file, and keep every event that the coder thinks of beside it."""
    known, usual = learned_from(), Coder(places=coder.places)
    sets = []
    for path in paths:
        gold = read_gold(path)
        every = code_records(gold.values(), lambda report: to_record(coder.code(report)))
        written = code_records(gold.values(), lambda report: to_record(usual.code(report)))
        sets.append(
            MeasuredSet(
                name=path.stem,
                sha256=file_sha256(path),
                learned=path.stem in known,
                gold=gold,
                every=every,
                reports=score(gold, written, same_place),
            )
        )
    return sets
