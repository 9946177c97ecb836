"""Every address that changes something, on pages and of the interface, with what can be sent to it aimed at one report.

The addresses are those of the app itself: one that is added is walked, too, and a field of a new name has to be given
something to aim with.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from types import UnionType
from typing import Any, Literal, Union, get_args, get_origin
from urllib.parse import quote

from fastapi.params import Form
from fastapi.routing import APIRoute
from pydantic import BaseModel
from tests.unit.serve.walk import UNFILLED, routes

__all__ = ["API", "Aims", "Asked", "asked_of", "writes"]

API = "/api/v1"
_READ = frozenset(("GET", "HEAD", "OPTIONS"))
_PARAMETER = re.compile(r"\{(\w+)(?::\w+)?\}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """A request: `named` says whether its own address or body names what is hidden."""

    method: str
    route: str
    address: str
    sent: dict[str, Any] = field(default_factory=dict)

    @property
    def of_api(self) -> bool:
        """Say whether a program asks it."""
        return self.route.startswith(API)

    def names(self, hidden: str) -> bool:
        """Say whether the asker himself names it."""
        return hidden in f"{self.address} {self.sent}"


Aims = Mapping[str, list[Any]]
"""What is put into parameters and fields, by their names; "Model.field" for one of a model whose name stands twice."""


def writes(app: Any) -> dict[tuple[str, str], APIRoute]:
    """Return every address that changes something, by (method, path), those of the interface behind its prefix."""
    every = {("", key): route for key, route in routes(app).items()}
    every |= {(API, key): route for key, route in routes(app.state.api).items()}
    return {(method, prefix + path): route for (prefix, (method, path)), route in every.items() if method not in _READ}


def asked_of(key: tuple[str, str], route: APIRoute, aims: Aims) -> Iterator[Asked]:
    """Yield requests to an address: each thing that it can name, then each value of each field in turn."""
    method, path = key
    bodies = list(_bodies(route, aims, more=aims.get(path)))
    for address in _filled(path, aims):
        for sent in bodies:
            yield Asked(method=method, route=path, address=address, sent=sent)


def _filled(path: str, aims: Aims) -> Iterator[str]:
    names = list(dict.fromkeys(_PARAMETER.findall(path)))
    known = {name: aims.get(name) or [UNFILLED] for name in names}
    for at in range(max(map(len, known.values()), default=1)):
        filled = path
        for name, values in known.items():
            value = quote(str(values[min(at, len(values) - 1)]), safe="")
            filled = re.sub(rf"\{{{name}(?::\w+)?\}}", value, filled)
        yield filled


def _bodies(route: APIRoute, aims: Aims, more: list[Any] | None) -> Iterator[dict[str, Any]]:
    if more is not None:  # a form that is read as it comes
        yield from ({"data": one} for one in more)
        return
    fields: dict[str, list[Any]] = {}
    form = True
    for part in route.dependant.body_params:
        form = form and isinstance(part.field_info, Form)
        model = part.field_info.annotation
        if isinstance(model, type) and issubclass(model, BaseModel):
            for name, one in model.model_fields.items():
                fields[name] = _values(f"{model.__name__}.{name}", one.annotation, aims)
        else:
            fields[part.name] = _values(part.name, model, aims)
    first = {name: values[0] for name, values in fields.items()}
    told = [first, *({**first, name: one} for name, values in fields.items() for one in values[1:])]
    yield from ({"data" if form else "json": one} for one in told)


def _values(name: str, annotation: Any, aims: Aims) -> list[Any]:
    choices = [annotation] if get_origin(annotation) is Literal else []
    if get_origin(annotation) in (Union, UnionType):
        choices = [one for one in get_args(annotation) if get_origin(one) is Literal]
    if choices:
        return list(get_args(choices[0]))
    known = aims.get(name, aims.get(name.rpartition(".")[2]))
    if not known:
        raise AssertionError(f"Give the field {name} something to be tried with.")
    return known
