r"""What each word list reads in one sentence, and why the rest of what it saw does not count.

>>> print(*explain("ينفي الجيش", kinds=["qualifiers"]), sep="\n")
qualifiers
└── ينفي ← denial.verb [kind: denial]
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from marsad.arabic.letters import fold
from marsad.lexicon.check import located
from marsad.lexicon.entry import Entry
from marsad.lexicon.load import RESOURCES
from marsad.lexicon.plain import PlainReader, Reading, words_of
from marsad.lexicon.schema import KINDS

__all__ = ["explain"]

_WHY = {"companions": "its companions do not allow it", "longer": "a longer reading has these words"}
_COMMON = frozenset(Entry.model_fields)
_SILENT = frozenset(("near", "not_near", "within", "side"))


def explain(sentence: str, kinds: Iterable[str] | None = None, folder: Path = RESOURCES) -> list[str]:
    """Return the lines of a tree: kind, words as published, clitics, entry, what it means or why it is silent."""
    folded = fold(sentence)
    words, spans = words_of(sentence)
    lines: list[str] = []
    for kind in kinds or KINDS:
        entries, _ = located(kind, folder)
        readings = PlainReader(one.entry for one in entries).read(words)
        if not readings:
            continue
        lines.append(kind)
        for place, reading in enumerate(readings):
            start, end = spans[reading.first][0], spans[reading.stop - 1][1]
            quote = sentence[start:end] if len(folded) == len(sentence) else folded[start:end]
            lines.append(f"{'└──' if place == len(readings) - 1 else '├──'} {quote} ← {_meaning(reading)}")
    return lines


def _meaning(reading: Reading) -> str:
    entry = reading.entry
    said = entry.id
    if reading.proclitics:
        said += f", behind {reading.proclitics}"
    if reading.dropped:
        return f"{said} ({_WHY[reading.dropped]})"
    fields = entry.model_dump(exclude_defaults=True)
    own = ", ".join(
        f"{name}: {value}" for name, value in sorted(fields.items()) if name not in _COMMON and name not in _SILENT
    )
    return f"{said} [{own}]" if own else said
