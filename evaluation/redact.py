"""How well names of private people are found in the gold for redaction, and that public ones stay.

    python -m evaluation.redact

Reads gold/redact.jsonl, redacts each passage, and writes redact.md. A private mention counts as found when every
letter and digit of it is covered; a public person, an armed body or a place counts as kept when none of it is.
"""

from __future__ import annotations

import json
import sys
import time
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from marsad import gazetteer
from marsad.gazetteer import Gazetteer
from marsad.redact.find import Found, find

__all__ = ["GOLD", "PARTS", "Measured", "main", "measure", "page", "passages"]

GOLD = Path(__file__).parent / "gold" / "redact.jsonl"
PARTS = {
    "frozen": "The frozen half",
    "tuning": "Passages that were read",
    "unread": "Passages that nobody reads",
}
"""The parts of the gold, and what the page calls them."""
_PAGE = Path(__file__).parent / "redact.md"
_FIELDS = ("title", "text")
_HEAD = """# Names of private people

Written by `python -m evaluation.redact`. The gold is `gold/redact.jsonl`; the frozen half was set apart before the
first rule was written and only measures. A hundred more, by one who had not seen the redactor, are never read either:
they tell what a text of a new hand meets. A private mention is found when every letter of it is covered; a public
person, an armed body or a place is kept when none of it is.
*Removals* are right when they touch a private mention."""


@dataclass(slots=True)
class Measured:
    """What was right, and of how many, by what was asked."""

    right: Counter[str] = field(default_factory=Counter)
    asked: Counter[str] = field(default_factory=Counter)

    def add(self, name: str, *, right: bool) -> None:
        """Count one question."""
        self.asked[name] += 1
        self.right[name] += right

    def share(self, name: str) -> float:
        """Return the share that was right."""
        return self.right[name] / self.asked[name] if self.asked[name] else 1.0


def passages(part: str) -> list[dict[str, Any]]:
    """Return the passages of a part."""
    rows = [json.loads(line) for line in GOLD.read_text(encoding="utf-8").splitlines()]
    return [row for row in rows if row["half"] == part]


def measure(rows: list[dict[str, Any]], places: Gazetteer) -> Measured:
    """Redact passages and return how they agree with what people marked."""
    measured = Measured()
    for row in rows:
        found = find([row[name] for name in _FIELDS], places)
        for name in _FIELDS:
            _mentions(row, name, [one for one in found if _FIELDS[one.field] == name], measured)
    return measured


def _mentions(row: dict[str, Any], name: str, found: list[Found], measured: Measured) -> None:
    text = row[name]
    covered = {at for one in found for at in range(one.start, one.end)}
    marked = [person for person in row["people"] if person["field"] == name]
    for person in marked:
        letters = [at for at in range(person["start"], person["end"]) if text[at].isalnum()]
        if person["private"]:
            right = covered.issuperset(letters)
            measured.add("private", right=right)
        else:
            right = covered.isdisjoint(letters)
            measured.add("kept", right=right)
        measured.add(person["kind"], right=right)
    for one in found:
        touched = [person for person in marked if person["start"] < one.end and one.start < person["end"]]
        measured.add("removals", right=any(person["private"] for person in touched))
        for person in touched:
            if person["private"] and person["kind"] != "contact":
                measured.add("same kind", right=person["kind"] == one.kind)


def _row(label: str, name: str, measured: Measured) -> str:
    return f"| {label} | {measured.asked[name]} | {measured.right[name]} | {measured.share(name):.3f} |"


def page(measured: dict[str, Measured]) -> str:
    """Return the page of figures."""
    parts = [_HEAD]
    for part, one in measured.items():
        rows = [
            _row("**private mentions found**", "private", one),
            *(_row(f"… {kind}", kind, one) for kind in _PRIVATE if one.asked[kind]),
            _row("**public people, armed bodies and places kept**", "kept", one),
            *(_row(f"… {kind}", kind, one) for kind in ("public", "armed", "place")),
            _row("**removals that touch a private mention**", "removals", one),
            _row("kind as marked", "same kind", one),
        ]
        parts.append(
            f"\n## {PARTS[part]}: {len(passages(part))} passages\n\n| | marked | right | share |\n|---|---|---|---|\n"
            + "\n".join(rows)
        )
    return "\n".join(parts) + "\n"


_PRIVATE = ("victim", "minor", "detainee", "relative", "witness", "poster", "other", "contact")


def main() -> None:
    """Measure every part and write the page."""
    places = gazetteer.load()
    started = time.process_time()
    measured = {part: measure(passages(part), places) for part in PARTS}
    seconds = time.process_time() - started
    _PAGE.write_text(page(measured), encoding="utf-8")
    total = sum(len(passages(part)) for part in PARTS)
    for part, one in measured.items():
        print(f"{part}: private {one.share('private'):.3f}, kept {one.share('kept'):.3f}")
    print(f"{total / seconds:.0f} passages a second of one core; wrote {_PAGE}", file=sys.stderr)


if __name__ == "__main__":
    main()
