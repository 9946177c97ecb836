"""Check resource files: schema, letters, ids, doubled forms, and every example of every entry, all at once."""

from __future__ import annotations

import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Generic, Protocol, TypeVar

from pydantic import ValidationError

from marsad.arabic.letters import FOREIGN_LETTERS, fold
from marsad.arabic.marks import MARKS
from marsad.errors import ResourceError
from marsad.lexicon.breaks import schema_problems
from marsad.lexicon.entry import Entry, Example
from marsad.lexicon.layers import RESOURCES, layers, retired_words
from marsad.lexicon.plain import PlainReader, words_of
from marsad.lexicon.problems import Problem
from marsad.lexicon.read_yaml import read_values
from marsad.lexicon.schema import KINDS

__all__ = ["Located", "check", "example_problems", "id_problems", "letter_problems", "located", "located_in"]

_CLOSED = frozenset(("triggers", "means", "qualifiers", "outcomes"))
"""Kinds whose forms mean one thing each and are read as they stand.

The other kinds are parts of a grammar (an example of "قرية" quotes the whole "قرية الحصن"): there a form may
be ambiguous, an example need only hold a form of its entry, and look-alikes are left to the grammar's tests, but for
those whose words are asked about one by one.
"""
_ONE_BY_ONE = frozenset((
    "actor-words", "casualty-words", "claim-grammar", "contact-words", "dates", "name-grammar", "page-words", "places",
    "role-words", "speakers",
))  # fmt: skip

_VOWELS = frozenset(map(chr, range(0x64B, 0x653)))
_NO_LINE = 0

_looked_at: dict[str, tuple[list[Located[Entry]], list[Problem]]] = {}
"""By kind, the entries last looked at and what was wrong with them: few lists change between two checks."""


class _Named(Protocol):
    @property
    def id(self) -> str: ...


E_co = TypeVar("E_co", bound=_Named, covariant=True)


@dataclass(frozen=True, slots=True)
class Located(Generic[E_co]):
    """An entry and where it stands."""

    entry: E_co
    file: str
    line: int

    def problem(self, code: str, /, **facts: object) -> Problem:
        """Return a problem of this entry."""
        named = tuple((name, str(value)) for name, value in facts.items())
        return Problem(self.file, self.line, self.entry.id, code, named)


def check(paths: Iterable[Path] | None = None, folder: Path = RESOURCES) -> list[Problem]:
    """Return everything wrong with the files given (all of them by default), in the order of the files.

    A file is checked among the others of its kind: a form that stands in two files is a problem of both.
    The kind of a file from elsewhere is the name of the folder that holds it.
    """
    wanted = None if paths is None else {str(path.resolve()): path for path in paths}
    problems: list[Problem] = []
    for kind in KINDS:
        home = (folder / "ar" / kind).resolve()
        more = [
            path
            for name, path in (wanted or {}).items()
            if Path(name).parent != home and Path(name).parent.name == kind
        ]
        problems += _check_kind(kind, folder, more)
    return sorted({problem for problem in problems if wanted is None or str(Path(problem.file).resolve()) in wanted})


def _check_kind(kind: str, folder: Path, more: list[Path]) -> list[Problem]:
    entries, broken = located(kind, folder, more)
    known, problems = _looked_at.get(kind, ([], []))
    if entries != known:
        reader = PlainReader(one.entry for one in entries)
        problems = [*id_problems(entries), *_forms(kind, entries), *example_problems(kind, reader, entries)]
        _looked_at[kind] = entries, problems
    return broken + problems


def located(
    kind: str, folder: Path = RESOURCES, more: Iterable[Path] = ()
) -> tuple[list[Located[Entry]], list[Problem]]:
    """Return the entries of a kind (of `more` files, too) that keep the schema, and what is wrong with the others."""
    entries, problems = located_in(kind, layers(folder, kind))
    found, broken = _read(kind, more)
    return entries + found, problems + broken


def located_in(kind: str, folders: Iterable[Path]) -> tuple[list[Located[Entry]], list[Problem]]:
    """Return the entries of a kind in folders of words, each over the ones before it, and what is wrong with others."""
    entries: list[Located[Entry]] = []
    problems: list[Problem] = []
    for layer in folders:
        found, broken = _read(kind, sorted((layer / "ar" / kind).glob("*.yaml")))
        gone = retired_words(layer, kind).union(one.entry.id for one in found)
        entries = [one for one in entries if one.entry.id not in gone] + found
        problems += broken
    return entries, problems


def _read(kind: str, files: Iterable[Path]) -> tuple[list[Located[Entry]], list[Problem]]:
    entries: list[Located[Entry]] = []
    problems: list[Problem] = []
    for file in files:
        found, broken = _read_file(kind, file, _content(file))
        entries += found
        problems += broken
    return entries, problems


