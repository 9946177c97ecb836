"""Codings made up by the million: rows of a store as PostgreSQL's COPY takes them, drawn by a seed.

Incidents of fifteen years in the towns of five countries, told by one to nine short reports each, in the order of their
days. A few towns, outlets and words come often, most seldom. One report has one event.
"""

from __future__ import annotations

import json
import random
from bisect import bisect
from collections.abc import Iterator
from datetime import date, timedelta
from hashlib import sha256
from itertools import accumulate
from typing import Any, NamedTuple

from marsad.gazetteer import Gazetteer
from marsad.model.what import EVENT_TYPES
from marsad.model.where import Place
from marsad.store.facets import told
from marsad.store.rows import event_words
from marsad.store.word_index import vector
from marsad.store.words import search_text

__all__ = ["COLUMNS", "rows_of"]

_FIRST, _DAYS = date(2011, 3, 15), 15 * 365
_AT = "2026-03-15T00:00:00Z"
_KINDS = {
    "Armed clash": 24, "Shelling/artillery/missile attack": 22, "Air/drone strike": 14, "Arrests": 10, "Attack": 9,
    "Remote explosive/landmine/IED": 9, "Peaceful protest": 4, "Abduction/forced disappearance": 3,
    "Change to group/activity": 3, "Disrupted weapons use": 2,
}  # fmt: skip
_SAID = {
    "Armed clash": "اندلعت اشتباكات بين مسلحين وقوات محلية في",
    "Shelling/artillery/missile attack": "سقطت قذائف مدفعية على منازل مدنيين في",
    "Air/drone strike": "شن الطيران الحربي غارة على محيط",
    "Arrests": "اعتقلت دورية عدداً من الشبان في",
    "Attack": "هاجم مسلحون مجهولون حاجزاً قرب",
    "Remote explosive/landmine/IED": "انفجر لغم أرضي بسيارة على طريق",
    "Peaceful protest": "تظاهر العشرات من الأهالي وسط",
    "Abduction/forced disappearance": "خطف مجهولون تاجراً من منزله في",
    "Change to group/activity": "انسحب رتل عسكري من أطراف",
    "Disrupted weapons use": "ضبطت الشرطة مستودع أسلحة في",
}
_SIDES = (
    ("syr-regime", "opp"), ("is", "sdf"), ("sdf", "is"), ("unidentified", "civilians"), ("turkey", "sdf"),
    ("hts", "syr-regime"), ("coalition", "is"), ("houthi", "civilians"), ("rsf", "civilians"), ("israel", "hts"),
)  # fmt: skip
_LETTERS = "بتجحدرسشصطعغفقكلمنهوي"
_NAMES = 50_000

COLUMNS: dict[str, str] = {
    "places": "place_id, name, country, admin1, admin2, admin3, latitude, longitude, used_at",
    "actors": "code, used_at",
    "reports": "report_key, report_id, kept_at",
    "report_versions": "version_key, report_key, number, headline, text, published, outlet, extent, content_sha256, "
    "kept_at",
    "codings": "coding_key, version_key, coder_key, record, coded_at",
    "events": "event_key, coding_key, number, event_id, event_type, sub_event_type, place_id, place_name, "
    "place_precision, country, admin1, admin2, admin3, latitude, longitude, date_start, date_end, date_precision, "
    "killed_low, killed_best, killed_high, status, confidence, actors",
    "event_actors": "event_key, position, role, code",
    "documents": "search_key, report_key, version_key, coding_key, outlet, published, told, confidence, severity, "
    "linked",
    "search_words": "search_key, words",
    "incidents": "incident_id, record, created_at, changed_at, sub_event_type, date_start, date_end, places, actors, "
    "reports, sources, credibility, attribution, contested, status, country, admin1, place_id, place_precision, "
    "latitude, longitude, side1, side2, outlets",
    "incident_members": "member_key, incident_id, event_key, score, explanation, linked_at",
}
"""What is filled of each table."""


class _Kind(NamedTuple):
    name: str
    type: str
    said: str
    words: str


class _Mass(NamedTuple):
    """Values, some drawn often and most seldom."""

    values: list[Any]
    weights: list[float]

    def draw(self, chance: random.Random) -> Any:
        return self.values[bisect(self.weights, chance.random() * self.weights[-1])]


def _mass(values: list[Any], steep: float = 0.8) -> _Mass:
    return _Mass(values, list(accumulate(1 / (rank + 3) ** steep for rank in range(len(values)))))


