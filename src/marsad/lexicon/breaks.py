"""What breaks the schema of an entry, as problems with a remedy in both languages: pydantic's own are English only."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from pydantic import ValidationError

from marsad.lexicon.problems import Problem

__all__ = ["schema_problems"]

_CODES = {
    "missing": "missing",
    "string_too_short": "too-short",
    "too_short": "too-few",
    "string_pattern_mismatch": "pattern",
    "literal_error": "no-choice",
    "date_from_datetime_parsing": "no-date",
    "date_parsing": "no-date",
    "date_type": "no-date",
    "float_parsing": "no-number",
    "float_type": "no-number",
    "int_parsing": "no-number",
    "int_type": "no-number",
}


def schema_problems(
    error: ValidationError, value: Any, allowed: Iterable[str], *, file: str, line: int
) -> Iterator[Problem]:
    """Yield each thing that is wrong with an entry; `allowed` are the keys of its kind."""
    entry_id = str(value.get("id", "")) if isinstance(value, dict) else ""
    for one in error.errors():
        where = ".".join(map(str, one["loc"])) or "entry"
        if one["type"] == "extra_forbidden":
            facts = {"where": where, "allowed": ", ".join(allowed)}
            yield Problem(file, line, entry_id, "unknown-key", tuple(facts.items()))
            continue
        context = one.get("ctx", {})
        code = _CODES.get(one["type"], "schema")
        facts = {
            "missing": {"where": where},
            "too-short": {"where": where, "least": str(context.get("min_length"))},
            "too-few": {"where": where},
            "pattern": {"where": where, "value": str(one["input"])},
            "no-choice": {"where": where, "value": str(one["input"]), "choices": str(context.get("expected"))},
            "no-date": {"where": where, "value": str(one["input"])},
            "no-number": {"where": where, "value": str(one["input"])},
        }.get(code, {"where": where, "detail": one["msg"]})
        yield Problem(file, line, entry_id, code, tuple(facts.items()))
