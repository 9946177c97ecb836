"""Parameters that an address does not know: a filter that is misspelt is refused, as without it all would be told."""

from __future__ import annotations

from collections.abc import Iterator
from difflib import get_close_matches

from fastapi import Request
from fastapi.dependencies.models import Dependant
from fastapi.routing import APIRoute

from marsad.serve.api.problems import Problem

__all__ = ["refuse_unknown"]

_MOST_NAMED = 20


def refuse_unknown(request: Request) -> None:
    """Raise Problem for parameters of a query that the address has no use for, each with the nearest that it knows."""
    if not request.query_params:
        return
    route = request.scope.get("route")
    known = tuple(_asked(route.dependant)) if isinstance(route, APIRoute) else ()
    strange = [name for name in dict.fromkeys(request.query_params) if name not in known]
    if strange:
        errors = [{"where": f"query.{name}", "problem": _said(name, known)} for name in strange[:_MOST_NAMED]]
        raise Problem("not-valid", " ".join(one["problem"] for one in errors[:1]), errors=errors)


def _asked(what: Dependant) -> Iterator[str]:
    """Yield the names of what an address, or something that it needs, asks for in the query."""
    yield from (field.alias for field in what.query_params)
    for needed in what.dependencies:
        yield from _asked(needed)


def _said(name: str, known: tuple[str, ...]) -> str:
    near = get_close_matches(name.lower(), known, n=1)
    if near:
        return f"There is no parameter {name!r} here. Did you mean {near[0]!r}?"
    if known:
        return f"There is no parameter {name!r} here. There are: {', '.join(sorted(known))}."
    return f"There is no parameter {name!r} here, nor any other."