def _towns(known: Gazetteer) -> list[Place]:
    found = [known.place(row) for row in range(len(known))]
    return [
        place
        for place in found
        if place.latitude is not None
        and place.admin1
        and place.country in {"SY", "IQ", "YE", "SD", "LB"}
        and place.feature in {"town", "village", "city", "camp", "quarter"}
    ]


def _field(value: Any) -> str:
    """Return a value as COPY takes it."""
    if value is None:
        return "\\N"
    return str(value).replace("\\", "\\\\").replace("\n", "\\n").replace("\t", "\\t")


def _line(*values: Any) -> str:
    return "\t".join(map(_field, values)) + "\n"


class _Maker:
    def __init__(self, count: int, known: Gazetteer, seed: int, first: date, days: int) -> None:
        self.first, self.days = first, days
        self.chance = random.Random(seed)
        towns = _towns(known)
        self.chance.shuffle(towns)
        self.towns = _mass(towns)
        self.words_of = {place.place_id: search_text(place.name_ar) for place in towns}
        self.outlets = _mass([f"منصة {number}" for number in range(60)], 1.0)
        self.kinds = _Mass(
            [
                _Kind(kind, EVENT_TYPES[kind], _SAID[kind], search_text(f"{kind}\n{EVENT_TYPES[kind]}"))
                for kind in _KINDS
            ],
            list(accumulate(_KINDS.values())),
        )
        self.names = _mass(["".join(self.chance.choices(_LETTERS, k=6)) for _ in range(_NAMES)], 0.9)
        self.left, self.incident, self.coding = count, 0, 0
        self.count = count

    def first_rows(self) -> dict[str, str]:
        """Return places and actors, which others point at."""
        places = "".join(
            _line(p.place_id, p.name_ar, p.country, p.admin1, p.admin2, p.admin3, p.latitude, p.longitude, _AT)
            for p in self.towns.values
        )
        actors = "".join(_line(code, _AT) for code in sorted({code for pair in _SIDES for code in pair}))
        return {"places": places, "actors": actors}

    def incident_rows(self, rows: dict[str, list[str]]) -> int:
        """Add an incident and the reports that tell it; return how many these are."""
        chance = self.chance
        kind, town, (side1, side2) = self.kinds.draw(chance), self.towns.draw(chance), chance.choice(_SIDES)
        day = self.first + timedelta(days=int(self.days * self.coding / self.count))
        precision = 1 if (vague := chance.random()) < 0.85 else 2 if vague < 0.93 else 3
        killed = chance.choice((None, None, None, 1, 1, 2, 3, 8))
        status = "reported" if chance.random() < 0.7 else "claimed"
        self.incident += 1
        size = min(self.left, 9, 1 + int(chance.expovariate(1 / 4)))
        members, outlets = [], []
        for _ in range(size):
            self.coding += 1
            outlets.append(self._report_rows(rows, kind, town, precision, day, (side1, side2), killed, status))
            members.append({"report_id": f"made-{self.coding}", "event": 0, "outlet": outlets[-1],
                            "published": day.isoformat(), "evidence": kind.said, "link": None})  # fmt: skip
        name = f"i-{self.incident:012x}"
        place = {"name": town.name_ar, "country": town.country, "admin1": town.admin1, "precision": precision}
        record = {
            "event_type": kind.type, "sub_event_type": kind.name, "side1": [side1], "side2": [side2],
            "place": {**place, "also": []}, "date": {"start": day.isoformat(), "end": day.isoformat(), "precision": 1},
            "figures": {"killed": _exactly(killed)} if killed else {}, "reports": size,
            "sources": len(set(outlets)), "credibility": 3, "attribution": {"grade": "low", "contested": False},
            "choices": {"place": {"from": {"report_id": members[0]["report_id"], "event": 0}, "sources": 1,
                                  "others": {}}},
            "ledger": [], "members": members,
        }  # fmt: skip
        names = f"{self.words_of[town.place_id]}\n{town.admin1.lower()}\n{town.country.lower()}"
        point = (town.place_id, precision, town.latitude, town.longitude)
        if precision == 3:
            point = (None, 3, None, None)
        rows["incidents"].append(
            _line(name, json.dumps(record, ensure_ascii=False), _AT, _AT, kind.name, day, day, names,
                  f"\n{side1}\n{side2}\n", size, len(set(outlets)), 3, "low", 0, status, town.country, town.admin1,
                  *point, side1, side2, "\n".join(dict.fromkeys(outlets)))
        )  # fmt: skip
        rows["incident_members"] += (
            f"{key}\t{name}\t{key}\t0\t[]\t{_AT}\n" for key in range(self.coding - size + 1, self.coding + 1)
        )
        return size

    def _report_rows(
        self, rows: dict[str, list[str]], kind: _Kind, town: Place, precision: int, day: date,
        sides: tuple[str, str], killed: int | None, status: str,
    ) -> str:  # fmt: skip
        chance, key = self.chance, self.coding
        outlet, first, second = self.outlets.draw(chance), self.names.draw(chance), self.names.draw(chance)
        published = day + timedelta(days=chance.random() < 0.3)
        text = f"{kind.said} {town.name_ar} بحسب {first} {second}."
        event = {
            "event_id": f"made-{key}#0", "event_type": kind.type, "sub_event_type": kind.name,
            "side1": [sides[0]], "assist1": [], "side2": [sides[1]], "assist2": [], "units": [],
            "place": {
                "name": town.name_ar, "country": town.country, "admin1": town.admin1, "precision": precision,
                "also": [], "place_id": town.place_id, "admin2": town.admin2, "admin3": town.admin3,
                "latitude": town.latitude, "longitude": town.longitude, "uncertainty_km": 1.0, "candidates": [],
            },
            "date": {"start": day.isoformat(), "end": day.isoformat(), "precision": 1, "reason": None},
            "killed": _exactly(killed), "killed_civilians": None, "wounded": None, "detained": None,
            "abducted": None, "sources": _quoted(key), "status": status, "evidence": kind.said, "evidence_fields": [],
            "confidence": 0.8, "confidence_fields": {}, "coder_version": "0", "resources_version": "0",
            "gazetteer": "embedded",
        }  # fmt: skip
        record = {"id": f"made-{key}", "events": [event], "skipped": []}
        actors = "\n".join(sides)
        own = {"sub_event_type": kind.name, "admin1": town.admin1, "status": status, "actors": actors}
        rows["reports"].append(f"{key}\tmade-{key}\t{_AT}\n")
        rows["report_versions"].append(
            f"{key}\t{key}\t1\t\\\\x\t\\\\x{text.encode().hex()}\t{published}\t{outlet}\twhole\t"
            f"{sha256(f'{key} {text}'.encode()).hexdigest()}\t{_AT}\n"
        )
        rows["codings"].append(_line(key, key, 1, json.dumps(record, ensure_ascii=False), _AT))
        where = (town.place_id, town.name_ar, precision, town.country, town.admin1, town.admin2, town.admin3)
        rows["events"].append(
            _line(key, key, 0, f"made-{key}#0", kind.type, kind.name, *where, town.latitude, town.longitude, day, day,
                  1, killed, killed, killed, status, 0.8, actors)
        )  # fmt: skip
        rows["event_actors"] += (f"{key}\t0\tside1\t{sides[0]}\n", f"{key}\t1\tside2\t{sides[1]}\n")
        rows["documents"].append(_line(key, key, key, key, outlet, published, told([own]), 0.8, 10 * (killed or 0), 1))
        rows["search_words"].append(f"{key}\t{vector(text, event_words(record))}\n")
        return str(outlet)


def _quoted(key: int) -> list[dict[str, str]]:
    """Return the monitor that one report of eight quotes."""
    return [] if key % 8 else [{"name": f"مرصد {_LETTERS[key // 8 % 20]}", "kind": "monitor"}]


def _exactly(count: int | None) -> dict[str, int] | None:
    return None if count is None else {"low": count, "best": count, "high": count}


def rows_of(
    count: int, known: Gazetteer, *, at_once: int = 20_000, seed: int = 17, first: date = _FIRST, days: int = _DAYS
) -> Iterator[dict[str, str]]:
    """Yield the lines of each table of COLUMNS, some thousand codings at a time, `count` in all.

    They tell what happened from the day `first` on, in so many days.
    """
    maker = _Maker(count, known, seed, first, days)
    yield maker.first_rows()
    while maker.left > 0:
        rows: dict[str, list[str]] = {name: [] for name in list(COLUMNS)[2:]}
        made = 0
        while maker.left > 0 and made < at_once:
            size = maker.incident_rows(rows)
            maker.left -= size
            made += size
        yield {name: "".join(lines) for name, lines in rows.items()}
