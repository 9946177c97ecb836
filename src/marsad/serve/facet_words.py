"""What incidents are narrowed by, as people read it: the values of facets, and the lists to choose them from."""

from __future__ import annotations

from dataclasses import dataclass

from markupsafe import Markup, escape

from marsad.explore import IncidentIndex
from marsad.serve.asking import Asked, written
from marsad.serve.catalogues import later
from marsad.serve.locale import Locale
from marsad.serve.words import Words

__all__ = ["FACET_NAMES", "Facet", "Value", "facet_word", "facets_of"]

FACET_NAMES: dict[str, str] = {
    "kind": later("What"),
    "area": later("Where"),
    "actor": later("Who"),
    "source": later("Source"),
    "month": later("Month"),
    "status": later("Standing"),
}

_MOST = {"kind": 40, "area": 400, "actor": 60, "source": 60, "month": 400, "status": 10}


@dataclass(frozen=True, slots=True)
class Value:
    """A value of a facet: how the address writes it, how people read it, how many incidents have it."""

    value: str
    label: str
    number: int


@dataclass(frozen=True, slots=True)
class Facet:
    """A facet with its values, the largest first; `chosen` is the one asked for, "" for none."""

    name: str
    title: str
    chosen: str
    values: tuple[Value, ...]

    def links(self, asked: Asked, locale: Locale, path: str, first: int, last: int | None, **more: str) -> Markup:
        """Return values `first` to `last`, excluded, as lines of a list, each a link to the question narrowed by it.

        A page has hundreds, which a template would take long for: what their addresses share is written once.
        """
        before, after = map(escape, asked.around(path, self.name, **more))
        parts = []
        for one in self.values[first:last]:
            label, number = escape(one.label), locale.number(one.number)
            if one.value == self.chosen:
                address, current = f"{escape(asked.address(path, **more, **{self.name: ''}))}", ' aria-current="true"'
            else:
                address, current = f"{before}{written(one.value)}{after}", ""
            parts.append(f'<li><a href="{address}"{current}><bdi>{label}</bdi></a> <span>{number}</span></li>')
        return Markup("".join(parts))  # noqa: S704 - labels are escaped, addresses quoted


def facet_word(words: Words, name: str, value: str) -> str:
    """Return a value of a facet as people read it."""
    if not value:
        return words.locale.text(later("not known"))
    match name:
        case "kind":
            return words.label("sub_event_type", value)
        case "area":
            return words.area(value)
        case "actor":
            return words.actor(value)
        case "month":
            return words.locale.month(value)
        case "status":
            return words.label("status", value)
        case _:
            return value


def facets_of(index: IncidentIndex, asked: Asked, masks: dict[str, int], words: Words) -> tuple[Facet, ...]:
    """Return facets of a question: those in `masks`, with the incidents that the rest of the question leaves."""
    found = []
    for name, mask in masks.items():
        chosen = asked.meant(name)
        counted = index.counted(name, mask)
        some = counted[: _MOST[name]]
        if chosen and chosen not in dict(some):
            some.append((chosen, dict(counted).get(chosen, 0)))
        values = [Value(value, facet_word(words, name, value), number) for value, number in some if value]
        if name == "month":
            values.sort(key=lambda one: one.value, reverse=True)
        found.append(Facet(name, words.locale.text(FACET_NAMES[name]), chosen, tuple(values)))
    return tuple(found)
