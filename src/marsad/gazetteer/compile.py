"""Rows to two blocks of lines: one line a place, one line a first word with the names it opens."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable

from marsad.gazetteer.names import name_keys
from marsad.gazetteer.rows import Row

__all__ = ["Compiled", "compile_rows"]

Compiled = tuple[str, list[str], list[str]]
"""Version, lines of rows, lines of names."""

_UNCLEAN = str.maketrans("\t\n\r|", "    ")


def compile_rows(rows: Iterable[Row], admin1_names: dict[str, str]) -> Compiled:
    """Return the compiled form of rows; `admin1_names` gives first-level units the English name to print."""
    lines: list[str] = []
    names: dict[str, dict[tuple[str, ...], dict[str, None]]] = {}
    for number, row in enumerate(rows):
        fields = (
            row.place_id, row.names[0], row.country, row.feature, row.name_en, row.admin1, row.admin2, row.admin3,
            admin1_names.get(row.admin1, row.admin1_name), row.latitude, row.longitude, str(row.population or ""),
            str(_weight(row)),
        )  # fmt: skip
        lines.append("\t".join(field.translate(_UNCLEAN) for field in fields))
        for name in row.names:
            for article, keys in name_keys(name):
                token = f"{'+' if article else '-'}{number}"
                names.setdefault(keys[0], {}).setdefault(keys[1:], {})[token] = None
    buckets = [
        first + "\t" + "|".join(f"{' '.join(rest)}:{','.join(tokens)}" for rest, tokens in rests.items())
        for first, rests in names.items()
    ]
    digest = hashlib.sha256("\n".join(lines).encode())
    digest.update("\n".join(buckets).encode())
    return digest.hexdigest()[:12], lines, buckets


def _weight(row: Row) -> int:
    """Return how readily a bare name means this row: 3 own tables, 2 cities and towns, 1 peopled, 0 others."""
    if row.known:
        return 3
    if row.population >= 20_000 or row.feature == "admin1":
        return 2
    return 1 if row.population or row.feature in ("admin2", "admin3") else 0