def _content(file: Path) -> bytes | None:
    """Return what tells one state of a file from another."""
    try:
        return file.read_bytes()
    except OSError:
        return None


@lru_cache(maxsize=512)
def _read_file(kind: str, file: Path, _content: bytes | None) -> tuple[list[Located[Entry]], list[Problem]]:
    """Read a file once for each state of it: several checks look at the same lists."""
    try:
        values = list(read_values(file))
    except ResourceError as error:
        detail = (("detail", error.problem),)
        return [], [Problem(str(file), error.line or _NO_LINE, "", "unreadable", detail)]
    entries: list[Located[Entry]] = []
    problems: list[Problem] = []
    for value, line in values:
        try:
            entries.append(Located(KINDS[kind].model_validate(value), str(file), line))
        except ValidationError as error:
            problems += schema_problems(error, value, KINDS[kind].model_fields, file=str(file), line=line)
    return entries, problems


def id_problems(entries: Iterable[Located[_Named]]) -> Iterator[Problem]:
    """Yield the ids that stand twice."""
    seen: dict[str, Located[_Named]] = {}
    for one in entries:
        other = seen.setdefault(one.entry.id, one)
        if other is not one:
            yield one.problem("same-id", other=Path(other.file).name, line=other.line)


def _forms(kind: str, entries: list[Located[Entry]]) -> Iterator[Problem]:
    """Letters, doubled forms and companions."""
    holders: defaultdict[tuple[str, str], list[Located[Entry]]] = defaultdict(list)
    for one in entries:
        own: set[str] = set()
        for form in one.entry.forms:
            yield from letter_problems(one, form)
            folded = " ".join(fold(form).replace("_", " ").split())
            if folded in own:
                yield one.problem("form-twice", form=form)
            own.add(folded)
            if not getattr(one.entry, "near", ()):
                holders[folded, one.entry.pos].append(one)
        for where in ("near", "not_near"):
            for form in getattr(one.entry, where, ()):
                yield from letter_problems(one, form)
                if " " in form:
                    yield one.problem("companion", where=where, form=form)
    if kind not in _CLOSED:
        return
    for (form, _), (first, *others) in holders.items():
        for one in others:
            if one is not first:
                file = Path(first.file).name
                yield one.problem("form-elsewhere", form=form, other=first.entry.id, file=file, line=first.line)


def letter_problems(one: Located[_Named], form: str) -> Iterator[Problem]:
    """Yield the letters and marks of a form that no Arabic word is written with."""
    for letter in dict.fromkeys(form):
        point = f"U+{ord(letter):04X}"
        if letter in FOREIGN_LETTERS:
            yield one.problem("foreign-letter", form=form, point=point, letter=FOREIGN_LETTERS[letter])
        elif letter in MARKS and letter not in _VOWELS:
            yield one.problem("mark", form=form, point=point, name=unicodedata.name(letter, "mark").lower())


def example_problems(kind: str, reader: PlainReader, entries: Iterable[Located[Entry]]) -> Iterator[Problem]:
    """Yield the examples of entries that `reader`, made of all entries of the kind, reads wrongly."""
    for one in entries:
        for example in one.entry.matches:
            yield from _match_problem(reader, one, example, exact=kind in _CLOSED)
        for text in one.entry.rejects if kind in _CLOSED | _ONE_BY_ONE else ():
            words, _ = words_of(text)
            for reading in reader.read(words):
                if reading.entry is one.entry and reading.dropped is None:
                    form = " ".join(words[reading.first : reading.stop])
                    yield one.problem("reject", text=text, form=form)
                    break


def _match_problem(reader: PlainReader, one: Located[Entry], example: Example, *, exact: bool) -> Iterator[Problem]:
    folded, find = fold(example.text), fold(example.find)
    position = -1
    for _ in range(example.nth):
        position = folded.find(find, position + 1)
        if position < 0:
            yield one.problem("find-absent", text=example.text, form=example.find, nth=example.nth)
            return
    words, spans = words_of(example.text)
    inside = [index for index, (start, end) in enumerate(spans) if position < end and start < position + len(find)]
    wanted = (inside[0], inside[-1] + 1) if inside else (0, 0)
    seen = []
    for reading in reader.read(words):
        if reading.entry is one.entry and (
            not exact or ((reading.first, reading.stop) == wanted and reading.dropped is None)
        ):
            return
        if reading.first <= wanted[0] < reading.stop:
            seen.append(f"{reading.entry.id} ({reading.dropped or 'found'})")
    said = f"There: {', '.join(seen)}." if seen else ""
    yield one.problem("match", text=example.text, form=example.find, seen=said)
