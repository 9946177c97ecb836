"""From a name as found to a mention: its name as a list would write it, its precision and its relation."""

from __future__ import annotations

from marsad.annotate.places.grammar import Named
from marsad.annotate.places.words import place_words, stands_for
from marsad.arabic.letters import fold, plain
from marsad.gazetteer import Gazetteer
from marsad.gazetteer.index import Entry
from marsad.model.report import Document
from marsad.model.where import GeoPrecision, PlaceMention

__all__ = ["CAPITALS", "mention"]

CAPITALS = (frozenset(("SY01", "SY03")), frozenset(("LB-BA", "LB-JL")), frozenset(("YE13", "YE23")))
"""A capital and the unit around it, whose quarters and suburbs reports do not part."""
_TOWNS = frozenset(("city", "town", "village"))
_WITH_CITY = frozenset(("quarter", "village"))
"""What may be called a city without being one: "مدينة الصدر" is a quarter, and its name keeps the word."""


def mention(document: Document, name: Named, scored: list[tuple[float, Entry]], gazetteer: Gazetteer) -> PlaceMention:
    """Return the mention of a name with its candidates, best first (none for a name in no gazetteer)."""
    precision = GeoPrecision(_precision(name, scored))
    if precision == GeoPrecision.EXACT:
        scored = _town_before_unit(scored, gazetteer)
    best = scored[0][1] if scored else None
    typed = name.type_word
    return PlaceMention(
        span=document.span(name.lead, name.tail),
        first=name.lead,
        stop=name.tail,
        rule_id="places.type-word" if best is None else "places.listed",
        entry_id=typed.entry_id if typed else name.cues[0].entry_id if name.cues else None,
        name=_full_name(document, name, best, gazetteer),
        candidates=tuple((gazetteer.place(entry.row), round(score, 2)) for score, entry in scored),
        precision=precision,
        relation=_relation(name),
        type_word=typed.words[-1] if typed else None,
    )


def _town_before_unit(scored: list[tuple[float, Entry]], gazetteer: Gazetteer) -> list[tuple[float, Entry]]:
    """Return the candidates with the town of a governorate's name before it: a place known exactly is no governorate.

    "مدينة تعز" is the town in تعز, whose point is its own; the middle of the governorate is 40 km off.
    """
    if not scored or scored[0][1].feature != "admin1":
        return scored
    unit = scored[0][1].admin1
    units = next((pair for pair in CAPITALS if unit in pair), (unit,))
    for pair in scored:
        town = pair[1].feature in _TOWNS and pair[1].admin1 in units
        if town and gazetteer.place(pair[1].row).latitude is not None:
            return [pair, *(other for other in scored if other is not pair)]
    return scored


def _relation(name: Named) -> str:
    if name.relation is not None:
        return name.relation
    roles = [cue.role for cue in name.cues if cue.role != "type"]
    if "admin" in roles and len(roles) > 1:
        return "part"
    return roles[0] if roles else "at"


def _precision(name: Named, scored: list[tuple[float, Entry]]) -> int:
    """Return the codebook's 1, 2 or 3 for a mention that stands alone."""
    best = scored[0][1] if scored else None
    roles = {cue.role for cue in name.cues}
    if best is not None and best.feature == "country":
        return 3
    if "admin" in roles:
        return 2 if roles & {"direction", "part", "near"} else 3
    precision = 1 if name.relation is None else 2
    for cue in name.cues:
        precision = max(precision, cue.precision)
    typed = name.type_word
    if best is None:
        return max(precision, typed.precision) if typed is not None else precision
    if typed is not None:
        precision = max(precision, typed.precision)
        if typed.entry_id == "place.area" and any(
            entry.feature == "admin2" and entry.country == "SY" and entry.admin1 == best.admin1 for _, entry in scored
        ):
            precision = max(precision, 2)
    if best.feature == "region" or (typed is None and best.feature in ("river", "hill")):
        precision = max(precision, 2 if best.admin1 else 3)
    if precision == 1 and best.feature == "admin1" and not any(entry.feature in _TOWNS for _, entry in scored):
        return 3
    return precision


def _full_name(document: Document, name: Named, best: Entry | None, gazetteer: Gazetteer) -> str:
    text = _plain(document, name, whole=_is_called_city(best, gazetteer))
    typed = name.type_word
    left_out = typed is not None and typed.spot and best is not None and best.feature in _TOWNS
    if typed is not None and typed.keep and typed.many:
        return f"{typed.single} {text}"
    if (
        typed is not None
        and typed.keep
        and not left_out
        and name.cues
        and name.cues[0] is typed
        and name.lead < name.first
    ):
        at = (
            name.first - 1 - (document.words[name.first - 1] in place_words("kind-told", "city-told"))
        )  # "مطار مدينة الحديدة"
        return f"{_published(document, at, _clitics_before(document, at, typed.words))} {text}"
    alone = name.stop == name.first + 1
    if best is not None and (best.feature == "region" or (alone and stands_for(document.words[name.first]))):
        return gazetteer.place(best.row).name_ar
    if (
        best is not None
        and best.feature == "country"
        and document.words[name.first].endswith(tuple(place_words("written-otherwise")))
    ):
        return gazetteer.place(best.row).name_ar  # سوريا
    direction = next((cue for cue in name.cues if cue.role == "direction"), None)
    if direction is not None and best is not None and best.feature == "country":
        size = len(direction.words)
        start = name.first - size
        if start >= name.lead:
            drop = _clitics_before(document, start, direction.words)
            words = [
                _published(document, start, drop),
                *(_published(document, word) for word in range(start + 1, name.first)),
            ]
            return " ".join((*words, text))
    return text


def _is_called_city(best: Entry | None, gazetteer: Gazetteer) -> bool:
    """Say whether the word "city" belongs to the name of a quarter or village."""
    if best is None or best.feature not in _WITH_CITY:
        return False
    kind, space, _ = gazetteer.place(best.row).name_ar.partition(" ")
    return bool(space) and fold(kind) in place_words("city-told")


def _clitics_before(document: Document, word: int, forms: tuple[str, ...]) -> int:
    """Return how many letters stand before a cue in its word: 1 for "بمخيم"."""
    return max(0, document.words[word].find(forms[0]))


def _published(document: Document, word: int, drop: int = 0) -> str:
    return plain(document.quote(word, word + 1))[drop:]


def _plain(document: Document, name: Named, *, whole: bool) -> str:
    """Return the words of the name as published, without proclitics and marks; "للشحيل" gives الشحيل.

    A `whole` name keeps the word for a settlement that it opens with: "مدينة الصدر".
    """
    stop, start = name.stop, name.first
    if (
        not whole
        and document.words[start].removeprefix(name.proclitics) in place_words("kind-told", "city-told")
        and start + 1 < stop
    ):
        start += 1  # the list has it as "مدينة مأرب", "حي تشرين"
        return " ".join(_published(document, word) for word in range(start, stop))
    first = _published(document, name.first, len(name.proclitics))
    if name.article and not fold(first).startswith("ال"):  # "لألمانيا" has it, by its letters
        first = "ال" + first.removeprefix("ل")
    while stop - 1 > name.first and document.words[stop - 1] in place_words("left-out"):
        stop -= 1
    ends = place_words("for-refugees")  # "مخيم اليرموك للاجئين الفلسطينيين"
    stop = next((at for at in range(start + 1, stop) if document.words[at] in ends), stop)
    return " ".join((first, *(_published(document, word) for word in range(name.first + 1, stop))))
