"""Which listed place a name means, told by what the report names around it."""

from __future__ import annotations

from collections import Counter

from marsad.annotate.places.grammar import Named
from marsad.arabic.marks import MARKS
from marsad.gazetteer import Gazetteer
from marsad.gazetteer.index import Entry
from marsad.model.report import Document
from marsad.model.where import GeoPrecision, PlaceMention

__all__ = ["resolve"]

_ACCEPT = 1.0
_CANDIDATES = 8


def resolve(document: Document, named: list[Named], gazetteer: Gazetteer) -> tuple[PlaceMention, ...]:
    """Return mentions for the names that are places, each with its candidates, best first."""
    countries: Counter[str] = Counter()
    regions: Counter[str] = Counter()
    near: dict[int, set[str]] = {}
    for name in named:
        if name.ordinary:
            continue
        strong = [entry for entry in name.entries if entry.weight == 3 or entry.feature == "country"]
        if strong:
            for country in {entry.country for entry in strong}:
                countries[country] += 1
            for admin1 in {entry.admin1 for entry in strong if entry.admin1}:
                regions[admin1] += 1
                near.setdefault(name.sentence, set()).add(admin1)
    mentions = []
    for name in named:
        best: dict[int, tuple[float, Entry]] = {}
        for entry in name.entries:
            score = _score(name, entry, countries, regions, near.get(name.sentence, set()))
            if entry.row not in best or best[entry.row][0] < score:
                best[entry.row] = score, entry
        scored = sorted(best.values(), key=lambda pair: -pair[0])
        if scored and scored[0][0] < _ACCEPT:
            continue
        mentions.append(_mention(document, name, scored[:_CANDIDATES], gazetteer))
    return tuple(mentions)


def _score(name: Named, entry: Entry, countries: Counter[str], regions: Counter[str], near: set[str]) -> float:
    score = (0.0, 0.6, 1.3, 2.0)[entry.weight]
    typed = name.type_word
    if typed is not None:
        score += 1.5 if entry.feature in typed.features else 0.3
        score += (
            0.3 * (len(typed.features) - typed.features.index(entry.feature)) / len(typed.features)
            if entry.feature in typed.features
            else 0
        )
    elif entry.feature in ("admin2", "admin3"):
        score -= 0.8
    if name.cues and typed is None:
        score += 0.8
    if entry.article == name.article:
        score += 0.4
    if name.stop - name.first > 1:
        score += 0.8
    if entry.admin1 and entry.admin1 in near:
        score += 1.5
    elif entry.admin1 and regions[entry.admin1]:
        score += 0.8
    if countries[entry.country]:
        score += 0.8
    elif entry.weight < 2:
        score -= 1.0
    if name.ordinary and typed is None:
        score -= 2.5
    role = next((cue.role for cue in name.cues if cue.role in ("admin", "part", "direction")), None)
    if entry.feature == "admin1":
        score += 1.0 if role in ("admin", "part") else -0.5
    return score


def _mention(document: Document, name: Named, scored: list[tuple[float, Entry]], gazetteer: Gazetteer) -> PlaceMention:
    best = scored[0][1] if scored else None
    relation, precision = "at", 1
    typed = name.type_word
    if typed is not None:
        precision = typed.precision
    for cue in name.cues:
        if cue.role != "type":
            relation, precision = cue.role, max(precision, cue.precision) if cue.role != "admin" else 3
            break
    if best is not None and best.feature == "country":
        precision = 3
    elif best is not None and best.feature in ("region", "admin1") and precision == 1 and best.feature == "region":
        precision = 2
    text = _name(document, name)
    if typed is not None and typed.keep:
        text = " ".join((_published(document, name.first - 1), text)) if _is_before(name, typed) else text
    return PlaceMention(
        span=document.span(name.lead, name.tail),
        first=name.lead,
        stop=name.tail,
        rule_id="places.listed" if best is not None else "places.type-word",
        entry_id=typed.entry_id if typed else name.cues[0].entry_id if name.cues else None,
        name=text,
        candidates=tuple((gazetteer.place(entry.row), round(score, 2)) for score, entry in scored),
        precision=GeoPrecision(precision),
        relation=relation,
        type_word=typed.words[-1] if typed else None,
    )


def _is_before(name: Named, typed: object) -> bool:
    return bool(name.cues) and name.cues[0] is typed


def _published(document: Document, word: int, drop: int = 0) -> str:
    text = "".join(letter for letter in document.quote(word, word + 1) if letter not in MARKS)
    return text[drop:]


def _name(document: Document, name: Named) -> str:
    first = _published(document, name.first, len(name.proclitics))
    if name.article and not first.startswith("ال"):
        first = "ال" + first.removeprefix("ل")
    return " ".join((first, *(_published(document, word) for word in range(name.first + 1, name.stop))))
