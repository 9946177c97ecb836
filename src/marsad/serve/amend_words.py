"""What kinds of entries and their fields are called on pages."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from marsad.amend.fields import fields_of
from marsad.lexicon.problems import Problem
from marsad.serve.catalogues import later
from marsad.serve.locale import Locale
from marsad.serve.words import LABELS

__all__ = ["ACTS", "FIELDS", "HINTS", "KINDS", "PARTS", "Sentence", "changed", "said", "sentences"]

KINDS: dict[str, str] = {
    "actors": later("Actors"),
    "places": later("Places"),
    "triggers": later("Words that tell an act"),
    "outcomes": later("What became of people"),
    "people": later("Words for people"),
    "means": later("Weapons and means"),
    "qualifiers": later("Denial, plan, habit"),
    "speakers": later("Who says so"),
    "actor-words": later("Words around actors"),
    "role-words": later("Who acts and who is hit"),
    "place-words": later("Words around places"),
    "casualty-words": later("Words around tolls"),
    "connectives": later("Where a clause ends"),
    "link-words": later("How a report stands to earlier ones"),
    "claim-words": later("What reports say of the record"),
    "claim-grammar": later("Words around what is said of the record"),
    "dates": later("Words of time"),
    "numbers": later("Number words"),
    "page-words": later("Words around a report on its page"),
    "outlets": later("Outlets of one country"),
}

FIELDS: dict[str, str] = {
    "id": later("Id"),
    "code": later("Code"),
    "name_ar": later("Name in Arabic"),
    "name_en": later("Name in English"),
    "category": later("Kind"),
    "parent": later("Part of"),
    "country": later("Country"),
    "valid_from": later("From day"),
    "valid_to": later("Until day"),
    "armed": later("can fight"),
    "source": later("How it is known"),
    "note": later("Note"),
    "aliases": later("Other names"),
    "matches": later("Examples that must be found"),
    "rejects": later("Sentences in which it must not be found"),
    "forms": later("Wordings"),
    "pos": later("Part of speech"),
    "sub_event_type": later("What it tells"),
    "sense": later("Sense"),
    "weak": later("tells no act by itself"),
    "near": later("Only near one of these words"),
    "not_near": later("Not near these words"),
    "beside": later("Only where the report holds one of these words"),
    "not_after": later("Not right behind one of these words"),
    "within": later("How many words count as near"),
    "side": later("On which side"),
    "kind": later("Kind"),
    "scope": later("What it governs"),
    "role": later("Role"),
    "outcome": later("Outcome"),
    "voice": later("Voice"),
    "people_only": later("of people only"),
    "means": later("Means"),
    "victim_kind": later("Kind of people"),
    "actor_code": later("Code of the actor"),
    "singular": later("Forms for one"),
    "dual": later("Forms for two"),
    "value": later("Value"),
    "count": later("Count"),
    "features": later("Kinds of place"),
    "precision": later("Precision"),
    "keep": later("belongs to the name"),
    "spot": later("belongs to the name where no town follows"),
    "known": later("only before a listed name"),
    "many": later("several names may follow"),
    "refers": later("Points back to"),
    "fallback": later("Stands for, by country"),
    "optional": later("no mention where nothing resolves it"),
    "form": later("Name"),
    "where": later("In countries"),
    "generic": later("points back before it names"),
    "text": later("Sentence"),
    "find": later("Words to find in it"),
    "nth": later("Which time"),
    "aliases_ar": later("Other names"),
    "feature": later("Kind"),
    "admin1": later("Governorate (code)"),
    "admin2": later("District (code)"),
    "admin3": later("Subdistrict (code)"),
    "lat": later("Latitude"),
    "lon": later("Longitude"),
    "population": later("People living there"),
    "codes": later("Codes of other lists"),
}

HINTS: dict[str, str] = {
    "actors.id": later("Small Latin letters, digits and hyphens. It cannot be changed later."),
    "actors.code": later("A code of the codebook, or “other:” and the Arabic name."),
    "actors.aliases": later("One a line, as reports write them. Names that hold at some times or places stand below."),
    "country": later("Its two letters: SY, IQ, LY."),
    "actors.parent": later("The id of the body that it is a part of."),
    "places.id": later("The P-code where there is one; else letters of your own, such as own:tal-abyad-camp."),
    "places.aliases_ar": later("One a line."),
    "places.source": later("Who says so: a list, a map, a visit."),
    "id": later("Small Latin letters, digits, dots and hyphens. It cannot be changed later."),
    "forms": later(
        "One a line, spelled correctly, without diacritics: endings and what is written onto a word come by rule."
    ),
    "source": later("Who uses it, or where it was read."),
    "matches": later("Short sentences of your own with invented names, never one from a published report."),
    "rejects": later("One a line."),
    "near": later("One a line."),
    "not_near": later("One a line."),
    "where": later("ISO codes, one a line: SY."),
}
"""What helps to fill in a field: of one kind where there is one, else of all."""

_CATEGORIES: dict[str, str] = {
    "state": later("state"),
    "rebel": later("rebel"),
    "jihadi": later("jihadi"),
    "militia": later("militia"),
    "communal": later("communal"),
    "criminal": later("criminal group"),
    "coalition": later("coalition"),
    "civilian": later("civilians"),
    "unidentified": later("unidentified"),
    "organisation": later("organisation"),
}

PARTS: dict[str, str] = {
    "verb": later("verb"),
    "noun": later("noun"),
    "fixed": later("fixed wording"),
}

ACTS: dict[str, str] = {
    "set": later("changed"),
    "retire": later("retired"),
    "drop": later("as shipped again"),
}


def said(locale: Locale, field: str, value: str) -> str:
    """Return a value of a choice as people read it; the files' own word where it has no other."""
    table = {
        "category": _CATEGORIES, "pos": PARTS, "sub_event_type": LABELS["sub_event_type"], "feature": LABELS["feature"],
    }.get(field, {})  # fmt: skip
    return locale.text(table[value]) if value in table else value


