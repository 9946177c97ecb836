"""The form that asks for incidents, and what it asks for in words: one field and one sentence for each part."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from marsad.gazetteer import load
from marsad.serve.asking import Asked
from marsad.serve.catalogues import later
from marsad.serve.facet_words import FACET_NAMES, Facet, facet_word
from marsad.serve.incident_words import ATTRIBUTION, CREDIBILITY
from marsad.serve.locale import Locale
from marsad.serve.words import LABELS, Words

__all__ = ["Field", "chips_of", "fields_of", "title_of"]

_TITLES: dict[str, str] = {
    "q": later("Words in the reports"),
    **FACET_NAMES,
    "place": later("Place"),
    "since": later("From day"),
    "until": later("Until day"),
    "sources": later("Independent sources"),
    "credibility": later("Did it happen"),
    "attribution": later("Who did it"),
    "contested": later("contested only"),
    "differing": later("differing figures only"),
}
_OTHERS: dict[str, str] = {
    "of": later("What is counted"),
    "by": later("Rows by"),
    "then": later("And by"),
    "people": later("People"),
    "now": later("Later period"),
    "before": later("Compared with"),
}
"""Fields of pages that ask for more than incidents."""
_EVERY = {
    "sources": later("any number"),
    "credibility": later("any grade"),
    "attribution": later("any grade"),
}
_SHAPES = {"q": "words", "since": "day", "until": "day", "contested": "tick", "differing": "tick"}
_LEAST_SOURCES = ("2", "3", "5", "10")


def title_of(name: str, locale: Locale) -> str:
    """Return what the form calls a part of an address; one that no form of a question has is called as it is."""
    title = (_TITLES | _OTHERS).get(name)
    return locale.text(title) if title else name


@dataclass(frozen=True, slots=True, kw_only=True)
class Field:
    """A field of the form. `shape`: words, day, text, choice or tick; `choices` are (value, label) pairs.

    `every` is what the list of a choice says for nothing asked.
    """

    name: str
    title: str
    shape: str
    value: str
    every: str
    choices: tuple[tuple[str, str], ...] = ()


def fields_of(
    asked: Asked,
    words: Words,
    names: Iterable[str],
    *,
    facets: Sequence[Facet] = (),
    choices: Mapping[str, Sequence[tuple[str, str]]] | None = None,
) -> list[Field]:
    """Return the fields of the parts named; one with a facet, or with choices, is chosen from a list."""
    listed = {one.name: _counted(one, words.locale) for one in facets} | dict(choices or {})
    found = []
    for name in names:
        values = listed.get(name, _values(name, words))
        shape = _SHAPES.get(name, "choice" if values or name in listed else "text")
        value = asked.meant(name)
        if name == "actor" and shape == "text" and value:
            value = words.actor(value)
        if shape == "choice" and value and value not in dict(values):
            values = [*values, (value, _value(name, value, words))]
        found.append(
            Field(
                name=name, title=words.locale.text(_TITLES[name]), shape=shape, value=value,
                every=words.locale.text(_EVERY.get(name, later("all"))), choices=tuple(values),
            )
        )  # fmt: skip
    return found


def _counted(facet: Facet, locale: Locale) -> list[tuple[str, str]]:
    values = sorted(facet.values, key=lambda one: one.label)
    return [(one.value, f"{one.label} ({locale.number(one.number)})") for one in values]


def _values(name: str, words: Words) -> list[tuple[str, str]]:
    """Return what there is to choose from for a part, none where anything may be typed."""
    known: dict[str, Iterable[str]] = {
        "kind": LABELS["sub_event_type"],
        "sources": _LEAST_SOURCES,
        "credibility": (grade for grade in CREDIBILITY if grade in "1234"),
        "attribution": (grade for grade in ATTRIBUTION if grade != "contested"),
    }
    return [(value, _value(name, value, words)) for value in known.get(name, ())]


def _value(name: str, value: str, words: Words) -> str:
    """Return a value of a part as people read it."""
    say = words.locale.text
    match name:
        case "since":
            return say(later("from %(day)s"), day=words.locale.day(value))
        case "until":
            return say(later("until %(day)s"), day=words.locale.day(value))
        case "box":
            return say(later("a part of the map"))
        case "against":
            one, _, other = value.partition("\n")
            if not other:
                return say(later("%(one)s against anybody"), one=words.actor(one))
            if not one:
                return say(later("anybody against %(other)s"), other=words.actor(other))
            return say(later("%(one)s against %(other)s"), one=words.actor(one), other=words.actor(other))
        case "vague":
            return say(later("known only as %(area)s"), area=words.area(value))
        case "within":
            listed = load().by_id(value)
            return words.place(listed.name_ar, value) if listed is not None else value
        case "place":
            return value
        case "sources":
            least, says = int(value), words.locale.catalogue
            told = says.ngettext("%(count)s source or more", "%(count)s sources or more", least)
            return told % {"count": words.locale.number(least)}
        case "credibility":
            grade = say(CREDIBILITY.get(value, value))
            return grade if value == "1" else say(later("%(grade)s or better"), grade=grade)
        case "attribution":
            return say(ATTRIBUTION[value])
        case "contested" | "differing":
            return say(_TITLES[name])
        case _:
            return facet_word(words, name, value)


def chips_of(asked: Asked, words: Words, path: str, **more: str) -> list[tuple[str, str]]:
    """Return each part of a question as people read it, with the address without it; words stand in their field."""
    said = []
    for name in asked.given(q=""):
        label = _value(name, asked.meant(name), words)
        if name in ("place", "sources", "attribution", "credibility"):
            label = f"{words.locale.text(_TITLES[name])}: {label}"
        said.append((label, asked.address(path, **more, **{name: ""})))
    return said
