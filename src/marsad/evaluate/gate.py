"""Floors that must not sink: the scores a release has to reach, on a corpus nobody changed in silence.

`floors.json` holds {"corpus": {"path": "gold.jsonl", "sha256": "..."}, "floors": {"found.f1": 0.6, ...}};
the path is relative to the file.
"""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from marsad.errors import ReadError
from marsad.evaluate.score import Scores

__all__ = ["Floors", "breaches", "file_sha256", "measure", "read_floors"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Floors:
    """The least each measure may be, and the corpus it is measured on."""

    corpus: Path
    sha256: str
    floors: dict[str, float]


def file_sha256(path: Path) -> str:
    """Return the SHA-256 of a file's bytes."""
    try:
        return hashlib.sha256(path.read_bytes()).hexdigest()
    except OSError as error:
        raise ReadError(f"{error}.", file=str(path), remedy="Check the path of the corpus.") from error


def read_floors(path: Path) -> Floors:
    """Read a floors file; raise ReadError when it does not say what the module's docstring shows."""
    try:
        value = json.loads(path.read_text(encoding="utf-8"))
        return Floors(
            corpus=path.parent / value["corpus"]["path"],
            sha256=str(value["corpus"]["sha256"]),
            floors={str(name): float(floor) for name, floor in value["floors"].items()},
        )
    except (OSError, ValueError, KeyError, TypeError, AttributeError) as error:
        raise ReadError(
            f"This is no floors file: {error!r}.",
            file=str(path),
            remedy='Write {"corpus": {"path", "sha256"}, "floors": {"found.f1": 0.6}}.',
        ) from error


def measure(scores: Scores, name: str) -> float | None:
    """Return a measure by its dotted name in the JSON form: "found.f1", "fields.place", "perfect_reports"."""
    value: Any = scores.to_json()
    for part in name.split("."):
        if not isinstance(value, dict) or part not in value:
            return None
        value = value[part]
    return float(value) if isinstance(value, int | float) else None


def breaches(scores: Scores, floors: Floors) -> list[str]:
    """Return a sentence for each floor that sank and for a corpus that changed; none when the gate is open."""
    found: list[str] = []
    actual = file_sha256(floors.corpus)
    if actual != floors.sha256:
        found.append(
            f"The corpus {floors.corpus.name} has changed (sha256 {actual}); floors for another corpus say nothing. "
            "Restore it, or measure anew and write both."
        )
    for name, floor in floors.floors.items():
        value = measure(scores, name)
        if value is None:
            found.append(f"There is no measure {name!r}; correct its name in the floors file.")
        elif value < floor:
            found.append(f"{name} is {value:.4f}, below its floor of {floor:.4f}.")
    return found
