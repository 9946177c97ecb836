"""The actors of a report, each with all its names and what they tell wherever they are seen from."""

from __future__ import annotations

from collections.abc import Container, Sequence
from functools import cache, lru_cache

from marsad.frozen import dataclass
from marsad.lexicon.one_pass import ONE_PASS
from marsad.lexicon.role_words import plays, role_words
from marsad.model.who import ActorMention

__all__ = ["Cast", "cast_of", "guards"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Cast:
    """One actor of a report: `kinds` says for each of its `mentions` what kind of name it is ("armed", "demonym.says").

    `armed` when any name of it can fight, `claims` when it takes an act upon itself: "تبنى تنظيم داعش العملية".
    """

    code: str
    mentions: tuple[ActorMention, ...]
    kinds: tuple[str, ...]
    armed: bool
    claims: bool


@cache
def _claims() -> int:
    return ONE_PASS.add(lambda word: plays(word, "claim"), role_words("claim"))


def cast_of(words: Sequence[str], mentions: Sequence[ActorMention], quoted: Container[int]) -> tuple[Cast, ...]:
    """Return every actor with a code, in the order of their first names; `quoted` are words of who says so."""
    by_code: dict[str, list[ActorMention]] = {}
    claims = ONE_PASS.of(words, _claims())
    for mention in mentions:
        if mention.code:
            by_code.setdefault(mention.code, []).append(mention)
    return tuple(
        Cast(
            code=code,
            mentions=tuple(named),
            kinds=tuple([_kind(mention) + (".says" if mention.first in quoted else "") for mention in named]),
            armed=any(mention.armed for mention in named),
            claims=any(mention.first - 4 <= at < mention.first for at in claims for mention in named),
        )
        for code, named in by_code.items()
    )


def _kind(mention: ActorMention) -> str:
    if mention.rule_id == "actors.country":
        return "country"
    if mention.kind in ("demonym", "generic"):
        return mention.kind
    return "armed" if mention.armed else "civil"


def guards(words: tuple[str, ...], mention: ActorMention) -> bool:
    """Say whether a mention is somebody's air defence: "الدفاعات الجوية السورية"."""
    return _guards(words[mention.first : mention.stop])


@lru_cache(maxsize=50_000)
def _guards(inside: tuple[str, ...]) -> bool:
    of_the_air = tuple(role_words("air-guard"))
    return any(word.endswith(of_the_air) for word in inside) and any(plays(word, "guard") for word in inside)
