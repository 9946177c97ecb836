"""How rare words are is counted by report."""

from __future__ import annotations

from evaluation.train.rarity import rarities


def test_a_word_of_every_report_says_nothing():
    """Half as often is a bit more; a word of one report is left out, as any unknown word is."""
    table = rarities(["قصف السوق", "قصف المدرسة", "قصف السوق", "قصف"])
    assert table == {"سوق": 1.0, "قصف": 0.0}