@dataclass(frozen=True, slots=True, kw_only=True)
class Sentence:
    """What is wrong with an entry, in the language of whoever reads it."""

    entry_id: str
    sentence: str


def sentences(problems: Iterable[Problem], locale: Locale) -> list[Sentence]:
    """Return problems in words, fields called as the form calls them."""
    return [Sentence(entry_id=one.entry_id, sentence=_told(one, locale)) for one in problems]


def _told(problem: Problem, locale: Locale) -> str:
    facts = dict(problem.facts)
    first, *rest = facts.get("where", "").split(".")
    name = rest[-1] if rest and rest[-1] in FIELDS else first
    if name in FIELDS:
        label = locale.text(FIELDS[first]) if first in FIELDS else ""
        facts["where"] = label if name == first else f"{label} ({locale.text(FIELDS[name])})"
    facts = {name: value if name == "where" else f"\u2068{value}\u2069" for name, value in facts.items()}
    named = Problem(problem.file, problem.line, problem.entry_id, problem.code, tuple(facts.items()))
    return locale.figures(named.sentence(locale.language))


@dataclass(frozen=True, slots=True, kw_only=True)
class Changed:
    """A field that two states of an entry have otherwise: what goes, what comes, and how much of a list stays."""

    label: str
    gone: tuple[str, ...]
    come: tuple[str, ...]
    same: int


def changed(kind: str, before: dict[str, Any] | None, after: dict[str, Any] | None, locale: Locale) -> list[Changed]:
    """Return the fields in which two states of an entry differ, in words."""
    found = []
    for name in (field.name for field in fields_of(kind)):
        old, new = (_values((value or {}).get(name)) for value in (before, after))
        gone, come = [one for one in old if one not in new], [one for one in new if one not in old]
        if gone or come:
            told = [tuple(_value(locale, name, one) for one in some) for some in (gone, come)]
            same = len(old) - len(gone)
            found.append(Changed(label=locale.text(FIELDS[name]), gone=told[0], come=told[1], same=same))
    return found


def _values(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [] if value is None else [value]


def _value(locale: Locale, name: str, value: Any) -> str:
    match value:
        case bool():
            return locale.text(later("yes")) if value else locale.text(later("no"))
        case list():
            return locale.text(", ").join(_value(locale, name, one) for one in value)
        case dict():
            told = (
                (locale.text(FIELDS[key] if key in FIELDS else str(key)), _value(locale, key, one))
                for key, one in value.items()
            )
            return locale.text(later("; ")).join(
                one if key == locale.text(FIELDS["form"]) else f"{key}: {one}" for key, one in told
            )
        case _:
            return said(locale, name, str(value))
