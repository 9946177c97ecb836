"""Whether an act is reported, only claimed by a party to it, or disputed in the same report.

"قصف الطيران البلدة" reported by a monitor and "ونفت الوزارة استهداف المدنيين" in the next sentence make it disputed.
A denial further away is mostly of another act: 10 of 69 were of this one in coded reports, against 24 of 39 nearby.
"""

from __future__ import annotations

from marsad.events.draft import Draft
from marsad.frames.context import Context
from marsad.model.what import Qualifier, Source

__all__ = ["denied_by", "status_of"]


def denied_by(context: Context, draft: Draft) -> Qualifier | None:
    """Return the first denial in a sentence that tells the act or in the one behind it."""
    told = {member.frame.sentence for member in draft.members if not member.frame.is_headline}
    for cue in context.annotations.qualifiers:
        sentence = context.sentence_of[cue.first]
        if cue.kind == "denial" and (sentence in told or sentence - 1 in told):
            return cue
    return None


def status_of(context: Context, draft: Draft, sources: tuple[Source, ...]) -> str:
    """Return disputed, claimed or reported.

    A denied act that nobody else tells is no event; the learned decisions keep it out.
    """
    if denied_by(context, draft) is not None:
        return "disputed"
    return "claimed" if sources and all(source.kind == "party" for source in sources) else "reported"
