"""What in a folder of words of one's own goes unread: files that stand elsewhere, and retirements of what is not there.

Whoever writes `ours/ar/trigger/ours.yaml` has said nothing, and would not know.
"""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator, Sequence
from difflib import get_close_matches
from pathlib import Path
from typing import Any

from marsad.amend.entries import entries_in
from marsad.amend.kinds import AMENDED, folder_of
from marsad.errors import ResourceError
from marsad.gazetteer import load
from marsad.gazetteer.own import SUPPLEMENT, own_files
from marsad.lexicon.layers import OF_PEOPLE, RESOURCES, RETIRED
from marsad.lexicon.problems import Problem
from marsad.lexicon.read_yaml import read_values

__all__ = ["idle_retirements", "lists_of_people", "unread_files"]

_WRITTEN = frozenset((".yaml", ".yml", ".csv", ".tsv", ".xlsx", ".xls", ".ods"))
"""How files end that somebody wrote entries into; notes and pictures beside them are nobody's concern."""

_HOMES = ("actors", "places", *(f"ar/{folder_of(kind)}" for kind in AMENDED if kind not in ("actors", "places")))


def unread_files(folder: Path) -> Iterator[Problem]:
    """Yield the files of a folder of words that nothing reads, each with where it is to stand."""
    tables = {*own_files((folder,)), folder / RETIRED}
    for file in sorted(folder.rglob("*")):
        inside = file.relative_to(folder)
        if file.suffix.lower() not in _WRITTEN or any(part.startswith((".", "~$")) for part in inside.parts):
            continue
        home = inside.parent.as_posix()
        if file in tables or (home in _HOMES and home != "places" and file.suffix == ".yaml"):
            continue
        if home.removeprefix("ar/") in OF_PEOPLE and file.suffix == ".yaml":
            yield _of_people(file)
        else:
            yield Problem(str(file), 0, "", "unread-file", (("home", _meant(inside)),))


def lists_of_people(files: Iterable[Path]) -> Iterator[Problem]:
    """Yield those of some files that are lists of people's names, and none of marsad's own."""
    for file in files:
        folder = file.resolve().parent
        if folder.name in OF_PEOPLE and folder.parent != (RESOURCES / "ar").resolve():
            yield _of_people(file)


def _of_people(file: Path) -> Problem:
    return Problem(str(file), 0, "", "people-list")


def _meant(inside: Path) -> str:
    told = inside.with_suffix("").name if inside.parent == Path() else inside.parent.as_posix()
    for home in get_close_matches(told, _HOMES, 1):
        return f"places/{SUPPLEMENT}" if home == "places" else f"{home}/{inside.stem}.yaml"
    return f"actors/*.yaml, ar/triggers/*.yaml, places/{SUPPLEMENT}"


def idle_retirements(folders: Sequence[Path]) -> Iterator[Problem]:
    """Yield what folders of words retire that is in none of those below them, where the lowest is the shipped one."""
    for number, folder in enumerate(folders[1:], 1):
        file = folder / RETIRED
        try:
            retired = list(read_values(file)) if file.exists() else []
        except ResourceError:
            continue  # whoever reads the lists says why
        known: dict[str, Container[str]] = {}
        for value, line in retired:
            one: dict[str, Any] = value if isinstance(value, dict) else {}
            kind, entry_id = str(one.get("kind", "")), str(one.get("id", ""))
            if not (kind and entry_id):
                continue
            if kind not in AMENDED:
                facts = (("where", "kind"), ("value", kind), ("choices", ", ".join(AMENDED)))
                yield Problem(str(file), line, entry_id, "no-choice", facts)
                continue
            if kind not in known:
                known[kind] = _ids(kind, folders[:number])
            if entry_id not in known[kind] and not (kind == "places" and load(shipped=True).by_id(entry_id)):
                yield Problem(str(file), line, entry_id, "unknown-id", (("where", "id"), ("value", entry_id)))


def _ids(kind: str, folders: Sequence[Path]) -> frozenset[str]:
    return frozenset(one.entry_id for one in entries_in(kind, tuple(folders)))
