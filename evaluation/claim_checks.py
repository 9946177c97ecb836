"""How often a checked claim gets the right verdict: the written cases of evaluation/gold/claims-checks.jsonl."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

from marsad import gazetteer as gazetteers
from marsad.claims.check import Verdict, check
from marsad.claims.facts import Facts, facts_of
from marsad.model.claim import Claim, ClaimPlace, Window
from marsad.model.span import Span

__all__ = ["claim_of", "verdicts"]

GOLD = Path(__file__).parent / "gold"


def claim_of(row: dict[str, Any]) -> Claim:
    """Return the claim that a written case holds."""
    place, window = row["place"], row["window"]
    return Claim(
        kind=row["kind"], what=row["what"], actors=tuple(row["actors"]),
        place=ClaimPlace(place["name"], place["country"], place["admin1"]) if place else None,
        window=Window(date.fromisoformat(window["start"]), date.fromisoformat(window["end"])) if window else None,
        number=row["number"], direction=row["direction"], measure=row["measure"], span=Span(0, 0), quote="",
        rule_id="written",
    )  # fmt: skip


def _lines(name: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in (GOLD / name).read_text(encoding="utf-8").splitlines()]


def records() -> dict[str, Facts]:
    """Return the written records by name."""
    known = gazetteers.load(None)
    rows = _lines("claims-records.jsonl")
    names = dict.fromkeys(row["record"] for row in rows)
    return {name: facts_of([row for row in rows if row["record"] == name], known)[0] for name in names}


def verdicts() -> Iterator[tuple[dict[str, Any], Verdict]]:
    """Yield each written case with the verdict it gets."""
    known = records()
    for row in _lines("claims-checks.jsonl"):
        yield row, check(claim_of(row["claim"]), known[row["record"]])


def main() -> None:
    """Print the cases that get a wrong verdict, and how many get the right one."""
    right = total = 0
    for row, verdict in verdicts():
        total += 1
        right += verdict.verdict == row["verdict"]
        if verdict.verdict != row["verdict"]:
            print(row["id"], row["verdict"], "but got", verdict, "|", row["why"])
    print(f"{right} of {total} right: {right / total:.3f}")


if __name__ == "__main__":
    main()
