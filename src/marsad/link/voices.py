"""Who speaks in each coding of an incident, and which of them speak independently of one another.

The voice of a report is the public body that it quotes, else its outlet. A copy speaks with the voice of what it was
copied from. Two voices are independent when neither is told by the outlet, or quotes the body, of the other: what one
outlet tells twice, of two acts or in the name of two bodies, is one voice, and so is a body that many outlets quote.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from marsad.arabic.letters import fold
from marsad.link.coding import Coding
from marsad.link.figures import one_name_each, outlet_of, source_of, speakers

__all__ = ["Voice", "independent_among", "voices_of"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Voice:
    """A speaker by its folded name, what kind of source it is, and the outlet that prints it.

    The voice of a copy is that of what it was copied from, `copied`.
    """

    speaker: str
    kind: str
    outlet: str
    copied: bool = False

    def is_independent_of(self, other: Voice) -> bool:
        """Say whether two voices have neither speaker nor outlet in common."""
        return not {self.speaker, self.outlet} & {other.speaker, other.outlet}


def voices_of(codings: Sequence[Coding]) -> tuple[Voice, ...]:
    """Return the voice of each coding of an incident: of a copy that of what it was copied from."""
    names = one_name_each([source_of(coding) for coding in codings])
    speaks = speakers(sorted(codings, key=lambda coding: coding.order))
    own = {
        coding.member: Voice(speaker=fold(name), kind=kind, outlet=fold(outlet_of(coding)))
        for coding, (name, kind) in zip(codings, names, strict=True)
        if coding.copy_group is None or speaks[coding.copy_group] == coding.member.report_id
    }
    first: dict[str, Voice] = {}
    for member, voice in own.items():
        first.setdefault(member.report_id, voice)
    return tuple(
        found
        if (found := own.get(coding.member)) is not None
        else replace(first[speaks[coding.copy_group or ""]], copied=True)
        for coding in codings
    )


def independent_among(voices: Iterable[Voice]) -> list[Voice]:
    """Return voices of which each is independent of all others, those that spoke first."""
    found: list[Voice] = []
    for voice in voices:
        if all(voice.is_independent_of(other) for other in found):
            found.append(voice)
    return found
