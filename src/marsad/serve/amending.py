"""What a change of the words would do, tried out on reports of the store; and reports coded anew after it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any, Protocol

from marsad.amend.bench import Bench
from marsad.amend.compare import wordings
from marsad.amend.save import with_changes
from marsad.gazetteer import load
from marsad.incidents.linker import Linker
from marsad.lexicon.problems import Problem
from marsad.model.amendment import Amendment
from marsad.serve.desk import bench_of
from marsad.store import Keeping, Store
from marsad.store.diff import differences
from marsad.store.holding import holding, made_by_people, reports_of
from marsad.store.links import linked_by
from marsad.store.sight import EVERYTHING

__all__ = ["Draft", "Recoding", "Tried", "code_anew", "try_out"]

_SAMPLE = 200
"""So many reports are coded with and without a change, those published last first."""

MOST = 5_000
"""So many are coded anew from a page; `marsad recode` codes all."""

_AT_ONCE = 10


class Progress(Protocol):
    """Hears how far work is."""

    def told(self, done: int, total: int) -> None:
        """Say how much of it is done."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """A change that somebody prepares; `before` is the entry as it is, `seen` the number of its last change."""

    change: Amendment
    before: dict[str, Any] | None
    after: dict[str, Any] | None
    seen: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Differing:
    """A report that would be coded otherwise: its records without and with the change."""

    report_id: str
    headline: str
    before: dict[str, Any]
    after: dict[str, Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class Tried:
    """What trying a change out gave; it was checked with the words of revision `revision`."""

    revision: int
    problems: tuple[Problem, ...]
    looked: int = 0
    differing: tuple[Differing, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Recoding:
    """What coding anew did: reports coded, those of them where a person's coding stays, and what waits to be linked."""

    reports: int
    by_people: int
    linked: bool


def try_out(store: Store, draft: Draft, job: Progress) -> Tried:
    """Check the words with a change, then code reports that hold its wordings with it and without it."""
    revision, words = with_changes(store, (draft.change,))
    with Bench(words) as bench:
        problems = bench.check()
        if problems:
            return Tried(revision=revision, problems=tuple(problems))
        with store.reading() as connection:
            keys = holding(connection, wordings(draft.change.kind, draft.before, draft.after), most=_SAMPLE)
            reports = reports_of(connection, keys)
        now, found = bench_of(store), list[Differing]()
        for at in range(0, len(reports), _AT_ONCE):
            some = reports[at : at + _AT_ONCE]
            for report, before, after in zip(some, now.code(some), bench.code(some), strict=True):
                if any(one.field != "confidence" for one in differences(before, after)):
                    told = (report.headline or report.text)[:200]
                    found.append(Differing(report_id=report.report_id, headline=told, before=before, after=after))
            job.told(at + len(some), len(reports))
    return Tried(revision=revision, problems=(), looked=len(reports), differing=tuple(found))


def code_anew(store: Store, forms: Sequence[tuple[str, str]], job: Progress) -> Recoding:
    """Code reports that hold some wordings by the words as they are now; what people coded stays in force."""
    bench = bench_of(store)
    by = bench.coded_by()
    with store.reading() as connection:
        keys = holding(connection, forms, most=MOST)
        reports, people = reports_of(connection, keys), made_by_people(connection, keys)
    coded = 0
    for at in range(0, len(reports), _AT_ONCE):
        some = reports[at : at + _AT_ONCE]
        lines, refused = store.coded_before(some, by)
        waiting = [one for one in some if one.report_id not in lines and one.report_id not in refused]
        records = bench.code(waiting)
        kept = store.keep(
            [Keeping(report=one, record=record) for one, record in zip(waiting, records, strict=True)], by
        )
        coded += sum(one.coded for one in kept)
        job.told(at + len(some), len(reports))
    return Recoding(reports=coded, by_people=people, linked=_link(store))


def _link(store: Store) -> bool:
    """Link what waits, where the store was linked by these very words; say whether that was so."""
    store = replace(store, sight=EVERYTHING)
    linker = Linker(store, load())
    with store.reading() as connection:
        if linked_by(connection) is None:
            return False
        linker.check(connection)
    linker.link()
    return True
