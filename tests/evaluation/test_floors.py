"""The gate: no figure sinks below its floor, no corpus changes in silence, and the frozen half stays frozen."""

from __future__ import annotations

from pathlib import Path

import pytest

from evaluation.model_card.measured import learned_from
from evaluation.set_floors import GUARDED_CORPORA, measured
from marsad.evaluate.gate import breaches, read_floors

FOLDER = Path(__file__).parents[2] / "evaluation"


@pytest.mark.parametrize("corpus", GUARDED_CORPORA)
def test_no_floor_sinks(corpus):
    """What marsad reaches on a corpus of its own is at least what it reached when the floors were set."""
    file = FOLDER / GUARDED_CORPORA[corpus]
    if not (FOLDER / corpus).exists() or not file.exists():
        pytest.skip(f"{corpus} has no floors yet: python -m evaluation.set_floors writes them.")
    held = read_floors(file)
    assert held.corpus.resolve() == (FOLDER / corpus).resolve()
    assert breaches(measured(FOLDER / corpus), held) == []


def test_nothing_was_learned_from_what_only_measures():
    """The weights name the files they were learned from: the frozen half is none of them."""
    learned = learned_from()
    assert learned
    assert [name for name in learned if name.startswith("frozen")] == []
