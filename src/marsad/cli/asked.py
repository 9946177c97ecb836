"""What options ask for by code or by name: an area, a kind, an actor; what means nothing is refused."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from difflib import get_close_matches

import typer

from marsad.cli.said import said
from marsad.model.who import is_coded_by_name

__all__ = ["actor_asked", "area_asked", "each", "kind_asked"]

_LISTED = 40


def each(asked: str | None, one: Callable[[str | None], str | None]) -> str | None:
    """Return several values parted by commas, each as it is meant."""
    return asked and ",".join(filter(None, (one(part.strip()) for part in asked.split(","))))


def area_asked(told: str | None) -> str | None:
    """Return the code that records have for an area: "SY07" for إدلب. Raises BadParameter where no unit is listed."""
    from marsad.analyse.areas import area_meant
    from marsad.errors import SettingsError
    from marsad.gazetteer import load
    from marsad.gazetteer.units import units_called

    if not told:
        return told
    try:
        code = area_meant(told)
    except SettingsError as error:
        raise typer.BadParameter(str(error), param_hint="--area") from None
    if code != told:
        unit = units_called(load(), code)[0]
        said(f"{told}: {code}, {unit.name_en or unit.name_ar}.")
    return code


def kind_asked(told: str | None, *, families: bool = False) -> str | None:
    """Return the sub-event type that is meant, in either language; of `families`, event types, too."""
    from marsad.model.what import EVENT_TYPES
    from marsad.wording import Tongue, label

    if not told:
        return told
    kinds = dict.fromkeys(EVENT_TYPES, "sub_event_type")
    if families:
        kinds |= dict.fromkeys(EVENT_TYPES.values(), "event_type")
    tongues = Tongue(language="ar"), Tongue(language="en")
    names = {label(kind, value, tongue).casefold(): value for value, kind in kinds.items() for tongue in tongues}
    return _meant(told, names | {value.casefold(): value for value in kinds}, "--type", "kind")


def actor_asked(told: str | None, *, option: str = "--actor") -> str | None:
    """Return the code of the actor that is meant by code or by name; one outside the register stays as it is."""
    from marsad.lexicon.actors import actors, codes_by_name

    if not told or is_coded_by_name(told):
        return told
    names = {name.casefold(): one.actor.code for one in actors() for name in (one.actor.code, one.actor.actor_id)}
    names |= {name: min(codes) for name, codes in codes_by_name().items() if name not in names and len(codes) == 1}
    return _meant(told, names, option, "actor")


def _meant(told: str, names: Mapping[str, str], option: str, what: str) -> str:
    found = names.get(told.casefold())
    if found is not None:
        return found
    close = dict.fromkeys(names[name] for name in get_close_matches(told.casefold(), names, n=3, cutoff=0.5))
    known = sorted(set(names.values()))
    if close:
        more = f"Did you mean {' or '.join(close)}?"
    elif len(known) <= _LISTED:
        more = f"Write one of: {', '.join(known)}."
    else:
        more = "Write a code, such as sdf, is or civilians, or a name as the workbench shows it."
    raise typer.BadParameter(f"No {what} is called {told}. {more}", param_hint=option)
