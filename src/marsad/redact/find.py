"""Names of private people, and what leads to them, in the fields of one line."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field

from marsad.annotate import actors, places
from marsad.arabic.letters import fold
from marsad.gazetteer import Gazetteer
from marsad.model.report import Report
from marsad.model.where import Place, PlaceMention
from marsad.pipeline import prepare
from marsad.redact.ages import age_after
from marsad.redact.contacts import Contact, find_contacts
from marsad.redact.evidence import announcement
from marsad.redact.kinds import kind_of
from marsad.redact.links import links_to
from marsad.redact.mention import Mention
from marsad.redact.named import Named, Taken
from marsad.redact.people import find_people
from marsad.redact.tokens import Tokens
from marsad.redact.vocabulary import listed

__all__ = ["Found", "find"]

_PART = "\n"
_GREAT = 100_000


@dataclass(frozen=True, slots=True)
class Found:
    """Code points `start` to `end` (excluded) of a field hold a name or a number of this kind."""

    field: int
    start: int
    end: int
    kind: str
    rule: str
    names: tuple[str, ...] = ()


@dataclass(slots=True)
class _Annotated:
    """Places and bodies of a text, read when first asked for."""

    tokens: Tokens
    gazetteer: Gazetteer
    kept: list[Taken] = field(default_factory=list)

    def __call__(self) -> Taken:
        if not self.kept:
            self.kept.append(_taken(self.tokens, self.gazetteer))
        return self.kept[0]


def find(fields: Sequence[str], gazetteer: Gazetteer, told_in: int | None = None) -> tuple[Found, ...]:
    """Return what is to be removed from the fields of one line, read together, in their order.

    A person told as private in one field is found in the others, too. With `told_in`, only the first so many fields
    are read for people; the others (ids, names of places) are cleaned of those.
    """
    starts: list[int] = []
    at = 0
    for text in fields:
        starts.append(at)
        at += len(text) + len(_PART)
    document = prepare(Report(report_id="", text=_PART.join(fields)))
    tokens = Tokens(document, frozenset(document.starts[i] for i in _first_words(document.starts, starts)))
    read_to = None if told_in is None or told_in >= len(fields) else bisect_left(document.starts, starts[told_in])
    people = find_people(tokens, _Annotated(tokens, gazetteer), read_to)
    found = [
        Found(number, one.start, one.end, _kind(tokens, starts[number], one), one.rule)
        for number, text in enumerate(fields)
        for one in (*find_contacts(text), *links_to(text, people))
    ]
    for named in people:
        found += _in_fields(tokens, named, starts, found)
    whole = [one for one in found if not (one.rule == "initials" and _is_inside_another(one, found))]
    return tuple(sorted(whole, key=lambda one: (one.field, one.start)))


def _is_inside_another(one: Found, found: Sequence[Found]) -> bool:
    """Say whether initials end a longer name that was found, too: "حازم ع. التركي"."""
    return any(one.field == other.field and other.start < one.start and one.end <= other.end for other in found)


def _kind(tokens: Tokens, begins: int, one: Contact) -> str:
    """Return the kind of what a pattern found; whose initials they are is told by what stands around them."""
    if one.rule != "initials":
        return one.kind
    document = tokens.document
    first = bisect_left(document.starts, begins + one.start)
    stop = bisect_left(document.starts, begins + one.end)
    if first >= stop:
        return one.kind
    return kind_of(Mention(tokens, first, stop, announcement(tokens, first), age_after(tokens, stop))).kind


def _first_words(words: Sequence[int], starts: Sequence[int]) -> list[int]:
    return [index for start in starts if start and (index := bisect_left(words, start)) < len(words)]


def _in_fields(tokens: Tokens, named: Named, starts: Sequence[int], others: Sequence[Found]) -> list[Found]:
    start, end = _stretch(tokens, named)
    number = bisect_right(starts, start) - 1
    start, end = start - starts[number], end - starts[number]
    if any(one.field == number and one.start <= start and end <= one.end for one in others):
        return []
    return [Found(number, start, end, named.kind or "other", named.rule, named.names)]


def _stretch(tokens: Tokens, named: Named) -> tuple[int, int]:
    """Return the code points of a name: behind its proclitics, with the marks on its last letter."""
    document = tokens.document
    end = document.ends[named.stop - 1]
    while "À" <= tokens.source[end : end + 1] <= "ſ":  # no letter of a word: "Kılıç"
        end += 1
    word = tokens.words[named.first]
    first = named.names[0].split()[0]
    letters = next((skip for skip in range(len(word)) if _same(word[skip:], first)), 0)
    if named.stop - named.first == 1 and len(word) == letters:
        letters = 0
    return tokens.after(named.first, letters), end


def _same(written: str, name: str) -> bool:
    """Say whether letters stand for a name: "لخالد" for "الخالد" behind ل, "ابا" for "ابو"."""
    return (
        written == name
        or (name.startswith("ال") and written == name[1:])
        or {name, written} <= listed("father")
        or (written[:-1] == name and written[-1] == "ا")
    )


def _is_great(place: Place | None) -> bool:
    """Say whether a place is one that every reader takes a lone name for."""
    return place is not None and (place.feature in ("country", "region", "admin1") or (place.population or 0) > _GREAT)


def _begins_inside_a_name(tokens: Tokens, place: PlaceMention) -> bool:
    """Say whether a place is read behind a letter that belongs to a given name: "بيريفان" is no "in Yerevan"."""
    word, name = tokens.words[place.first], fold(place.name)
    return tokens.rank(place.first) == "given" and tokens.stems[place.first][1] == word and word[1:] == name


def _taken(tokens: Tokens, gazetteer: Gazetteer) -> Taken:
    document = tokens.document
    where = places.find(document, gazetteer=gazetteer)
    who = actors.find(document, country=None)
    several: set[int] = set()
    alone: set[int] = set()
    for place in where:
        if _begins_inside_a_name(tokens, place):
            continue
        if place.stop - place.first > 1 or place.type_word is not None:
            several.update(range(place.first, place.stop))
        else:
            alone.add(place.first)
    great = {
        place.first
        for place in where
        if place.first in alone and not _begins_inside_a_name(tokens, place) and _is_great(place.place)
    }
    lone_bodies = {actor.first for actor in who if actor.kind in ("armed", "organisation")}
    bodies = {
        word
        for actor in who
        if actor.stop - actor.first > 1 and (actor.armed or actor.kind == "organisation")
        for word in range(actor.first, actor.stop)
    }
    return Taken(frozenset(several), frozenset(alone), frozenset(bodies), frozenset(lone_bodies), frozenset(great))
