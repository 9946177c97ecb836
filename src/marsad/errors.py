"""Everything marsad raises on purpose.

MarsadError
├── ApiError         a workbench that is asked from another program says no
├── ReadError        a file or line of input cannot be read
├── ArchiveError     an archive that cannot be used as it is
├── FetchError       an address cannot or must not be fetched
├── ResourceError    a lexicon, actor or gazetteer file breaks its schema
├── SettingsError    an option or environment variable has no usable value
│   └── MissingPackageError  a package that not everybody needs is not installed
└── StoreError       a store cannot be opened, read or written

Facts are attributes; the message is a full sentence that ends with the remedy.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

__all__ = [
    "ApiError",
    "ArchiveError",
    "FetchError",
    "MarsadError",
    "MissingPackageError",
    "ReadError",
    "ResourceError",
    "SettingsError",
    "StoreError",
    "how_to_install",
    "where_in",
]


def where_in(keys: Iterable[str | int]) -> str:
    """Return where in a file of tables something stands, as people count.

    >>> where_in(("rule", 1, "place"))
    'rule 2, place'
    """
    told: list[str] = []
    for key in keys:
        if isinstance(key, int) and told:
            told[-1] += f" {key + 1}"
        else:
            told.append(str(key))
    return ", ".join(told)


class MarsadError(Exception):
    """Base of every error that marsad raises on purpose. It can cross from one process to another."""

    def __reduce__(
        self,
    ) -> tuple[Callable[..., MarsadError], tuple[type[MarsadError], tuple[Any, ...], dict[str, Any]]]:
        return _again, (type(self), self.args, dict(self.__dict__))


def _again(kind: type[MarsadError], args: tuple[Any, ...], facts: dict[str, Any]) -> MarsadError:
    """Make an error again from what it held: the facts are keywords, which pickle cannot hand over itself."""
    error = kind.__new__(kind, *args)
    error.__dict__.update(facts)
    return error


class ApiError(MarsadError):
    """An answer of a workbench other than what was asked for.

    `kind` is one word for programs ("changed", "not-found"), `status` that of HTTP, 0 when there was no answer.
    """

    def __init__(self, problem: str, *, kind: str, status: int) -> None:
        self.problem, self.kind, self.status = problem, kind, status
        super().__init__(problem)


class ReadError(MarsadError):
    """Input that cannot be read: names the file, the line or part ("entry 3") where there is one, and the remedy."""

    def __init__(
        self, problem: str, *, file: str, line: int | None = None, part: str | None = None, remedy: str
    ) -> None:
        self.problem, self.file, self.line, self.part, self.remedy = problem, file, line, part, remedy
        where = ", ".join(place for place in (file, f"line {line}" if line is not None else None, part) if place)
        super().__init__(f"{where}: {problem} {remedy}")


class ArchiveError(MarsadError):
    """An archive, or something in it, that cannot be used: names it and the remedy."""

    def __init__(self, problem: str, *, archive: str, remedy: str) -> None:
        self.problem, self.archive, self.remedy = problem, archive, remedy
        super().__init__(f"{archive}: {problem} {remedy}")


class FetchError(MarsadError):
    """An address that was not fetched; `reason` is one word for programs, the message is for people."""

    def __init__(self, problem: str, *, url: str, reason: str, remedy: str) -> None:
        self.problem, self.url, self.reason, self.remedy = problem, url, reason, remedy
        super().__init__(f"{url}: {problem} {remedy}")


class ResourceError(MarsadError):
    """A resource entry that breaks its schema or its own examples."""

    def __init__(
        self,
        problem: str,
        *,
        file: str,
        line: int | None = None,
        entry_id: str | None = None,
        remedy: str,
    ) -> None:
        self.problem, self.file, self.line = problem, file, line
        self.entry_id, self.remedy = entry_id, remedy
        where = file if line is None else f"{file}, line {line}"
        entry = f" (entry {entry_id})" if entry_id else ""
        super().__init__(f"{where}{entry}: {problem} {remedy}")


class SettingsError(MarsadError):
    """An option or environment variable without a usable value."""


class MissingPackageError(SettingsError):
    """A package of an extra of marsad that is not installed; `what` begins the sentence: "Hot spots"."""

    def __init__(self, what: str, *, package: str, extra: str) -> None:
        self.what, self.package, self.extra = what, package, extra
        super().__init__(f"{what} needs {package}, which is not installed. {how_to_install(extra)}")


def how_to_install(extra: str) -> str:
    """Return how an extra of marsad ("trends") is had, in a clone and elsewhere."""
    return f"Run ./marsad.sh setup in the folder of marsad; elsewhere: pip install 'marsad[{extra}]'."


class StoreError(MarsadError):
    """A store that cannot be opened, read or written: names the store, what is wrong, and the remedy.

    `sentence` says what is wrong in words that are always the same, with %(name)s for each of `values`; `problem` has
    the values put in.
    """

    def __init__(self, sentence: str, *, store: str, remedy: str, **values: str | int) -> None:
        self.sentence, self.values, self.store, self.remedy = sentence, values, store, remedy
        self.problem = sentence % values if values else sentence
        super().__init__(f"{store}: {self.problem} {remedy}")
