"""CPU seconds, memory and growth of linking, on codings made up at the density of a war.

    python -m benchmarks.linking [--codings 1000000] [--places DIR] [--json]

Incidents of fifteen years in the governorates of Syria, each told by one to twenty reports of several outlets, in towns
of the gazetteer; reports differ in place, day, sides, figures and words as outlets do. Drawn by a fixed seed.
"""

from __future__ import annotations

import argparse
import gc
import json
import random
import resource
import sys
import time
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from math import log
from pathlib import Path
from statistics import median
from typing import Any

from marsad import gazetteer as gazetteers
from marsad.evaluate.clusters import b_cubed, pairwise
from marsad.gazetteer import Gazetteer
from marsad.link.coding import Coding, Member
from marsad.link.index import Index
from marsad.link.read import codings_of
from marsad.model.where import Place

__all__ = ["growth", "made_up", "main", "measure"]

_DAYS = 15 * 365
_FIRST = date(2011, 3, 15)
_KINDS = (
    ("Armed clash", 24), ("Shelling/artillery/missile attack", 22), ("Air/drone strike", 14), ("Arrests", 10),
    ("Remote explosive/landmine/IED", 9), ("Attack", 9), ("Abduction/forced disappearance", 3), ("Peaceful protest", 4),
    ("Change to group/activity", 3), ("Disrupted weapons use", 2),
)  # fmt: skip
_TOLD_AS = {
    "Armed clash": "Attack", "Attack": "Armed clash", "Shelling/artillery/missile attack": "Air/drone strike",
    "Air/drone strike": "Shelling/artillery/missile attack", "Remote explosive/landmine/IED": "Attack",
}  # fmt: skip
_SIDES = (
    ("syr-regime", "opp"), ("syr-regime", "civilians"), ("is", "sdf"), ("sdf", "is"), ("unidentified", "civilians"),
    ("turkey", "sdf"), ("unidentified", "sdf"), ("hts", "syr-regime"), ("asayish", "is"), ("coalition", "is"),
)  # fmt: skip
_WORDS = [
    word
    for line in (
        "مقتل إصابة هجوم استهداف عناصر مسلحون قوات دورية حاجز نقطة مدرسة سوق منزل سيارة دراجة عبوة قذائف صواريخ رشاشة",
        "طريق قرية بلدة مدينة ريف أطراف محيط مدنيين أطفال نساء مجهولون قصف مدفعي غارة طائرة مروحية مسيرة مقر مستودع",
        "اشتباكات كمين انفجار لغم مخيم فرن مشفى جسر محطة معبر دوار ساحة مبنى مزرعة بئر قيادي مقاتل حارس سائق عائلة",
        "شرطي معلم طبيب مختار تاجر راع",
    )
    for word in line.split()
]
_LETTERS = "بتجحدرسشصطعغفقكلمنهوي"


def _mass(count: int, chance: random.Random) -> list[float]:
    """Return how often each of `count` towns is in the news: a few very often, most seldom."""
    weights = [1 / (rank + 3) ** 0.8 for rank in range(count)]
    chance.shuffle(weights)
    return weights


def _towns(gazetteer: Gazetteer) -> dict[str, list[Place]]:
    found: dict[str, list[Place]] = {}
    for row in range(len(gazetteer)):
        place = gazetteer.place(row)
        if place.country == "SY" and place.admin1 and place.feature in {"town", "village", "city", "camp", "quarter"}:
            found.setdefault(place.admin1, []).append(place)
    return found


def made_up(count: int, gazetteer: Gazetteer, seed: int = 7) -> Iterator[dict[str, Any]]:
    """Yield reports with about `count` events in all, in the order of publication."""
    chance = random.Random(seed)
    towns = _towns(gazetteer)
    units = sorted(towns)
    unit_mass = _mass(len(units), chance)
    town_mass = {unit: _mass(len(towns[unit]), chance) for unit in units}
    span = max(3.0, _DAYS * count / 1_000_000)  # fewer codings are fewer days of the same war
    made: list[tuple[int, dict[str, Any]]] = []
    total = 0
    while total < count:
        incident = _incident(chance, towns, units, unit_mass, town_mass, span)
        name = f"incident-{total}"
        for _ in range(min(20, 1 + int(chance.expovariate(1 / 6)))):
            day, event = _told(incident, chance, gazetteer)
            made.append((day, {**event, "incident": name}))
            total += 1
    made.sort(key=lambda one: one[0])
    number = 0
    while number < len(made):
        size = 1 + (chance.random() < 0.2) + (chance.random() < 0.05)
        events = [event for _, event in made[number : number + size]]
        day = _FIRST + timedelta(days=made[min(number + size, len(made)) - 1][0])
        text = ". ".join(event["evidence"] for event in events)
        yield {
            "id": f"made-{number}", "outlet": f"outlet-{chance.randrange(60)}", "published": day.isoformat(),
            "title": "", "text": text, "events": events,
        }  # fmt: skip
        number += size


