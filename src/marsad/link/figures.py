"""The claim ledger of an incident, and the range that follows from it by a rule anyone can replay.

1. Every member that tells a figure makes a claim. Its source is the public body it quotes (a monitor, a party, another
   medium), wherever it is quoted, else the outlet itself.
2. A copy makes no claim of its own: of reports copied from one another the origin counts, or the first that is here.
3. Of one source the newest claim stands; its earlier ones are kept and count no more.
4. Of the standing claims: low is the smallest low; best the figure that most sources tell, of equals the one told
   last; high the largest high, or open (null) where the largest figure is a "more than".
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from marsad.arabic.letters import fold
from marsad.link.coding import COUNTS, Coding, Member
from marsad.link.words import stem
from marsad.model.quantity import Estimate
from marsad.sources.names import one_name

__all__ = [
    "RULE", "Claim", "Range", "ledger", "one_name_each", "outlet_of", "range_of", "ranges", "source_of", "speakers",
]  # fmt: skip

RULE = "1"
"""The version of the rule above; it is written beside every range."""

_BODIES = frozenset(("monitor", "party", "media"))
"""Kinds of source that are the same whichever outlet quotes them; "a medical source" is another one each time."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """What one member tells of one count. `passed_over` says why it counts no more, None when it stands."""

    source: str
    kind: str
    outlet: str
    member: Member
    published: int | None
    count: str
    figure: Estimate
    passed_over: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Range:
    """A range and the number of sources behind it."""

    figure: Estimate
    sources: int


def source_of(coding: Coding) -> tuple[str, str]:
    """Return (name, kind) of the source that a coding's figures come from."""
    for source in coding.sources:
        if source.kind in _BODIES and source.name:
            return one_name(source.name), source.kind
    return outlet_of(coding), "outlet"


def outlet_of(coding: Coding) -> str:
    """Return the name of the outlet of a coding; of one without, its report stands for it."""
    return one_name(coding.outlet or coding.member.report_id)


def ledger(codings: Iterable[Coding]) -> tuple[Claim, ...]:
    """Return every claim of an incident's codings, in the order of publication, with those that count no more."""
    ordered = sorted(codings, key=lambda coding: coding.order)
    names = one_name_each([source_of(coding) for coding in ordered])
    speaks = speakers(ordered)
    claims: list[Claim] = []
    for coding, (name, kind) in zip(ordered, names, strict=True):
        origin = coding.member.report_id if coding.copy_group is None else speaks[coding.copy_group]
        copied = None if origin == coding.member.report_id else f"copy of {origin}"
        for count, figure in zip(COUNTS, coding.counts, strict=True):
            if figure is not None:
                claims.append(
                    Claim(
                        source=name,
                        kind=kind,
                        outlet=coding.outlet,
                        member=coding.member,
                        published=coding.published,
                        count=count,
                        figure=figure,
                        passed_over=copied,
                    )
                )
    newest = {(claim.source, claim.kind, claim.count): claim for claim in claims if claim.passed_over is None}
    return tuple(
        claim
        if claim.passed_over is not None or (later := newest[claim.source, claim.kind, claim.count]) is claim
        else replace(claim, passed_over=f"newer figure in {later.member.report_id}")
        for claim in claims
    )


def speakers(ordered: Sequence[Coding]) -> dict[str, str]:
    """Return for each group of copies the report that speaks for it: the origin, else the first that is here."""
    here = {coding.member.report_id for coding in ordered}
    found: dict[str, str] = {}
    for coding in ordered:
        group = coding.copy_group
        if group is not None:
            found.setdefault(group, group if group in here else coding.member.report_id)
    return found


def one_name_each(sources: Sequence[tuple[str, str]]) -> list[tuple[str, str]]:
    """Give a body one name where some reports shorten it: "المرصد" is "المرصد السوري لحقوق الإنسان" beside it."""
    words = {source: frozenset(map(stem, fold(source[0]).split())) for source in sources}
    fullest = sorted(words, key=lambda source: (-len(words[source]), source))
    found: list[tuple[str, str]] = []
    for source in sources:
        longer = [
            other
            for other in fullest
            if source[1] in _BODIES and other[1] == source[1] and words[source] <= words[other]
        ]
        found.append(longer[0] if longer else source)
    return found


def ranges(claims: Sequence[Claim], *, without: str | None = None) -> dict[str, Range]:
    """Return the range of every count that is told; `without` leaves out a source, as if it had never spoken."""
    found: dict[str, Range] = {}
    for count in COUNTS:
        standing = [
            claim for claim in claims if claim.count == count and claim.passed_over is None and claim.source != without
        ]
        if standing:
            sources = len({(claim.source, claim.kind) for claim in standing})
            found[count] = Range(figure=range_of(standing), sources=sources)
    return found


def range_of(standing: Sequence[Claim]) -> Estimate:
    """Return the range of standing claims about one count; they come in the order of publication."""
    figures = [claim.figure for claim in standing]
    lows = [low for one in figures if (low := _first(one.low, one.best, one.high)) is not None]
    tops = [(top, one.high is None) for one in figures if (top := _first(one.high, one.best, one.low)) is not None]
    highest = max((top for top, _ in tops), default=None)
    open_above = any(is_open for top, is_open in tops if top == highest)
    told = [one.best for one in figures if one.best is not None]
    votes = Counter(told)
    most = max(votes.values(), default=0)
    best = next((figure for figure in reversed(told) if votes[figure] == most), None)
    return Estimate(min(lows, default=None), best, None if open_above else highest)


def _first(*values: int | None) -> int | None:
    return next((value for value in values if value is not None), None)
