"""One resource file to checked entries, with the line each stands on."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any, TypeVar

import yaml
from pydantic import BaseModel, ValidationError

from marsad.errors import ResourceError
from marsad.lexicon.entry import Entry
from marsad.lexicon.schema import KINDS

__all__ = ["read_entries", "read_models", "read_values"]

M = TypeVar("M", bound=BaseModel)

try:
    from yaml import CSafeLoader as _Loader
except ImportError:  # a PyYAML built without libyaml
    from yaml import SafeLoader as _Loader  # type: ignore[assignment]


def read_values(file: Path) -> Iterator[tuple[Any, int]]:
    """Yield (entry as plain values, line) of one file; raise ResourceError when it is no list in YAML."""
    try:
        node = yaml.compose(file.read_text(encoding="utf-8"), Loader=_Loader)
    except (OSError, UnicodeDecodeError, yaml.YAMLError) as error:
        mark = getattr(error, "problem_mark", None)
        raise ResourceError(
            f"This is not readable YAML: {error}.",
            file=str(file),
            line=mark.line + 1 if mark else None,
            remedy="Check indentation and quotation marks near this line.",
        ) from error
    if not isinstance(node, yaml.SequenceNode):
        raise ResourceError(
            "The file is not a list of entries.", file=str(file), line=1, remedy="Start each entry with '- id:'."
        )
    constructor = yaml.SafeLoader("")
    for item in node.value:
        yield constructor.construct_document(item), item.start_mark.line + 1


def read_entries(file: Path, kind: str) -> Iterator[tuple[Entry, int]]:
    """Yield (entry, line) of one lexicon file; the folder it stands in ("triggers") names its schema."""
    return read_models(file, KINDS[kind])


def read_models(file: Path, schema: type[M]) -> Iterator[tuple[M, int]]:
    """Yield (entry, line) of one file; raise ResourceError at the first thing that breaks the schema."""
    for value, line in read_values(file):
        try:
            yield schema.model_validate(value), line
        except ValidationError as error:
            first = error.errors()[0]
            where = ".".join(str(part) for part in first["loc"])
            raise ResourceError(
                f"{where}: {first['msg']}.",
                file=str(file),
                line=line,
                entry_id=value.get("id") if isinstance(value, dict) else None,
                remedy="Compare with a neighbouring entry; docs/add-a-word.md lists the keys.",
            ) from error
