"""Three grades that say different things, and are never mixed into one.

How far an outlet is to be relied on (A to F) stands in the registry of sources. How credible one report is (1 to 6, as
in the Admiralty code) follows from what other, independent sources tell of the same act. How sure it is who did it
follows from how many sources name whom.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from marsad.link.coding import COUNTS, Coding, Member
from marsad.link.figures import ledger, ranges
from marsad.link.merge import UNKNOWN, Chosen
from marsad.link.voices import Voice, independent_among
from marsad.link.who import compare_sides, side_relation

__all__ = ["Attribution", "attribution", "credibility"]

_NAMELESS = frozenset(("anonymous",))
_KILLED = COUNTS[0]
_Bounds = tuple[float, float]


def credibility(codings: Sequence[Coding], voices: Sequence[Voice]) -> dict[Member, int]:
    """Return the grade of what each member of an incident tells; `voices` are those of its codings.

    1 confirmed: an independent source tells the act, and the number killed agrees; 2 probable: one tells the act, with
    another number; 3 possible: a single source, or several of which another denies it; 4 doubtful: a party's own claim,
    or one that is disputed, or that others deny, which nobody else tells; 5 improbable: denied; 6 cannot be judged: a
    single source without a name. A copy confirms nothing, nor does what the same outlet tells once more; who tells no
    number agrees with everybody, unless he tells one elsewhere in the incident.
    """
    figures = [_killed(coding) for coding in codings]
    told: dict[str, list[_Bounds]] = {}
    for voice, figure in zip(voices, figures, strict=True):
        told.setdefault(voice.speaker, []).extend([figure] if figure else [])
    found = {}
    for coding, voice, figure in zip(codings, voices, figures, strict=True):
        denied = any(
            other.status == "denied" and another.speaker != voice.speaker
            for other, another in zip(codings, voices, strict=True)
        )
        others = {
            another.speaker
            for other, another in zip(codings, voices, strict=True)
            if other.status != "denied" and another.is_independent_of(voice)
        }
        own = [figure] if figure else told[voice.speaker]
        agreed = any(_agree(own, told[other]) for other in others)
        found[coding.member] = _grade(coding, denied=denied, others=bool(others), agreed=agreed)
    return found


def _grade(coding: Coding, *, denied: bool, others: bool, agreed: bool) -> int:
    if coding.status == "denied":
        return 5
    if denied:
        return 3 if others else 4
    if others:
        return 1 if agreed else 2
    if coding.status in {"claimed", "disputed"}:
        return 4
    nameless = coding.sources and all(source.kind in _NAMELESS for source in coding.sources)
    return 6 if nameless or not (coding.sources or coding.outlet) else 3


def _killed(coding: Coding) -> _Bounds | None:
    """Return between which numbers a coding puts those killed; None when it tells none."""
    found = ranges(ledger([coding])).get(_KILLED)
    if found is None:
        return None
    return found.figure.low or 0, float("inf") if found.figure.high is None else found.figure.high


def _agree(left: Sequence[_Bounds], right: Sequence[_Bounds]) -> bool:
    """Say whether the numbers killed can be one number; who tells none contradicts none."""
    return not (left and right) or any(
        low <= other_high and other_low <= high for low, high in left for other_low, other_high in right
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Attribution:
    """How sure it is who acted: high, medium, low or none; by how many sources, and how many name somebody else.

    `contested` says that somebody is named, and another side that he cannot belong to is, too, or that it is disputed.
    """

    grade: str
    sources: int
    rivals: int
    contested: bool


def attribution(chosen: Chosen, codings: Sequence[Coding], voices: Sequence[Voice]) -> Attribution:
    """Return how sure the chosen side1 of an incident is.

    High: two sources or more name it and none another. Medium: one source that is no party, or more sources than
    name another. Low: only a party says so, or as many name another. None: nobody is named.
    """
    if not chosen.side1 or UNKNOWN.issuperset(chosen.side1):
        return Attribution(grade="none", sources=0, rivals=0, contested=False)
    spoken = list(zip(codings, voices, strict=True))
    naming = [(one, voice) for one, voice in spoken if one.side1 == chosen.side1]
    tellers = independent_among(voice for _, voice in naming)
    rivals = {
        voice.speaker
        for one, voice in spoken
        if one.side1 and not UNKNOWN.issuperset(one.side1) and not set(one.side1) & set(chosen.side1)
    } - {voice.speaker for _, voice in naming}
    party = all(voice.kind == "party" or one.status == "claimed" for one, voice in naming)
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
