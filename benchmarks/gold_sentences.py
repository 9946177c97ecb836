"""Detection on the gold standard of Arabic event sentences (openeventdata/arabic_event_gsr, MIT).

    python -m benchmarks.gold_sentences FOLDER [--places DIR] [--json]

FOLDER holds assault_gsr.csv and protest_gsr.csv. Each sentence is coded alone, as a report of its own; it counts as
ASSAULT (or PROTEST) when an event is coded whose sub-event type maps to it below. Unanimous "yes" stands against
"easy no" and "difficult no"; "ambiguous" sentences are left out, as their annotators could not tell.

The sentences measure, and nothing else: no word list, rule or weight of marsad was drawn from them.
"""

from __future__ import annotations

import argparse
import csv
import json
import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from rich.console import Console
from rich.table import Table

from marsad.evaluate.score import Rates
from marsad.model.report import Report
from marsad.pipeline import Coder

__all__ = ["PLOVER", "Sentence", "measure", "read_sentences"]

_ASSAULT = frozenset(("ASSAULT",))
_PROTEST = frozenset(("PROTEST",))
_BOTH = _ASSAULT | _PROTEST
_NEITHER: frozenset[str] = frozenset()

PLOVER: dict[str, frozenset[str]] = {
    "Armed clash": _ASSAULT,
    "Government regains territory": _ASSAULT,
    "Non-state actor overtakes territory": _ASSAULT,
    "Air/drone strike": _ASSAULT,
    "Shelling/artillery/missile attack": _ASSAULT,
    "Suicide bomb": _ASSAULT,
    "Remote explosive/landmine/IED": _ASSAULT,
    "Grenade": _ASSAULT,
    "Chemical weapon": _ASSAULT,
    "Attack": _ASSAULT,
    "Abduction/forced disappearance": _ASSAULT,  # mode "abduct"
    "Sexual violence": _ASSAULT,
    "Peaceful protest": _PROTEST,
    "Protest with intervention": _PROTEST,
    "Excessive force against protesters": _BOTH,
    "Violent demonstration": _PROTEST,  # mode "riot"
    "Mob violence": _BOTH,  # a riot that beats or kills
    "Looting/property destruction": _ASSAULT,  # mode "destroy"
    "Arrests": _NEITHER,  # COERCE, mode "arrest"
    "Disrupted weapons use": _NEITHER,  # COERCE, mode "seize"
    "Agreement": _NEITHER,
    "Change to group/activity": _NEITHER,  # MOBILIZE or RETREAT
    "Headquarters or base established": _NEITHER,
    "Non-violent transfer of territory": _NEITHER,
    "Other": _NEITHER,
}
"""Sub-event type to the two PLOVER types measured."""

_NO = ("easy no", "difficult no")
_DATED_ID = re.compile(r"_((?:19|20)\d\d)(\d\d)(\d\d)\.")


@dataclass(frozen=True, slots=True, kw_only=True)
class Sentence:
    """One annotated sentence; the day of its newspaper where its id tells it."""

    sentence_id: str
    text: str
    label: str
    published_on: date | None


def read_sentences(path: Path) -> list[Sentence]:
    """Read the sentences of one CSV that annotators agreed on, one way or the other."""
    with path.open(encoding="utf-8", newline="") as lines:
        return [
            Sentence(sentence_id=row["id"], text=row["text"], label=row["label"], published_on=_published(row["id"]))
            for row in csv.DictReader(lines)
            if row["label"] in ("yes", *_NO)
        ]


def _published(sentence_id: str) -> date | None:
    found = _DATED_ID.search(sentence_id)
    try:
        return date(*map(int, found.groups())) if found else None
    except ValueError:
        return None


def confidence(coder: Coder, sentence: Sentence, wanted: str) -> float:
    """Return the confidence of the surest event that maps to `wanted`; 0 where there is none."""
    report = Report(report_id=sentence.sentence_id, text=sentence.text, published_on=sentence.published_on)
    return max(
        (event.confidence for event in coder.code(report).events if wanted in PLOVER[event.sub_event_type]), default=0.0
    )


def measure(sentences: Sequence[Sentence], scores: Sequence[float], floor: float) -> dict[str, Any]:
    """Return the figures of detection: a score of at least `floor` says yes."""
    said = [score >= floor and score > 0 for score in scores]
    by_label = {
        label: [yes for sentence, yes in zip(sentences, said, strict=True) if sentence.label == label]
        for label in ("yes", *_NO)
    }
    rates = Rates(hit=sum(by_label["yes"]), predicted=sum(said), gold=len(by_label["yes"]))
    ranked = sorted(
        ((score, sentence.label == "yes") for score, sentence in zip(scores, sentences, strict=True)), reverse=True
    )
    return {
        "sentences": len(sentences),
        "yes": rates.gold,
        **rates.to_json(),
        "said_yes_to": {label: round(sum(yes) / max(1, len(yes)), 4) for label, yes in by_label.items()},
        "auc": round(area_under_curve(ranked), 4),
        "average_precision": round(average_precision(ranked), 4),
    }


def _steps(ranked: Sequence[tuple[float, bool]]) -> list[tuple[int, int]]:
    """Return (yes, no) counts at each distinct score, from the highest down: ties are one step."""
    steps: dict[float, list[int]] = {}
    for score, yes in ranked:
        steps.setdefault(score, [0, 0])[0 if yes else 1] += 1
    return [(yes, no) for _, (yes, no) in sorted(steps.items(), reverse=True)]


def area_under_curve(ranked: Sequence[tuple[float, bool]]) -> float:
    """Return how often a yes scores above a no; a tie counts half."""
    below, area = 0.0, 0.0
    for yes, no in reversed(_steps(ranked)):
        area += yes * (below + no / 2)
        below += no
    positive = sum(yes for _, yes in ranked)
    return area / (positive * below) if positive and below else 0.0


def average_precision(ranked: Sequence[tuple[float, bool]]) -> float:
    """Return the mean precision over the yes sentences, going down the scores."""
    seen, hit, total = 0, 0, 0.0
    for yes, no in _steps(ranked):
        seen, hit = seen + yes + no, hit + yes
        total += yes * hit / seen
    return total / hit if hit else 0.0


def main(arguments: Sequence[str] | None = None) -> None:
    """Code both files and print their figures."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("folder", type=Path)
    parser.add_argument("--places", type=Path, help="a folder of gazetteer files to use beside the built-in places")
    parser.add_argument("--json", action="store_true")
    args = parser.parse_args(arguments)
    floor = Coder().minimum
    coder = Coder(places=args.places, minimum=0.0)  # every event with its confidence: the floor is applied here
    out = {}
    for wanted in ("ASSAULT", "PROTEST"):
        sentences = read_sentences(args.folder / f"{wanted.lower()}_gsr.csv")
        scores = [confidence(coder, sentence, wanted) for sentence in sentences]
        out[wanted] = measure(sentences, scores, floor)
    if args.json:
        print(json.dumps(out))
        return
    table = Table(
        "type", "sentences", "yes", "precision", "recall", "F1", "AUC", "AP", "yes to easy no", "yes to difficult no"
    )
    for wanted, figures in out.items():
        table.add_row(
            wanted,
            *map(str, (figures["sentences"], figures["yes"])),
            *(f"{figures[name]:.3f}" for name in ("precision", "recall", "f1", "auc", "average_precision")),
            *(f"{figures['said_yes_to'][label]:.3f}" for label in _NO),
        )
    Console(width=130).print(table)


if __name__ == "__main__":
    main()