def _incident(
    chance: random.Random,
    towns: dict[str, list[Place]],
    units: list[str],
    unit_mass: list[float],
    town_mass: dict[str, list[float]],
    span: float,
) -> dict[str, Any]:
    (unit,) = chance.choices(units, unit_mass)
    (kind,) = chance.choices([name for name, _ in _KINDS], [weight for _, weight in _KINDS])
    names = ["".join(chance.choices(_LETTERS, k=5)) for _ in range(2)]
    return {
        "unit": unit,
        "place": chance.choices(towns[unit], town_mass[unit])[0],
        "day": int(chance.random() * span),
        "kind": kind,
        "sides": chance.choice(_SIDES),
        "killed": chance.choice((None, None, 0, 1, 1, 2, 3, 5, 8, 14)),
        "wounded": chance.choice((None, None, 1, 2, 4, 9)),
        "words": chance.sample(_WORDS, 14) + names,
    }


def _told(incident: dict[str, Any], chance: random.Random, gazetteer: Gazetteer) -> tuple[int, dict[str, Any]]:
    """Return the day of publication and the event, told as one outlet would."""
    delay = chance.choices((0, 1, 2, 4), (60, 28, 8, 4))[0]
    day = _FIRST + timedelta(days=incident["day"] + (delay > 0 and chance.random() < 0.1))
    vague = chance.random()
    name, precision = incident["place"].name_ar, 1
    if vague < 0.12:
        unit = gazetteer.by_id(incident["unit"])
        name, precision = (unit.name_ar if unit else name), (2 if vague < 0.07 else 3)
    kind = incident["kind"]
    if chance.random() < 0.1:
        kind = _TOLD_AS.get(kind, kind)
    side1 = "unidentified" if chance.random() < 0.15 else incident["sides"][0]
    killed = incident["killed"]
    if killed and chance.random() < 0.2:
        killed = max(0, killed - 1) if not delay else killed + 1
    words = chance.sample(incident["words"], 11)
    return incident["day"] + delay, {
        "sub_event_type": kind, "side1": [side1], "assist1": [], "side2": [incident["sides"][1]], "assist2": [],
        "place": {"name": name, "country": "SY", "admin1": incident["unit"], "precision": precision, "also": []},
        "date": {"start": day.isoformat(), "end": day.isoformat(), "precision": 1},
        "killed": _exactly(killed), "killed_civilians": None, "wounded": _exactly(incident["wounded"]),
        "detained": None, "abducted": None, "sources": [], "status": "reported",
        "evidence": " ".join([*words, "في", name]),
    }  # fmt: skip


def _exactly(count: int | None) -> dict[str, int] | None:
    return None if count is None else {"low": count, "best": count, "high": count}


def measure(count: int, gazetteer: Gazetteer) -> dict[str, Any]:
    """Link about `count` codings, then add reports one by one; return seconds, memory and sizes."""
    reports = list(made_up(count + 200, gazetteer))
    late = [reports.pop(len(reports) * share // 101) for share in range(100, 0, -1)]
    index = Index()
    started = time.process_time()
    for report in reports:
        index.add(one for one in codings_of(report, gazetteer) if isinstance(one, Coding))
    entered = time.process_time()
    incidents = index.incidents()
    linked = time.process_time()
    gold = {
        Member(report["id"], place): event["incident"]
        for report in reports
        for place, event in enumerate(report["events"])
    }
    right = {coding.member: one.incident_id for one in incidents for coding in one.codings}
    cubed, pairs = b_cubed(right, gold), pairwise(right, gold)
    sizes = [len(incident.codings) for incident in incidents]
    del incidents, right
    singly: list[float] = []
    for report in late:
        before = time.process_time()
        index.incidents_of(index.add(one for one in codings_of(report, gazetteer) if isinstance(one, Coding)))
        singly.append(1000 * (time.process_time() - before))
    singly.sort()
    return {
        "codings": len(index),
        "incidents": len(sizes),
        "made_up_incidents": len(set(gold.values())),
        "largest": max(sizes),
        "b_cubed": [round(value, 3) for value in (cubed.precision, cubed.recall, cubed.f1)],
        "pairs": [round(value, 3) for value in (pairs.precision, pairs.recall)],
        "seconds_compare": round(entered - started, 2),
        "seconds_cluster": round(linked - entered, 2),
        "one_report_ms_median": round(median(singly), 2),
        "one_report_ms_p99": round(singly[98], 2),
        "one_report_ms_worst": round(singly[-1], 2),
        "peak_gib": round(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 2**20, 2),
    }


def growth(points: Sequence[tuple[int, float]]) -> float:
    """Return the exponent of seconds by codings, from the first point to the last."""
    (few, short), (many, long) = points[0], points[-1]
    return log(long / short) / log(many / few)


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure at growing sizes up to --codings and print a line for each."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--codings", type=int, default=1_000_000)
    parser.add_argument("--places", type=Path)
    parser.add_argument("--json", action="store_true")
    args = parser.parse_args(arguments)
    gazetteer = gazetteers.load(args.places)
    points: list[tuple[int, float]] = []
    size = min(1000, args.codings)
    while True:
        found = measure(size, gazetteer)
        points.append((found["codings"], found["seconds_compare"] + found["seconds_cluster"]))
        print(
            json.dumps(found) if args.json else "  ".join(f"{key} {value}" for key, value in found.items()), flush=True
        )
        gc.collect()
        if size >= args.codings:
            break
        size = min(size * 10, args.codings)
    if len(points) > 1:
        print(f"growth exponent {growth(points):.3f}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
