"""Generic mentions to the actors they point back to: "التنظيم", "الجيش", "الميليشيات"."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from marsad.annotate.actors.grammar import Draft
from marsad.annotate.actors.pieces import Piece
from marsad.annotate.actors.registry import Word, actor, is_past, state_of
from marsad.lexicon.actors import RegisteredActor
from marsad.lexicon.role_words import role_words
from marsad.model.who import is_coded_by_name

__all__ = ["resolve", "speaks_for_itself"]

_REACH = 60
"""Words that a generic state word looks back over; beyond them it means the state of the place."""


_STATES = frozenset(("state", "coalition"))

_FORCES = frozenset(("actors.forces", "actors.demonyms"))
_NEAREST = {
    "actor.generic-soldiers": (_FORCES, 25),
    "actor.generic-air": (_FORCES | {"actors.names"}, 40),
    "actor.generic-security": (frozenset(("actors.names",)), 15),
}
"""Words of the state whose force is named last: by which rules it was read, and how many words before at most."""
_ATTACKERS, _ATTACKED = "actor.generic-attackers", 60
_AHEAD = 2

_OWN = "outlet"
"""What "قواتنا" refers to."""


def speaks_for_itself(piece: Piece) -> bool:
    """Say whether a piece is a side's word for its own: "قواتنا"، "مقاتلينا"."""
    generic = piece.roles.get("generic")
    return generic is not None and _OWN in generic.refers


def resolve(
    made: list[Draft],
    words: tuple[str, ...],
    day: date | None,
    country: str | None,
    own: RegisteredActor | None = None,
) -> list[Draft]:
    """Return the drafts with every generic mention resolved as far as its surroundings allow.

    `own` is the side that the outlet speaks for, whose "قواتنا" are.
    """
    done: list[Draft] = []
    for draft in made:
        if draft.back is None:
            done.append(draft)
            continue
        if _OWN in draft.back.refers:
            who = own or draft.actor
        else:
            usual = draft.actor or _fallback(draft.back, day, country)
            who = _told(done, draft, words) or _earlier(done, draft, draft.back, words, usual) or usual
        if who is None and draft.back.optional:
            continue
        done.append(replace(draft, actor=who, armed=who.armed if who else True))
    return [_with_name(done, index, words) for index in range(len(done))]


def _with_name(done: list[Draft], index: int, words: tuple[str, ...]) -> Draft:
    """Return a draft by the name that its force has elsewhere: "الشرطة" behind, or before, "الشرطة الألمانية"."""
    draft = done[index]
    if draft.back is None or draft.actor is None or not is_coded_by_name(draft.actor.actor.code):
        return draft
    head = _head(words, draft)
    for other in (*reversed(done[:index]), *done[index + 1 :]):
        if other.named is not None and other.actor is draft.actor and _head(words, other) == head:
            return replace(draft, named=other.named)
    return draft


def _head(words: tuple[str, ...], draft: Draft) -> str:
    word = words[draft.first]
    for clitics in (draft.proclitics,):
        if clitics and word.startswith(clitics):
            word = word[len(clitics) :]
    return word.removeprefix("ال")


def _earlier(
    done: list[Draft], draft: Draft, back: Word, words: tuple[str, ...], usual: RegisteredActor | None
) -> RegisteredActor | None:
    """Return whom a generic word points back to; `usual` is whom it means in the country of the report.

    "الميليشيات" behind "المقاومة اليمنية" are those that it usually means, when the report has named them.
    """
    head = _head(words, draft)
    told = usual is not None and any(one.actor and one.actor.actor.code == usual.actor.code for one in done)
    by_state = "state" in back.refers
    for earlier in reversed(done):
        who = earlier.actor
        if who is None or earlier.rule_id == "actors.countries" or earlier.kind == "civilian":
            continue
        if _head(words, earlier) == head and earlier.rule_id != "actors.generic" and not _rebels(earlier, back, words):
            return who
        if by_state and draft.first - earlier.first > _REACH:
            return None
        if not by_state and (
            who.actor.category in back.refers or who.actor.code in back.refers or who.actor.actor_id in back.refers
        ):
            return usual if told and is_coded_by_name(who.actor.code) else who
    return None


def _told(done: list[Draft], draft: Draft, words: tuple[str, ...]) -> RegisteredActor | None:
    """Return whom what is told before makes a generic word mean, whatever it usually means."""
    return _attacker(done, draft, words) if draft.entry_id == _ATTACKERS else _last_force(done, draft, words)


def _attacker(done: list[Draft], draft: Draft, words: tuple[str, ...]) -> RegisteredActor | None:
    """Return who attacked last before "المهاجمين": a force of a state is never called so."""
    attacks = role_words("attacks")
    for earlier in reversed(done):
        if draft.first - earlier.first > _ATTACKED:
            return None
        who = earlier.actor
        if who is None or not earlier.armed or who.actor.category in _STATES or earlier.entry_id == _ATTACKERS:
            continue
        ahead = _AHEAD + (
            earlier.first > 0 and words[earlier.first - 1] in role_words("out-of")
        )  # "شن مقاتلون من العشائر"
        around = (*words[max(0, earlier.first - ahead) : earlier.first], *words[earlier.stop : earlier.stop + 1])
        if any(word in attacks or (word[:1] in "وف" and word[1:] in attacks) for word in around):
            return who
    return None


def _last_force(done: list[Draft], draft: Draft, words: tuple[str, ...]) -> RegisteredActor | None:
    """Return the state whose force is named last before soldiers, aircraft or police, those who only speak left out."""
    rules, reach = _NEAREST.get(draft.entry_id or "", (frozenset(), 0))
    for earlier in reversed(done):
        if draft.first - earlier.first > reach:
            return None
        who = earlier.actor
        if who is None or earlier.rule_id not in rules or earlier.kind == "organisation" or not earlier.armed:
            continue
        if who.actor.category not in _STATES or _speaks(words, earlier.first):
            continue
        return who
    return None


def _speaks(words: tuple[str, ...], first: int) -> bool:
    """Say whether the word before a name makes it one who says so: "وأعلن الجيش التركي"."""
    word = words[first - 1] if first else ""
    saying = role_words("says-so")
    return word in saying or (word.startswith("و") and word[1:] in saying)


def _rebels(earlier: Draft, back: Word, words: tuple[str, ...]) -> bool:
    """Say whether a state's "الجيش" stands behind another body's own name: "جيش المجاهدين"."""
    if not back.refers or not back.refers <= _STATES or not earlier.actor or earlier.actor.actor.category in _STATES:
        return False
    return not words[earlier.first].removeprefix(earlier.proclitics.removesuffix("ال")).startswith("ال")


def _fallback(back: Word, day: date | None, country: str | None) -> RegisteredActor | None:
    """Return whom a generic word means where nobody before fits: in the country, or anywhere, who exists on the day."""
    fallback = dict(back.fallback)
    for named in (fallback.get(country or ""), fallback.get("*")):
        if named == "state":
            return state_of(country, day)
        if named is not None and not is_past(actor(named), day):
            return actor(named)
    return None
