"""Count in how many reports each stem stands, for the words by which the linker tells acts apart.

    python -m evaluation.train.rarity GOLD.jsonl...

Writes resources/link/rarity.tsv: a stem, a tab, and its rarity in bits (log2 of reports by reports with it), for stems
that stand in two reports or more. Reports that only measure are not counted, nor those of the linking gold: there the
names of an incident stand in many reports, and would be learned as common.
"""

from __future__ import annotations

import json
import sys
from collections import Counter
from collections.abc import Iterable, Sequence
from math import log2
from pathlib import Path

from marsad.lexicon.load import RESOURCES
from marsad.link.words import RARE, words_of

__all__ = ["main", "rarities"]

_LEAST = 2


def rarities(texts: Iterable[str]) -> dict[str, float]:
    """Return the rarity of each stem that stands in two texts or more and is below that of an unknown word."""
    counts: Counter[str] = Counter()
    total = 0
    for text in texts:
        total += 1
        counts.update(set(words_of(text)))
    bits = {word: round(log2(total / count), 1) for word, count in counts.items() if count >= _LEAST}
    return {word: value for word, value in sorted(bits.items()) if value < RARE}


def main(arguments: Sequence[str] | None = None) -> int:
    """Count the reports of the files named and write the table."""
    files = [Path(name) for name in (sys.argv[1:] if arguments is None else arguments)]
    texts = [
        f"{report.get('title') or ''}\n{report['text']}"
        for file in files
        for line in file.read_text(encoding="utf-8").splitlines()
        if (report := json.loads(line)).get("text")
    ]
    table = rarities(texts)
    head = f"# Rarity of stems in bits, counted in {len(texts)} reports of evaluation/gold\n"
    target = RESOURCES / "link" / "rarity.tsv"
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_text(head + "".join(f"{word}\t{bits}\n" for word, bits in table.items()), encoding="utf-8")
    print(f"{len(table)} stems from {len(texts)} reports")
    return 0


if __name__ == "__main__":
    sys.exit(main())
