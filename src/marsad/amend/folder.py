"""Amendments as a folder of the very files that the shipped words lie in, and such a folder as amendments."""

from __future__ import annotations

import csv
from collections import defaultdict
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

from marsad.amend.kinds import AMENDED, folder_of, schema_of, stripped
from marsad.errors import ResourceError
from marsad.gazetteer.own import COLUMNS, SUPPLEMENT
from marsad.gazetteer.place_schema import PlaceEntry
from marsad.gazetteer.rows import read_csv
from marsad.lexicon.format import entry_lines
from marsad.lexicon.layers import RETIRED, REVISION
from marsad.lexicon.problems import Problem
from marsad.lexicon.read_yaml import read_values
from marsad.model.amendment import Amendment

__all__ = ["file_of", "read_folder", "write_folder"]

_OWN = "own.yaml"


def file_of(kind: str) -> Path:
    """Return where in a folder the entries of a kind are written."""
    if kind == "places":
        return Path("places") / SUPPLEMENT
    return Path("actors") / _OWN if kind == "actors" else Path("ar") / folder_of(kind) / _OWN


def write_folder(folder: Path, amendments: Iterable[Amendment], *, revision: int | None = None) -> None:
    """Write amendments into an empty folder, which is made; `revision` is which of its states a store calls this.

    Raises ResourceError when there is something in the folder already.
    """
    if folder.exists() and any(folder.iterdir()):
        raise ResourceError("The folder is not empty.", file=str(folder), remedy="Name a folder that is to be made.")
    folder.mkdir(parents=True, exist_ok=True)
    by_kind: defaultdict[str, list[Amendment]] = defaultdict(list)
    for one in sorted(amendments, key=lambda one: (one.kind, one.entry_id)):
        by_kind["" if one.act == "retire" else one.kind].append(one)
    for kind, some in by_kind.items():
        file = folder / (file_of(kind) if kind else RETIRED)
        file.parent.mkdir(parents=True, exist_ok=True)
        if kind == "places":
            _write_places(file, some)
        else:
            values = [
                _as_written(one.value) or {"kind": one.kind, "id": one.entry_id, "source": one.why} for one in some
            ]
            fields = list(schema_of(kind).model_fields) if kind else ["kind"]
            file.write_text("\n\n".join("\n".join(entry_lines(value, fields)) for value in values) + "\n", "utf-8")
    if revision is not None:
        (folder / REVISION).write_text(f"{revision}\n", encoding="utf-8")


def _as_written(value: dict[str, Any] | None) -> dict[str, Any]:
    """Return an entry as people write it: an alias of which nothing else is said is a plain word."""
    told = dict(value or {})
    if "aliases" in told:
        told["aliases"] = [one["form"] if list(one) == ["form"] else one for one in told["aliases"]]
    return told


def _write_places(file: Path, some: Sequence[Amendment]) -> None:
    with file.open("w", encoding="utf-8", newline="") as stream:
        writer = csv.DictWriter(stream, COLUMNS, lineterminator="\n")
        writer.writeheader()
        writer.writerows(PlaceEntry.model_validate(one.value).record() for one in some)


def read_folder(folder: Path) -> tuple[list[Amendment], list[Problem]]:
    """Return what a folder of words of one's own says, and what in it breaks its schema.

    Raises ResourceError when there is no such folder, or when a file in it cannot be read.
    """
    if not folder.is_dir():
        raise ResourceError("There is no such folder.", file=str(folder), remedy="Name a folder of words.")
    found: list[Amendment] = []
    problems: list[Problem] = []
    for kind in AMENDED:
        for value, file, line in _values(folder, kind):
            clean, broken = stripped(kind, value)
            problems += [Problem(str(file), line, one.entry_id, one.code, one.facts) for one in broken]
            if not broken:
                found.append(Amendment(kind=kind, entry_id=clean["id"], value=clean, why=clean["source"]))
    file = folder / RETIRED
    for value, line in read_values(file) if file.exists() else ():
        one = value if isinstance(value, dict) else {}
        if one.get("kind") in AMENDED and one.get("id") and one.get("source"):
            found.append(Amendment(kind=one["kind"], entry_id=str(one["id"]), act="retire", why=str(one["source"])))
        else:
            missing = next((name for name in ("kind", "id", "source") if not one.get(name)), "kind")
            problems.append(Problem(str(file), line, str(one.get("id", "")), "missing", (("where", missing),)))
    return found, problems


def _values(folder: Path, kind: str) -> Iterable[tuple[dict[str, Any], Path, int]]:
    home = folder / file_of(kind).parent
    if kind == "places":
        file = home / SUPPLEMENT
        if file.exists():
            yield from ((dict(row), file, line) for line, row in enumerate(read_csv(file, COLUMNS), 2))
        return
    for file in sorted(home.glob("*.yaml")):
        yield from ((value, file, line) for value, line in read_values(file))
