"""The gate of claims: what is read and checked does not sink."""

from __future__ import annotations

import json

import pytest

from evaluation.claims import GOLD, TWICE, compare, rows, score, second_hand
from marsad.pipeline import Coder

FLOORS = {
    "tuning": (0.93, 0.98), "frozen": (0.855, 0.96), "b": (0.87, 0.98), "c": (0.92, 0.98), "d": (0.94, 0.98),
    "e": (0.83, 0.91), "f": (0.86, 0.94), "g": (0.86, 0.98),
    "h": (0.76, 0.93), "i": (0.76, 0.90), "j": (0.93, 0.98), "k": (0.93, 0.98), "l": (0.92, 0.98),
    "m": (0.91, 0.98), "n": (0.85, 0.96), "o": (0.89, 0.92), "p": (0.77, 0.93), "q": (0.92, 0.94), "r": (0.74, 0.94),
    "s": (0.92, 0.97), "t": (0.88, 0.94), "u": (0.91, 0.97), "v": (0.94, 0.97),
    "w": (0.84, 0.95), "x": (0.89, 0.94), "y": (0.88, 0.96),
}  # fmt: skip


@pytest.fixture(scope="module")
def coder():
    return Coder()


@pytest.mark.parametrize("split", FLOORS)
def test_no_figure_sinks(split, coder):
    """The F1 of claims right in every field, and of those found at all, is at least what it was."""
    strict, lenient = FLOORS[split]
    found = score(rows(split), coder)
    assert found.f1 >= strict
    assert found.lenient_f1 >= lenient


def test_the_gold_holds_what_it_says():
    """Every quotation stands in its report, each kind has its number or direction, and ids are unique."""
    found = rows()
    assert len({row["id"] for row in found}) == len(found)
    for row in found:
        for claim in row["claims"]:
            assert claim["quote"] in f"{row['title']}\n{row['text']}", row["id"]
            assert (claim["number"] is None) == (claim["kind"] == "trend") == (claim["direction"] is not None)
    assert sum(len(row["claims"]) for row in found) >= 900
    assert [json.loads(line)["id"] for line in GOLD.read_text(encoding="utf-8").splitlines()]


@pytest.mark.parametrize("name", TWICE)
def test_two_people_agree(name):
    """A second person coded every report of the set, from words that stand in it, and mostly as the first did."""
    found = compare(rows(name), second_hand(name))
    assert found.read
    assert found.f1 >= 0.8
