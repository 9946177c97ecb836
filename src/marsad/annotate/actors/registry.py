"""The registry and the words around it, ready to be matched: built once, on first use."""

from __future__ import annotations

from datetime import date
from functools import cache, lru_cache
from itertools import chain
from typing import NamedTuple

from marsad.arabic.letters import fold
from marsad.frozen import dataclass
from marsad.lexicon.actors import Alias, RegisteredActor, actors
from marsad.lexicon.load import LexiconEntry, entries
from marsad.lexicon.match import Matcher

__all__ = ["Meaning", "Word", "actor", "after", "beside", "matcher", "meaning", "near", "pick", "state_of"]


_PRONOUNS = ("هما", "ها", "هم", "ه")
_SHORTEST = 2
_USUAL = "SY"
"""Where most reports play that name no country."""


@dataclass(frozen=True, slots=True)
class Word:
    """A word around names: its role, and what it says; see `marsad.lexicon.schema.ActorWordEntry`."""

    entry_id: str
    role: str
    country: str | None
    refers: frozenset[str]
    fallback: tuple[tuple[str, str], ...]
    optional: bool
    """True for a generic word that is no mention at all when nothing resolves it: "الهيئة", "الحركة"."""


class Meaning(NamedTuple):
    """What a matched form may mean: one actor under one alias, or a word around names."""

    actor: RegisteredActor | None
    alias: Alias | None
    word: Word | None


def _word(entry: LexiconEntry) -> Word:
    return Word(
        entry_id=entry.entry_id,
        role=entry["role"],
        country=entry["country"],
        refers=frozenset(entry["refers"] or ()),
        fallback=tuple((entry["fallback"] or {}).items()),
        optional=bool(entry["optional"]),
    )


@cache
def _tables() -> tuple[Matcher[int], tuple[Meaning, ...]]:
    meanings: list[Meaning] = []
    forms: list[tuple[str, str, int]] = []
    for item in actors():
        for alias in item.aliases:
            forms.append((alias.form, alias.pos, len(meanings)))
            meanings.append(Meaning(item, alias, None))
    for entry in entries("actor-words"):
        if entry["role"] == "backer":
            continue
        word = _word(entry)
        forms.extend((form, entry.pos, len(meanings)) for form in entry.forms)
        meanings.append(Meaning(None, None, word))
    return Matcher(forms), tuple(meanings)


def matcher() -> Matcher[int]:
    """Return the one matcher of names and words; its payloads are numbers for `meaning`."""
    return _tables()[0]


def meaning(number: object) -> Meaning:
    """Return the meaning behind a payload of the matcher."""
    return _tables()[1][number]  # type: ignore[call-overload,no-any-return]


@cache
def _by_id() -> dict[str, RegisteredActor]:
    return {item.actor.actor_id: item for item in actors()}


def actor(actor_id: str) -> RegisteredActor:
    """Return a registered actor by its id."""
    return _by_id()[actor_id]


@cache
def _states() -> dict[str, tuple[RegisteredActor, ...]]:
    found: dict[str, tuple[RegisteredActor, ...]] = {}
    for item in actors():
        country = item.actor.country
        if country and item.actor.category == "state" and item.actor.parent_id is None:
            found[country] = (*found.get(country, ()), item)
    return found


def is_past(who: RegisteredActor, day: date | None) -> bool:
    """Say whether an actor no longer existed on a day: syr-regime in 2025."""
    until = who.actor.valid_to
    return day is not None and until is not None and day > until


def state_of(country: str | None, day: date | None) -> RegisteredActor | None:
    """Return the state forces of a country on a day: the first of its registered ones that then existed.

    For SY that is syr-regime until 2024-12-08 and syr-gov after it.
    """
    candidates = _states().get(country or "", ())
    for item in candidates:
        since, until = item.actor.valid_from, item.actor.valid_to
        if day is None or ((since is None or since <= day) and (until is None or day <= until)):
            return item
    return candidates[-1] if candidates else None


def _fit(item: RegisteredActor, alias: Alias, day: date | None, country: str | None) -> float:
    """Grade how well an alias means an actor on a day and in a country; 0 is not at all."""
    if alias.where and country is not None and country not in alias.where:
        return 0
    usual = country is None and _USUAL in alias.where and not (alias.generic or alias.near or alias.beside)
    held = alias.holds(day, _USUAL if usual else country)  # "رتل للأمن العام" in a report that tells no country
    if alias.generic and not held:
        return 0
    home = 0.5 if item.actor.country == country and country is not None else 0.0
    placed = 2.0 if alias.where and country in alias.where else 1.0
    if alias.near or alias.beside:
        placed += 1.0
    return placed + home + (4.0 if held else 0.0)


def pick(
    candidates: tuple[tuple[RegisteredActor, Alias], ...], day: date | None, country: str | None
) -> RegisteredActor | None:
    """Return which actor an ambiguous name means: "الجيش الوطني" is sna in SY, lna in LY, yemen-gov in YE.

    A name used outside its dates still means its actor when no other claims it then.
    """
    best, best_fit = None, 0.0
    for item, alias in candidates:
        fit = _fit(item, alias, day, country)
        if fit > best_fit:
            best, best_fit = item, fit
    return best


def near(words: tuple[str, ...], first: int, stop: int, companions: frozenset[str]) -> bool:
    """Say whether one of an alias's companion words stands within six words of it."""
    around = words[max(0, first - 6) : first] + words[stop : stop + 6]
    return not _folded(companions).isdisjoint(chain.from_iterable(map(_bare, around)))


def after(words: tuple[str, ...], first: int, silencing: frozenset[str]) -> bool:
    """Say whether one of an alias's silencing words stands right before it: "قال وزير"."""
    return first > 0 and bool({words[first - 1], _stem(words[first - 1])} & _folded(silencing))


def beside(words: tuple[str, ...], companions: frozenset[str]) -> bool:
    """Say whether one of an alias's words stands anywhere in the report, with or without a clitic."""
    wanted = _folded(companions)
    return not (wanted.isdisjoint(words) and wanted.isdisjoint(map(_stem, words)))


def _stem(word: str) -> str:
    if word.startswith("لل"):  # "للمرتزقه" is "المرتزقه" behind a lam
        return "ا" + word[1:]
    return word[1:] if word.startswith(("و", "ب", "ل")) else word


@lru_cache(maxsize=50_000)
def _bare(word: str) -> tuple[str, ...]:
    """Return a word, and it without a clitic and without a pronoun: "وضربوه" is also "ضربوه" and "ضربوا"."""
    stem = word[1:] if word.startswith("ف") else _stem(word)
    ending = next((each for each in _PRONOUNS if stem.endswith(each) and len(stem) - len(each) > _SHORTEST), "")
    if not ending:
        return word, stem
    verb = stem[: -len(ending)]
    return (word, stem, verb, verb + "ا") if verb.endswith("و") else (word, stem, verb)


@cache
def _folded(companions: frozenset[str]) -> frozenset[str]:
    return frozenset(map(fold, companions))
