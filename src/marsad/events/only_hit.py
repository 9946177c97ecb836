"""One whom a report names only where his posts are, or only as whom they belong to, did not strike.

"ضربات لعدد من قواعد النظام" hits the regime, and "المنطقة تشهد تواجد عناصر من الحزب" only says whose people are where a
strike fell. "قصف من مواقع النظام" is fire from there.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from marsad.events.choose import Choice
from marsad.frames.context import Context
from marsad.lexicon.role_words import plays, role_words
from marsad.model.frame import Frame
from marsad.model.who import ActorMention

__all__ = ["by_who_is_only_hit"]

_STRIKES = frozenset(("Air/drone strike", "Shelling/artillery/missile attack"))
_STRIKING = frozenset(("airstrike", "shelling", "strike"))
"""Senses of words that tell of a strike."""
_THERE = 5
"""Words before a name within which it is told to be somewhere: "تواجد عناصر من مليشيات الحزب"."""
_POST = 3
"""Words before a name within which its post stands: "مواقع تابعة لقوات النظام"."""
_POSTS = "holding", "post-too"
_STRUCK = 8
"""Words before a post within which the strike on it is told: "ضربات لعدد من قواعد"."""


def by_who_is_only_hit(context: Context, frames: Sequence[Frame], settled: dict[str, Any]) -> dict[str, Any]:
    """Return what to change in a strike whose doer the report names only as who is there, or whose posts are hit.

    Nobody is known to have struck; it is hit, if nobody else is said to be and a post of it is named in the act.
    """
    side = settled["side1"]
    mention = side.mention
    if settled["sub_event_type"].value not in _STRIKES or not isinstance(mention, ActorMention):
        return {}
    named = [actor for actor in context.annotations.actors if actor.code == side.value]
    posts = [_is_of_a_post(context, actor) for actor in named]
    if not all(post or _is_there(context, actor) for actor, post in zip(named, posts, strict=True)):
        return {}
    told: dict[str, Any] = {"side1": Choice("unidentified", None, side.probability)}
    hit = [actor for actor, post in zip(named, posts, strict=True) if post and _is_inside(frames, actor)]
    if hit and settled["side2"].value in ("", "civilians"):
        told["side2"] = Choice(side.value, hit[0], side.probability)
    return told


def _is_inside(frames: Sequence[Frame], actor: ActorMention) -> bool:
    return any(frame.first <= actor.first < frame.stop for frame in frames)


def _is_there(context: Context, actor: ActorMention) -> bool:
    """Say whether a name stands behind a word for being somewhere: "تشهد تواجد عناصر من الحزب"."""
    return any(plays(word, "presence") for word in context.document.words[max(0, actor.first - _THERE) : actor.first])


def _is_of_a_post(context: Context, actor: ActorMention) -> bool:
    """Say whether a name stands behind a post of it that a strike is upon: "غارات لمواقع التنظيم", "مقراً للحزب"."""
    words, sentence = context.document.words, context.document.sentences[context.sentence_of[actor.first]]
    post = _post(words, max(sentence.first, actor.first - _POST), actor)
    if post is None:
        return False
    strikes = [
        trigger.stop
        for trigger in context.annotations.triggers
        if trigger.sense in _STRIKING and max(sentence.first, post - _STRUCK) <= trigger.first < post
    ]
    return bool(strikes) and not _comes_from(words, max(strikes), post)


def _post(words: Sequence[str], first: int, actor: ActorMention) -> int | None:
    """Return the post that a name owns, before it or part of it: "موقع قديم للنظام", "لمواقع النظام".

    "تقصفه مواقع النظام" is no such post, and "قصف لحواجز النظام على منازل" may be fire of them.
    """
    name = actor.first
    if words[name].startswith("ل") and not plays(words[name], "holding"):
        owned = (at for at in reversed(range(first, name)) if any(plays(words[at], each) for each in _POSTS))
        return next(owned, None)
    post = name if plays(words[name], "holding") else name - 1
    if post < first or not plays(words[post], "holding"):
        return None
    if not role_words("against").isdisjoint(words[actor.stop : actor.stop + 1]):
        return None
    of_some = post > first + 1 and words[post - 1] in role_words("out-of") and plays(words[post - 2], "some-of")
    return post if of_some or words[post].startswith("ل") else None


def _comes_from(words: Sequence[str], first: int, post: int) -> bool:
    """Say whether a strike comes from a post: "قصف مصدره قواعد", not "ضربات لعدد من قواعد"."""
    return any(
        words[at] in role_words("fired-from", "by") and not plays(words[at - 1], "some-of") for at in range(first, post)
    )
