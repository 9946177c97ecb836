"""Frozen dataclasses with slots, made in a sixth of the time: a start makes a hundred of them.

`dataclasses` compiles six methods of each class by itself, which was a third of what loading the coder took. Five of
them are the same for all classes but for the names of the fields; so only `__init__` is compiled here. What `fields`,
`replace` and `asdict` go by is made as ever.

>>> @dataclass(frozen=True, slots=True, kw_only=True)
... class Stretch:
...     "Some words of a report."
...     first: int
...     stop: int = 1
>>> Stretch(first=0), Stretch(first=0) == Stretch(first=0, stop=1), hash(Stretch(first=0)) == hash(Stretch(first=0))
(Stretch(first=0, stop=1), True, True)
"""

from __future__ import annotations

import dataclasses
import operator
from collections.abc import Callable
from dataclasses import MISSING, Field, FrozenInstanceError
from reprlib import recursive_repr
from typing import TYPE_CHECKING, Any, NoReturn

__all__ = ["dataclass"]

_ORDER = (operator.lt, operator.le, operator.gt, operator.ge)

if TYPE_CHECKING:
    from dataclasses import dataclass
else:

    def dataclass(
        *, frozen: bool, slots: bool, kw_only: bool = False, eq: bool = True, order: bool = False
    ) -> Callable[[type], type]:
        """Return what makes a frozen class with slots of a class with annotations, as `dataclasses.dataclass` does."""
        if not (frozen and slots):
            raise TypeError("Only frozen classes with slots are made here.")
        return lambda cls: _made(cls, kw_only=kw_only, eq=eq, order=order)


def _made(cls: type, *, kw_only: bool, eq: bool, order: bool) -> type:
    cls.__doc__ = cls.__doc__ or cls.__name__  # else it is made of the signature, which takes as long as all the rest
    made: Any = dataclasses.dataclass(init=False, repr=False, eq=False, slots=True, kw_only=kw_only)(cls)
    fields = dataclasses.fields(made)
    methods = {
        "__init__": _init(made, fields),
        "__repr__": _repr([field.name for field in fields if field.repr]),
        "__setattr__": _refuse_to_set,
        "__delattr__": _refuse_to_delete,
        "__getstate__": _state(_values([field.name for field in fields])),
        "__setstate__": _set_state,
    }
    values = _values([field.name for field in fields if field.compare])
    if eq:
        methods |= {"__eq__": _compared(values, operator.eq), "__hash__": _hash(values)}
    if order:
        methods |= {f"__{told.__name__}__": _compared(values, told) for told in _ORDER}
    for name, method in methods.items():
        if cls.__dict__.get(name) is None:
            method.__qualname__ = f"{cls.__qualname__}.{name}"
            setattr(made, name, method)
    return made  # type: ignore[no-any-return]


def _init(made: Any, fields: tuple[Field[Any], ...]) -> Callable[..., None]:
    """Return the method that takes the values of the fields, and leaves those to `__post_init__` that have none."""
    known: dict[str, Any] = {"_MISSING": MISSING}
    taken: tuple[list[str], list[str]] = ([], [])
    lines = []
    for field in fields:
        name, given = field.name, field.name
        known[f"_set_{name}"] = getattr(made, name).__set__
        default = f"=_default_{name}"
        if field.default_factory is not MISSING:
            known[f"_make_{name}"], default = field.default_factory, "=_MISSING"
            given = f"_make_{name}() if {name} is _MISSING else {name}" if field.init else f"_make_{name}()"
        elif field.default is not MISSING:
            known[f"_default_{name}"] = field.default
            given = name if field.init else f"_default_{name}"
        elif field.init:
            default = ""
        else:
            continue
        lines.append(f"_set_{name}(self, {given})")
        if field.init:
            taken[bool(field.kw_only)].append(name + default)
    if hasattr(made, "__post_init__"):
        lines.append("self.__post_init__()")
    told = ", ".join(["self", *taken[0], *(["*", *taken[1]] if taken[1] else [])])
    exec(f"def __init__({told}):\n " + "\n ".join(lines or ["pass"]), known)  # noqa: S102 - of the names of fields
    return known["__init__"]  # type: ignore[no-any-return]


_Values = Callable[[Any], tuple[Any, ...]]


def _values(names: list[str]) -> _Values:
    """Return what gives the values of some fields."""
    return (
        operator.attrgetter(*names) if len(names) > 1 else lambda self: tuple([getattr(self, name) for name in names])
    )


def _state(values: _Values) -> Callable[[Any], tuple[Any, ...]]:
    return lambda self: values(self)  # noqa: PLW0108 - a method, which `attrgetter` is none


def _hash(values: _Values) -> Callable[[Any], int]:
    return lambda self: hash(values(self))


def _compared(values: _Values, told: Callable[[Any, Any], bool]) -> Callable[[Any, object], bool]:
    def compare(self: Any, other: object) -> bool:
        return told(values(self), values(other)) if other.__class__ is self.__class__ else NotImplemented

    return compare


def _repr(names: list[str]) -> Callable[[Any], str]:
    @recursive_repr()
    def told(self: Any) -> str:
        return f"{type(self).__qualname__}({', '.join([f'{name}={getattr(self, name)!r}' for name in names])})"

    return told


def _refuse_to_set(_self: object, name: str, _value: object) -> NoReturn:
    raise FrozenInstanceError(f"cannot assign to field {name!r}")


def _refuse_to_delete(_self: object, name: str) -> NoReturn:
    raise FrozenInstanceError(f"cannot delete field {name!r}")


def _set_state(self: Any, state: tuple[Any, ...]) -> None:
    for field, value in zip(dataclasses.fields(self), state, strict=True):
        object.__setattr__(self, field.name, value)
