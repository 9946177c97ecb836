"""Three grades that say different things, and are never mixed into one.

How far an outlet is to be relied on (A to F) stands in the registry of sources. How credible one report is (1 to 6, as
in the Admiralty code) follows from what other, independent sources tell of the same act. How sure it is who did it
follows from how many sources name whom.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from marsad.link.coding import COUNTS, Coding
from marsad.link.figures import ledger, ranges, source_of
from marsad.link.merge import UNKNOWN, Chosen
from marsad.link.who import compare_sides, side_relation

__all__ = ["Attribution", "attribution", "credibility"]

_NAMELESS = frozenset(("anonymous",))
_KILLED = COUNTS[0]


def credibility(coding: Coding, codings: Sequence[Coding]) -> int:
    """Return the grade of what one member tells, by the codings of its incident.

    1 confirmed: an independent source tells the act, and the number killed agrees; 2 probable: one tells the act, with
    another number; 3 possible: a single source, or several of which another denies it; 4 doubtful: a party's own claim,
    or one that is disputed, or that others deny, which nobody else tells; 5 improbable: denied; 6 cannot be judged: a
    single source without a name. A copy confirms nothing.
    """
    if coding.status == "denied":
        return 5
    own = source_of(coding)
    independent = [
        other
        for other in codings
        if source_of(other) != own and (coding.copy_group is None or other.copy_group != coding.copy_group)
    ]
    others = [other for other in independent if other.status != "denied"]
    if len(others) < len(independent):
        return 3 if others else 4
    if others:
        return 1 if any(_agree(coding, other) for other in others) else 2
    if coding.status in {"claimed", "disputed"}:
        return 4
    nameless = coding.sources and all(source.kind in _NAMELESS for source in coding.sources)
    return 6 if nameless or not (coding.sources or coding.outlet) else 3


def _agree(left: Coding, right: Coding) -> bool:
    """Say whether the numbers killed can be one number; who tells none contradicts none."""
    ours, theirs = (ranges(ledger([one])).get(_KILLED) for one in (left, right))
    if ours is None or theirs is None:
        return True
    (low, high), (other_low, other_high) = (
        (one.figure.low or 0, float("inf") if one.figure.high is None else one.figure.high) for one in (ours, theirs)
    )
    return low <= other_high and other_low <= high


@dataclass(frozen=True, slots=True, kw_only=True)
class Attribution:
    """How sure it is who acted: high, medium, low or none; by how many sources, and how many name somebody else.

    `contested` says that somebody is named, and another side that he cannot belong to is, too, or that it is disputed.
    """

    grade: str
    sources: int
    rivals: int
    contested: bool


def attribution(chosen: Chosen, codings: Sequence[Coding]) -> Attribution:
    """Return how sure the chosen side1 of an incident is.

    High: two sources or more name it and none another. Medium: one source that is no party, or more sources than
    name another. Low: only a party says so, or as many name another. None: nobody is named.
    """
    if not chosen.side1 or UNKNOWN.issuperset(chosen.side1):
        return Attribution(grade="none", sources=0, rivals=0, contested=False)
    tellers = {source_of(one): one for one in codings if one.side1 == chosen.side1}
    rivals = {
        source_of(one)
        for one in codings
        if one.side1 and not UNKNOWN.issuperset(one.side1) and not set(one.side1) & set(chosen.side1)
    } - tellers.keys()
    party = all(kind == "party" or one.status == "claimed" for (_, kind), one in tellers.items())
    if len(rivals) >= len(tellers) or (party and not rivals and len(tellers) == 1):
        grade = "low"
    else:
        grade = "high" if len(tellers) > 1 and not rivals else "medium"
    return Attribution(
        grade=grade,
        sources=len(tellers),
        rivals=len(rivals),
        contested=any(one.status == "disputed" or _differs(one, chosen) for one in codings),
    )


def _differs(coding: Coding, chosen: Chosen) -> bool:
    """Say whether a coding names somebody who cannot be the chosen side; of a clash, whichever side is told first."""
    if coding.status == "denied" or side_relation(coding.side1, chosen.side1) != "differ":
        return False
    return compare_sides((coding.side1, coding.side2), (chosen.side1, chosen.side2))[0] != "sides: swapped"
