"""Rows to a block that a gazetteer is read from: a line for each place, and for each first word the names it opens."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable

from marsad.gazetteer.names import name_keys
from marsad.gazetteer.rows import Row
from marsad.lexicon.table import joined, listed_texts, packed

__all__ = ["compile_rows"]

_UNCLEAN = str.maketrans("\t\n\r|", "    ")


def compile_rows(rows: Iterable[Row], admin1_names: dict[str, str]) -> bytes:
    """Return version, rows, names and ids in one block; `admin1_names` gives first-level units an English name."""
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
    buckets = {
        first: "|".join(f"{' '.join(rest)}:{','.join(tokens)}" for rest, tokens in rests.items())
        for first, rests in names.items()
    }
    digest = hashlib.sha256("\n".join(lines).encode())
    digest.update("\n".join(map("\t".join, buckets.items())).encode())
    ids = {line[: line.index("\t")]: float(number) for number, line in enumerate(lines)}
    return joined([digest.hexdigest()[:12].encode(), listed_texts(lines), packed(buckets), packed(ids)])


def _weight(row: Row) -> int:
    """Return how readily a bare name means this row: 3 own tables, 2 cities and towns, 1 peopled, 0 others."""
    if row.known:
        return 3
    if row.population >= 20_000 or row.feature == "admin1":
        return 2
    return 1 if row.population or row.feature in ("admin2", "admin3") else 0
